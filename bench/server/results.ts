import type { FanOutRun } from "./fan-out/fan-out.ts";
import type { CaseRun } from "./measure-case.ts";
import type { Opening } from "./open-compilation.ts";
import type { ServerPlan } from "./plan.ts";
import { quantile } from "./quantiles.ts";
import type { Sides } from "./sides.ts";

/** Everything that was measured. */
export interface Results {
  readonly plan: ServerPlan;
  readonly cases: readonly CaseResult[];
  readonly listeners: number;
  readonly fanOut: readonly Sides<FanOutRun>[];
  readonly openings: readonly Opening[];
}

export interface CaseResult {
  readonly name: string;
  /** Of its answers, in bytes as they go over the wire: the middle one. */
  readonly bytes: number;
  readonly runs: readonly Sides<CaseRun>[];
}

/** One number of all runs, of both sides: the middle ones, and how many times the floor's the product's is. */
export interface Compared extends Sides<number> {
  readonly ratio: number;
}

export function compare<Run>(runs: readonly Sides<Run>[], number: (run: Run) => number): Compared {
  const product = middle(runs.map((run) => number(run.product)));
  const floor = middle(runs.map((run) => number(run.floor)));
  return { product, floor, ratio: product / floor };
}

export function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}
