import type { WebProposal } from "@compendium/contract";
import type { ParagraphEntry } from "@compendium/engine";
import type { useWords } from "./words.ts";

/** Where something is proposed, in the language of the interface: `"Part I, para. 2"`, `"New paragraph after Part I, para. 2"`. */
export function proposedAt(
  say: ReturnType<typeof useWords>,
  { change, citation }: WebProposal,
  paragraph: ParagraphEntry | undefined,
): string {
  if (change.kind !== "insert after" || paragraph === undefined) return citation;
  return `${say("new paragraph after")} ${paragraph.citation}`;
}
