import type { Run } from "./run-process.ts";

/** The runs of one case on one set. `null` stands for a run that did not finish. */
export type Runs = readonly (Run | null)[];

/** What stands in the middle of some numbers, and their ends. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** How many numbers. */
  readonly count: number;
}

/** One number of every run. `null` where a run did not finish: then there is no middle that could be trusted. */
export function spreadOf(runs: Runs, number: (run: Run) => number): Spread | null {
  const numbers = runs.flatMap((run) => (run === null ? [] : [number(run)])).toSorted((a, b) => a - b);
  const least = numbers[0];
  const most = numbers.at(-1);
  if (numbers.length < runs.length || least === undefined || most === undefined) return null;
  return { median: middleOf(numbers), least, most, count: numbers.length };
}

/** Seconds by the clock of the longest run that finished; 0 without one. */
export function longestOf(runs: Runs): number {
  return Math.max(0, ...runs.map((run) => run?.seconds ?? 0));
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] as number;
  return Number.isInteger(half) ? ((sorted[half - 1] as number) + upper) / 2 : upper;
}
