import { ApiProblem, type DecisionBody } from "@compendium/contract";
import type { CompilationOfRound } from "../../consultations/index.ts";
import type { Actor, Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { type DecisionOfCompilation, type DecisionRow, decisionsOf, holding } from "../queries.ts";
import {
  heldNegotiation,
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
    if (ruling.kind === "to bilateral consultation") mustBeAsked(ruling.with, of);
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
      detail: { compilation, passage, citation: proposals[0].citation, ruling, note, adReferendumUntil: until },
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
    const [{ citation }] = await proposalsFor(tx, compilation.id, before.passage);
    const after: DecisionRow = { ...before, undoneAt: now };
    await tx.updateTable("decision").set({ undoneAt: now }).where("id", "=", id).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor,
      act: "decision.undone",
      object: { kind: "decision", id },
      before,
      after,
      detail: { compilation: compilation.id, passage: before.passage, citation },
    });
    await tellOfNegotiation(tx, of, before.passage, now);
    return { ...of, decision: after };
  });
}

/** Throws where somebody is to be consulted who was not asked in the round. */
function mustBeAsked(delegations: readonly string[], { round }: CompilationOfRound): void {
  const strangers = delegations.filter((code) => !round.delegations.includes(code));
  if (strangers.length === 0) return;
  throw new ApiProblem("not-valid", `Not among the delegations of the round: ${strangers.join(", ")}.`, {
    fields: { ruling: "Name delegations of the round by their codes." },
  });
}
