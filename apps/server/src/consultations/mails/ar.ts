import type { MailWords } from "./words.ts";

export const ar: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: دعوة إلى تقديم التعليقات حتى ${deadline}`,
    lines: [
      `يُدعى وفد ${delegation} إلى تقديم تعليقاته على «${text}».`,
      "",
      `الموعد النهائي: ${deadline}. وما يصل في تلك اللحظة أو بعدها يُعدّ متأخرًا.`,
      ...(instructions === "" ? [] : ["", instructions]),
      "",
      "المشروع مرفق. يُرجى إدخال التعديلات عليه مع تتبّع التغييرات ثم وضعه في غرفة الوفد:",
      link,
      "أو إرساله إلى الأمانة بالبريد الإلكتروني. ولا يطّلع أحد من خارج وفدكم على شيء قبل تقديمه رسميًا.",
    ],
  }),
  newDeadline: ({ name, round, deadline, link }) => ({
    subject: `${name}: موعد نهائي جديد، ${deadline}`,
    lines: [`الموعد النهائي الجديد لـ«${round}» هو ${deadline}.`, "", link],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: الموعد النهائي ${deadline}`,
    lines: [
      `لم يقدّم وفد ${delegation} بعدُ تعليقاته على «${text}». الموعد النهائي ${deadline}.`,
      "",
      link,
      "",
      "ويجوز أيضًا عدم تقديم تعليقات. ولا يُرسَل تذكير إلى من قدّم تعليقاته.",
    ],
  }),
  receipt: ({ name, delegation, number, receivedAt, late, file, sha256, entry, hash, counts, link }) => ({
    subject: `${name}: إيصال بالمساهمة ${number}، ${delegation}`,
    lines: [
      `استُلم في ${receivedAt}${late ? "، بعد الموعد النهائي: متأخر" : ""}.`,
      "",
      `الملف: ${file}`,
      `SHA-256: ${sha256}`,
      `السجل: القيد ${entry}، البصمة ${hash}`,
      "",
      counts,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: إتاحة التجميع ${number}`,
    lines: [`أُتيح التجميع ${number} للتعليقات الواردة على «${text}» لوفد ${delegation}.`, "", link],
  }),
};
