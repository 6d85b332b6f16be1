import type { RecordEntry } from "@compendium/contract";
import { type Selectable, sql } from "kysely";
import type { Db, Tables } from "../platform/tables.ts";

export type LedgerRow = Selectable<Tables["ledger"]>;

export function findLedger(db: Db, id: string): Promise<LedgerRow | undefined> {
  return db.selectFrom("ledger").selectAll().where("id", "=", id).executeTakeFirst();
}

/** All chains of a workspace, its own first. */
export function ledgersOf(db: Db, workspace: string): Promise<readonly LedgerRow[]> {
  return db
    .selectFrom("ledger")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy("of", "desc")
    .orderBy("delegation")
    .execute();
}

/** Every chain of the installation, with where it ends. */
export function headsOf(db: Db): Promise<readonly LedgerRow[]> {
  return db.selectFrom("ledger").selectAll().orderBy("id").execute();
}

/** Which entries to list. `act` is an act, or what acts are about: the words up to their dot. */
export interface EntryFilter {
  readonly before?: number | undefined;
  readonly act?: string | undefined;
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
}

/** Entries with the largest numbers first, at most `count`. */
export async function listEntries(
  db: Db,
  ledger: string,
  filter: EntryFilter,
  count: number,
): Promise<readonly RecordEntry[]> {
  let query = db.selectFrom("recordEntry").selectAll().where("ledger", "=", ledger);
  if (filter.before !== undefined) query = query.where("number", "<", filter.before);
  if (filter.actor !== undefined) query = query.where("actorId", "=", filter.actor);
  if (filter.object !== undefined) query = query.where("objectId", "=", filter.object);
  if (filter.act !== undefined) {
    const beginning = filter.act.endsWith(".") ? filter.act : `${filter.act}.`;
    query = query.where(sql<boolean>`starts_with(act || '.', ${beginning})`);
  }
  const rows = await query.orderBy("number", "desc").limit(count).execute();
  return rows.map(entryOf);
}

/** A whole chain, from its first entry. */
export async function readChain(db: Db, ledger: string): Promise<readonly RecordEntry[]> {
  const rows = await db.selectFrom("recordEntry").selectAll().where("ledger", "=", ledger).orderBy("number").execute();
  return rows.map(entryOf);
}

/** Every entry of every chain, each chain from its first entry on, some at a time. */
export async function* chainsOf(db: Db): AsyncGenerator<RecordEntry> {
  for (const { id } of await headsOf(db)) {
    let rows: readonly Selectable<Tables["recordEntry"]>[] = [];
    let after = 0;
    do {
      rows = await db
        .selectFrom("recordEntry")
        .selectAll()
        .where("ledger", "=", id)
        .where("number", ">", after)
        .orderBy("number")
        .limit(ENTRIES_AT_ONCE)
        .execute();
      yield* rows.map(entryOf);
      after = rows.at(-1)?.number ?? after;
    } while (rows.length === ENTRIES_AT_ONCE);
  }
}

const ENTRIES_AT_ONCE = 1_000;

/** An entry as everybody sees it, from its row. */
export function entryOf(row: Selectable<Tables["recordEntry"]>): RecordEntry {
  return {
    ledger: row.ledger,
    number: row.number,
    at: new Date(row.at).toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, via: row.via },
    act: row.act,
    object: { kind: row.objectKind, id: row.objectId },
    before: row.before,
    after: row.after,
    detail: { ...row.detail },
    previous: row.previous,
    hash: row.hash,
  };
}
