import type { TokenChange } from "../compare/token-change.ts";
import { sumOf, wordsOf } from "../compare/weight.ts";
import type { Token } from "../model/text.ts";
import type { Move } from "./alignment.ts";
import type { Piece } from "./piece.ts";
import type { Resemblance } from "./resemblance.ts";

/** A whole block with fewer letters ("Annex", "(a)", "yes") can be deleted here and inserted there by chance. */
const LEAST_LETTERS = 8;
/** Inside paragraphs, a stretch of fewer words ("in accordance with the") is no move. */
const LEAST_WORDS = 5;

/**
 * Moved blocks: a block that was deleted once and inserted once, with its neighbours as far as they went along. Needs
 * the pieces in order.
 */
export function findMovedBlocks(pieces: readonly Piece[], resemblance: Resemblance): Move[] {
  const deleted = pieces.filter((piece) => piece.kind === "block" && piece.fromA < piece.toA);
  const inserted = pieces.filter((piece) => piece.kind === "block" && piece.fromB < piece.toB);
  const keyOf = (piece: Piece | undefined): number => piece?.block == null ? -1 : resemblance.keyOf(piece.block);
  const partners = uniquePartners(deleted.map(keyOf), inserted.map(keyOf));
  const moves: Move[] = [];
  let done = 0;
  const taken = new Set<number>();
  for (const [i, k] of partners) {
    const block = deleted[i]?.block;
    if (i < done || taken.has(k) || block == null || resemblance.bagOf(block).letters < LEAST_LETTERS) continue;
    const goesAlong = (step: number, by: number): boolean => {
      const key = keyOf(deleted[i + step]);
      return i + step >= done && !taken.has(k + step) && key >= 0 && key === keyOf(inserted[k + step])
        && touch(deleted, i + step, by, "A") && touch(inserted, k + step, by, "B");
    };
    let first = 0;
    while (goesAlong(first - 1, 1)) first--;
    let last = 0;
    while (goesAlong(last + 1, -1)) last++;
    for (let step = first; step <= last; step++) taken.add(k + step);
    done = i + last + 1;
    moves.push({
      fromA: (deleted[i + first] as Piece).fromA, toA: (deleted[i + last] as Piece).toA,
      fromB: (inserted[k + first] as Piece).fromB, toB: (inserted[k + last] as Piece).toB,
    });
  }
  return moves;
}

/** Moved words: all that one change deletes is all that another inserts, and nobody else does either. */
export function findMovedWords(
  a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[], moves: readonly Move[],
): Move[] {
  const inMove = new Set<string>();
  for (const { fromA, toA, fromB, toB } of moves) inMove.add(`A${fromA} ${toA}`).add(`B${fromB} ${toB}`);
  const ids = new Map<string, number>();
  const key = (row: readonly Token[], from: number, to: number): string | null => {
    const stretch = row.slice(from, to);
    if (sumOf(row, from, to, wordsOf) < LEAST_WORDS || stretch.some(isStructure)) return null;
    return stretch.map(({ wording }) => {
      const id = ids.get(wording) ?? ids.size;
      ids.set(wording, id);
      return id;
    }).join(" ");
  };
  const partners = uniquePartners(
    changes.map(({ fromA, toA }) => (inMove.has(`A${fromA} ${toA}`) ? null : key(a, fromA, toA))),
    changes.map(({ fromB, toB }) => (inMove.has(`B${fromB} ${toB}`) ? null : key(b, fromB, toB))),
  );
  return partners.filter(([i, k]) => i !== k).map(([i, k]) => {
    const { fromA, toA } = changes[i] as TokenChange;
    const { fromB, toB } = changes[k] as TokenChange;
    return { fromA, toA, fromB, toB };
  });
}

/** Places of the keys that occur once in each row, in the order of the first. `null` and -1 are no keys. */
function uniquePartners<Key>(a: readonly (Key | null)[], b: readonly (Key | null)[]): [a: number, b: number][] {
  const count = (row: readonly (Key | null)[]): Map<Key | null, number[]> => Map.groupBy(row.keys(), (i) => row[i] ?? null);
  const placesB = count(b);
  const partners: [number, number][] = [];
  for (const [key, places] of count(a)) {
    const others = placesB.get(key);
    if (key === null || key === -1 || places.length !== 1 || others?.length !== 1) continue;
    partners.push([places[0] as number, others[0] as number]);
  }
  return partners;
}

/** Whether the piece touches its neighbour before (`by` -1) or after it (`by` 1). */
function touch(pieces: readonly Piece[], at: number, by: number, side: "A" | "B"): boolean {
  const [first, second] = by < 0 ? [pieces[at - 1], pieces[at]] : [pieces[at], pieces[at + 1]];
  if (first === undefined || second === undefined) return false;
  return side === "A" ? first.toA === second.fromA : first.toB === second.fromB;
}

function isStructure({ kind }: Token): boolean {
  return kind === "open" || kind === "close" || kind === "section";
}
