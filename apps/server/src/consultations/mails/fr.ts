import type { MailWords } from "./words.ts";

export const fr: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name} : observations attendues jusqu’au ${deadline}`,
    lines: [
      `La délégation ${delegation} est invitée à présenter ses observations sur « ${text} ».`,
      "",
      `Date limite : ${deadline}. Ce qui est reçu à cet instant ou plus tard est tardif.`,
      ...(instructions === "" ? [] : ["", instructions]),
      "",
      "Le projet de texte est joint. Annotez-le avec le suivi des modifications et déposez-le dans la salle de la délégation :",
      link,
      "ou envoyez-le au secrétariat par courriel. Personne hors de votre délégation ne voit quoi que ce soit avant l’envoi officiel.",
    ],
  }),
  newDeadline: ({ name, round, deadline, link }) => ({
    subject: `${name} : nouvelle date limite, ${deadline}`,
    lines: [`La date limite de « ${round} » est désormais le ${deadline}.`, "", link],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name} : date limite ${deadline}`,
    lines: [
      `La délégation ${delegation} n’a pas encore présenté d’observations sur « ${text} ». La date limite est le ${deadline}.`,
      "",
      link,
      "",
      "Il est aussi permis de ne pas faire d’observations. Les délégations qui ont répondu ne reçoivent pas de rappel.",
    ],
  }),
  receipt: ({ name, delegation, number, receivedAt, late, file, sha256, entry, hash, counts, link }) => ({
    subject: `${name} : accusé de réception de la contribution ${number}, ${delegation}`,
    lines: [
      `Reçu le ${receivedAt}${late ? ", après la date limite : TARDIF" : ""}.`,
      "",
      `Fichier : ${file}`,
      `SHA-256 : ${sha256}`,
      `Registre : entrée ${entry}, empreinte ${hash}`,
      "",
      counts,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name} : compilation ${number} diffusée`,
    lines: [
      `La compilation ${number} des observations reçues sur « ${text} » est diffusée à la délégation ${delegation}.`,
      "",
      link,
    ],
  }),
};
