import type { TokenChange } from "../compare/token-change.ts";
import type { Token } from "../model/text.ts";
import { sourceOf } from "./base-text.ts";

/**
 * Widens changes that put a table, a content control or what takes whole paragraphs (a table of contents) into the middle
 * of a paragraph, or that take the paragraphs and leave the mark, out to whole paragraphs. Word has no place there: a
 * paragraph ends where a table begins. So the paragraph is deleted whole, and inserted again in parts.
 */
export function atBlockBorders<Change extends TokenChange>(
  base: readonly Token[],
  accepted: readonly Token[],
  changes: readonly Change[],
  join: (changes: readonly Change[], range: TokenChange) => Change,
): Change[] {
  const result: Change[] = [];
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i] as Change;
    if (!movesBlocks(base, accepted, change) || fits(base, accepted, change)) {
      result.push(change);
      continue;
    }
    const joined: Change[] = [change];
    const fromA = paragraphStart(base, change.fromA);
    const ends = isBorder(base, change.toA) && isBorder(accepted, change.toB);
    let toA = ends ? change.toA : paragraphEnd(base, change.toA);
    for (;;) {
      const before = result.at(-1);
      if (before === undefined || before.toA <= fromA) break;
      joined.unshift(before);
      result.pop();
    }
    for (;;) {
      const next = changes[i + 1];
      if (next === undefined || next.fromA >= toA) break;
      joined.push(next);
      i++;
      if (next.toA > toA) toA = isBorder(base, next.toA) ? next.toA : paragraphEnd(base, next.toA);
    }
    const first = joined[0] as Change;
    const last = joined.at(-1) as Change;
    const start = Math.min(fromA, first.fromA);
    const range: TokenChange = {
      fromA: start,
      toA,
      fromB: first.fromB - (first.fromA - start),
      toB: last.toB + (toA - last.toA),
    };
    result.push(join(joined, range));
  }
  return result;
}

function movesBlocks(base: readonly Token[], accepted: readonly Token[], change: TokenChange): boolean {
  const { fromA, toA, fromB, toB } = change;
  return insertsBlocks(accepted, change) || touchesWhole(base, fromA, toA) || touchesWhole(accepted, fromB, toB);
}

/** True where what takes whole paragraphs, or the mark that goes with it, is among the tokens. */
function touchesWhole(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(0, from - 1); i < to; i++) {
    const source = sourceOf(tokens[i] as Token);
    if (source?.kind === "atom" && source.piece.level === "block") return true;
  }
  return false;
}

function insertsBlocks(accepted: readonly Token[], { fromB, toB }: TokenChange): boolean {
  for (let i = fromB; i < toB; i++) {
    const { kind, wording } = accepted[i] as Token;
    if (kind === "open" && (wording === "<table>" || wording.startsWith("<group"))) return true;
  }
  return false;
}

/** True where a change begins and ends between blocks, in the base and in what it inserts. */
function fits(base: readonly Token[], accepted: readonly Token[], { fromA, toA, toB }: TokenChange): boolean {
  return isBorder(base, fromA) && isBorder(base, toA) && isBorder(accepted, toB);
}

/** True for a gap between two blocks: what comes before it ends a block or begins what holds blocks. */
function isBorder(tokens: readonly Token[], gap: number): boolean {
  const before = tokens[gap - 1];
  return before === undefined || before.kind === "mark" || before.kind === "close" || before.kind === "open";
}

function paragraphStart(tokens: readonly Token[], gap: number): number {
  let start = gap;
  while (!isBorder(tokens, start)) start--;
  return start;
}

function paragraphEnd(tokens: readonly Token[], gap: number): number {
  let end = gap;
  while (end < tokens.length && tokens[end]?.kind !== "mark") end++;
  return Math.min(end + 1, tokens.length);
}
