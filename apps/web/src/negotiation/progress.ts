import type { NegotiatedPassage, PositionView } from "@compendium/contract";

export type Progress = "agreed" | "bracketed" | "open";

/** How far a passage is: what was deferred or sent to consultation is open. */
export function progressOf({ decision }: Pick<NegotiatedPassage, "decision">): Progress {
  switch (decision?.ruling.kind) {
    case "as in the base":
    case "as proposed":
    case "as tabled":
    case "as amended":
      return "agreed";
    case "in brackets":
      return "bracketed";
    default:
      return "open";
  }
}

/** Whether there is anything left to agree on: what stays in brackets counts. */
export function isOpen(passage: Pick<NegotiatedPassage, "decision">): boolean {
  return progressOf(passage) !== "agreed";
}

/** Delegations that hold something back on a passage, in the order in which they are named. */
export function openFor(passage: string, positions: readonly PositionView[], order: readonly string[]): string[] {
  const held = positions.filter(
    (each) => each.passage === passage && each.holds && each.stance !== "supports" && each.stance !== "can accept",
  );
  return order.filter((code) => held.some(({ delegation }) => delegation === code));
}
