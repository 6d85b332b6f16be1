import { createHash } from "node:crypto";
import type { RecordEntry } from "@compendium/contract";
import { MANIFEST, type Manifest } from "../../../src/installation/backup/manifest.ts";
import { openArchive } from "../../../src/installation/backup/open-archive.ts";
import { writeArchive } from "../../../src/installation/backup/write-archive.ts";
import { hashOfEntry } from "../../../src/record/entry.ts";

/** What is in a backup, by the names of its entries, for somebody to change. */
export type Contents = Map<string, Buffer>;

/** A row of a table in a backup: every value as text. */
export type Row = Record<string, string | null>;

/** Writes a copy of a backup that somebody changed. */
export async function tamper(from: string, to: string, change: (contents: Contents) => void): Promise<string> {
  const archive = await openArchive(from);
  const contents: Contents = new Map();
  for (const name of archive.names) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of archive.read(name)) chunks.push(chunk);
    contents.set(name, Buffer.concat(chunks));
  }
  archive.close();
  change(contents);
  const writer = writeArchive(to, new Date(0));
  for (const [name, bytes] of contents) await writer.add(name, [bytes], { compress: true });
  await writer.end();
  return to;
}

export function rowsOf(contents: Contents, table: string): Row[] {
  const text = contents.get(`tables/${table}.jsonl`)?.toString("utf8") ?? "";
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Row);
}

/** Puts other rows in, and makes the manifest agree: what somebody does who knows how a backup is made. */
export function putRows(contents: Contents, table: string, rows: readonly Row[]): void {
  const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  contents.set(`tables/${table}.jsonl`, bytes);
  changeManifest(contents, (manifest) => {
    for (const each of manifest.tables) {
      if (each.name === table) Object.assign(each, { rows: rows.length, sha256: sha256(bytes) });
    }
  });
}

export function changeManifest(contents: Contents, change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(contents.get(MANIFEST)?.toString("utf8") ?? "") as Manifest;
  change(manifest);
  contents.set(MANIFEST, Buffer.from(JSON.stringify(manifest)));
}

/** Computes the hashes of a chain anew from its first entry on: what a forger with time does. */
export function rehash(rows: readonly Row[]): Row[] {
  let previous: string | null = null;
  return rows.map((row, at) => {
    const number = at + 1;
    const unsigned: RecordEntry = {
      ledger: row.ledger ?? "",
      number,
      at: new Date((row.at ?? "").replace(" ", "T").replace("+00", "Z")).toISOString(),
      actor: {
        kind: row.actor_kind as "person",
        id: row.actor_id ?? null,
        name: row.actor_name ?? "",
        via: row.via as "page",
      },
      act: row.act ?? "",
      object: { kind: row.object_kind ?? "", id: row.object_id ?? "" },
      before: row.before ?? null,
      after: row.after ?? null,
      detail: JSON.parse(row.detail ?? ""),
      previous,
      hash: "",
    };
    const hash = hashOfEntry(unsigned);
    const rehashed = { ...row, number: String(number), previous, hash };
    previous = hash;
    return rehashed;
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
