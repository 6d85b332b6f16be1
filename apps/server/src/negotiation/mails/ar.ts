import type { MailWords } from "./words.ts";

export const ar: MailWords = {
  planned: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: اجتماع، ${startsAt}`,
    lines: [
      `من المقرر عقد اجتماع بشأن «${text}»: «${meeting}».`,
      "",
      ...place(startsAt, venue),
      "",
      "جدول الأعمال والوثائق:",
      link,
    ],
  }),
  moved: ({ name, text, meeting, startsAt, venue, link }) => ({
    subject: `${name}: موعد جديد أو مكان جديد لاجتماع، ${startsAt}`,
    lines: [`تغيّر موعد الاجتماع «${meeting}» بشأن «${text}» أو مكانه.`, "", ...place(startsAt, venue), "", link],
  }),
  nextDraft: ({ name, text, link, outcomes }) => ({
    subject: `${name}: المشروع التالي`,
    lines: [
      `أُعدّ المشروع التالي لنص «${text}» استنادًا إلى ما تقرر. وهو مرفق نظيفًا، ومع تتبّع التغييرات عن المشروع السابق.`,
      link,
      "",
      "ما آل إليه كل مقترح:",
      outcomes,
    ],
  }),
};

function place(startsAt: string, venue: string): string[] {
  return [`الموعد: ${startsAt}`, ...(venue === "" ? [] : [`المكان: ${venue}`])];
}
