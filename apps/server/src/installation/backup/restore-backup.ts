import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { queueFromState } from "../../consultations/index.ts";
import { PUBLIC } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { migrate, stepsTaken } from "../../platform/database/migrate.ts";
import { quoted, readShape } from "../../platform/database/shape.ts";
import { sentBytes } from "../../platform/files/files.ts";
import type { Jobs } from "../../platform/jobs/jobs.ts";
import { queueUnsentMails } from "../../platform/mail/mail.ts";
import type { Db, Tx } from "../../platform/tables.ts";
import { INSTALLATION_LEDGER, writeEntry } from "../../record/index.ts";
import { Refusal } from "../refusal.ts";
import type { Finding } from "../verify/evidence.ts";
import { linesOf } from "../verify/lines.ts";
import { verifyBackup } from "../verify/verify-backup.ts";
import { verifyIn } from "../verify/verify-database.ts";
import { LEFT_OUT } from "./left-out.ts";
import { fileEntry, type Manifest, tableEntry } from "./manifest.ts";
import type { Archive } from "./open-archive.ts";
import { openBackup } from "./open-backup.ts";
import { putRows } from "./rows.ts";
import { tablesIn } from "./write-backup.ts";

export interface RestoreOptions {
  readonly database: Database;
  /** As messages name it. */
  readonly databaseName: string;
  readonly migrations: Readonly<Record<string, Migration>>;
  readonly clock: Clock;
  /** Starts the queue, once it is certain that the backup is put back. */
  readonly startJobs: () => Promise<Jobs>;
  /** Puts back what does not verify, as it is: for an installation whose only backup was tampered with. */
  readonly acceptFaults: boolean;
}

/** What was put back. */
export interface Restored {
  readonly manifest: Manifest;
  readonly queued: { readonly mails: number; readonly rounds: number; readonly compilations: number };
  /** Empty, unless faults were accepted. */
  readonly findings: readonly Finding[];
}

/**
 * Puts a backup back into an empty database of either kind, in one transaction: checked before, counted and verified
 * after. Throws a `Refusal` where the database is not empty, or the backup is damaged or too new; then nothing has changed.
 */
export async function restoreBackup(path: string, options: RestoreOptions): Promise<Restored> {
  const { archive, manifest } = await openBackup(path);
  try {
    mustBeKnown(path, manifest, options.migrations);
    await mustBeEmpty(options, manifest);
    const { findings } = await verifyBackup(path, null);
    if (findings.length > 0 && !options.acceptFaults) throw damaged(path, findings);
    const jobs = await options.startJobs();
    return await options.database.db.transaction().execute(async (tx) => ({
      manifest,
      findings,
      queued: await putBack(tx, archive, manifest, path, jobs, options),
    }));
  } finally {
    archive.close();
  }
}

async function putBack(
  tx: Tx,
  archive: Archive,
  manifest: Manifest,
  path: string,
  jobs: Jobs,
  { migrations, clock, acceptFaults }: RestoreOptions,
): Promise<Restored["queued"]> {
  // First to the shape that the backup has, then on to ours: steps that change rows change these too.
  await migrate(tx, migrations, manifest.migrations.at(-1) ?? null);
  for (const table of await tablesIn(tx)) {
    const of = manifest.tables.find(({ name }) => name === table.name);
    if (of === undefined) continue;
    if (table.name === "file") await putFiles(tx, archive);
    else await putRows(tx, table, of.columns, linesOf(archive.read(tableEntry(table.name))));
  }
  await mustBeCounted(tx, manifest, path);
  await migrate(tx, migrations);
  const { findings } = await verifyIn(tx, null);
  if (findings.length > 0 && !acceptFaults) throw damaged(path, findings);
  await writeEntry(tx, clock, {
    ledger: INSTALLATION_LEDGER,
    actor: { ...PUBLIC, via: "command" },
    act: "installation.restored",
    object: { kind: "installation", id: "this" },
    before: null,
    after: null,
    detail: { madeAt: manifest.madeAt, program: manifest.program, ledgers: manifest.ledgers, faults: findings.length },
  });
  return { mails: await queueUnsentMails(tx, jobs), ...(await queueFromState(tx, { jobs, clock })) };
}

/** One by one: a file can have some MB. Of a file that is missing nothing can be put back. */
async function putFiles(tx: Tx, archive: Archive): Promise<void> {
  for await (const line of linesOf(archive.read(tableEntry("file")))) {
    const { sha256, size } = JSON.parse(line) as { readonly sha256: string; readonly size: string };
    const chunks: Uint8Array[] = [];
    for await (const chunk of archive.read(fileEntry(sha256))) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    await tx
      .insertInto("file")
      .values({ sha256, size: Number(size), bytes: sentBytes(bytes) })
      .execute();
  }
}

async function mustBeCounted(tx: Tx, { tables }: Manifest, path: string): Promise<void> {
  for (const { name, rows } of tables) {
    const count = await countOf(tx, name);
    if (count === rows) continue;
    const what = `${name} should have ${rows} rows, and ${count} were put back`;
    throw damaged(path, [{ where: tableEntry(name), what }]);
  }
}

function mustBeKnown(path: string, { migrations: taken, program }: Manifest, known: object): void {
  const names = Object.keys(known).sort();
  const unknown = taken.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new Refusal(
    "backup-newer",
    path,
    `The backup was written by a newer Compendium, ${program}: this one does not know ${unknown.join(", ")}.`,
    "Use the version that wrote it, or a newer one.",
  );
}

async function mustBeEmpty({ database: { db }, databaseName }: RestoreOptions, manifest: Manifest): Promise<void> {
  const filled: string[] = [];
  for (const { name } of await readShape(db)) {
    if (Object.hasOwn(LEFT_OUT, name)) continue;
    const count = await countOf(db, name);
    if (count > 0) filled.push(`${name} (${count})`);
  }
  // A database of a newer shape has no way back to that of the backup.
  const isNewer = (await stepsTaken(db)).some((name) => !manifest.migrations.includes(name));
  if (filled.length === 0 && !isNewer) return;
  throw new Refusal(
    "database-not-empty",
    databaseName,
    filled.length > 0
      ? `The database is not empty: it has rows in ${filled.join(", ")}.`
      : "The database has been opened by a newer version than wrote the backup.",
    "A backup is put back into an empty one only. Name a new folder with COMPENDIUM_DATA, or a new database with DATABASE_URL.",
  );
}

async function countOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(quoted(table))}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

function damaged(path: string, findings: readonly Finding[]): Refusal {
  const told = findings.slice(0, FINDINGS_TOLD).map(({ where, what }) => `${where}: ${what}`);
  const more = findings.length > FINDINGS_TOLD ? `; and ${findings.length - FINDINGS_TOLD} more` : "";
  return new Refusal(
    "backup-not-read",
    path,
    `The backup is not as it was written. ${told.join("; ")}${more}.`,
    "Take another backup; `compendium verify` tells all that is wrong with this one. Where there is no other, --accept-faults puts it back as it is.",
  );
}

const FINDINGS_TOLD = 3;
