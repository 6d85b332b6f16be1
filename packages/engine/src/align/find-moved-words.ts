import type { TokenChange } from "../compare/token-change.ts";
import { lettersOf, sumOf, wordsOf } from "../compare/weight.ts";
import type { Token } from "../model/text.ts";
import type { Move } from "./alignment.ts";

/** A stretch of fewer words ("in accordance with the") is deleted here and inserted there by chance. */
const LEAST_WORDS = 5;
/**
 * The moved words are at least this share of what their change deletes, and of what it inserts, in letters. A clause
 * that moves takes a comma with it and leaves the word before it without a space; more than that is another change.
 */
const LEAST_SHARE = 0.6;

/** Changes cut so that every move is a change of its own, and the moves. */
export interface MovedWords {
  readonly changes: readonly TokenChange[];
  readonly moves: readonly Move[];
}

/**
 * Moved words inside paragraphs: nearly all that one change deletes is nearly all that another inserts, and both have
 * it once. A change with moved words is cut in up to three on each side: what stands before, the move, what stands
 * after.
 */
export function findMovedWords(a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[]): MovedWords {
  const windowsA = windowsOf(a, changes, "A");
  const windowsB = windowsOf(b, changes, "B");
  const cutsA = new Map<TokenChange, Move>();
  const cutsB = new Map<TokenChange, Move>();
  // What was widened once is not tried again from each of its words: that would cost the square of its length.
  let triedA = 0;
  for (const [window, placeA] of windowsA) {
    const placeB = windowsB.get(window);
    if (placeA === null || placeB == null || placeA.change === placeB.change) continue;
    if (placeA.at < triedA || cutsA.has(placeA.change) || cutsB.has(placeB.change)) continue;
    const move = widen(a, b, placeA, placeB);
    triedA = move.toA;
    const { fromA, toA } = placeA.change;
    const { fromB, toB } = placeB.change;
    if (!isMost(a, move.fromA, move.toA, fromA, toA) || !isMost(b, move.fromB, move.toB, fromB, toB)) continue;
    cutsA.set(placeA.change, move);
    cutsB.set(placeB.change, move);
  }
  return {
    changes: changes.flatMap((change) => cut(change, cutsA.get(change), cutsB.get(change))),
    moves: [...cutsA.values()],
  };
}

interface Place {
  readonly change: TokenChange;
  readonly at: number;
}

/**
 * All stretches of `LEAST_WORDS` words that changes delete (side A) or insert (side B), and where; `null` for one that
 * is there more than once. Changes with marks or structure are left out: whole blocks that move are found before.
 */
function windowsOf(row: readonly Token[], changes: readonly TokenChange[], side: "A" | "B"): Map<string, Place | null> {
  const windows = new Map<string, Place | null>();
  for (const change of changes) {
    const [from, to] = side === "A" ? [change.fromA, change.toA] : [change.fromB, change.toB];
    for (let at = row.slice(from, to).every(isInParagraph) ? from : to; at < to; at++) {
      if (wordsOf(row[at] as Token) === 0) continue;
      const end = windowEnd(row, at, to);
      if (end === null) continue;
      const window = row
        .slice(at, end)
        .map(({ wording }) => wording)
        .join("\n");
      windows.set(window, windows.has(window) ? null : { change, at });
    }
  }
  return windows;
}

/** Where `LEAST_WORDS` words from `at` on end; `null` if there are not so many. */
function windowEnd(row: readonly Token[], at: number, to: number): number | null {
  let words = 0;
  for (let end = at; end < to; end++) {
    words += wordsOf(row[end] as Token);
    if (words >= LEAST_WORDS) return end + 1;
  }
  return null;
}

function widen(a: readonly Token[], b: readonly Token[], placeA: Place, placeB: Place): Move {
  let [fromA, fromB] = [placeA.at, placeB.at];
  let [toA, toB] = [fromA, fromB];
  const same = (i: number, k: number): boolean => (a[i] as Token).wording === (b[k] as Token).wording;
  while (fromA > placeA.change.fromA && fromB > placeB.change.fromB && same(fromA - 1, fromB - 1)) {
    fromA--;
    fromB--;
  }
  while (toA < placeA.change.toA && toB < placeB.change.toB && same(toA, toB)) {
    toA++;
    toB++;
  }
  return { fromA, toA, fromB, toB };
}

function isMost(row: readonly Token[], from: number, to: number, fromAll: number, toAll: number): boolean {
  // Less than a quarter of the tokens is not most of the letters; this spares long changes the sum.
  if (4 * (to - from) < toAll - fromAll) return false;
  return sumOf(row, from, to, lettersOf) >= LEAST_SHARE * sumOf(row, fromAll, toAll, lettersOf);
}

function isInParagraph({ kind }: Token): boolean {
  return kind === "word" || kind === "atom";
}

/** First what is deleted before the move and inserted before the other; then each move, and what comes after it. */
function cut(change: TokenChange, deleted: Move | undefined, inserted: Move | undefined): TokenChange[] {
  if (deleted === undefined && inserted === undefined) return [change];
  const { fromA, toA, fromB, toB } = change;
  const [a1, a2] = deleted === undefined ? [toA, toA] : [deleted.fromA, deleted.toA];
  const [b1, b2] = inserted === undefined ? [toB, toB] : [inserted.fromB, inserted.toB];
  return [
    { fromA, toA: a1, fromB, toB: b1 },
    { fromA: a1, toA: a2, fromB: b1, toB: b1 },
    { fromA: a2, toA, fromB: b1, toB: b1 },
    { fromA: toA, toA, fromB: b1, toB: b2 },
    { fromA: toA, toA, fromB: b2, toB },
  ].filter((part) => part.fromA < part.toA || part.fromB < part.toB);
}
