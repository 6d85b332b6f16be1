import { ApiProblem, type RecordAct } from "@compendium/contract";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { workspaceLedger, writeEntry } from "../../record/index.ts";
import type { FloorRow, MeetingOfCompilation } from "../queries.ts";
import { heldMeeting, mustBeOpen, tellOfMeeting } from "./meetings.ts";
import { nextNumber } from "./next-number.ts";

/** Puts a delegation on the list of speakers. */
export function askForFloor(
  services: Services,
  actor: Actor,
  { meeting: { id } }: MeetingOfCompilation,
  { delegation, passage }: Pick<FloorRow, "delegation" | "passage">,
): Promise<MeetingOfCompilation> {
  return inTransaction(services, async (tx) => {
    const of = await heldMeeting(tx, id);
    mustBeOpen(of);
    if (of.floor.some((each) => each.delegation === delegation && isOnList(each))) {
      throw new ApiProblem("already-exists", `${delegation} is on the list of speakers already.`);
    }
    const askedAt = await services.clock.now(tx);
    const number = await nextNumber(tx, "floorEntry", id);
    const row = {
      id: newId(),
      number,
      meeting: id,
      delegation,
      passage,
      askedAt,
      beganAt: null,
      endedAt: null,
      item: null,
    };
    await tx
      .insertInto("floorEntry")
      .values({ ...row, state: "waiting" })
      .execute();
    return told(tx, services, actor, of, "floor.asked for", row.id, { delegation, passage });
  });
}

/** Gives the floor, notes that somebody has spoken, or takes an entry off the list. */
export function changeFloor(
  services: Services,
  actor: Actor,
  { meeting: { id } }: MeetingOfCompilation,
  entry: string,
  state: "speaking" | "spoken" | "withdrawn",
): Promise<MeetingOfCompilation> {
  return inTransaction(services, async (tx) => {
    const of = await heldMeeting(tx, id);
    mustBeOpen(of);
    const before = of.floor.find((each) => each.id === entry);
    if (before === undefined) throw new RangeError(`There is no entry ${entry}.`);
    if (!isOnList(before)) throw new ApiProblem("not-now", `${before.delegation} is off the list of speakers.`);
    const now = await services.clock.now(tx);
    if (state === "speaking") {
      // Whoever had the floor has spoken.
      await tx
        .updateTable("floorEntry")
        .set({ state: "spoken", endedAt: now })
        .where("meeting", "=", id)
        .where("state", "=", "speaking")
        .where("id", "!=", entry)
        .execute();
    }
    await tx
      .updateTable("floorEntry")
      .set(state === "speaking" ? { state, beganAt: now, item: of.meeting.item } : { state, endedAt: now })
      .where("id", "=", entry)
      .execute();
    return told(tx, services, actor, of, `floor.${state}`, entry, { delegation: before.delegation });
  });
}

function isOnList({ state }: FloorRow): boolean {
  return state === "waiting" || state === "speaking";
}

async function told(
  tx: Tx,
  services: Services,
  actor: Actor,
  of: MeetingOfCompilation,
  act: RecordAct,
  entry: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<MeetingOfCompilation> {
  const after = await heldMeeting(tx, of.meeting.id);
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act,
    object: { kind: "floor entry", id: entry },
    before: of.floor.find(({ id }) => id === entry) ?? null,
    after: after.floor.find(({ id }) => id === entry) ?? null,
    detail: { meeting: of.meeting.id, ...detail },
  });
  await tellOfMeeting(tx, after, await services.clock.now(tx));
  return after;
}
