import { ApiProblem } from "@compendium/contract";
import { type Actor, SYSTEM } from "../../platform/actor.ts";
import type { JobData } from "../../platform/jobs/jobs.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { remindThose } from "../mailing.ts";
import { type RoundOfText, submissionsOf } from "../queries.ts";
import { standing } from "../standing-submissions.ts";
import { askForCompilation } from "./compilations.ts";
import { heldRound, tellOfRound } from "./rounds.ts";

/** Closes a round whose deadline has come, once, and has what was submitted compiled. What the job of its closing does. */
export async function closeRound(services: Services, id: string): Promise<void> {
  await inTransaction(services, async (tx) => {
    // Waits for every submission that was admitted before the deadline and is not committed yet.
    const of = await heldRound(tx, id, "for update");
    const now = await services.clock.now(tx);
    if (of.round.closedAt !== null || now < of.round.closesAt) return;
    await tx.updateTable("round").set({ closedAt: now }).where("id", "=", id).execute();
    const answered = (await answeredIn(tx, of)).length;
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor: SYSTEM,
      act: "round.closed",
      object: { kind: "round", id },
      before: of.round,
      after: { ...of.round, closedAt: now },
      detail: { asked: of.round.delegations.length, answered },
    });
    await askForCompilation(tx, services, SYSTEM, of, now);
    await tellOfRound(tx, of, now);
  });
}

/** Reminds those who have not answered, once, unless the deadline was moved since the reminder was planned. */
export async function remindAsPlanned(services: Services, planned: JobData["remind"]): Promise<void> {
  const { round: id, closesAt, at } = planned;
  await inTransaction(services, async (tx) => {
    const of = await heldRound(tx, id, "for share");
    if (of.round.closesAt.toISOString() !== closesAt || (await services.clock.now(tx)) >= of.round.closesAt) return;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("reminder")
      .values({ round: id, at: new Date(at) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    await remindOpen(tx, services, SYSTEM, of);
  });
}

/** Reminds those who have not answered, now. Gives whom. */
export async function remindNow(services: Services, actor: Actor, { round }: RoundOfText): Promise<readonly string[]> {
  return inTransaction(services, async (tx) => {
    const of = await heldRound(tx, round.id, "for share");
    const now = await services.clock.now(tx);
    if (now < of.round.opensAt || now >= of.round.closesAt) throw new ApiProblem("not-now", "The round is not open.");
    return remindOpen(tx, services, actor, of);
  });
}

async function remindOpen(tx: Tx, services: Services, actor: Actor, of: RoundOfText): Promise<readonly string[]> {
  const answered = await answeredIn(tx, of);
  const open = of.round.delegations.filter((code) => !answered.includes(code));
  if (open.length === 0) return open;
  const now = await services.clock.now(tx);
  const mails = await remindThose(tx, services, of, open, now);
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: "round.reminded",
    object: { kind: "round", id: of.round.id },
    before: null,
    after: null,
    detail: { delegations: open, mails },
  });
  return open;
}

/** Who has submitted, or had somebody submit on their behalf. */
async function answeredIn(tx: Tx, { round }: RoundOfText): Promise<readonly string[]> {
  const submissions = standing(await submissionsOf(tx, round.id));
  return submissions.flatMap(({ delegation, onBehalfOf }) => [delegation, ...onBehalfOf]);
}
