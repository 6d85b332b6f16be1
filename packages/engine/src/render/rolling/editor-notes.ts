import type { Passage, Proposal, Sponsor } from "../../model/compilation.ts";
import type { ProposalEntry } from "../compilation-document.ts";
import { withPreposition } from "../with-preposition.ts";

/** `"XAA, XBB"` */
export function sponsorsOf({ sponsors }: Proposal): string {
  return codesOf(sponsors);
}

/** What an editor says of words that somebody moves, one sentence for each end; `passages` by id. */
export function tellMoves({ sponsors }: Proposal, passages: ReadonlyMap<string, Passage>): string[] {
  const tell = (end: "movedTo" | "movedFrom", words: (citation: string) => string): string[] => {
    const ids = [...new Set(sponsors.flatMap((sponsor) => sponsor[end] ?? []))];
    return ids.map((id) => {
      const movers = sponsors.filter((sponsor) => sponsor[end] === id);
      const verb = movers.length === 1 ? "moves" : "move";
      return `${codesOf(movers)} ${verb} this text ${words(passages.get(id)?.place.citation ?? "another place")}.`;
    });
  };
  return [
    ...tell("movedTo", (citation) => withPreposition("to", citation)),
    ...tell("movedFrom", (citation) => `here from ${citation}`),
  ];
}

/** A proposal that no bracket can show, in words; whose it is left out unless `isAttributed`. */
export function tellStructure({ sponsors, structure, wording, redline }: ProposalEntry, isAttributed: boolean): string {
  const parts = [
    structure === undefined || structure.deleted.length === 0 ? "" : `takes out: ${structure.deleted.join(", ")}`,
    structure === undefined || structure.inserted.length === 0 ? "" : `puts in: ${structure.inserted.join(", ")}`,
    redline.some(({ kind }) => kind !== "kept")
      ? `proposes the words “${wording.trim().replaceAll(/\s*\n\s*/g, " ¶ ")}”`
      : "",
  ];
  const who = isAttributed ? sponsors.map(({ delegation }) => delegation).join(", ") : "A delegation";
  return `${who} here ${parts.filter((part) => part !== "").join("; ") || "changes the structure"}.`;
}

function codesOf(sponsors: readonly Sponsor[]): string {
  return sponsors.map(({ delegation }) => delegation).join(", ");
}
