import { readFileSync } from "node:fs";

/** Ticks in a second, in which Linux counts. */
const TICKS = 100;

/** Seconds for which a process has kept processors busy, all its threads together; `NaN` on systems without /proc. */
export function processorTime(pid: number): number {
  try {
    // The name of the program comes before, in brackets, and can hold anything (proc(5), stat).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return Number.NaN;
  }
}
