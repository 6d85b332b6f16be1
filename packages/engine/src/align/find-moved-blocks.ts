import type { Move } from "./alignment.ts";
import type { Piece } from "./piece.ts";
import type { Resemblance } from "./resemblance.ts";

/** A whole block with fewer letters ("Annex", "(a)", "yes") can be deleted here and inserted there by chance. */
const LEAST_LETTERS = 8;

/**
 * Moved blocks: a block that was deleted once and inserted once, with its neighbours as far as they went along. Needs
 * the pieces in order.
 */
export function findMovedBlocks(pieces: readonly Piece[], resemblance: Resemblance): Move[] {
  const deleted = pieces.filter((piece) => piece.kind === "block" && piece.fromA < piece.toA);
  const inserted = pieces.filter((piece) => piece.kind === "block" && piece.fromB < piece.toB);
  const keyOf = (piece: Piece | undefined): number => (piece?.block == null ? -1 : resemblance.keyOf(piece.block));
  const partners = uniquePartners(deleted.map(keyOf), inserted.map(keyOf));
  const moves: Move[] = [];
  let done = 0;
  const taken = new Set<number>();
  for (const [i, k] of partners) {
    const block = deleted[i]?.block;
    if (i < done || taken.has(k) || block == null || resemblance.bagOf(block).letters < LEAST_LETTERS) continue;
    const goesAlong = (step: number, by: number): boolean => {
      const key = keyOf(deleted[i + step]);
      return (
        i + step >= done
        && !taken.has(k + step)
        && key >= 0
        && key === keyOf(inserted[k + step])
        && touch(deleted, i + step, by, "A")
        && touch(inserted, k + step, by, "B")
      );
    };
    let first = 0;
    while (goesAlong(first - 1, 1)) first--;
    let last = 0;
    while (goesAlong(last + 1, -1)) last++;
    for (let step = first; step <= last; step++) taken.add(k + step);
    done = i + last + 1;
    moves.push({
      fromA: (deleted[i + first] as Piece).fromA,
      toA: (deleted[i + last] as Piece).toA,
      fromB: (inserted[k + first] as Piece).fromB,
      toB: (inserted[k + last] as Piece).toB,
    });
  }
  return moves;
}

/** Places of the keys that occur once in each row, in the order of A. */
function uniquePartners(a: readonly number[], b: readonly number[]): [a: number, b: number][] {
  const placesA = Map.groupBy(a.keys(), (i) => a[i]);
  const placesB = Map.groupBy(b.keys(), (i) => b[i]);
  const partners: [number, number][] = [];
  for (const [key, [place, ...more]] of placesA) {
    const [partner, ...others] = placesB.get(key) ?? [];
    if (place === undefined || partner === undefined || more.length + others.length > 0) continue;
    partners.push([place, partner]);
  }
  return partners;
}

/** Whether the piece touches its neighbour before (`by` -1) or after it (`by` 1). */
function touch(pieces: readonly Piece[], at: number, by: number, side: "A" | "B"): boolean {
  const [first, second] = by < 0 ? [pieces[at - 1], pieces[at]] : [pieces[at], pieces[at + 1]];
  if (first === undefined || second === undefined) return false;
  return side === "A" ? first.toA === second.fromA : first.toB === second.fromB;
}
