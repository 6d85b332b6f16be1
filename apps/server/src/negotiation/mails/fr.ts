import type { MailWords } from "./words.ts";

export const fr: MailWords = {
  planned: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name} : réunion, ${startsAt}`,
    lines: [
      `« ${meeting} », une réunion sur « ${text} », est prévue.`,
      "",
      ...place(startsAt, venue),
      "",
      "Ordre du jour et documents :",
      link,
    ],
  }),
  moved: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name} : nouvelle date ou nouveau lieu d’une réunion, ${startsAt}`,
    lines: [
      `La date, l’heure ou le lieu de « ${meeting} », réunion sur « ${text} », a changé.`,
      "",
      ...place(startsAt, venue),
      "",
      link,
    ],
  }),
  nextDraft: ({ name, text, link, outcomes }) => ({
    subject: `${name} : le projet suivant`,
    lines: [
      `Le projet suivant de « ${text} » a été établi à partir de ce qui a été décidé. Il est joint, au net et avec suivi des modifications par rapport au projet précédent.`,
      link,
      "",
      "Ce qu’est devenue chaque proposition :",
      outcomes,
    ],
  }),
};

function place(startsAt: string, venue: string): string[] {
  return [`Date et heure : ${startsAt}`, ...(venue === "" ? [] : [`Lieu : ${venue}`])];
}
