import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CASES, type CaseName, LONG_RUN, LONG_RUNS, RUNS, type SetPlan } from "./plan.ts";
import { type Run, runProcess } from "./run-process.ts";
import { longestOf, type Runs } from "./summary.ts";

/** All that was measured on one set. */
export interface Measured {
  readonly plan: SetPlan;
  readonly runs: Readonly<Record<CaseName, Runs>>;
  /** Delegations whose proof holds, in the engine's own receipts. */
  readonly proofs: number;
  readonly recovered: Readonly<Record<"engine" | "peer", Recovered>>;
}

/** What comes out when a compiled Word file is read back; `null` where there is no file. */
export type Recovered = {
  /** Delegations whose accepted text comes out word for word. */
  readonly delegations: number;
  /** Whether the base text comes out when all changes are rejected. */
  readonly base: boolean;
} | null;

/**
 * Makes a set in a temporary folder, measures every case on it, and reads back what was compiled. The cases take turns,
 * so that what slows the machine down for a while slows down all of them.
 */
export async function measureSet(plan: SetPlan, tell: (done: string) => void): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  try {
    // The sets are made in a process of their own as well: on Linux a child's peak memory is never less than what its
    // parent held when it started it, so this one must stay small.
    await runProcess("make-set.ts", folder, JSON.stringify(plan));
    const runs: Record<CaseName, (Run | null)[]> = { engine: [], peer: [], floor: [] };
    for (let round = 0; round < RUNS; round++) {
      for (const name of CASES) {
        if (isEnough(runs[name])) continue;
        const run = await attempt(tell, `cases/${name}.ts`, folder, outputOf(folder, name));
        runs[name].push(run);
        if (run !== null) tell(`${name} ${run.seconds.toFixed(2)} s`);
      }
    }
    const recover = async (name: CaseName): Promise<Recovered> => {
      const read = await attempt(tell, "cases/check.ts", folder, outputOf(folder, name));
      return read === null ? null : { delegations: read.facts.recovered ?? 0, base: read.facts.base === 1 };
    };
    const recovered = { engine: await recover("engine"), peer: await recover("peer") };
    return { plan, runs, proofs: runs.engine[0]?.facts.proofs ?? 0, recovered };
  } finally {
    process.off("exit", removeFolder);
    removeFolder();
  }
}

/** One process that fails says so, and ends nothing else: the other numbers took an hour. */
async function attempt(tell: (done: string) => void, script: string, ...given: readonly string[]): Promise<Run | null> {
  try {
    return await runProcess(script, ...given);
  } catch (error) {
    tell((error as Error).message);
    return null;
  }
}

/** A run that failed is not tried again, and long ones only until they can be trusted. */
function isEnough(runs: Runs): boolean {
  return runs.includes(null) || (runs.length >= LONG_RUNS && longestOf(runs) > LONG_RUN);
}

function outputOf(folder: string, name: CaseName): string {
  return join(folder, `${name}.docx`);
}
