import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for meetings that are told elsewhere, in French. */
export const fr: Messages<MessageId> = {
  meetings: words("Réunions"),
  "meeting open": words("En séance"),
  "meeting planned": words("Prévue"),
};
