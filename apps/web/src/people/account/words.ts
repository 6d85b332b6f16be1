import { useSay } from "../../design/say.ts";
import type { MessageId } from "./messages/en.ts";

/** The words of the account page in the language of the interface. */
export function useWords() {
  return useSay<MessageId>("people/account");
}
