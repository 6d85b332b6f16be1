import type { NegotiatedPassage } from "@compendium/contract";

/** The words by which a passage is told from another of the same paragraph: of the base, or of what is put there. */
export function inBrief({
  base,
  before,
  after,
  proposals,
}: Pick<NegotiatedPassage, "base" | "before" | "after" | "proposals">): string {
  const wordings = [base, ...proposals.map(({ wording }) => wording)];
  const worded = wordings.find((words) => /[\p{L}\p{N}]/u.test(words));
  // Where only marks are in question, the words beside them.
  return worded?.trim() ?? `… ${before.slice(-40).replace(/^\S*\s/, "")}${base}${after}`.trim();
}
