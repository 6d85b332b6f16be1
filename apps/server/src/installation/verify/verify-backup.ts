import { createHash } from "node:crypto";
import type { RecordEntry } from "@compendium/contract";
import { z } from "zod";
import type { SubmissionClaim } from "../../consultations/index.ts";
import { entryOf, type KnownHead } from "../../record/index.ts";
import { fileEntry, MANIFEST, type Manifest, tableEntry } from "../backup/manifest.ts";
import type { Archive } from "../backup/open-archive.ts";
import { openBackup } from "../backup/open-backup.ts";
import type { Finding, Verdict } from "./evidence.ts";
import { linesOf } from "./lines.ts";
import { weigh } from "./weigh.ts";

/** Checks a backup without any database: what the manifest promises, every chain, file and submission. */
export async function verifyBackup(path: string, kept: string | null): Promise<Verdict> {
  const { archive, manifest } = await openBackup(path);
  try {
    const findings = await checkEntries(archive, manifest);
    const submissions = await submissionsIn(archive, manifest, findings);
    return await weigh(
      {
        heads: new Map(manifest.ledgers.map(({ id, ...head }): [string, KnownHead] => [id, head])),
        entries: entriesIn(archive, manifest),
        submissions,
        files: filesIn(archive, manifest),
        findings,
      },
      kept,
    );
  } finally {
    archive.close();
  }
}

/** Each table has the rows that the manifest says, to the byte; nothing is missing, and nothing was put in. */
async function checkEntries(archive: Archive, manifest: Manifest): Promise<Finding[]> {
  const findings: Finding[] = [];
  const expected = new Set([MANIFEST]);
  for (const { name, sha256, rows } of manifest.tables) {
    const entry = tableEntry(name);
    expected.add(entry);
    const found = await hashOf(archive, entry);
    if (found.sha256 === null) findings.push({ where: entry, what: found.what });
    else if (found.sha256 !== sha256) {
      findings.push({ where: entry, what: `it was changed: its hash is ${found.sha256}, and should be ${sha256}` });
    }
    if (name === "file" && rows !== manifest.files.count) {
      findings.push({ where: entry, what: `it lists ${rows} files, and the manifest ${manifest.files.count}` });
    }
  }
  for await (const { sha256 } of rowsOf(archive, manifest, "file", FileRow)) expected.add(fileEntry(sha256 ?? ""));
  for (const name of archive.names) {
    if (!expected.has(name)) findings.push({ where: name, what: "nobody knows of it: it was put in" });
  }
  return findings;
}

const Text = z.string();
const FileRow = z.object({ sha256: Text });

const ClaimRow = z
  .object({ id: Text, delegation: Text, sha256: Text, ledger: Text, record_number: Text, record_hash: Text })
  .transform(
    ({ record_number, record_hash, ...row }): SubmissionClaim => ({
      ...row,
      recordNumber: Number(record_number),
      recordHash: record_hash,
    }),
  );

const EntryRow = z
  .object({
    ledger: Text,
    number: Text,
    at: Text,
    actor_kind: z.enum(["person", "system"]),
    actor_id: Text.nullable(),
    actor_name: Text,
    via: z.enum(["page", "token", "job", "command"]),
    act: Text,
    object_kind: Text,
    object_id: Text,
    before: Text.nullable(),
    after: Text.nullable(),
    detail: Text,
    previous: Text.nullable(),
    hash: Text,
  })
  .transform(
    (row): RecordEntry =>
      entryOf({
        ledger: row.ledger,
        number: Number(row.number),
        // As PostgreSQL writes it in UTC: 2026-09-01 10:00:00.123+00
        at: new Date(row.at.replace(" ", "T").replace(/\+00$/, "Z")),
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        actorName: row.actor_name,
        via: row.via,
        act: row.act,
        objectKind: row.object_kind,
        objectId: row.object_id,
        before: row.before,
        after: row.after,
        detail: JSON.parse(row.detail),
        previous: row.previous,
        hash: row.hash,
      }),
  );

async function submissionsIn(archive: Archive, manifest: Manifest, findings: Finding[]) {
  const claims: SubmissionClaim[] = [];
  for await (const row of rowsOf(archive, manifest, "submission", ClaimRow)) {
    if ("where" in row) findings.push(row);
    else claims.push(row);
  }
  return claims;
}

function entriesIn(archive: Archive, manifest: Manifest): AsyncIterable<RecordEntry | Finding> {
  return rowsOf(archive, manifest, "record_entry", EntryRow);
}

async function* filesIn(archive: Archive, manifest: Manifest) {
  for await (const row of rowsOf(archive, manifest, "file", FileRow)) {
    if (!("sha256" in row)) continue;
    yield { sha256: row.sha256, found: (await hashOf(archive, fileEntry(row.sha256))).sha256 };
  }
}

/** The rows of a table; a finding for each line that is none, and for the rest of a table that cannot be read on. */
async function* rowsOf<Row extends object>(
  archive: Archive,
  manifest: Manifest,
  table: string,
  shape: z.ZodType<Row>,
): AsyncGenerator<Row | (Finding & { readonly sha256?: never })> {
  if (!manifest.tables.some(({ name }) => name === table)) return;
  const entry = tableEntry(table);
  let number = 0;
  try {
    for await (const line of linesOf(archive.read(entry))) {
      number += 1;
      const row = rowIn(line, shape);
      yield row ?? { where: `${entry}, line ${number}`, what: "it cannot be read" };
    }
  } catch (error) {
    yield { where: `${entry}, after line ${number}`, what: (error as Error).message };
  }
}

function rowIn<Row>(line: string, shape: z.ZodType<Row>): Row | null {
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function hashOf(
  archive: Archive,
  entry: string,
): Promise<{ readonly sha256: string | null; readonly what: string }> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of archive.read(entry)) hash.update(chunk);
    return { sha256: hash.digest("hex"), what: "" };
  } catch (error) {
    return { sha256: null, what: (error as Error).message };
  }
}
