import { sql } from "kysely";
import { submissionClaims } from "../../consultations/index.ts";
import type { Db, Tx } from "../../platform/tables.ts";
import { chainsOf, headsOf } from "../../record/index.ts";
import type { Verdict } from "./evidence.ts";
import { weigh } from "./weigh.ts";

/** Checks a database that is open, as it is at one instant. */
export function verifyDatabase(db: Db, kept: string | null): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((tx) => verifyIn(tx, kept));
}

/** The same, within a transaction that has begun. */
export async function verifyIn(tx: Tx, kept: string | null): Promise<Verdict> {
  return weigh(
    {
      heads: new Map((await headsOf(tx)).map(({ id, ...head }) => [id, head])),
      entries: chainsOf(tx),
      submissions: await submissionClaims(tx),
      files: filesOf(tx),
      findings: [],
    },
    kept,
  );
}

/** The database computes the hashes: the bytes stay where they are. Some at a time, so that it stops when asked to. */
async function* filesOf(tx: Tx) {
  let after = "";
  for (;;) {
    const { rows } = await sql<{ sha256: string; found: string }>`
      select sha256, encode(sha256(bytes), 'hex') as found from file
      where sha256 > ${after} order by sha256 limit ${FILES_AT_ONCE}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

const FILES_AT_ONCE = 200;
