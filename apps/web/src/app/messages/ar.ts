import { type Messages, words } from "../../design/say.ts";
import type { AppMessageId } from "./en.ts";

/** The words of the page around the workbench, in Arabic. */
export const ar: Messages<AppMessageId> = {
  title: words("منضدة عمل Compendium"),
  claim: words("الملفات المعلَّمة تصير تجميعا واحدا. لا شيء يغادر هذا الجهاز."),
  "skip to main": words("إلى منضدة العمل"),
  language: words("اللغة"),
  theme: words("المظهر"),
  "theme system": words("كالنظام"),
  "theme light": words("فاتح"),
  "theme dark": words("داكن"),
};
