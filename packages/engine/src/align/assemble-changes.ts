import { isReplacement, type TokenChange } from "../compare/token-change.ts";
import type { Token } from "../model/text.ts";
import type { Move } from "./alignment.ts";
import type { Piece } from "./piece.ts";

/**
 * Joins pieces that touch into changes. What was moved stays by itself. Whole blocks and the first words of the paragraph
 * after them stay apart as well: a delegation that inserts a paragraph and amends the next one proposes the same
 * paragraph as one that only inserts it. Two insertions at one place are joined all the same, for they have an order.
 *
 * Where paragraphs replace paragraphs, the last mark is kept: it is the same before and after, and the last paragraph
 * of a cell cannot lose it.
 */
export function assembleChanges(
  a: readonly Token[],
  b: readonly Token[],
  pieces: readonly Piece[],
  moves: readonly Move[],
): TokenChange[] {
  const movedA = placesOf(moves, "A");
  const movedB = placesOf(moves, "B");
  const runs: Run[] = [];
  for (const piece of pieces) {
    const moved = piece.fromA < piece.toA ? movedA.get(piece.fromA) : movedB.get(piece.fromB);
    const move = piece.kind === "block" && moved !== undefined ? moved : null;
    const last = runs.at(-1);
    if (last !== undefined && last.move === move && belongTogether(last, piece)) {
      last.toA = piece.toA;
      last.toB = piece.toB;
      last.hasEdge ||= piece.kind === "edge";
    } else {
      const { fromA, toA, fromB, toB, kind } = piece;
      runs.push({ fromA, toA, fromB, toB, move, hasWords: kind === "words", hasEdge: kind === "edge" });
    }
  }
  return runs.map((run) => keepLastMark(a, b, run));
}

interface Run {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
  hasEdge: boolean;
  readonly hasWords: boolean;
  readonly move: Move | null;
}

function belongTogether(run: Run, piece: Piece): boolean {
  if (run.toA !== piece.fromA || run.toB !== piece.fromB) return false;
  return run.hasWords === (piece.kind === "words") || (run.fromA === run.toA && piece.fromA === piece.toA);
}

function placesOf(moves: readonly Move[], side: "A" | "B"): Map<number, Move> {
  const places = new Map<number, Move>();
  for (const move of moves) {
    const [from, to] = side === "A" ? [move.fromA, move.toA] : [move.fromB, move.toB];
    for (let at = from; at < to; at++) places.set(at, move);
  }
  return places;
}

function keepLastMark(a: readonly Token[], b: readonly Token[], run: Run): TokenChange {
  const { fromA, toA, fromB, toB } = run;
  const lastA = a[toA - 1];
  const lastB = b[toB - 1];
  const keeps =
    isReplacement(run)
    && !run.hasEdge
    && lastA?.kind === "mark"
    && lastB?.kind === "mark"
    && lastA.wording === lastB.wording;
  return keeps ? { fromA, toA: toA - 1, fromB, toB: toB - 1 } : { fromA, toA, fromB, toB };
}
