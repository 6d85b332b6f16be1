import type { Actor } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { INSTALLATION_LEDGER, writeEntry } from "../../record/index.ts";
import { type BackupMade, writeBackup } from "./write-backup.ts";

export type { BackupMade };

/** Writes a backup, and that it was made into the record: everything leaves the installation with it. */
export async function makeBackup(database: Database, clock: Clock, actor: Actor, path: string): Promise<BackupMade> {
  const made = await writeBackup(database, clock, path);
  await database.db.transaction().execute((tx) =>
    writeEntry(tx, clock, {
      ledger: INSTALLATION_LEDGER,
      actor,
      act: "backup.made",
      object: { kind: "backup", id: made.sha256 },
      before: null,
      after: null,
      detail: { madeAt: made.manifest.madeAt, bytes: made.bytes, sha256: made.sha256 },
    }),
  );
  return made;
}
