import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for the record, in Arabic. */
export const ar: Messages<MessageId> = {
  "record explained": words(
    "كل عمل بالترتيب الذي جرى به. يحمل كل قيد بصمة ما قبله: ومن لديه الملف يستطيع التحقق منه بالأمر «compendium verify».",
  ),
  "no record": words("ليس هنا سجل يحق لك الاطلاع عليه."),
  chain: words("السلسلة"),
  "chain of workspace": words("مساحة العمل"),
  "chain of delegation": words("الوفد"),
  "chain of installation": words("التثبيت"),
  act: words("العمل"),
  filter: words("صفِّ"),
  export: words("صدِّر السلسلة كاملة"),
  loading: words("يجري التحميل …"),
  entries: words("قيود السجل"),
  "no entries": words("لا قيد يطابق."),
  number: words("الرقم"),
  when: words("متى"),
  who: words("من"),
  what: words("ماذا"),
  hash: words("البصمة"),
  newest: words("الأحدث"),
  older: words("الأقدم"),
};
