import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for meetings that are told elsewhere, in Arabic. */
export const ar: Messages<MessageId> = {
  meetings: words("الاجتماعات"),
  "meeting open": words("منعقد الآن"),
  "meeting planned": words("مخطط له"),
};
