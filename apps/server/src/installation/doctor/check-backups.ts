import type { BackupKept } from "../backup/backups.ts";
import { type Check, ok, warning } from "./check.ts";

/** A daily one was left out. In ms. */
const TOO_OLD = 2 * 24 * 60 * 60 * 1000;

/** Whether the embedded database was dumped lately. */
export function checkBackups(backups: readonly BackupKept[]): Check {
  const newest = backups[0];
  const advice = "Let the server run for a day, or run `compendium backup`. COMPENDIUM_BACKUPS_KEPT must not be 0.";
  if (newest === undefined) return warning("backups", "there are none", advice);
  const what = `the newest of ${backups.length} is of ${newest.madeAt.toISOString()}`;
  return Date.now() - newest.madeAt.getTime() > TOO_OLD ? warning("backups", what, advice) : ok("backups", what);
}
