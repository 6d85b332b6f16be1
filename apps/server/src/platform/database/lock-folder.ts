import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { type Holder, holderIn, isAlive, thisProcess } from "./holder.ts";
import { NotOpened } from "./not-opened.ts";

/** Another process holds a data folder. */
export class FolderInUse extends NotOpened {
  constructor(folder: string, { pid, host }: Holder) {
    const where = host === hostname() ? "" : ` on ${host}`;
    super(
      folder,
      `${folder} is in use by another Compendium (process ${pid}${where}).`,
      "Stop it first, or give this one a folder of its own with COMPENDIUM_DATA.",
    );
    this.name = "FolderInUse";
  }
}

/** A data folder that this process holds. */
export interface FolderLock {
  /** False once somebody removed the folder under us, or put another in its place: then nothing in it is ours to write. */
  readonly isOurs: () => boolean;
  readonly release: () => void;
}

/**
 * How often the holder looks whether it still holds the folder, in ms. Who removes a folder starts the next server in its
 * place within seconds, and PostgreSQL finds its files by name.
 */
const LOOK_EVERY = 1_000;

/** How often the lock is touched, for other machines, in ms. */
const TOUCH_EVERY = 5_000;

/**
 * Holds a data folder for this process. Throws `FolderInUse` where a process that still runs holds it. A lock left by a
 * process that was killed counts for nothing. `onLost` is told when the folder is no longer ours, soon after.
 */
export function lockFolder(folder: string, onLost: () => void): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  const ours = JSON.stringify(thisProcess());
  const left = take(file, ours);
  if (left !== null) {
    const holder = holderIn(left);
    if (isAlive(file, holder)) throw new FolderInUse(folder, holder);
    clear(file, left);
    const taken = take(file, ours);
    // Another one was faster.
    if (taken !== null) throw new FolderInUse(folder, holderIn(taken));
  }
  const isOurs = (): boolean => stillHolds(file, ours);
  const looking = setInterval(() => {
    if (!isOurs()) onLost();
  }, LOOK_EVERY);
  const touching = setInterval(() => touch(file), TOUCH_EVERY);
  looking.unref();
  touching.unref();
  return {
    isOurs,
    release: () => {
      clearInterval(looking);
      clearInterval(touching);
      if (isOurs()) rmSync(file, { force: true });
    },
  };
}

/** Throws `FolderInUse` where a process that still runs holds a data folder. It may be taken the moment after. */
export function mustBeFree(folder: string): void {
  const file = join(folder, "lock");
  if (!existsSync(file)) return;
  const holder = holderIn(readFileSync(file, "utf8"));
  if (isAlive(file, holder)) throw new FolderInUse(folder, holder);
}

/** Writes the lock where there is none; gives what stands there otherwise. It is there whole or not at all. */
function take(file: string, content: string): string | null {
  const whole = `${file}.${process.pid}.new`;
  writeFileSync(whole, content);
  try {
    // Of all who try, one succeeds; and nobody reads a lock that is half written, and takes it for a dead one's.
    linkSync(whole, file);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return readFileSync(file, "utf8");
  } finally {
    rmSync(whole, { force: true });
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

function stillHolds(file: string, ours: string): boolean {
  try {
    return readFileSync(file, "utf8") === ours;
  } catch (error) {
    // Whatever else keeps it from being read, such as too many open files, says nothing of who holds it.
    return !["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Gone since we looked: the next look tells.
  }
}
