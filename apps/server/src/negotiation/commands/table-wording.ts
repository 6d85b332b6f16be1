import type { CompilationOfRound } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { TabledRow } from "../queries.ts";
import { heldNegotiation, proposalsFor, tellOfNegotiation } from "./held.ts";

/** Puts another wording for a passage on the table. */
export function tableWording(
  services: Services,
  actor: Actor & { readonly person: Person },
  { compilation: { id: compilation } }: CompilationOfRound,
  given: Wording,
): Promise<TabledRow> {
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    return table(tx, services, actor, of, given);
  });
}

type Wording = Pick<TabledRow, "passage" | "words" | "delegation">;

/** The same, in a transaction that holds the negotiation. */
export async function table(
  tx: Tx,
  services: Services,
  actor: Actor & { readonly person: Person },
  of: CompilationOfRound,
  { passage, words, delegation }: Wording,
): Promise<TabledRow> {
  const compilation = of.compilation.id;
  const [{ citation }] = await proposalsFor(tx, compilation, passage);
  const at = await services.clock.now(tx);
  const row: TabledRow = { id: newId(), compilation, passage, words, delegation, by: actor.person.name, at };
  await tx.insertInto("tabledWording").values(row).execute();
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: "wording.tabled",
    object: { kind: "tabled wording", id: row.id },
    before: null,
    after: row,
    detail: { compilation, passage, citation, delegation, words },
  });
  await tellOfNegotiation(tx, of, passage, at);
  return row;
}
