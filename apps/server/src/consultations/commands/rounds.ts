import { ApiProblem, type RoundChange, type RoundFacts } from "@compendium/contract";
import { delegationsOf } from "../../people/index.ts";
import type { Actor } from "../../platform/actor.ts";
import { givenOnly } from "../../platform/given-only.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Db, Tx } from "../../platform/tables.ts";
import { mustBeTimeZone } from "../../platform/time-zone.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { DraftOfText, TextRow } from "../../texts/index.ts";
import { announce, announceNewDeadline } from "../mailing.ts";
import { findRound, type RoundOfText, type RoundRow } from "../queries.ts";

/** Makes a round, and the jobs that open, remind and close it at their instants. */
export async function createRound(
  services: Services,
  actor: Actor,
  of: DraftOfText,
  facts: RoundFacts,
): Promise<RoundOfText> {
  return inTransaction(services, async (tx) => {
    if (of.text.distribution === "secretariat") {
      throw new ApiProblem(
        "not-now",
        "The text is for the secretariat alone. Widen its distribution before you ask delegations.",
      );
    }
    const now = await services.clock.now(tx);
    const { opensAt, closesAt } = periodOf(facts.opensAt, facts.closesAt, facts.timeZone);
    if (closesAt <= now) throw notAPeriod("closesAt", "The deadline is in the past.");
    const round: RoundRow = {
      id: newId(),
      draft: of.draft.id,
      title: facts.title,
      opensAt,
      closesAt,
      timeZone: facts.timeZone,
      instructions: facts.instructions,
      delegations: await asked(tx, of.text, facts.audience),
      audience: facts.audience,
      reminders: facts.reminders,
      version: 1,
      createdAt: now,
      announcedAt: null,
      closedAt: null,
      cancelledBy: null,
      cancelledAt: null,
      cancellationReason: null,
      carriedFrom: null,
    };
    await tx.insertInto("round").values(storedRound(round)).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(of.text.workspace),
      actor,
      act: "round.made",
      object: { kind: "round", id: round.id },
      before: null,
      after: round,
      detail: { title: round.title, draft: of.draft.symbol, opensAt, closesAt, delegations: round.delegations },
    });
    await schedule(tx, services, round);
    await tellOfRound(tx, { ...of, round }, now);
    return { ...of, round };
  });
}

/** Changes a round. Those asked are told of a new deadline. Refused where somebody changed it since `version`. */
export async function changeRound(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...given }: RoundChange,
): Promise<RoundOfText> {
  return inTransaction(services, async (tx) => {
    const of = await heldRound(tx, id, "for update");
    const { round: before, text } = of;
    mustNotBeCancelled(before);
    if (before.version !== version) {
      throw new ApiProblem(
        "changed-meanwhile",
        `“${before.title}” was changed since you opened it. Look at it again.`,
        {
          current: before,
        },
      );
    }
    const now = await services.clock.now(tx);
    const { opensAt: _, closesAt: __, ...change } = givenOnly(given);
    const timeZone = change.timeZone ?? before.timeZone;
    const period = periodOf(
      given.opensAt ?? before.opensAt.toISOString(),
      given.closesAt ?? before.closesAt.toISOString(),
      timeZone,
    );
    const isNewDeadline = period.closesAt.getTime() !== before.closesAt.getTime();
    if (isNewDeadline && period.closesAt <= now) throw notAPeriod("closesAt", "The new deadline is in the past.");
    const after: RoundRow = {
      ...before,
      ...change,
      ...period,
      delegations: change.audience === undefined ? before.delegations : await asked(tx, text, change.audience),
      // A deadline that is put off opens the round again.
      closedAt: isNewDeadline ? null : before.closedAt,
      version: version + 1,
    };
    const { id: ___, draft: ____, createdAt: _____, ...values } = storedRound(after);
    await tx.updateTable("round").set(values).where("id", "=", id).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(text.workspace),
      actor,
      act: "round.changed",
      object: { kind: "round", id },
      before,
      after,
      detail: { ...change, ...(isNewDeadline ? { closesAt: after.closesAt, formerly: before.closesAt } : {}) },
    });
    const changed = { ...of, round: after };
    const isNewOpening = period.opensAt.getTime() !== before.opensAt.getTime();
    // What was planned before stays in the queue, and does nothing when it comes.
    if (isNewDeadline || isNewOpening || given.reminders !== undefined) await schedule(tx, services, after, now);
    if (isNewDeadline && before.announcedAt !== null) await announceNewDeadline(tx, services, changed, now);
    await tellOfRound(tx, changed, now);
    return changed;
  });
}

/** Announces a round that has opened, once. What the job of its opening does. */
export async function openRound(services: Services, actor: Actor, id: string): Promise<void> {
  await inTransaction(services, async (tx) => {
    const of = await heldRound(tx, id, "for update");
    const now = await services.clock.now(tx);
    if (of.round.announcedAt !== null || of.round.cancelledAt !== null || now < of.round.opensAt) return;
    await announceOpened(tx, services, actor, of, now);
  });
}

/** Announces a round that has opened to everybody asked. */
export async function announceOpened(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: RoundOfText,
  now: Date,
): Promise<RoundOfText> {
  const announced = { ...of, round: { ...of.round, announcedAt: now } };
  await tx.updateTable("round").set({ announcedAt: now }).where("id", "=", of.round.id).execute();
  const reached = await announce(tx, services, announced, now);
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: "round.announced",
    object: { kind: "round", id: of.round.id },
    before: of.round,
    after: announced.round,
    detail: { mails: reached },
  });
  await tellOfRound(tx, announced, now);
  return announced;
}

/** Throws where the round was cancelled: then nothing is done in it any more. */
export function mustNotBeCancelled({ cancelledAt, cancelledBy, cancellationReason }: RoundRow): void {
  if (cancelledAt === null) return;
  throw new ApiProblem("not-now", `The round was cancelled by ${cancelledBy}: ${cancellationReason}`);
}

/** The round, held in this transaction: against changes, and, for update, also against whoever only relies on it. */
export async function heldRound(tx: Tx, id: string, how: "for share" | "for update"): Promise<RoundOfText> {
  const query = tx.selectFrom("round").select("id").where("id", "=", id);
  await (how === "for share" ? query.forShare() : query.forUpdate()).execute();
  const of = await findRound(tx, id);
  if (of === null) throw new RangeError(`There is no round ${id}.`);
  return of;
}

export async function tellOfRound(tx: Tx, { round, text }: RoundOfText, now: Date): Promise<void> {
  await tell(tx, { kind: "round", id: round.id, workspace: text.workspace, at: now.toISOString() });
}

/** Whom a round asks: those named, else the audience of its text, else every State of the workspace. */
async function asked(db: Db, text: TextRow, audience: readonly string[] | null): Promise<readonly string[]> {
  const delegations = await delegationsOf(db, text.workspace);
  const wanted = audience ?? text.audience;
  const unknown = wanted?.filter((code) => !delegations.some((each) => each.code === code)) ?? [];
  if (unknown.length > 0) {
    throw new ApiProblem("not-valid", `No delegation of this workspace: ${unknown.join(", ")}.`, {
      fields: { audience: `Not a delegation of this workspace: ${unknown.join(", ")}.` },
    });
  }
  return delegations.flatMap(({ code }) => (wanted === null || wanted.includes(code) ? [code] : []));
}

/**
 * Opening, closing, and the reminders that fall after `since`. A job that comes at a wrong time, after the deadline was
 * moved, does nothing.
 */
export async function schedule(
  tx: Tx,
  { jobs }: Pick<Services, "jobs">,
  round: RoundRow,
  since: Date = round.opensAt,
): Promise<void> {
  await jobs.add(tx, "open-round", { round: round.id }, { startAfter: round.opensAt });
  await jobs.add(tx, "close-round", { round: round.id }, { startAfter: round.closesAt });
  for (const hours of round.reminders) {
    const at = new Date(round.closesAt.getTime() - hours * 60 * 60 * 1000);
    if (at > round.opensAt && at >= since) {
      const data = { round: round.id, closesAt: round.closesAt.toISOString(), at: at.toISOString() };
      await jobs.add(tx, "remind", data, { startAfter: at });
    }
  }
}

function periodOf(
  opens: string,
  closes: string,
  timeZone: string,
): { readonly opensAt: Date; readonly closesAt: Date } {
  const opensAt = new Date(opens);
  const closesAt = new Date(closes);
  if (closesAt <= opensAt) throw notAPeriod("closesAt", "The deadline must be after the opening.");
  mustBeTimeZone(timeZone);
  return { opensAt, closesAt };
}

function notAPeriod(field: string, detail: string): ApiProblem {
  return new ApiProblem("not-valid", detail, { fields: { [field]: detail } });
}

export function storedRound(round: RoundRow) {
  return {
    ...round,
    delegations: JSON.stringify(round.delegations),
    audience: JSON.stringify(round.audience),
    reminders: JSON.stringify(round.reminders),
  };
}
