import type { MailWords, Whence } from "./words.ts";

export const fr: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name} : observations attendues jusqu’au ${deadline}`,
    lines: [
      `Votre délégation, ${delegation}, est invitée à présenter ses observations sur « ${text} ».`,
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
  cancelled: ({ name, round, reason, link }) => ({
    subject: `${name} : cycle annulé`,
    lines: [`« ${round} » est annulé : vos observations ne sont pas demandées.`, `Motif : ${reason}`, "", link],
  }),
  closedEarly: ({ name, round, deadline, formerly, reason, link }) => ({
    subject: `${name} : clôture avant la date limite`,
    lines: [
      `« ${round} » a été clos le ${deadline}, avant la date limite du ${formerly}. Ce qui est reçu désormais est tardif.`,
      `Motif : ${reason}`,
      "",
      link,
    ],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name} : date limite ${deadline}`,
    lines: [
      `Votre délégation, ${delegation}, n’a pas encore présenté d’observations sur « ${text} ». La date limite est le ${deadline}.`,
      "",
      link,
      "",
      "Il est aussi permis de ne pas faire d’observations. Les délégations qui ont répondu ne reçoivent pas de rappel.",
    ],
  }),
  receipt: ({ name, delegation, late, replaced, file, sha256, entry, hash, counts, link, ...from }) => ({
    subject: `${name} : accusé de réception de la contribution ${from.number}, ${delegation}`,
    lines: [
      `Contribution reçue le ${from.receivedAt}${late ? ", après la date limite : TARDIVE" : ""}, ${whence(from)}.`,
      ...(replaced === null
        ? []
        : [`Elle remplace la contribution ${replaced.number}, reçue le ${replaced.receivedAt}, ${whence(replaced)}.`]),
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
  takenBack: ({ name, delegation, number, by, reason, stands, link }) => ({
    subject: `${name} : contribution ${number} annulée, ${delegation}`,
    lines: [
      `${by}, du secrétariat, avait saisi par erreur la contribution ${number} pour votre délégation et l’a annulée.`,
      `Motif : ${reason}`,
      "",
      stands === null
        ? "Votre délégation n’a plus de contribution en vigueur."
        : `La contribution ${stands.number}, reçue le ${stands.receivedAt}, ${whence(stands)}, est de nouveau en vigueur.`,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name} : compilation ${number} diffusée`,
    lines: [
      `La compilation ${number} des observations reçues sur « ${text} » est diffusée à votre délégation, ${delegation}.`,
      "",
      link,
    ],
  }),
};

function whence({ channel, by }: Whence): string {
  switch (channel) {
    case "web":
      return `envoyée sur le site par ${by}`;
    case "e-mail":
      return `saisie par ${by}, du secrétariat, à partir d’un courriel`;
    case "draft before":
      return "reprise du projet précédent";
  }
}
