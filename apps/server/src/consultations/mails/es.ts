import type { MailWords } from "./words.ts";

export const es: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: se invita a presentar observaciones hasta el ${deadline}`,
    lines: [
      `Se invita a la delegación ${delegation} a presentar observaciones sobre «${text}».`,
      "",
      `Plazo: ${deadline}. Lo que se reciba en ese instante o después se considera tardío.`,
      ...(instructions === "" ? [] : ["", instructions]),
      "",
      "Se adjunta el proyecto. Márquelo con control de cambios y deposítelo en la sala de la delegación:",
      link,
      "o envíelo a la secretaría por correo electrónico. Nadie ajeno a su delegación ve nada antes de la presentación oficial.",
    ],
  }),
  newDeadline: ({ name, round, deadline, link }) => ({
    subject: `${name}: nuevo plazo, ${deadline}`,
    lines: [`El plazo de «${round}» vence ahora el ${deadline}.`, "", link],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: el plazo vence el ${deadline}`,
    lines: [
      `La delegación ${delegation} aún no ha presentado observaciones sobre «${text}». El plazo vence el ${deadline}.`,
      "",
      link,
      "",
      "También es válido no presentar observaciones. Quienes ya han respondido no reciben recordatorios.",
    ],
  }),
  receipt: ({ name, delegation, number, receivedAt, late, file, sha256, entry, hash, counts, link }) => ({
    subject: `${name}: acuse de recibo de la contribución ${number}, ${delegation}`,
    lines: [
      `Recibido el ${receivedAt}${late ? ", fuera de plazo: TARDÍO" : ""}.`,
      "",
      `Archivo: ${file}`,
      `SHA-256: ${sha256}`,
      `Registro: asiento ${entry}, hash ${hash}`,
      "",
      counts,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: compilación ${number} distribuida`,
    lines: [
      `La compilación ${number} de las observaciones recibidas sobre «${text}» se ha distribuido a la delegación ${delegation}.`,
      "",
      link,
    ],
  }),
};
