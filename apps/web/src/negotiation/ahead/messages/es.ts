import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for meetings that are told elsewhere, in Spanish. */
export const es: Messages<MessageId> = {
  meetings: words("Reuniones"),
  "meeting open": words("En sesión"),
  "meeting planned": words("Prevista"),
};
