import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** What can go wrong, in Arabic. */
export const ar: Messages<MessageId> = {
  "problem not-valid": words("في الاستمارة ما ليس صحيحا"),
  "problem sign-in-needed": words("انتهى تسجيل دخولك"),
  "problem not-allowed": words("يحق لك الاطلاع على هذا، لا القيام به"),
  "problem not-same-site": words("يبدو أن الطلب آت من موقع آخر"),
  "problem not-found": words("ليس هنا ما يحق لك الاطلاع عليه"),
  "problem changed-meanwhile": words("غيَّر أحدهم هذا في الأثناء"),
  "problem not-now": words("لا يمكن القيام بهذا الآن"),
  "problem already-exists": words("يوجد واحد من قبل"),
  "problem not-confirmed": words("يُرجى التأكيد أولًا"),
  "problem rival-wordings": words("يقترح وفدك صيغتين لموضع واحد"),
  "problem too-large": words("الملف كبير جدا"),
  "problem wrong-type": words("يقبل الخادم هنا ملفات Word ‏(.docx)"),
  "problem file-not-read": words("لا يمكن قبول الملف"),
  "problem too-many": words("طلبات كثيرة في وقت قصير"),
  "problem locked-out": words("محاولات دخول فاشلة كثيرة"),
  "problem server-fault": words("وقع خلل في الخادم"),
  "problem store-unavailable": words("تعذر على الخادم الوصول إلى قاعدة بياناته"),
  "problem store-full": words("قرص الخادم ممتلئ"),
  "problem when": words("متى تحدث"),
  "problem advice": words("ما العمل"),
  "problem for programs": words(
    "هذه الشروح للبرامج التي تستعمل الخادم ولمن يكتبها. أما في الصفحات فيُذكر الخلل بجانب ما فعلتَه.",
  ),
  "problem no connection": words("تعذر الوصول إلى الخادم"),
  "try again": words("لم يتغير شيء. تحقق من الاتصال وأعد المحاولة."),
  "changed explained": words("ما كتبتَه ما زال هنا. انظر ما آل إليه الأمر الآن، ثم قرر من جديد."),
  "read again": words("اعرض الحالة الراهنة"),
  "sign in again": words("سجِّل الدخول وعد إلى هنا"),
};
