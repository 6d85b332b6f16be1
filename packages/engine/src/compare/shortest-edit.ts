import { uniqueAnchors } from "./anchors.ts";
import type { TokenChange } from "./token-change.ts";

/**
 * How many tokens may be deleted and inserted before the exact search gives up. The search takes at most twice as many
 * steps for every token and stores the square in numbers (4 MB). Two unrelated rows of 3,000 tokens would need 6,000,
 * 144 MB and twice the time; a paragraph that keeps half of its 1,000 words still gets the exact answer.
 */
export const MOST_DIFFERENCES = 1000;

/** The changes, and how much work it was to find them: steps over tokens, for the test of the bound. */
export interface ShortestEdit {
  readonly changes: readonly TokenChange[];
  readonly steps: number;
}

/**
 * The fewest deletions and insertions that turn row A into row B (E. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986). Equal numbers match. Past the bound: the tokens that occur once on both sides are taken as fixed
 * points and the search goes on between them with half the bound, so that all levels together take at most twice the
 * work of the first. Where there are no fixed points, all is one replacement.
 */
export function shortestEdit(a: Int32Array, b: Int32Array): ShortestEdit {
  const changes: TokenChange[] = [];
  const search = { a, b, changes, steps: 0 };
  compareStretch(search, { fromA: 0, toA: a.length, fromB: 0, toB: b.length }, MOST_DIFFERENCES);
  return { changes, steps: search.steps };
}

interface Search {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly changes: TokenChange[];
  steps: number;
}

function compareStretch(search: Search, whole: TokenChange, bound: number): void {
  const { a, b, changes } = search;
  let { fromA, toA, fromB, toB } = whole;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
    toA--;
    toB--;
  }
  search.steps += whole.toA - whole.fromA - (toA - fromA);
  if (fromA === toA && fromB === toB) return;
  const stretch = { fromA, toA, fromB, toB };
  if (fromA === toA || fromB === toB) {
    append(changes, stretch);
    return;
  }
  const path = shortestPath(search, stretch, bound);
  if (path !== null) {
    for (const change of path) append(changes, change);
    return;
  }
  const anchors = bound < 2 ? [] : uniqueAnchors(a, fromA, toA, b, fromB, toB);
  search.steps += toA - fromA + toB - fromB;
  if (anchors.length === 0) {
    append(changes, stretch);
    return;
  }
  for (const anchor of anchors) {
    compareStretch(search, { fromA, toA: anchor.a, fromB, toB: anchor.b }, bound >> 1);
    fromA = anchor.a + 1;
    fromB = anchor.b + 1;
  }
  compareStretch(search, { fromA, toA, fromB, toB }, bound >> 1);
}

/** Adds a change; one that touches the change before becomes part of it. */
function append(changes: TokenChange[], change: TokenChange): void {
  const last = changes.at(-1);
  if (last !== undefined && last.toA === change.fromA && last.toB === change.fromB) {
    changes[changes.length - 1] = { ...last, toA: change.toA, toB: change.toB };
  } else changes.push(change);
}

/** The changes of a stretch in order, or `null` if more than `bound` tokens differ. */
function shortestPath(search: Search, stretch: TokenChange, bound: number): TokenChange[] | null {
  const { a, b } = search;
  const { fromA, fromB } = stretch;
  const lengthA = stretch.toA - fromA;
  const lengthB = stretch.toB - fromB;
  const most = Math.min(bound, lengthA + lengthB);
  if (Math.abs(lengthA - lengthB) > most) return null;
  // reach[most + 1 + k] is the furthest x (position in A) on diagonal k = x - y after the differences so far.
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const middle = most + 1;
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(reach, middle + k, k, d)
        ? (reach[middle + k + 1] as number)
        : (reach[middle + k - 1] as number) + 1;
      const start = x;
      while (x < lengthA && x - k < lengthB && a[fromA + x] === b[fromB + x - k]) x++;
      search.steps += x - start + 1;
      reach[middle + k] = x;
      if (x >= lengthA && x - k >= lengthB) return walkBack(trace, stretch, d);
    }
    trace.push(reach.slice(middle - d, middle + d + 1));
  }
  return null;
}

/** Whether the furthest path to diagonal k comes by an insertion (from diagonal k + 1), and not by a deletion. */
function goesDown(reach: Int32Array, at: number, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach[at - 1] as number) < (reach[at + 1] as number));
}

function walkBack(trace: readonly Int32Array[], stretch: TokenChange, differences: number): TokenChange[] {
  const backwards: TokenChange[] = [];
  let x = stretch.toA - stretch.fromA;
  let y = stretch.toB - stretch.fromB;
  for (let d = differences; d > 0; d--) {
    const reach = trace[d - 1] as Int32Array;
    const k = x - y;
    // reach holds the diagonals -(d - 1) to d - 1; diagonal k stands at k + d - 1.
    const down = goesDown(reach, k + d - 1, k, d);
    const fromK = down ? k + 1 : k - 1;
    const fromX = reach[fromK + d - 1] as number;
    const fromY = fromX - fromK;
    const toX = down ? fromX : fromX + 1;
    const toY = down ? fromY + 1 : fromY;
    const next = backwards.at(-1);
    const change = {
      fromA: stretch.fromA + fromX,
      toA: stretch.fromA + toX,
      fromB: stretch.fromB + fromY,
      toB: stretch.fromB + toY,
    };
    if (next !== undefined && next.fromA === change.toA && next.fromB === change.toB) {
      backwards[backwards.length - 1] = { ...next, fromA: change.fromA, fromB: change.fromB };
    } else backwards.push(change);
    x = fromX;
    y = fromY;
  }
  return backwards.reverse();
}
