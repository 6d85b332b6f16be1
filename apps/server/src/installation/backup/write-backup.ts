import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { stepsTaken } from "../../platform/database/migrate.ts";
import { readShape, type TableShape } from "../../platform/database/shape.ts";
import { readFile } from "../../platform/files/files.ts";
import type { Tx } from "../../platform/tables.ts";
import { programVersion } from "../../platform/version.ts";
import { headsOf } from "../../record/index.ts";
import { Refusal } from "../refusal.ts";
import { LEFT_OUT } from "./left-out.ts";
import { BACKUP_FORMAT, fileEntry, MANIFEST, type Manifest, tableEntry } from "./manifest.ts";
import { readRows } from "./rows.ts";
import { type ArchiveWriter, removeLeftParts, writeArchive } from "./write-archive.ts";

/** A backup that was written. */
export interface BackupMade {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly manifest: Manifest;
  /** Kept files whose bytes are not those that were kept: they are in the backup as they were found. */
  readonly damaged: readonly string[];
}

/**
 * Writes the whole installation as it is at one instant into one file, with no other tool. On PostgreSQL others go on
 * meanwhile; the embedded database has one connection, and they wait. Throws a `Refusal` where the file is there.
 */
export async function writeBackup(database: Database, clock: Clock, path: string): Promise<BackupMade> {
  if (existsSync(path)) {
    throw new Refusal("already-there", path, "There is a file with this name.", "Give another name, or move it away.");
  }
  // Tidying keeps no backup from being made: where the folder cannot be written, the backup says so itself.
  await removeLeftParts(dirname(path)).catch(() => undefined);
  return database.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const madeAt = await clock.now(tx);
      const archive = writeArchive(path, madeAt);
      try {
        return await writeEverything(tx, database.kind, path, madeAt, archive);
      } catch (error) {
        await archive.abandon();
        throw error;
      }
    });
}

async function writeEverything(
  tx: Tx,
  kind: Manifest["database"]["kind"],
  path: string,
  madeAt: Date,
  archive: ArchiveWriter,
): Promise<BackupMade> {
  const tables: Manifest["tables"] = [];
  for (const table of await tablesIn(tx)) tables.push(await writeTable(tx, archive, table));
  const { damaged, ...files } = await writeFiles(tx, archive);
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    program: programVersion(),
    madeAt: madeAt.toISOString(),
    database: { kind, version: await serverVersion(tx) },
    migrations: [...(await stepsTaken(tx))],
    tables,
    files,
    ledgers: (await headsOf(tx)).map(({ id, entries, head }) => ({ id, entries, head })),
    leftOut: Object.keys(LEFT_OUT),
  };
  await archive.add(MANIFEST, one(JSON.stringify(manifest, null, 2)), { compress: true });
  return { path, ...(await archive.end()), manifest, damaged };
}

/** The tables that a backup holds. The bytes of kept files are entries of their own. */
export async function tablesIn(tx: Tx): Promise<readonly TableShape[]> {
  const all = await readShape(tx);
  return all
    .filter(({ name }) => !Object.hasOwn(LEFT_OUT, name))
    .map((table) =>
      table.name === "file" ? { ...table, columns: table.columns.filter(({ name }) => name !== "bytes") } : table,
    );
}

async function writeTable(tx: Tx, archive: ArchiveWriter, table: TableShape): Promise<Manifest["tables"][number]> {
  let rows = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const chunk of readRows(tx, table)) {
      const bytes = Buffer.from(chunk);
      // JSON has no line breaks inside: each one ends a row.
      for (const byte of bytes) if (byte === LINE_BREAK) rows += 1;
      yield bytes;
    }
  }
  const { sha256 } = await archive.add(tableEntry(table.name), lines(), { compress: true });
  return { name: table.name, columns: table.columns.map(({ name }) => name), rows, sha256 };
}

const LINE_BREAK = 0x0a;

async function writeFiles(tx: Tx, archive: ArchiveWriter) {
  const hashes = await tx.selectFrom("file").select("sha256").orderBy("sha256").execute();
  const damaged: string[] = [];
  let bytes = 0;
  for (const { sha256 } of hashes) {
    const content = await readFile(tx, sha256);
    const written = await archive.add(fileEntry(sha256), one(content), { compress: !isZip(content) });
    if (written.sha256 !== sha256) damaged.push(sha256);
    bytes += written.bytes;
  }
  return { count: hashes.length, bytes, damaged };
}

/** Word files are zips: compressing them again takes time and saves nothing. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function* one(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? Buffer.from(content) : content;
}

async function serverVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx);
  return rows[0]?.version ?? "unknown";
}
