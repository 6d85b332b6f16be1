import { ApiProblem, type DecisionBody, type Ruling } from "@compendium/contract";
import type { CompilationOfRound, ProposalRow } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { type DecisionOfCompilation, type DecisionRow, decisionsOf, holding, tabledOf } from "../queries.ts";
import {
  heldNegotiation,
  mustBeAsked,
  mustBeProposed,
  mustBeTabled,
  mustBeWritable,
  proposalsFor,
  tellOfNegotiation,
} from "./held.ts";
import { nextNumber } from "./next-number.ts";

/** For how long a decision can be undone, in ms: the room sees it run. */
export const UNDO_WITHIN = 10_000;

/**
 * Records what was decided on a passage. Refused, with the decision that holds, where that is not the one which the chair
 * had before their eyes.
 */
export function recordDecision(
  services: Services,
  actor: Actor & { readonly person: Person },
  { compilation: { id: compilation } }: CompilationOfRound,
  given: DecisionBody,
): Promise<DecisionOfCompilation> {
  const { passage, ruling, note, adReferendumUntil, after } = given;
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    const proposals = await proposalsFor(tx, compilation, passage);
    if (ruling.kind === "as proposed") mustBeProposed(ruling.proposal, proposals, "ruling");
    if (ruling.kind === "as tabled") await mustBeTabled(tx, compilation, passage, ruling.tabled, "ruling");
    if (ruling.kind === "as tabled" || ruling.kind === "as amended") mustBeWritable(proposals[0]);
    if (ruling.kind === "to bilateral consultation") mustBeAsked(ruling.with, of, "ruling");
    const held = holding(await decisionsOf(tx, compilation)).get(passage) ?? null;
    if ((held?.id ?? null) !== after) {
      throw new ApiProblem(
        "changed-meanwhile",
        "Another decision on this passage was recorded meanwhile. Look at it again.",
        {
          current: held,
        },
      );
    }
    const at = await services.clock.now(tx);
    const until = adReferendumUntil === null ? null : new Date(adReferendumUntil);
    if (until !== null && until <= at) {
      throw new ApiProblem("not-valid", "Capitals answer by a date that is still to come.", {
        fields: { adReferendumUntil: "In the past." },
      });
    }
    const row = {
      id: newId(),
      number: await nextNumber(tx, "decision", compilation),
      compilation,
      passage,
      ruling,
      note,
      adReferendumUntil: until,
      by: actor.person.name,
      at,
      undoneAt: null,
    };
    await tx
      .insertInto("decision")
      .values({ ...row, ruling: JSON.stringify(ruling) })
      .execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor,
      act: "decision.recorded",
      object: { kind: "decision", id: row.id },
      before: held,
      after: row,
      detail: { note, ...(await decisionTold(tx, row, proposals)) },
    });
    await tellOfNegotiation(tx, of, passage, at);
    return { ...of, decision: row };
  });
}

/** Undoes the decision that holds on a passage, within ten seconds. Both stay on record. */
export function undoDecision(
  services: Services,
  actor: Actor,
  { compilation, decision: { id } }: DecisionOfCompilation,
): Promise<DecisionOfCompilation> {
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation.id);
    const all = await decisionsOf(tx, compilation.id);
    const before = all.find((each) => each.id === id);
    if (before === undefined) throw new RangeError(`There is no decision ${id}.`);
    if (holding(all).get(before.passage) !== before) {
      throw new ApiProblem("changed-meanwhile", "Another decision on this passage holds now.", {
        current: holding(all).get(before.passage) ?? null,
      });
    }
    const now = await services.clock.now(tx);
    if (now.getTime() - before.at.getTime() > UNDO_WITHIN) {
      throw new ApiProblem("not-now", "More than ten seconds have passed. Record what was decided instead.");
    }
    const proposals = await proposalsFor(tx, compilation.id, before.passage);
    const after: DecisionRow = { ...before, undoneAt: now };
    await tx.updateTable("decision").set({ undoneAt: now }).where("id", "=", id).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor,
      act: "decision.undone",
      object: { kind: "decision", id },
      before,
      after,
      detail: await decisionTold(tx, before, proposals),
    });
    await tellOfNegotiation(tx, of, before.passage, now);
    return { ...of, decision: after };
  });
}

/** A decision as the record tells it: what was decided, and whose wording that is. */
async function decisionTold(
  tx: Tx,
  { compilation, passage, ruling, adReferendumUntil }: DecisionRow,
  proposals: readonly [ProposalRow, ...ProposalRow[]],
): Promise<Readonly<Record<string, unknown>>> {
  const [{ citation }] = proposals;
  return {
    compilation,
    passage,
    citation,
    ruling,
    wordingBy: await wordingBy(tx, ruling, proposals),
    adReferendumUntil,
  };
}

/** The delegations whose wording was agreed, `null` among them being the chair; `undefined` where it is nobody's. */
async function wordingBy(
  tx: Tx,
  ruling: Ruling,
  proposals: readonly [ProposalRow, ...ProposalRow[]],
): Promise<readonly (string | null)[] | undefined> {
  const [{ compilation }] = proposals;
  switch (ruling.kind) {
    case "as proposed":
      return proposals.find(({ proposal }) => proposal === ruling.proposal)?.delegations;
    case "as tabled":
      return (await tabledOf(tx, compilation))
        .filter(({ id }) => id === ruling.tabled)
        .map(({ delegation }) => delegation);
    default:
      return undefined;
  }
}
