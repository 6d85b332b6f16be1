import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words around all pages, in Arabic. */
export const ar: Messages<MessageId> = {
  "workbench title": words("منضدة عمل Compendium"),
  "workbench claim": words("الملفات المعلَّمة تصير تجميعا واحدا. لا شيء يغادر هذا الجهاز."),
  "to platform": words("إلى مساحات العمل"),
  "skip to workbench": words("إلى منضدة العمل"),
  "skip to main": words("إلى المحتوى"),
  language: words("اللغة"),
  theme: words("المظهر"),
  "theme system": words("كالنظام"),
  "theme light": words("فاتح"),
  "theme dark": words("داكن"),
  "main links": words("الروابط الرئيسية"),
  workbench: words("منضدة العمل"),
  "sign in": words("تسجيل الدخول"),
  "sign out": words("تسجيل الخروج"),
  loading: words("يجري تحميل الصفحة"),
  demonstration: words("عرض توضيحي:"),
  "demonstration explained": words(
    "يستطيع أي شخص الدخول بأي صفة. الوفود والأشخاص والنصوص متخيَّلة؛ لا تضع هنا ما ليس متاحا للعموم.",
  ),
  "page failed": words("تعذر عرض هذه الصفحة"),
  "load again": words("أعد التحميل"),
  "nothing here": words("لا شيء هنا"),
  "nothing here explained": words("ليس في هذا العنوان ما يحق لك الاطلاع عليه. تحقق من العنوان."),
  "ask secretariat": words("إن كان صحيحا فاسأل الأمانة هل يحق لك الاطلاع."),
  "to start": words("إلى الصفحة الأولى"),
  "sign in as other": words("سجِّل الدخول، أو ادخل بصفة أخرى"),

  "line down": words("انقطع الاتصال بالخادم منذ"),
  "line down explained": words("ما تراه يعود إلى ذلك الوقت، وتُحدَّث الصفحة تلقائيا حال عودة الاتصال."),
};
