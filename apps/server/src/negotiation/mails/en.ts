import type { MailWords } from "./words.ts";

export const en: MailWords = {
  planned: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: meeting on ${startsAt}`,
    lines: [
      `“${meeting}”, a meeting on “${text}”, is planned.`,
      "",
      ...place(startsAt, venue),
      "",
      "Agenda and documents:",
      link,
    ],
  }),
  moved: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: new time or venue of a meeting, ${startsAt}`,
    lines: [
      `The time or the venue of “${meeting}”, a meeting on “${text}”, has changed.`,
      "",
      ...place(startsAt, venue),
      "",
      link,
    ],
  }),
  nextDraft: ({ name, text, link, outcomes }) => ({
    subject: `${name}: the next draft`,
    lines: [
      `The next draft of “${text}” has been made of what was decided. It is attached, clean and with changes tracked against the draft before.`,
      link,
      "",
      "What became of every proposal:",
      outcomes,
    ],
  }),
};

function place(startsAt: string, venue: string): string[] {
  return [`Time: ${startsAt}`, ...(venue === "" ? [] : [`Venue: ${venue}`])];
}
