import type { SponsorEntry } from "@compendium/engine";
import type { ProposedMove } from "../tables.ts";

/** The other ends of what delegations move with one wording, each once. */
export function movesOf(sponsors: readonly SponsorEntry[]): readonly ProposedMove[] {
  const moves = new Map<string, ProposedMove>();
  for (const { movedTo, movedFrom } of sponsors) {
    for (const [direction, passage] of [
      ["to", movedTo],
      ["from", movedFrom],
    ] as const) {
      if (passage !== undefined) moves.set(`${direction} ${passage}`, { direction, passage });
    }
  }
  return [...moves.values()];
}
