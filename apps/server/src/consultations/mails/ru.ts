import type { MailWords } from "./words.ts";

export const ru: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: замечания принимаются до ${deadline}`,
    lines: [
      `Делегации ${delegation} предлагается представить замечания к тексту «${text}».`,
      "",
      `Срок: ${deadline}. Всё, что получено в этот момент или позже, считается опоздавшим.`,
      ...(instructions === "" ? [] : ["", instructions]),
      "",
      "Проект приложен. Внесите правки в режиме исправлений и поместите файл в комнату делегации:",
      link,
      "или отправьте его в секретариат по электронной почте. До официального представления никто вне вашей делегации ничего не видит.",
    ],
  }),
  newDeadline: ({ name, round, deadline, link }) => ({
    subject: `${name}: новый срок, ${deadline}`,
    lines: [`Новый срок для «${round}»: ${deadline}.`, "", link],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: срок ${deadline}`,
    lines: [
      `Делегация ${delegation} ещё не представила замечаний к тексту «${text}». Срок: ${deadline}.`,
      "",
      link,
      "",
      "Не представлять замечаний тоже можно. Тем, кто уже ответил, напоминания не направляются.",
    ],
  }),
  receipt: ({ name, delegation, number, receivedAt, late, file, sha256, entry, hash, counts, link }) => ({
    subject: `${name}: квитанция о представлении ${number}, ${delegation}`,
    lines: [
      `Получено ${receivedAt}${late ? ", после срока: ОПОЗДАНИЕ" : ""}.`,
      "",
      `Файл: ${file}`,
      `SHA-256: ${sha256}`,
      `Протокол: запись ${entry}, хеш ${hash}`,
      "",
      counts,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: разослан сводный текст ${number}`,
    lines: [`Сводный текст ${number} с замечаниями к «${text}» открыт для делегации ${delegation}.`, "", link],
  }),
};
