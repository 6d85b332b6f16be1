import type { MailWords, Whence } from "./words.ts";

export const ru: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: замечания принимаются до ${deadline}`,
    lines: [
      `Вашей делегации, ${delegation}, предлагается представить замечания к тексту «${text}».`,
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
  cancelled: ({ name, round, reason, link }) => ({
    subject: `${name}: раунд отменён`,
    lines: [`«${round}» отменён: ваши замечания не запрашиваются.`, `Причина: ${reason}`, "", link],
  }),
  closedEarly: ({ name, round, deadline, formerly, reason, link }) => ({
    subject: `${name}: приём закрыт раньше срока`,
    lines: [
      `«${round}»: приём закрыт ${deadline}, раньше срока (${formerly}). Всё, что поступит теперь, считается опоздавшим.`,
      `Причина: ${reason}`,
      "",
      link,
    ],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: срок ${deadline}`,
    lines: [
      `Ваша делегация, ${delegation}, ещё не представила замечаний к тексту «${text}». Срок: ${deadline}.`,
      "",
      link,
      "",
      "Не представлять замечаний тоже можно. Тем, кто уже ответил, напоминания не направляются.",
    ],
  }),
  receipt: ({ name, delegation, late, replaced, file, sha256, entry, hash, counts, link, ...from }) => ({
    subject: `${name}: квитанция о представлении ${from.number}, ${delegation}`,
    lines: [
      `Получено ${from.receivedAt}${late ? ", после срока: ОПОЗДАНИЕ" : ""}, ${whence(from)}.`,
      ...(replaced === null
        ? []
        : [`Заменяет представление ${replaced.number}, полученное ${replaced.receivedAt}, ${whence(replaced)}.`]),
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
  takenBack: ({ name, delegation, number, by, reason, stands, link }) => ({
    subject: `${name}: представление ${number} отозвано секретариатом, ${delegation}`,
    lines: [
      `Секретариат (${by}) по ошибке внёс представление ${number} за вашу делегацию и отменил его.`,
      `Причина: ${reason}`,
      "",
      stands === null
        ? "Сейчас у вашей делегации нет действующего представления."
        : `Снова действует представление ${stands.number}, полученное ${stands.receivedAt}, ${whence(stands)}.`,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: разослан сводный текст ${number}`,
    lines: [`Сводный текст ${number} с замечаниями к «${text}» открыт для вашей делегации, ${delegation}.`, "", link],
  }),
};

function whence({ channel, by }: Whence): string {
  switch (channel) {
    case "web":
      return `через сайт, отправитель: ${by}`;
    case "e-mail":
      return `по электронной почте, внесено секретариатом: ${by}`;
    case "draft before":
      return "перенесено из предыдущего проекта";
  }
}
