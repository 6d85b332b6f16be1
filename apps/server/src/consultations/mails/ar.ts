import type { MailWords, Whence } from "./words.ts";

export const ar: MailWords = {
  announcement: ({ name, text, deadline, delegation, instructions, link }) => ({
    subject: `${name}: دعوة إلى تقديم التعليقات حتى ${deadline}`,
    lines: [
      `يُدعى وفدكم، ${delegation}، إلى تقديم تعليقاته على «${text}».`,
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
  cancelled: ({ name, round, reason, link }) => ({
    subject: `${name}: إلغاء الجولة`,
    lines: [`أُلغيت «${round}»: لا تُطلب تعليقاتكم.`, `السبب: ${reason}`, "", link],
  }),
  closedEarly: ({ name, round, deadline, formerly, reason, link }) => ({
    subject: `${name}: إغلاق الجولة قبل موعدها`,
    lines: [
      `أُغلقت «${round}» في ${deadline}، قبل موعدها النهائي في ${formerly}. وما يصل من الآن يُعدّ متأخرًا.`,
      `السبب: ${reason}`,
      "",
      link,
    ],
  }),
  reminder: ({ name, text, deadline, delegation, link }) => ({
    subject: `${name}: الموعد النهائي ${deadline}`,
    lines: [
      `لم يقدّم وفدكم، ${delegation}، بعدُ تعليقاته على «${text}». الموعد النهائي ${deadline}.`,
      "",
      link,
      "",
      "ويجوز أيضًا عدم تقديم تعليقات. ولا يُرسَل تذكير إلى من قدّم تعليقاته.",
    ],
  }),
  receipt: ({ name, delegation, late, replaced, file, sha256, entry, hash, counts, link, ...from }) => ({
    subject: `${name}: إيصال بالمساهمة ${from.number}، ${delegation}`,
    lines: [
      `استُلمت في ${from.receivedAt}${late ? "، بعد الموعد النهائي: متأخرة" : ""}، ${whence(from)}.`,
      ...(replaced === null
        ? []
        : [`وهي تحلّ محل المساهمة ${replaced.number} المستلمة في ${replaced.receivedAt}، ${whence(replaced)}.`]),
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
  takenBack: ({ name, delegation, number, by, reason, stands, link }) => ({
    subject: `${name}: إلغاء إدخال المساهمة ${number}، ${delegation}`,
    lines: [
      `أدخل ${by} من الأمانة المساهمة ${number} باسم وفدكم خطأً، ثم ألغى إدخالها.`,
      `السبب: ${reason}`,
      "",
      stands === null
        ? "ليست لوفدكم الآن مساهمة قائمة."
        : `عادت المساهمة ${stands.number} المستلمة في ${stands.receivedAt}، ${whence(stands)}، قائمةً.`,
      "",
      link,
    ],
  }),
  release: ({ name, text, delegation, number, link }) => ({
    subject: `${name}: إتاحة التجميع ${number}`,
    lines: [`أُتيح التجميع ${number} للتعليقات الواردة على «${text}» لوفدكم، ${delegation}.`, "", link],
  }),
};

function whence({ channel, by }: Whence): string {
  switch (channel) {
    case "web":
      return `قدّمها ${by} عبر الموقع`;
    case "e-mail":
      return `أدخلها ${by} من الأمانة من رسالة إلكترونية`;
    case "draft before":
      return "منقولة من المشروع السابق";
  }
}
