import { join } from "node:path";
import type { Migration } from "kysely/migration";
import { FolderInUse } from "../../platform/database/lock-folder.ts";
import { NotOpened } from "../../platform/database/not-opened.ts";
import { isThere, nameOf, openDatabase } from "../../platform/database/open-database.ts";
import { readSettings, type Settings } from "../../platform/settings.ts";
import { backupFolder, listBackups } from "../backup/backups.ts";
import { verifyBackup } from "../verify/verify-backup.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import { checkBackups } from "./check-backups.ts";
import { checkDatabase } from "./check-database.ts";
import { checkFolder } from "./check-folder.ts";
import { checkMail } from "./check-mail.ts";
import { checkServer } from "./check-server.ts";
import { checkSettings } from "./check-settings.ts";
import { checkVerdict } from "./check-verdict.ts";

/** Looks at everything that an installation needs, in the order in which one thing rests on another. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly Check[]> {
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    return [fault("settings", (error as Error).message, "Set them right: docs/reference/settings.md explains each.")];
  }
  const isEmbedded = settings.databaseUrl === null;
  return [
    ...checkSettings(settings),
    ...checkFolder(settings.dataFolder),
    ...(await openAndCheck(settings, migrations)),
    await checkMail(settings),
    ...(isEmbedded ? [checkBackups(await listBackups(settings.dataFolder))] : []),
  ];
}

async function openAndCheck(
  settings: Settings,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly Check[]> {
  if (!isThere(settings)) {
    return [warning("database", "there is none yet", "Start the server: it makes one. Or put a backup back.")];
  }
  try {
    const database = await openDatabase(settings);
    try {
      const found = await checkDatabase(database, migrations);
      return database.kind === "postgresql" ? [...found, await checkServer(settings)] : found;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof FolderInUse) return checkWhileInUse(settings);
    if (error instanceof NotOpened) return [fault("database", error.what, error.advice)];
    const { message, code } = error as NodeJS.ErrnoException;
    const advice = "Look whether it runs, and at DATABASE_URL or COMPENDIUM_DATA.";
    return [fault("database", `${nameOf(settings)} cannot be opened: ${message || code}`, advice)];
  }
}

/** The server has the embedded database to itself: so it is asked, and its last backup is verified in place of it. */
async function checkWhileInUse(settings: Settings): Promise<readonly Check[]> {
  const held = [ok("database", "a server holds it"), await checkServer(settings)];
  const newest = (await listBackups(settings.dataFolder))[0];
  if (newest === undefined) return held;
  const path = join(backupFolder(settings.dataFolder), newest.name);
  try {
    const checks = checkVerdict(await verifyBackup(path, null));
    return [...held, ...checks.map((check) => ({ ...check, what: `${check.what} (in ${newest.name})` }))];
  } catch (error) {
    return [
      ...held,
      fault("backups", `${newest.name}: ${(error as Error).message}`, "Make another: compendium backup."),
    ];
  }
}
