import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** Another process holds a data folder. */
export class FolderInUse extends Error {
  readonly folder: string;

  constructor(folder: string, { pid, host }: Holder) {
    const where = host === hostname() ? "" : ` on ${host}`;
    super(
      `${folder} is in use by another Compendium (process ${pid}${where}). Stop it first, or give this one a folder of its own with COMPENDIUM_DATA.`,
    );
    this.name = "FolderInUse";
    this.folder = folder;
  }
}

/** What a lock says of who holds it. */
interface Holder {
  readonly pid: number;
  /** When that process began, as the system tells: a number is given to another process after a while. */
  readonly began: string | null;
  /** Of another machine or container its processes cannot be seen, only whether it still touches the lock. */
  readonly host: string;
}

/** How often the lock is touched, and after how long untouched it counts for nothing on another machine; in ms. */
const TOUCH_EVERY = 15_000;
const TOUCHED_WITHIN = 60_000;

/**
 * Holds a data folder for this process; returns what lets go of it. Throws `FolderInUse` where a process that still runs
 * holds it. A lock left by a process that was killed counts for nothing.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  const ours = JSON.stringify({ pid: process.pid, began: beginOf(process.pid), host: hostname() } satisfies Holder);
  const left = take(file, ours);
  if (left !== null) {
    const holder = holderIn(left);
    if (isHeld(file, holder)) throw new FolderInUse(folder, holder);
    clear(file, left);
    const taken = take(file, ours);
    // Another one was faster.
    if (taken !== null) throw new FolderInUse(folder, holderIn(taken));
  }
  const touching = setInterval(() => touch(file), TOUCH_EVERY);
  touching.unref();
  return () => {
    clearInterval(touching);
    rmSync(file, { force: true });
  };
}

/** Writes the lock where there is none; gives what stands there otherwise. */
function take(file: string, content: string): string | null {
  try {
    writeFileSync(file, content, { flag: "wx" });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return readFileSync(file, "utf8");
  }
}

/** Removes exactly the lock that was looked at: of two who find it, one moves it away, and the other finds none. */
function clear(file: string, left: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readFileSync(aside, "utf8") === left) rmSync(aside);
  else renameSync(aside, file);
}

function holderIn(content: string): Holder {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    // Cut off while it was written: by a process that is gone.
    return { pid: 0, began: null, host: hostname() };
  }
}

function isHeld(file: string, { pid, began, host }: Holder): boolean {
  if (host !== hostname()) return Date.now() - statSync(file).mtimeMs < TOUCHED_WITHIN;
  if (began !== null) return beginOf(pid) === began;
  return pid !== process.pid && isRunning(pid);
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder is gone: then there is nothing to hold.
  }
}

/** When a process began, in the system's own units; `null` where it does not run, or the system does not tell. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22, counted after the name, which stands in brackets and can hold anything (proc(5)).
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
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
