import { ApiProblem, type MeetingChange, type MeetingFacts, type RecordAct } from "@compendium/contract";
import { type CompilationOfRound, proposalsOf } from "../../consultations/index.ts";
import type { Actor } from "../../platform/actor.ts";
import { givenOnly } from "../../platform/given-only.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { mustBeTimeZone } from "../../platform/time-zone.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import { mailMeeting } from "../mailing.ts";
import { findMeeting, type MeetingOfCompilation, type MeetingRow, meetingsOf } from "../queries.ts";
import { heldNegotiation, notAPassage } from "./held.ts";

/** Plans a meeting. */
export function createMeeting(
  services: Services,
  actor: Actor,
  { compilation: { id: compilation } }: CompilationOfRound,
  facts: MeetingFacts,
): Promise<MeetingOfCompilation> {
  return inTransaction(services, async (tx) => {
    const of = await heldNegotiation(tx, compilation);
    await checkPlan(tx, of, facts);
    const [last] = await meetingsOf(tx, compilation);
    const meeting: MeetingRow = {
      id: newId(),
      compilation,
      number: (last?.number ?? 0) + 1,
      ...facts,
      startsAt: new Date(facts.startsAt),
      version: 1,
      openedAt: null,
      closedAt: null,
      item: null,
      passage: null,
    };
    await tx.insertInto("meeting").values(stored(meeting)).execute();
    await mailMeeting(tx, services, actor, "planned", { ...of, meeting }, await services.clock.now(tx));
    return recorded(tx, services, actor, "meeting.planned", { ...of, meeting, floor: [], statements: [] }, null);
  });
}

/**
 * Changes what is planned. Of a new time or venue everybody is told, before it begins. Refused, with the meeting as it is
 * now, where somebody changed it since `version`.
 */
export function changeMeeting(
  services: Services,
  actor: Actor,
  of: MeetingOfCompilation,
  { version, ...given }: MeetingChange,
): Promise<MeetingOfCompilation> {
  return inMeeting(services, actor, of, "meeting.changed", async (tx, held, now) => {
    const { meeting } = held;
    if (meeting.version !== version) {
      throw new ApiProblem("changed-meanwhile", "Somebody changed the meeting since you opened it. Look at it again.", {
        current: meeting,
      });
    }
    const { startsAt, ...change } = givenOnly(given);
    await checkPlan(tx, held, change);
    const agenda = change.agenda ?? meeting.agenda;
    if (meeting.item !== null && meeting.item >= agenda.length) {
      throw new ApiProblem("not-now", "The meeting is at an item that would be gone. Go to another one first.");
    }
    const changed: MeetingRow = {
      ...meeting,
      ...change,
      ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }),
      version: version + 1,
    };
    if (isMoved(meeting, changed)) await mailMeeting(tx, services, actor, "moved", { ...held, meeting: changed }, now);
    return changed;
  });
}

/** Whether who comes as they were told would come at the wrong time, or to the wrong place. In the room they know. */
function isMoved(before: MeetingRow, after: MeetingRow): boolean {
  if (before.openedAt !== null) return false;
  return (
    before.startsAt.getTime() !== after.startsAt.getTime()
    || before.timeZone !== after.timeZone
    || before.venue !== after.venue
  );
}

/** Opens it. Where it is in session, by a second press or by another hand, that is what was wanted. */
export function openMeeting(services: Services, actor: Actor, of: MeetingOfCompilation): Promise<MeetingOfCompilation> {
  return inMeeting(services, actor, of, "meeting.opened", async (_, { meeting }, now) => {
    if (meeting.openedAt !== null) return null;
    if (meeting.agenda.length === 0) throw new ApiProblem("not-now", "Give the meeting an agenda first.");
    return { openedAt: now, item: 0, passage: meeting.agenda[0]?.passages[0] ?? null };
  });
}

export function closeMeeting(
  services: Services,
  actor: Actor,
  of: MeetingOfCompilation,
): Promise<MeetingOfCompilation> {
  return inMeeting(services, actor, of, "meeting.closed", async (tx, held, now) => {
    mustBeOpen(held);
    await tx
      .updateTable("floorEntry")
      .set({ state: "withdrawn", endedAt: now })
      .where("meeting", "=", held.meeting.id)
      .where("state", "in", ["waiting", "speaking"])
      .execute();
    return { closedAt: now };
  });
}

/** Goes on to another place: every screen follows. */
export function goTo(
  services: Services,
  actor: Actor,
  of: MeetingOfCompilation,
  { item, passage }: { readonly item: number; readonly passage: string | null },
): Promise<MeetingOfCompilation> {
  return inMeeting(services, actor, of, "meeting.moved on", async (_, held) => {
    mustBeOpen(held);
    const found = held.meeting.agenda[item];
    if (found === undefined) {
      throw new ApiProblem("not-valid", "The agenda has no such item.", { fields: { item: "Not an item." } });
    }
    if (passage !== null && !found.passages.includes(passage)) throw notAPassage(passage);
    return { item, passage };
  });
}

export function mustBeOpen({ meeting: { openedAt, closedAt } }: MeetingOfCompilation): void {
  if (openedAt === null) throw new ApiProblem("not-now", "The meeting has not been opened yet.");
  if (closedAt !== null) throw new ApiProblem("not-now", "The meeting was closed.");
}

/** The meeting, held in this transaction: what is done in it happens one after the other. */
export async function heldMeeting(tx: Tx, id: string): Promise<MeetingOfCompilation> {
  await tx.selectFrom("meeting").select("id").where("id", "=", id).forUpdate().execute();
  const of = await findMeeting(tx, id);
  if (of === null) throw new RangeError(`There is no meeting ${id}.`);
  return of;
}

export async function tellOfMeeting(tx: Tx, { meeting, text }: MeetingOfCompilation, now: Date): Promise<void> {
  await tell(tx, { kind: "meeting", id: meeting.id, workspace: text.workspace, at: now.toISOString() });
}

/** Changes the meeting and writes it in the record; nothing where there is nothing to change. */
function inMeeting(
  services: Services,
  actor: Actor,
  { meeting: { id } }: MeetingOfCompilation,
  act: RecordAct,
  change: (tx: Tx, held: MeetingOfCompilation, now: Date) => Promise<Partial<MeetingRow> | null>,
): Promise<MeetingOfCompilation> {
  return inTransaction(services, async (tx) => {
    const held = await heldMeeting(tx, id);
    if (held.meeting.closedAt !== null) throw new ApiProblem("not-now", "The meeting was closed.");
    const changed = await change(tx, held, await services.clock.now(tx));
    if (changed === null) return held;
    const meeting: MeetingRow = { ...held.meeting, ...changed };
    const { id: _, ...values } = stored(meeting);
    await tx.updateTable("meeting").set(values).where("id", "=", id).execute();
    const { floor } = await heldMeeting(tx, id);
    return recorded(tx, services, actor, act, { ...held, meeting, floor }, held.meeting);
  });
}

async function recorded(
  tx: Tx,
  services: Services,
  actor: Actor,
  act: RecordAct,
  of: MeetingOfCompilation,
  before: MeetingRow | null,
): Promise<MeetingOfCompilation> {
  const { id, compilation, number, title, item, passage } = of.meeting;
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act,
    object: { kind: "meeting", id },
    before,
    after: of.meeting,
    detail: { compilation, number, title, item, passage },
  });
  await tellOfMeeting(tx, of, await services.clock.now(tx));
  return of;
}

async function checkPlan(tx: Tx, of: CompilationOfRound, plan: Partial<MeetingFacts>): Promise<void> {
  const { agenda = [], participants = [], timeZone } = plan;
  const known = new Set((await proposalsOf(tx, of.compilation.id)).map(({ passage }) => passage));
  const strange = agenda.flatMap(({ passages }) => passages).find((passage) => !known.has(passage));
  if (strange !== undefined) throw notAPassage(strange);
  const unasked = participants.find((code) => !of.round.delegations.includes(code));
  if (unasked !== undefined) {
    throw new ApiProblem("not-valid", `${unasked} takes no part in this negotiation.`, {
      fields: { participants: `Not asked in the round: ${unasked}.` },
    });
  }
  if (timeZone !== undefined) mustBeTimeZone(timeZone);
}

function stored(meeting: MeetingRow) {
  return { ...meeting, agenda: JSON.stringify(meeting.agenda), participants: JSON.stringify(meeting.participants) };
}
