import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ApiProblem } from "@compendium/contract";
import { type Actor, SYSTEM } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Settings } from "../../platform/settings.ts";
import { type BackupMade, makeBackup } from "./make-backup.ts";

/** A backup in the data folder. */
export interface BackupKept {
  readonly name: string;
  readonly bytes: number;
  readonly madeAt: Date;
}

/** The backups in a server's data folder. */
export interface Backups {
  /** Makes one now. Throws an `ApiProblem` while another is being made. */
  readonly make: (actor: Actor) => Promise<BackupKept & BackupMade>;
  /** Makes the daily one, if the last is a day old, and removes those beyond the number that is kept. */
  readonly makeDue: () => Promise<BackupMade | null>;
  /** The newest first. */
  readonly list: () => Promise<readonly BackupKept[]>;
  /** Resolves when none is being made. */
  readonly settled: () => Promise<void>;
}

interface Given {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Pick<Settings, "dataFolder" | "backupsKept">;
}

/** A little less than a day, so that it does not come later from day to day. In ms. */
const DAILY = 23.5 * 60 * 60 * 1000;

export function openBackups({ database, clock, settings }: Given): Backups {
  const folder = backupFolder(settings.dataFolder);
  const list = () => listBackups(settings.dataFolder);
  let running: Promise<unknown> | null = null;

  const make = async (kind: "daily" | "asked", actor: Actor) => {
    if (running !== null) throw new ApiProblem("not-now", "A backup is being made. Wait until it is there.");
    const making = (async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const madeAt = await clock.now(database.db);
      const name = `${kind}-${fileTime(madeAt)}.zip`;
      if (existsSync(join(folder, name))) throw new ApiProblem("not-now", "One was made this very second.");
      return { name, madeAt, ...(await makeBackup(database, clock, actor, join(folder, name))) };
    })();
    running = making;
    try {
      return await making;
    } finally {
      running = null;
    }
  };
  return {
    make: (actor) => make("asked", actor),
    list,
    makeDue: async () => {
      const now = await clock.now(database.db);
      const last = (await list())[0]?.madeAt.getTime() ?? 0;
      if (settings.backupsKept === 0 || now.getTime() - last < DAILY) return null;
      const made = await make("daily", SYSTEM);
      // Those before go only now that this one is whole: a full disk must not end with none.
      const daily = (await list()).filter(({ name }) => name.startsWith("daily-"));
      for (const { name } of daily.slice(settings.backupsKept)) await rm(join(folder, name), { force: true });
      return made;
    },
    settled: async () => {
      await running?.catch(() => undefined);
    },
  };
}

/** Where a server's own backups are. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, "backups");
}

/** The backups in a data folder, the newest first. */
export async function listBackups(dataFolder: string): Promise<readonly BackupKept[]> {
  const folder = backupFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(
    names
      .filter((name) => name.endsWith(".zip"))
      .map(async (name) => {
        const { size, mtime } = await stat(join(folder, name));
        return { name, bytes: size, madeAt: timeIn(name) ?? mtime };
      }),
  );
  return kept.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** `2026-09-01T03-00-00Z`: an instant as every file system takes it. */
function fileTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}

function timeIn(name: string): Date | null {
  const found = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/.exec(name);
  if (found === null) return null;
  const [, day, hour, minute, second] = found;
  return new Date(`${day}T${hour}:${minute}:${second}Z`);
}
