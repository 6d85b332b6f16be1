import { ApiProblem, type RecordAct } from "@compendium/contract";
import type { CompilationOfRound } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { bilateralLedger, writeEntry } from "../../record/index.ts";
import {
  type BilateralNoteRow,
  type BilateralOfCompilation,
  type BilateralRow,
  findBilateral,
  type TabledRow,
} from "../queries.ts";
import { heldNegotiation, proposalsFor } from "./held.ts";
import { nextNumber } from "./next-number.ts";
import { table } from "./table-wording.ts";

type Member = Actor & { readonly person: Person };

export interface BilateralFacts {
  readonly title: string;
  readonly passages: readonly string[];
  readonly speaker: string | null;
  readonly with: readonly string[];
  readonly withChair: boolean;
}

/** Opens a bilateral consultation. Its record is a chain of its own. */
export function openBilateral(
  services: Services,
  actor: Member,
  { compilation: { id: compilation } }: CompilationOfRound,
  { title, passages, speaker, with: others, withChair }: BilateralFacts,
): Promise<BilateralOfCompilation> {
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    for (const passage of passages) await proposalsFor(tx, compilation, passage);
    const delegations = [...new Set([...(speaker === null ? [] : [speaker]), ...others])];
    const unasked = delegations.find((code) => !of.round.delegations.includes(code));
    if (unasked !== undefined) throw notWith(`${unasked} takes no part in this negotiation.`);
    const bilateral: BilateralRow = {
      id: newId(),
      compilation,
      title,
      passages,
      delegations,
      withChair: withChair || speaker === null,
      openedBy: speaker,
      openedAt: await services.clock.now(tx),
      closedAt: null,
    };
    if (delegations.length + (bilateral.withChair ? 1 : 0) < 2) throw notWith("Name whom to consult with.");
    await tx
      .insertInto("bilateral")
      .values({ ...bilateral, passages: JSON.stringify(passages), delegations: JSON.stringify(delegations) })
      .execute();
    await recorded(tx, services, actor, { ...of, bilateral }, "bilateral.opened", null, bilateral);
    return { ...of, bilateral, notes: [] };
  });
}

/** Says something to those who take part. */
export function addNote(
  services: Services,
  actor: Member,
  of: BilateralOfCompilation,
  given: Pick<BilateralNoteRow, "speaker" | "passage" | "kind" | "words">,
): Promise<BilateralOfCompilation> {
  return inTransaction(services, async (tx) => {
    const held = await heldOpen(tx, of);
    if (given.passage !== null) await proposalsFor(tx, of.compilation.id, given.passage);
    if (given.kind === "wording" && given.passage === null) {
      throw new ApiProblem("not-valid", "A wording is for a passage.", { fields: { passage: "Name the passage." } });
    }
    const at = await services.clock.now(tx);
    const number = await nextNumber(tx, "bilateralNote", held.bilateral.id);
    const row = {
      id: newId(),
      number,
      bilateral: held.bilateral.id,
      ...given,
      by: actor.person.name,
      at,
      tabled: null,
    };
    await tx.insertInto("bilateralNote").values(row).execute();
    await recorded(tx, services, actor, held, `bilateral.${given.kind} added`, null, row);
    return again(tx, held);
  });
}

export function closeBilateral(
  services: Services,
  actor: Actor,
  of: BilateralOfCompilation,
): Promise<BilateralOfCompilation> {
  return inTransaction(services, async (tx) => {
    const held = await heldOpen(tx, of);
    const after = { ...held.bilateral, closedAt: await services.clock.now(tx) };
    await tx.updateTable("bilateral").set({ closedAt: after.closedAt }).where("id", "=", after.id).execute();
    await recorded(tx, services, actor, held, "bilateral.closed", held.bilateral, after);
    return again(tx, held);
  });
}

/** Puts a wording on the table as the Chair's. What everybody sees of it, and its entry in their record, name nobody. */
export function promoteWording(
  services: Services,
  actor: Member,
  of: BilateralOfCompilation,
  id: string,
): Promise<TabledRow> {
  return inTransaction(services, async (tx) => {
    await heldNegotiation(tx, of.compilation.id);
    const held = await heldOpen(tx, of);
    const note = held.notes.find((each) => each.id === id);
    if (note === undefined) throw new RangeError(`There is no note ${id}.`);
    if (note.kind !== "wording" || note.passage === null)
      throw new ApiProblem("not-now", "Only a wording is put on the table.");
    if (note.tabled !== null) throw new ApiProblem("already-exists", "This wording is on the table already.");
    const { passage, words } = note;
    const tabled = await table(tx, services, actor, held, { passage, words, delegation: null });
    await tx.updateTable("bilateralNote").set({ tabled: tabled.id }).where("id", "=", id).execute();
    await recorded(tx, services, actor, held, "bilateral.wording promoted", note, { ...note, tabled: tabled.id });
    return tabled;
  });
}

async function heldOpen(tx: Tx, { bilateral: { id } }: BilateralOfCompilation): Promise<BilateralOfCompilation> {
  await tx.selectFrom("bilateral").select("id").where("id", "=", id).forUpdate().execute();
  const held = await findBilateral(tx, id);
  if (held === null) throw new RangeError(`There is no consultation ${id}.`);
  if (held.bilateral.closedAt !== null) throw new ApiProblem("not-now", "The consultation was closed.");
  return held;
}

async function again(tx: Tx, { bilateral: { id } }: BilateralOfCompilation): Promise<BilateralOfCompilation> {
  const found = await findBilateral(tx, id);
  if (found === null) throw new RangeError(`There is no consultation ${id}.`);
  return found;
}

async function recorded(
  tx: Tx,
  services: Services,
  actor: Actor,
  { text, bilateral }: Omit<BilateralOfCompilation, "notes">,
  act: RecordAct,
  before: unknown,
  after: BilateralRow | BilateralNoteRow,
): Promise<void> {
  const { id, delegations, withChair } = bilateral;
  await writeEntry(tx, services.clock, {
    ledger: bilateralLedger(text.workspace, id),
    readers: [...delegations, ...(withChair ? ["chair"] : [])],
    actor,
    act,
    object: { kind: "bilateral consultation", id },
    before,
    after,
    detail: { title: bilateral.title, delegations, withChair },
  });
  const now = await services.clock.now(tx);
  await tell(tx, { kind: "bilateral", id, workspace: text.workspace, at: now.toISOString() });
}

function notWith(detail: string): ApiProblem {
  return new ApiProblem("not-valid", detail, { fields: { with: detail } });
}
