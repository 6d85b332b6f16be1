import { open } from "node:fs/promises";
import { backupFolder } from "./installation/backup/backups.ts";
import { type BackupMade, makeBackup } from "./installation/backup/make-backup.ts";
import { type Restored, restoreBackup } from "./installation/backup/restore-backup.ts";
import type { Check } from "./installation/doctor/check.ts";
import { examine } from "./installation/doctor/examine.ts";
import { Refusal } from "./installation/refusal.ts";
import type { Verdict } from "./installation/verify/evidence.ts";
import { verifyBackup } from "./installation/verify/verify-backup.ts";
import { verifyDatabase } from "./installation/verify/verify-database.ts";
import { verifyLedger } from "./installation/verify/verify-ledger.ts";
import { migrations } from "./migrations.ts";
import { startQueue } from "./open-platform.ts";
import { PUBLIC } from "./platform/actor.ts";
import { databaseClock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";
import { FolderInUse } from "./platform/database/lock-folder.ts";
import { stepsTaken } from "./platform/database/migrate.ts";
import { NotOpened } from "./platform/database/not-opened.ts";
import { isThere, nameOf, openDatabase } from "./platform/database/open-database.ts";
import type { Settings } from "./platform/settings.ts";

/** Writes everything into one file, without a server. Throws a `Refusal` where that is not possible. */
export function backUp(settings: Settings, path: string): Promise<BackupMade> {
  // As it is: a backup is taken before a new version touches anything.
  return openedInstallation(settings, STOP_FIRST, (database) =>
    makeBackup(database, databaseClock, { ...PUBLIC, via: "command" }, path),
  );
}

/** Puts a backup back into the database that the settings name, which must be empty. Throws a `Refusal` otherwise. */
export function restore(settings: Settings, path: string, acceptFaults: boolean): Promise<Restored> {
  return opened(settings, STOP_FIRST, async (database) => {
    const queues: { close: () => Promise<void> }[] = [];
    const startJobs = async () => {
      const jobs = await startQueue(database, settings, () => undefined);
      queues.push(jobs);
      return jobs;
    };
    const options = { database, databaseName: nameOf(settings), migrations, clock: databaseClock };
    try {
      return await restoreBackup(path, { ...options, startJobs, acceptFaults });
    } finally {
      for (const jobs of queues) await jobs.close();
    }
  });
}

/** Checks the database that the settings name. `kept`: the hash of an entry that somebody was given, or its beginning. */
export function verifyInstallation(settings: Settings, kept: string | null): Promise<Verdict> {
  const advice =
    "Stop the server, verify, and start it again. While it runs, verify a backup in place of the database: "
    + `compendium verify with a file that compendium backup writes, or one of ${backupFolder(settings.dataFolder)}.`;
  return openedInstallation(settings, advice, ({ db }) => verifyDatabase(db, kept));
}

/** Looks at everything that an installation needs. Never throws: what cannot be looked at is a fault. */
export function examineInstallation(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Check[]> {
  return examine(environment, migrations);
}

/** Checks a backup, or a chain that was exported as JSON lines, with nothing but the file. */
export async function verifyFile(path: string, kept: string | null): Promise<Verdict> {
  return (await isZip(path)) ? verifyBackup(path, kept) : verifyLedger(path, kept);
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? new Refusal(
          "file-not-read",
          path,
          "There is no such file.",
          `Look at its spelling. The current folder is ${process.cwd()}.`,
        )
      : new Refusal("file-not-read", path, `The file cannot be read: ${error.message}.`, "Look at its rights.");
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString("latin1") === "PK";
  } finally {
    await file.close();
  }
}

/** The same where there must be something in it already. Nothing is made where there is not. */
async function openedInstallation<Result>(
  settings: Settings,
  whereInUse: string,
  does: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (!isThere(settings)) throw nothingThere(settings);
  return opened(settings, whereInUse, async (database) => {
    if ((await stepsTaken(database.db)).length === 0) throw nothingThere(settings);
    return does(database);
  });
}

/**
 * Does something with the database of an installation that no server needs to run for. `whereInUse`: what to do where one
 * runs, and has the embedded database to itself.
 */
async function opened<Result>(
  settings: Settings,
  whereInUse: string,
  does: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(settings).catch((error: Error) => {
    throw error instanceof FolderInUse ? inUse(error, whereInUse) : notOpened(settings, error);
  });
  try {
    const taken = await stepsTaken(database.db).catch((error: Error) => {
      throw notOpened(settings, error);
    });
    const unknown = taken.filter((name) => !Object.hasOwn(migrations, name));
    if (unknown.length > 0) {
      throw new Refusal(
        "database-newer",
        nameOf(settings),
        `The database is of a newer Compendium: this one does not know ${unknown.join(", ")}.`,
        "Use the version that runs on it.",
      );
    }
    return await does(database);
  } finally {
    await database.close();
  }
}

function nothingThere(settings: Settings): Refusal {
  return new Refusal(
    "database-empty",
    nameOf(settings),
    "There is no installation in this database.",
    "Look whether COMPENDIUM_DATA or DATABASE_URL are those that the server is started with.",
  );
}

const STOP_FIRST = "Stop the server first.";

function inUse(error: FolderInUse, advice: string): Refusal {
  return new Refusal("in-use", error.folder, error.what, advice, { cause: error });
}

function notOpened(settings: Settings, error: Error): Refusal {
  if (error instanceof NotOpened) {
    return new Refusal("database-not-opened", error.folder, error.what, error.advice, { cause: error });
  }
  return new Refusal(
    "database-not-opened",
    nameOf(settings),
    `The database cannot be opened: ${error.message || (error as NodeJS.ErrnoException).code}.`,
    settings.databaseUrl === null
      ? "Look whether you may read and write this folder, and whether the disk has room."
      : "Look whether PostgreSQL runs, and whether DATABASE_URL has the right host, name and password.",
    { cause: error },
  );
}
