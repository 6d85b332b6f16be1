import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_DIFFERENCES, shortestEdit } from "../../src/compare/shortest-edit.ts";

const ids = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }).map((row) => Int32Array.from(row));

/** Length of the longest common subsequence, by the table everybody knows. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  let below = new Array<number>(b.length + 1).fill(0);
  for (let i = a.length - 1; i >= 0; i--) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let k = b.length - 1; k >= 0; k--) {
      row[k] = a[i] === b[k] ? (below[k + 1] ?? 0) + 1 : Math.max(below[k] ?? 0, row[k + 1] ?? 0);
    }
    below = row;
  }
  return below[0] ?? 0;
}

test("no edit is shorter", () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      const sum = shortestEdit(a, b).changes.reduce(
        (n, { fromA, toA, fromB, toB }) => n + toA - fromA + toB - fromB,
        0,
      );
      expect(sum).toBe(a.length + b.length - 2 * longestCommon(a, b));
    }),
    { numRuns: 500 },
  );
});

/** A row without a rule in it, the same at every run. */
function scattered(length: number, different: number, seed: number): Int32Array {
  let state = seed;
  return Int32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state % different;
  });
}

test.each([
  [
    "rows that have nothing in common",
    Int32Array.from({ length: 20000 }, (_, i) => i),
    Int32Array.from({ length: 20000 }, (_, i) => -1 - i),
  ],
  ["rows of two words without order", scattered(20000, 2, 1), scattered(20000, 2, 2)],
  ["rows of many words without order", scattered(20000, 5000, 3), scattered(20000, 5000, 4)],
  ["one row twice as long as the other", scattered(40000, 50, 5), scattered(20000, 50, 6)],
  [
    "a row and its reverse",
    Int32Array.from({ length: 20000 }, (_, i) => i),
    Int32Array.from({ length: 20000 }, (_, i) => 19999 - i),
  ],
])("the work stays within the bound for %s", (_, a, b) => {
  expect(shortestEdit(a, b).steps).toBeLessThan(2 * MOST_DIFFERENCES * (a.length + b.length));
});

test("twice the length takes no more than about twice the work", () => {
  const work = (length: number): number => shortestEdit(scattered(length, 50, 7), scattered(length, 50, 8)).steps;
  expect(work(40000)).toBeLessThan(3 * work(20000));
});

test("past the bound, what occurs once on both sides is still kept", () => {
  const a = Int32Array.from({ length: 6000 }, (_, i) => (i % 3 === 0 ? i : -1 - i));
  const b = Int32Array.from({ length: 6000 }, (_, i) => (i % 3 === 0 ? i : -10000 - i));
  const replaced = shortestEdit(a, b).changes.reduce((sum, { fromA, toA }) => sum + toA - fromA, 0);
  expect(replaced).toBe(4000);
});
