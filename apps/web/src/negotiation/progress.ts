import type { NegotiatedPassage, PositionView } from "@compendium/contract";

/** From nobody's hands to everybody's: the order in which a summary names them. */
export const PROGRESS = ["open", "deferred", "in consultation", "bracketed", "ad referendum", "agreed"] as const;
export type Progress = (typeof PROGRESS)[number];

/** How far a passage is. */
export function progressOf({ decision }: Pick<NegotiatedPassage, "decision">): Progress {
  switch (decision?.ruling.kind) {
    case undefined:
      return "open";
    case "deferred":
      return "deferred";
    case "to bilateral consultation":
      return "in consultation";
    case "in brackets":
      return "bracketed";
    default:
      return decision?.adReferendumUntil == null ? "agreed" : "ad referendum";
  }
}

/** Whether there is anything left for the meeting to agree on: what stays in brackets counts, an answer of capitals does not. */
export function isOpen(passage: Pick<NegotiatedPassage, "decision">): boolean {
  const progress = progressOf(passage);
  return progress !== "agreed" && progress !== "ad referendum";
}

/** Delegations that hold something back on a passage, in the order in which they are named. */
export function openFor(passage: string, positions: readonly PositionView[], order: readonly string[]): string[] {
  const held = positions.filter(
    (each) => each.passage === passage && each.holds && each.stance !== "supports" && each.stance !== "can accept",
  );
  return order.filter((code) => held.some(({ delegation }) => delegation === code));
}
