import type { MailWords } from "./words.ts";

export const ru: MailWords = {
  planned: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: заседание, ${startsAt}`,
    lines: [
      `Запланировано заседание по тексту «${text}»: «${meeting}».`,
      "",
      ...place(startsAt, venue),
      "",
      "Повестка дня и документы:",
      link,
    ],
  }),
  moved: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: новое время или место заседания, ${startsAt}`,
    lines: [
      `Изменилось время или место заседания «${meeting}» по тексту «${text}».`,
      "",
      ...place(startsAt, venue),
      "",
      link,
    ],
  }),
  nextDraft: ({ name, text, link, outcomes }) => ({
    subject: `${name}: следующий проект`,
    lines: [
      `На основе принятых решений составлен следующий проект текста «${text}». Он приложен в чистовом виде и с исправлениями относительно прежнего проекта.`,
      link,
      "",
      "Что стало с каждым предложением:",
      outcomes,
    ],
  }),
};

function place(startsAt: string, venue: string): string[] {
  return [`Время: ${startsAt}`, ...(venue === "" ? [] : [`Место: ${venue}`])];
}
