import { isForReal, type Settings } from "../platform/settings.ts";
import type { Db } from "../platform/tables.ts";

export interface Installation {
  readonly isNew: boolean;
  /** Whether anyone may sign in as an illustrative person. Never where a setting says that this is for real. */
  readonly isDemonstration: boolean;
}

export async function readInstallation(db: Db, settings: Settings): Promise<Installation> {
  const row = await db.selectFrom("installation").select("demonstration").executeTakeFirst();
  return { isNew: row === undefined, isDemonstration: row?.demonstration === true && !isForReal(settings) };
}
