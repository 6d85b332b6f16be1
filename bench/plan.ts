/** A base text and the submissions on it, as one set of files. */
export interface SetPlan {
  readonly pages: number;
  /** In the base text, outside its tables. */
  readonly paragraphs: number;
  readonly submissions: number;
  /** In each submission. */
  readonly edits: number;
  readonly mode: Mode;
}

/** Whether the delegations tracked their changes; where they did not, everything has to be found by comparison. */
export type Mode = "tracked" | "untracked";

/** What is measured on each set, in the order in which a round runs them. */
export const CASES = ["engine", "peer", "floor"] as const;

export type CaseName = (typeof CASES)[number];

/** How many runs there are of each case on each set; the middle one counts. */
export const RUNS = 5;

/** After a run that took longer than this, in seconds, there are only `LONG_RUNS` of that case on that set. */
export const LONG_RUN = 60;
export const LONG_RUNS = 3;

/**
 * After so many seconds a run is ended and counts as not finished. The peer's longest run, 57 files of 120 pages, took
 * 100 s of processor time and, on two cores shared with others, 250 s by the clock; once it was seen to run without an
 * end.
 */
export const TIME_LIMIT = 900;

/** One seed for all sets: the same files on every machine. */
export const SEED = 1540;

/** All sets, or with `quick` only those that take seconds. Small ones first. */
export function planSets(quick: boolean): SetPlan[] {
  const texts = quick ? TEXTS.slice(0, 1) : TEXTS;
  const numbers = quick ? SUBMISSIONS.slice(0, 2) : SUBMISSIONS;
  return texts.flatMap((text) =>
    MODES.flatMap((mode) => numbers.map((submissions) => ({ ...text, mode, submissions }))),
  );
}

/** How a set is called in messages and tables: `"120 pages, tracked"`. */
export function nameOfText({ pages, mode }: SetPlan): string {
  return `${pages} pages, ${mode}`;
}

const TEXTS = [
  { pages: 10, paragraphs: 167, edits: 8 },
  { pages: 120, paragraphs: 2000, edits: 40 },
];
const MODES: readonly Mode[] = ["tracked", "untracked"];
const SUBMISSIONS = [1, 5, 20, 57];
