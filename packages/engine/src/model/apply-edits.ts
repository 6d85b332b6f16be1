import type { Edit, Reformat } from "./submission.ts";
import type { Token } from "./text.ts";

/** Tokens `from` to `to` of a row: a part of a text that is told by where it comes from. */
export interface Stretch {
  readonly row: readonly Token[];
  readonly from: number;
  readonly to: number;
}

type LookRange = Pick<Reformat, "fromA" | "toA" | "tokens">;

/**
 * The base tokens `from` to `to` as somebody proposes them: what the edits delete is left out, what they insert is put
 * in, what is reformatted looks so. Edits and reformats must lie within the range, each in order.
 */
export function applyEdits(
  base: readonly Token[],
  edits: readonly Edit[],
  reformats: readonly LookRange[] = [],
  from = 0,
  to: number = base.length,
): Token[] {
  const result: Token[] = [];
  for (const stretch of stretchesOf(base, edits, reformats, from, to)) {
    for (let i = stretch.from; i < stretch.to; i++) result.push(stretch.row[i] as Token);
  }
  return result;
}

/** The same, as stretches of the base and of what is inserted: as long as the edits, however long the text. */
export function stretchesOf(
  base: readonly Token[],
  edits: readonly Edit[],
  reformats: readonly LookRange[] = [],
  from = 0,
  to: number = base.length,
): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (row: readonly Token[], start: number, end: number): void => {
    if (start < end) stretches.push({ row, from: start, to: end });
  };
  let at = from;
  let next = 0;
  const keep = (end: number): void => {
    while (at < end) {
      while (next < reformats.length && (reformats[next] as LookRange).toA <= at) next++;
      const look = reformats[next];
      const lookFrom = look?.fromA ?? end;
      if (look === undefined || lookFrom >= end) {
        add(base, at, end);
        at = end;
      } else if (lookFrom > at) {
        add(base, at, lookFrom);
        at = lookFrom;
      } else {
        const stop = Math.min(look.toA, end);
        add(look.tokens, at - look.fromA, stop - look.fromA);
        at = stop;
      }
    }
  };
  for (const edit of edits) {
    keep(edit.fromA);
    at = edit.toA;
    add(edit.inserted, 0, edit.inserted.length);
  }
  keep(to);
  return stretches;
}

/**
 * The first place where two texts differ, counted in tokens from 0, or `null`. Stretches of one row at one place are the
 * same without a look.
 */
export function firstDifference(
  a: readonly Stretch[],
  b: readonly Stretch[],
  same: (a: Token, b: Token) => boolean,
): number | null {
  let passed = 0;
  let i = 0;
  let j = 0;
  let atA = a[0]?.from ?? 0;
  let atB = b[0]?.from ?? 0;
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x === undefined || y === undefined) return x === y ? null : passed;
    const length = Math.min(x.to - atA, y.to - atB);
    if (x.row !== y.row || atA !== atB) {
      for (let k = 0; k < length; k++) {
        const tokenA = x.row[atA + k] as Token;
        const tokenB = y.row[atB + k] as Token;
        if (tokenA !== tokenB && !same(tokenA, tokenB)) return passed + k;
      }
    }
    passed += length;
    atA += length;
    atB += length;
    if (atA === x.to) atA = a[++i]?.from ?? 0;
    if (atB === y.to) atB = b[++j]?.from ?? 0;
  }
}
