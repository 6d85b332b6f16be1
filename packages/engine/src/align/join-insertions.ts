import type { TokenChange } from "../compare/token-change.ts";
import type { Move } from "./alignment.ts";

/**
 * Joins insertions at one place: they have an order, and are one. Where words that were moved are cut out of a
 * replacement, what is left of it can come to stand beside an insertion before it. What was moved stays by itself.
 */
export function joinInsertions(changes: readonly TokenChange[], moves: readonly Move[]): TokenChange[] {
  const moved = new Set(moves.map(({ fromB, toB }) => `${fromB} ${toB}`));
  const isOwnInsertion = ({ fromA, toA, fromB, toB }: TokenChange): boolean =>
    fromA === toA && !moved.has(`${fromB} ${toB}`);
  const joined: TokenChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    const follows = last !== undefined && last.toA === change.fromA && last.toB === change.fromB;
    if (follows && isOwnInsertion(last) && isOwnInsertion(change)) {
      joined[joined.length - 1] = { ...last, toB: change.toB };
    } else joined.push(change);
  }
  return joined;
}
