import type { Token } from "../model/text.ts";
import type { TokenChange } from "./token-change.ts";

const ENDS_SENTENCE = /[.!?\u3002\uFF01\uFF1F\u061F\u06D4]$/u;
const ENDS_CLAUSE = /[;:\u061B\uFF1B\uFF1A]$/u;
const ENDS_PHRASE = /[,\u060C\u3001\uFF0C\p{Pe}\p{Pf}\p{Pd}]$/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;
const CANNOT_BEGIN = /^[,.;:!?\u060C\u061B\u061F\u3001\u3002\p{Pe}\p{Pf}]/u;

/**
 * Gives every pure insertion and pure deletion its one place among those that mean the same. To insert "x and " in
 * "a and b" before b, or "and x " after a, gives the same text; two delegations must not end up with one each.
 *
 * The rule: of all places, the one where the change begins best. Best is the beginning of a paragraph (so a new
 * paragraph comes with its own mark, and never takes the mark of the one before), then of a sentence, then after a
 * semicolon or colon, then after a comma or closing bracket, then at any other word; worst is to begin just inside an
 * opening bracket or with a comma or full stop. Among equals, the last. A change never slides up to its neighbour, and
 * what holds a table's row or another structure stays: it would take half of the one and half of the other. So does what
 * is fixed.
 */
export function slide<Change extends TokenChange>(
  a: readonly Token[],
  b: readonly Token[],
  changes: readonly Change[],
  isFixed: (change: Change) => boolean = () => false,
): Change[] {
  const slid: Change[] = [];
  changes.forEach((change, i) => {
    if (isFixed(change)) {
      slid.push(change);
      return;
    }
    const before = slid.at(-1);
    const after = changes[i + 1];
    const most = after === undefined ? a.length - change.toA : after.fromA - change.toA - 1;
    const least = before === undefined ? change.fromA : change.fromA - before.toA - 1;
    if (change.fromA === change.toA) slid.push(shift(change, bestShift(b, change.fromB, change.toB, least, most)));
    else if (change.fromB === change.toB) slid.push(shift(change, bestShift(a, change.fromA, change.toA, least, most)));
    else slid.push(change);
  });
  return slid;
}

function shift<Change extends TokenChange>(change: Change, by: number): Change {
  if (by === 0) return change;
  return { ...change, fromA: change.fromA + by, toA: change.toA + by, fromB: change.fromB + by, toB: change.toB + by };
}

/** How far the stretch goes to the right (negative: to the left), at most `mostLeft` or `mostRight`. */
function bestShift(row: readonly Token[], from: number, to: number, mostLeft: number, mostRight: number): number {
  for (let i = from; i < to; i++) if (isStructure(row[i] as Token)) return 0;
  let first = 0;
  while (-first < mostLeft && same(row, from + first - 1, to + first - 1)) first--;
  let last = 0;
  while (last < mostRight && same(row, from + last, to + last)) last++;
  let best = last;
  for (let by = last - 1; by >= first; by--) {
    if (beginning(row, from + by) > beginning(row, from + best)) best = by;
  }
  return best;
}

function isStructure({ kind }: Token): boolean {
  return kind === "open" || kind === "close";
}

function same(row: readonly Token[], i: number, k: number): boolean {
  return (row[i] as Token).wording === (row[k] as Token).wording;
}

/** How good it is to begin a change at this position. */
function beginning(row: readonly Token[], at: number): number {
  const before = row[at - 1];
  if (before === undefined || (before.kind !== "word" && before.kind !== "atom")) return 4;
  const text = before.text.trimEnd();
  if (OPENS.test(text) || CANNOT_BEGIN.test((row[at] as Token).text)) return -1;
  if (ENDS_SENTENCE.test(text)) return 3;
  if (ENDS_CLAUSE.test(text)) return 2;
  return ENDS_PHRASE.test(text) ? 1 : 0;
}
