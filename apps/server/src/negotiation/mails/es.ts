import type { MailWords } from "./words.ts";

export const es: MailWords = {
  planned: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: reunión, ${startsAt}`,
    lines: [
      `Está prevista una reunión sobre «${text}»: «${meeting}».`,
      "",
      ...place(startsAt, venue),
      "",
      "Orden del día y documentos:",
      link,
    ],
  }),
  moved: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: nueva fecha o nuevo lugar de una reunión, ${startsAt}`,
    lines: [
      `Ha cambiado la fecha, la hora o el lugar de «${meeting}», reunión sobre «${text}».`,
      "",
      ...place(startsAt, venue),
      "",
      link,
    ],
  }),
  nextDraft: ({ name, text, link, outcomes }) => ({
    subject: `${name}: el siguiente proyecto`,
    lines: [
      `Se ha hecho el siguiente proyecto de «${text}» a partir de lo decidido. Se adjunta en limpio y con control de cambios respecto del proyecto anterior.`,
      link,
      "",
      "Qué fue de cada propuesta:",
      outcomes,
    ],
  }),
};

function place(startsAt: string, venue: string): string[] {
  return [`Fecha y hora: ${startsAt}`, ...(venue === "" ? [] : [`Lugar: ${venue}`])];
}
