import type { ProposedChange } from "@compendium/contract";

/** Where a proposal is, as a compilation tells it: a new paragraph comes after the one at which it was made. */
export function citationOf({ kind }: ProposedChange, paragraph: string): string {
  return kind === "insert after" ? `after ${paragraph}` : paragraph;
}
