import { ApiProblem, type NextDraftBody } from "@compendium/contract";
import type { PassageDecision } from "@compendium/engine";
import { type CompilationOfRound, carryToRound, givenCompilation, proposalsOf } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { batches } from "../../platform/database/batches.ts";
import { asFileName } from "../../platform/files/as-file-name.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Db, Tx } from "../../platform/tables.ts";
import { fileNotRead } from "../../platform/word/file-problem.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { addReadDraft, nextDraftOf } from "../../texts/index.ts";
import { mailNextDraft } from "../mailing.ts";
import { penHolder } from "../pen-holder.ts";
import { type DecisionRow, decisionsOf, holding, type RedraftRow, redraftOf, tabledOf } from "../queries.ts";
import { redraftInThread } from "../redrafting/in-thread.ts";
import type { MadeRedraft } from "../redrafting/thread.ts";
import { heldNegotiation, tellOfNegotiation } from "./held.ts";

/**
 * Writes the next draft from the decisions that hold, adds it to the text, and carries what is open to a round of its own.
 * Refused where somebody decided something else while it was written.
 */
export async function makeNextDraft(
  services: Services,
  actor: Actor & { readonly person: Person },
  of: CompilationOfRound,
  options: NextDraftBody,
): Promise<RedraftRow> {
  const { db, clock, threads } = services;
  const { id } = of.compilation;
  if ((await redraftOf(db, id)) !== null) throw alreadyMade();
  const decisions = holding(await decisionsOf(db, id));
  const name = fileNameOf(await nextDraftOf(db, of.text));
  const author = penHolder(actor, of.text.workspace, of.draft.language);
  const made = await redraftInThread(threads, {
    ...(await givenCompilation(db, of)),
    decisions: await forEngine(db, id, decisions, options),
    options: {
      author,
      initials: author,
      date: (await clock.now(db)).toISOString(),
      namesInBrackets: options.namesInBrackets,
      changesBy: options.changesBy === "chair" ? "author" : "delegations",
    },
    name,
  });
  if (!made.read) throw fileNotRead(made);
  return inTransaction(services, async (tx) => {
    const held = await heldNegotiation(tx, id);
    const now = await clock.now(tx);
    if (!isSame(decisions, holding(await decisionsOf(tx, id)))) {
      throw new ApiProblem("not-now", "Something was decided while the draft was written. Make it again.");
    }
    const draft = await addReadDraft(
      tx,
      services,
      actor,
      held.text,
      {
        bytes: made.clean,
        tracked: made.tracked,
        language: held.draft.language,
        name: (number, symbol) => `${fileNameOf({ number, symbol })}.docx`,
      },
      made.draft,
    );
    // What is carried has its name in the receipts.
    if (draft.fileName !== `${name}.docx`) {
      throw new ApiProblem("not-now", "Another draft was added while this one was written. Make it again.");
    }
    const carriedRound = await carryToRound(
      tx,
      services,
      actor,
      { former: held.round, text: held.text, draft, now },
      made.carried,
    );
    const row: RedraftRow = {
      compilation: id,
      draft: draft.id,
      carriedRound,
      leftOver: made.leftOver,
      fallen: made.fallen,
      untrackable: made.untrackable,
      madeBy: actor.person.name,
      at: now,
    };
    await tx
      .insertInto("redraft")
      .values({
        ...row,
        leftOver: JSON.stringify(row.leftOver),
        fallen: JSON.stringify(row.fallen),
        untrackable: JSON.stringify(row.untrackable),
      })
      .execute();
    await keepOutcomes(tx, id, made, decisions);
    await writeEntry(tx, clock, {
      ledger: workspaceLedger(held.text.workspace),
      actor,
      act: "next draft.made",
      object: { kind: "compilation", id },
      before: null,
      after: row,
      detail: {
        draft: draft.id,
        number: draft.number,
        symbol: draft.symbol,
        decisions: decisions.size,
        carriedRound,
        ...options,
      },
    });
    await mailNextDraft(tx, services, actor, held, draft, now);
    await tellOfNegotiation(tx, held, null, now);
    return row;
  });
}

function alreadyMade(): ApiProblem {
  return new ApiProblem("already-exists", "The next draft was made of this compilation already.");
}

/** What the engine needs to know of decisions; those that settle nothing leave their passage open. */
async function forEngine(
  db: Db,
  compilation: string,
  decisions: ReadonlyMap<string, DecisionRow>,
  { undecided }: NextDraftBody,
): Promise<[string, PassageDecision][]> {
  const tabled = new Map((await tabledOf(db, compilation)).map(({ id, words }) => [id, words]));
  const settled = new Map<string, PassageDecision>();
  for (const [passage, { ruling }] of decisions) {
    if (ruling.kind === "as tabled")
      settled.set(passage, { kind: "as amended", words: tabled.get(ruling.tabled) ?? "" });
    else if (ruling.kind !== "deferred" && ruling.kind !== "to bilateral consultation") settled.set(passage, ruling);
  }
  if (undecided === "bracketed") {
    for (const { passage } of await proposalsOf(db, compilation)) {
      if (!settled.has(passage)) settled.set(passage, { kind: "in brackets" });
    }
  }
  return [...settled];
}

async function keepOutcomes(
  tx: Tx,
  compilation: string,
  { fates, withoutPlace }: MadeRedraft,
  decisions: ReadonlyMap<string, DecisionRow>,
): Promise<void> {
  const rows = fates.map(({ passage, proposal, became, reason }) => {
    const decision = decisions.get(passage)?.id ?? null;
    return became === "carried" && withoutPlace.includes(passage)
      ? { compilation, passage, proposal, became: "fallen" as const, reason: "no-place" as const, decision }
      : { compilation, passage, proposal, became, reason, decision };
  });
  for (const batch of batches(rows)) await tx.insertInto("proposalOutcome").values(batch).execute();
}

function isSame(a: ReadonlyMap<string, DecisionRow>, b: ReadonlyMap<string, DecisionRow>): boolean {
  return a.size === b.size && [...a].every(([passage, { id }]) => b.get(passage)?.id === id);
}

function fileNameOf({ number, symbol }: { readonly number: number; readonly symbol: string }): string {
  return symbol === "" ? `Draft ${number}` : asFileName(symbol, 80);
}
