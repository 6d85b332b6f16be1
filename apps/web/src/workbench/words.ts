import { type Say, useSay } from "../design/say.ts";
import type { MessageId } from "./messages/en.ts";

/** The words of the workbench in the language of the interface. */
export function useWords(): Say<MessageId> {
  return useSay<MessageId>();
}
