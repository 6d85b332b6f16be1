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
import { heldRound, mustNotBeCancelled, tellOfRound } from "./rounds.ts";

/** Closes a round whose deadline has come, once, and has what was submitted compiled. What the job of its closing does. */
export async function closeRound(services: Services, id: string): Promise<void> {
  await inTransaction(services, async (tx) => {
    // Waits for every submission that was admitted before the deadline and is not committed yet.
    const of = await heldRound(tx, id, "for update");
    const now = await services.clock.now(tx);
    if (of.round.closedAt !== null || of.round.cancelledAt !== null || now < of.round.closesAt) return;
    await close(tx, services, SYSTEM, of, now);
  });
}

/** Closes a round that the caller holds for update; `early`: at which instant, and why, before its deadline. */
export async function close(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: RoundOfText,
  now: Date,
  early: { readonly closesAt: Date; readonly reason: string } | null = null,
): Promise<RoundOfText> {
  const change =
    early === null ? { closedAt: now } : { closedAt: now, closesAt: early.closesAt, version: of.round.version + 1 };
  const closed = { ...of, round: { ...of.round, ...change } };
  await tx.updateTable("round").set(change).where("id", "=", of.round.id).execute();
  const answered = (await answeredIn(tx, of)).length;
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: "round.closed",
    object: { kind: "round", id: of.round.id },
    before: of.round,
    after: closed.round,
    detail: {
      asked: of.round.delegations.length,
      answered,
      ...(early === null ? {} : { formerly: of.round.closesAt, reason: early.reason }),
    },
  });
  await askForCompilation(tx, services, actor, closed, now);
  await tellOfRound(tx, closed, now);
  return closed;
}

/** Reminds those who have not answered, once, unless the deadline was moved since the reminder was planned. */
export async function remindAsPlanned(services: Services, planned: JobData["remind"]): Promise<void> {
  const { round: id, closesAt, at } = planned;
  await inTransaction(services, async (tx) => {
    const of = await heldRound(tx, id, "for share");
    if (
      of.round.cancelledAt !== null
      || of.round.closesAt.toISOString() !== closesAt
      || (await services.clock.now(tx)) >= of.round.closesAt
    )
      return;
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
    mustNotBeCancelled(of.round);
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
