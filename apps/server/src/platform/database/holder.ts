import { readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";

/** What a lock says of who holds it. */
export interface Holder {
  readonly pid: number;
  /** When that process began, as the system tells: a number is given to another process after a while. */
  readonly began: string | null;
  /** Of another machine or container its processes cannot be seen, only whether it still touches the lock. */
  readonly host: string;
}

/** After how long untouched a lock counts for nothing on another machine, in ms. */
const TOUCHED_WITHIN = 60_000;

export function thisProcess(): Holder {
  return { pid: process.pid, began: beginOf(process.pid), host: hostname() };
}

/** Who wrote a lock. What cannot be read was cut off by a crash of the machine: nobody holds it. */
export function holderIn(content: string): Holder {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return { pid: 0, began: null, host: hostname() };
  }
}

/** Whether the holder of this lock still is there. */
export function isAlive(lock: string, { pid, began, host }: Holder): boolean {
  if (host !== hostname()) {
    const touchedAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - touchedAt < TOUCHED_WITHIN;
  }
  if (began !== null) return beginOf(pid) === began;
  return pid !== process.pid && isRunning(pid);
}

/** When a process began, in the system's own units; `null` where it does not run, or the system does not tell. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // From field 3 on, counted after the name, which stands in brackets and can hold anything (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A process that has ended and that nobody has asked after has its number, and nothing else any more.
    const isEnded = fields[0] === "Z" || fields[0] === "X";
    return isEnded ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
