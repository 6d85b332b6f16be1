import { type Say, useSay } from "../design/say.ts";
import type { MessageId } from "./messages/en.ts";

export type Words = Say<MessageId>;

/** The words of the workbench in the language of the interface. */
export function useWords(): Words {
  return useSay<MessageId>("workbench");
}
