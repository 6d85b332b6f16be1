import type { TokenChange } from "../compare/token-change.ts";
import type { Token } from "../model/text.ts";
import { sourceOf } from "./base-text.ts";

/**
 * Widens changes that put a table or a content control into the middle of a paragraph, back to where the paragraph begins
 * and on to its mark. Word has no place there: a paragraph ends where a table begins. So the words of the paragraph are
 * deleted, and inserted again in parts; its mark ends the last part. What takes whole paragraphs by itself (a table of
 * contents) goes with its mark.
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
    const isWhole = takesWhole(base, change.fromA, change.toA) || takesWhole(accepted, change.fromB, change.toB);
    if ((!isWhole && !insertsBlocks(accepted, change)) || fits(base, accepted, change, isWhole)) {
      result.push(change);
      continue;
    }
    const endOf = (gap: number): number => paragraphEnd(base, gap, isWhole);
    const joined: Change[] = [change];
    const fromA = paragraphStart(base, change.fromA);
    for (let before = result.at(-1); before !== undefined && before.toA > fromA; before = result.at(-1)) {
      joined.unshift(before);
      result.pop();
    }
    let toA = endOf(change.toA);
    for (let next = changes[i + 1]; next !== undefined && next.fromA <= toA; next = changes[i + 1]) {
      if (next.fromA === toA && isBorder(base, toA)) break;
      joined.push(next);
      toA = endOf(Math.max(toA, next.toA));
      i++;
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

/** True where what takes whole paragraphs, or the mark that goes with it, is among the tokens. */
function takesWhole(tokens: readonly Token[], from: number, to: number): boolean {
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

/**
 * True where a change begins between blocks of the base, and ends between blocks of both texts or, if it takes no whole
 * paragraphs, before a mark that both keep.
 */
function fits(
  base: readonly Token[],
  accepted: readonly Token[],
  { fromA, toA, toB }: TokenChange,
  isWhole: boolean,
): boolean {
  if (!isBorder(base, fromA)) return false;
  return isBorder(base, toA) ? isBorder(accepted, toB) : !isWhole && base[toA]?.kind === "mark";
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

/** The mark of the paragraph around a gap, or the gap behind the mark; a gap between blocks is its own end. */
function paragraphEnd(tokens: readonly Token[], gap: number, isBehindMark: boolean): number {
  if (isBorder(tokens, gap)) return gap;
  let end = gap;
  while (end < tokens.length && tokens[end]?.kind !== "mark") end++;
  return isBehindMark ? Math.min(end + 1, tokens.length) : end;
}
