import { useSay } from "../../design/say.ts";
import type { MessageId } from "./messages/en.ts";

/** The words of this room in the language of the interface. */
export function useWords() {
  return useSay<MessageId>("negotiation/ahead");
}
