import { ApiProblem, type RecordAct } from "@compendium/contract";
import type { Actor, Person } from "../../platform/actor.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { announceCancelled, announceClosedEarly } from "../mailing.ts";
import { type RoundOfText, type RoundRow, submissionsOf } from "../queries.ts";
import { close } from "./closing.ts";
import { announceOpened, heldRound, mustNotBeCancelled, schedule, tellOfRound } from "./rounds.ts";

/** What ends or begins a round before the instant that was planned: each is an act of the secretariat, on record. */
type Member = Actor & { readonly person: Person };

/** Cancels a round that has not opened yet. Those who had been told of it, because it was put off since, are told. */
export function cancelRound(
  services: Services,
  actor: Member,
  { round: { id } }: RoundOfText,
  reason: string,
): Promise<RoundOfText> {
  return inTransaction(services, async (tx) => {
    const { of, now } = await plannedRound(tx, services, id, "It has opened. Close it instead.");
    const change = { cancelledBy: actor.person.name, cancelledAt: now, cancellationReason: reason };
    const cancelled = await changed(tx, services, actor, of, "round.cancelled", change, { reason });
    if (of.round.announcedAt !== null) await announceCancelled(tx, services, cancelled, now);
    await tellOfRound(tx, cancelled, now);
    return cancelled;
  });
}

/** Opens a round at once, and announces it. */
export function openNow(services: Services, actor: Actor, { round: { id } }: RoundOfText): Promise<RoundOfText> {
  return inTransaction(services, async (tx) => {
    const { of, now } = await plannedRound(tx, services, id, "It has opened already.");
    const detail = { opensAt: now, formerly: of.round.opensAt };
    const opened = await changed(tx, services, actor, of, "round.opened", { opensAt: now }, detail);
    // Reminders that fell before the opening that was planned have their place now.
    await schedule(tx, services, opened.round, now);
    return announceOpened(tx, services, actor, opened, now);
  });
}

/** Closes an open round before its deadline, has what was submitted compiled, and tells those asked. */
export function closeNow(
  services: Services,
  actor: Actor,
  { round: { id } }: RoundOfText,
  reason: string,
): Promise<RoundOfText> {
  return inTransaction(services, async (tx) => {
    // Waits for every submission that was admitted and is not committed yet.
    const of = await heldRound(tx, id, "for update");
    const now = await services.clock.now(tx);
    mustNotBeCancelled(of.round);
    if (now < of.round.opensAt) throw new ApiProblem("not-now", "It has not opened yet. Cancel it instead.");
    if (now >= of.round.closesAt) throw new ApiProblem("not-now", "It is closed already.");
    const closesAt = await firstLateInstant(tx, of.round, now);
    const closed = await close(tx, services, actor, of, now, { closesAt, reason });
    if (of.round.announcedAt !== null) {
      await announceClosedEarly(tx, services, closed, { formerly: of.round.closesAt, reason }, now);
    }
    return closed;
  });
}

/** Now; or, where something was received in this very millisecond, the next: what is on time stays on time. */
async function firstLateInstant(tx: Tx, { id, opensAt }: RoundRow, now: Date): Promise<Date> {
  const received = (await submissionsOf(tx, id)).map(({ receivedAt }) => receivedAt.getTime());
  return new Date(Math.max(now.getTime(), opensAt.getTime() + 1, ...received.map((instant) => instant + 1)));
}

async function plannedRound(tx: Tx, services: Services, id: string, otherwise: string) {
  const of = await heldRound(tx, id, "for update");
  const now = await services.clock.now(tx);
  mustNotBeCancelled(of.round);
  if (now >= of.round.opensAt) throw new ApiProblem("not-now", otherwise);
  return { of, now };
}

async function changed(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: RoundOfText,
  act: RecordAct,
  change: Partial<Pick<RoundRow, "opensAt" | "cancelledBy" | "cancelledAt" | "cancellationReason">>,
  detail: Readonly<Record<string, unknown>>,
): Promise<RoundOfText> {
  const round = { ...of.round, ...change, version: of.round.version + 1 };
  await tx
    .updateTable("round")
    .set({ ...change, version: round.version })
    .where("id", "=", round.id)
    .execute();
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act,
    object: { kind: "round", id: round.id },
    before: of.round,
    after: round,
    detail,
  });
  return { ...of, round };
}
