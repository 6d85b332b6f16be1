import type { Measured } from "./measure-set.ts";
import type { CaseName } from "./plan.ts";
import type { Run } from "./run-process.ts";
import { spreadOf } from "./summary.ts";

/** A goal that was set before anything was measured. All are about 57 submissions on 120 pages. */
export interface Target {
  readonly words: string;
  /** The number that is held against the goal; `null` where it was not measured. */
  readonly measure: (set: Measured, all: readonly Measured[]) => number | null;
  readonly isMet: (number: number) => boolean;
  readonly write: (number: number) => string;
}

export const TARGETS: readonly Target[] = [
  {
    words: "at least 15 times as fast as the peer",
    measure: (set) => ratio(secondsOf(set, "peer"), secondsOf(set, "engine")),
    isMet: (factor) => factor >= 15,
    write: times,
  },
  {
    words: "within 3.2 times the time for 20 submissions",
    measure: (set, all) => ratio(secondsOf(set, "engine"), secondsOf(withSubmissions(all, set, 20), "engine")),
    isMet: (factor) => factor <= 3.2,
    write: times,
  },
  {
    words: "within twice the floor",
    measure: (set) => ratio(secondsOf(set, "engine"), secondsOf(set, "floor")),
    isMet: (factor) => factor <= 2,
    write: times,
  },
  {
    words: "less than 400 MB at the peak",
    measure: (set) => medianOf(set, "engine", (run) => run.peakBytes / 1e6),
    isMet: (megabytes) => megabytes < 400,
    write: (megabytes) => `${megabytes.toFixed(0)} MB`,
  },
];

/** The sets that the targets are about. */
export function setsWithTargets(all: readonly Measured[]): Measured[] {
  return all.filter(({ plan }) => plan.pages === 120 && plan.submissions === 57);
}

/** Seconds by the clock, the middle one of the runs; `null` where it was not measured. */
export function secondsOf(set: Measured | undefined, name: CaseName): number | null {
  return set === undefined ? null : medianOf(set, name, (run) => run.seconds);
}

/** `null` unless both were measured. */
export function ratio(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a / b;
}

/** `"3.4 ×"`; from 10 on without a fraction. */
export function times(factor: number): string {
  return `${factor.toFixed(factor < 10 ? 1 : 0)} ×`;
}

function medianOf(set: Measured, name: CaseName, number: (run: Run) => number): number | null {
  return spreadOf(set.runs[name], number)?.median ?? null;
}

function withSubmissions(all: readonly Measured[], { plan }: Measured, submissions: number): Measured | undefined {
  return all.find(
    (other) =>
      other.plan.pages === plan.pages && other.plan.mode === plan.mode && other.plan.submissions === submissions,
  );
}
