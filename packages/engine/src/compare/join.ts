import type { Token } from "../model/text.ts";
import { isReplacement, type TokenChange } from "./token-change.ts";
import { lettersOf, wordsOf } from "./weight.ts";

/**
 * A change is substantial from two words on. With one word, "[shall => should] be [+effectively and promptly ]" would
 * become one replacement, and a delegation that only writes "should" would no longer be seen to propose the same.
 */
const SUBSTANTIAL_WORDS = 2;
/**
 * Kept text is little if the smaller of the changes beside it has at least this many times its letters. At 1,
 * "of the" is swallowed between two changes of two short words; at 3, a paragraph rewritten from top to bottom falls
 * into pieces held together by "and the".
 */
const TIMES_KEPT = 2;
/** Kept text of more letters is never little: "in accordance with the" (19) can stay by chance, more hardly can. */
const MOST_KEPT_LETTERS = 24;

/**
 * Joins substantial changes with only very little kept text between them, so that a rewritten sentence is one
 * replacement and not confetti round "the" and "of". Between two substantial changes there can be small ones; they
 * join in. One of the two must replace something: two insertions round an "and" stay two insertions. Paragraph marks,
 * atoms and structure are never little: what can be kept of them is kept.
 *
 * Joining only makes changes larger, and larger changes only join more: the order of joining changes nothing.
 */
export function join(a: readonly Token[], b: readonly Token[], changes: readonly TokenChange[]): TokenChange[] {
  if (changes.length < 2) return [...changes];
  const sums = {
    lettersA: runningSums(a, lettersOf),
    lettersB: runningSums(b, lettersOf),
    wordsA: runningSums(a, wordsOf),
    wordsB: runningSums(b, wordsOf),
  };
  let measured = changes.map((change) => measure(sums, change));
  for (let before = -1; before !== measured.length; ) {
    before = measured.length;
    measured = joinOnce(a, sums, measured);
  }
  return measured.map(({ change }) => change);
}

/** Sums of what stands before each position, so that a change is measured in one step however large it has become. */
interface Sums {
  readonly lettersA: Float64Array;
  readonly lettersB: Float64Array;
  readonly wordsA: Float64Array;
  readonly wordsB: Float64Array;
}

function runningSums(tokens: readonly Token[], measureOf: (token: Token) => number): Float64Array {
  const sums = new Float64Array(tokens.length + 1);
  tokens.forEach((token, i) => {
    sums[i + 1] = (sums[i] as number) + measureOf(token);
  });
  return sums;
}

interface Measured {
  readonly change: TokenChange;
  /** Letters of the larger side. */
  readonly letters: number;
  readonly substantial: boolean;
}

function measure(sums: Sums, change: TokenChange): Measured {
  const { fromA, toA, fromB, toB } = change;
  const between = (row: Float64Array, from: number, to: number): number => (row[to] as number) - (row[from] as number);
  const words = Math.max(between(sums.wordsA, fromA, toA), between(sums.wordsB, fromB, toB));
  const letters = Math.max(between(sums.lettersA, fromA, toA), between(sums.lettersB, fromB, toB));
  return { change, letters, substantial: words >= SUBSTANTIAL_WORDS };
}

/** One pass from left to right. `row` collects the result; its last substantial change may swallow what follows it. */
function joinOnce(a: readonly Token[], sums: Sums, changes: readonly Measured[]): Measured[] {
  const row: Measured[] = [];
  let lastSubstantial = -1;
  let kept = 0;
  for (const next of changes) {
    const before = row.at(-1);
    kept += before === undefined ? 0 : keptLetters(a, before.change.toA, next.change.fromA);
    const left = row[lastSubstantial];
    if (left !== undefined && next.substantial && isLittle(kept, left, next)) {
      row.length = lastSubstantial;
      row.push(measure(sums, { ...left.change, toA: next.change.toA, toB: next.change.toB }));
      kept = 0;
      continue;
    }
    row.push(next);
    if (next.substantial) {
      lastSubstantial = row.length - 1;
      kept = 0;
    }
  }
  return row;
}

function isLittle(kept: number, left: Measured, right: Measured): boolean {
  return (
    kept <= MOST_KEPT_LETTERS
    && kept * TIMES_KEPT <= Math.min(left.letters, right.letters)
    && (isReplacement(left.change) || isReplacement(right.change))
  );
}

/** Letters kept between two changes; infinitely many if something is kept that must not be given up. */
function keptLetters(a: readonly Token[], from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i++) {
    const token = a[i] as Token;
    if (token.kind !== "word") return Infinity;
    letters += lettersOf(token);
  }
  return letters;
}
