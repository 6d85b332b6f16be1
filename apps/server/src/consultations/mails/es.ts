import type { MailWords, Whence } from "./words.ts";

export const es: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: se invita a presentar observaciones hasta el ${deadline}`,
    lines: [
      `Se invita a su delegación, ${delegation}, a presentar observaciones sobre «${text}».`,
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
  cancelled: ({ name, round, reason, link }) => ({
    subject: `${name}: ronda cancelada`,
    lines: [`«${round}» queda cancelada: no se piden sus observaciones.`, `Motivo: ${reason}`, "", link],
  }),
  closedEarly: ({ name, round, deadline, formerly, reason, link }) => ({
    subject: `${name}: cierre antes del plazo`,
    lines: [
      `«${round}» se cerró el ${deadline}, antes de su plazo del ${formerly}. Lo que se reciba desde ahora es tardío.`,
      `Motivo: ${reason}`,
      "",
      link,
    ],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: el plazo vence el ${deadline}`,
    lines: [
      `Su delegación, ${delegation}, aún no ha presentado observaciones sobre «${text}». El plazo vence el ${deadline}.`,
      "",
      link,
      "",
      "También es válido no presentar observaciones. Quienes ya han respondido no reciben recordatorios.",
    ],
  }),
  receipt: ({ name, delegation, late, replaced, file, sha256, entry, hash, counts, link, ...from }) => ({
    subject: `${name}: acuse de recibo de la contribución ${from.number}, ${delegation}`,
    lines: [
      `Contribución recibida el ${from.receivedAt}${late ? ", fuera de plazo: TARDÍA" : ""}, ${whence(from)}.`,
      ...(replaced === null
        ? []
        : [`Sustituye a la contribución ${replaced.number}, recibida el ${replaced.receivedAt}, ${whence(replaced)}.`]),
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
  takenBack: ({ name, delegation, number, by, reason, stands, link }) => ({
    subject: `${name}: contribución ${number} anulada, ${delegation}`,
    lines: [
      `${by}, de la secretaría, había registrado por error la contribución ${number} para su delegación y la ha anulado.`,
      `Motivo: ${reason}`,
      "",
      stands === null
        ? "Su delegación no tiene ahora ninguna contribución vigente."
        : `La contribución ${stands.number}, recibida el ${stands.receivedAt}, ${whence(stands)}, vuelve a estar vigente.`,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: compilación ${number} distribuida`,
    lines: [
      `La compilación ${number} de las observaciones recibidas sobre «${text}» se ha distribuido a su delegación, ${delegation}.`,
      "",
      link,
    ],
  }),
};

function whence({ channel, by }: Whence): string {
  switch (channel) {
    case "web":
      return `presentada en el sitio por ${by}`;
    case "e-mail":
      return `registrada por ${by}, de la secretaría, a partir de un correo electrónico`;
    case "draft before":
      return "traída del proyecto anterior";
  }
}
