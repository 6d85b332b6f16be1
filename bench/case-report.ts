import { writeSync } from "node:fs";

/** What a measured process tells of itself, as the only line that it prints. */
export interface CaseReport {
  /** Seconds that the process kept a processor busy, in its own code and in the system's for it, all threads together. */
  readonly cpuSeconds: number;
  /** The most memory that the process held at a time (resident set), in bytes. */
  readonly peakBytes: number;
  /** What only this case can tell. */
  readonly facts: Readonly<Record<string, number>>;
}

/** What a process is given: the folder of a set, and one thing more. Throws if there is no folder. */
export function caseArguments(): { readonly folder: string; readonly other: string } {
  const [folder, other = ""] = process.argv.slice(2);
  if (folder === undefined) throw new Error("A case is given the folder of a set");
  return { folder, other };
}

/** Prints the report and ends the process: a runtime such as the peer's may keep it alive for longer. */
export function reportResources(facts: CaseReport["facts"]): never {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const report: CaseReport = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024, facts };
  // Written at once and not through a stream, which `exit` would cut off.
  writeSync(1, `${JSON.stringify(report)}\n`);
  process.exit(0);
}
