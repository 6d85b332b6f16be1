import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for meetings that are told elsewhere, in Russian. */
export const ru: Messages<MessageId> = {
  meetings: words("Заседания"),
  "meeting open": words("Идёт сейчас"),
  "meeting planned": words("Запланировано"),
};
