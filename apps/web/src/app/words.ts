import { useSay } from "../design/say.ts";
import type { MessageId } from "./messages/en.ts";

/** The words around all pages, in the language of the interface. */
export function useWords() {
  return useSay<MessageId>("app");
}
