import type { RecordAct, RecordEntry } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import type { Clock } from "../platform/clock.ts";
import type { Tx } from "../platform/tables.ts";
import { hashOf, hashOfEntry } from "./entry.ts";
import { readLedgerId } from "./ledgers.ts";

/** An act as a command tells it. */
export interface ActTold {
  readonly ledger: string;
  readonly actor: Actor;
  readonly act: RecordAct;
  readonly object: { readonly kind: string; readonly id: string };
  /** The state of the object before; `null` if there was none. Only its hash is kept. */
  readonly before: unknown;
  readonly after: unknown;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** With the first entry of a bilateral consultation: who reads its chain. */
  readonly readers?: readonly string[];
}

/**
 * Writes an act into the record, in the transaction that does it: the one is never there without the other. From here to
 * its end, the transaction holds the ledger, so that entries stand in the order in which they were committed.
 */
export async function writeEntry(tx: Tx, clock: Clock, told: ActTold): Promise<RecordEntry> {
  const facts = readLedgerId(told.ledger);
  if (facts === null) throw new RangeError(`There is no ledger with the name ${told.ledger}.`);
  await tx
    .insertInto("ledger")
    .values({ id: told.ledger, ...facts, readers: JSON.stringify(told.readers ?? null), entries: 0, head: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { entries, head } = await tx
    .selectFrom("ledger")
    .select(["entries", "head"])
    .where("id", "=", told.ledger)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { actor } = told;
  const at = await clock.now(tx);
  const unsigned: RecordEntry = {
    ledger: told.ledger,
    number: entries + 1,
    at: at.toISOString(),
    actor: {
      kind: actor.person === null ? "system" : "person",
      id: actor.person?.id ?? null,
      name: actor.person?.name ?? "Compendium",
      via: actor.via,
    },
    act: told.act,
    object: { ...told.object },
    before: told.before === null ? null : hashOf(told.before),
    after: told.after === null ? null : hashOf(told.after),
    // As JSON keeps it: what was undefined is left out, a Date is text.
    detail: JSON.parse(JSON.stringify(told.detail ?? {})),
    previous: head,
    hash: "",
  };
  const entry = { ...unsigned, hash: hashOfEntry(unsigned) };
  await tx
    .insertInto("recordEntry")
    .values({
      ledger: entry.ledger,
      number: entry.number,
      at,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      via: entry.actor.via,
      act: entry.act,
      objectKind: entry.object.kind,
      objectId: entry.object.id,
      before: entry.before,
      after: entry.after,
      detail: JSON.stringify(entry.detail),
      previous: entry.previous,
      hash: entry.hash,
    })
    .execute();
  await tx
    .updateTable("ledger")
    .set({ entries: entry.number, head: entry.hash })
    .where("id", "=", entry.ledger)
    .execute();
  return entry;
}
