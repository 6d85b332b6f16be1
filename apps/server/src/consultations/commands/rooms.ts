import { ApiProblem, type LostClearance, type ProposedChange, type RoomAct } from "@compendium/contract";
import type { Actor, Person } from "../../platform/actor.ts";
import { keepFile, sha256Of } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { fileNotRead } from "../../platform/word/file-problem.ts";
import { type ActTold, delegationLedger, writeEntry } from "../../record/index.ts";
import { paragraphAt } from "../../texts/index.ts";
import { citationOf } from "../citation-of.ts";
import { baseOf, delegationNamed } from "../compiling/given.ts";
import { readSubmissionFile } from "../compiling/in-thread.ts";
import { type Confirmed, mustBeConfirmed } from "../confirmed.ts";
import {
  emptyRoom,
  type Room,
  type RoomFileRow,
  type RoomOfRound,
  readRoomOf,
  type WebProposalRow,
} from "../queries.ts";
import { mustNotBeCancelled } from "./rounds.ts";

type Member = Actor & { readonly person: Person };

/** What a change of a room is told as: in the delegation's record, and in the room if a clearance is lost by it. */
interface ActInRoom extends Pick<ActTold, "object" | "before" | "after" | "detail"> {
  readonly act: RoomAct;
  /** The citation of the proposal, or the name of the file; empty for alignment. */
  readonly about: string;
}

/**
 * Does something in a delegation's room: holds the room, raises its version, takes back the clearance, since what was
 * cleared is no longer what is there, and keeps by whom; and writes the act into the delegation's own record.
 */
function inRoom<Result>(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  does: (tx: Tx, room: Room, now: Date) => Promise<{ readonly result: Result; readonly act: ActInRoom }>,
): Promise<Result> {
  return inTransaction(services, async (tx) => {
    const room = await heldRoom(tx, of);
    const now = await services.clock.now(tx);
    mustNotBeCancelled(of.round);
    if (now < of.round.opensAt) throw new ApiProblem("not-now", "The round has not opened yet.");
    const { result, act: told } = await does(tx, room, now);
    const { about, ...act } = told;
    const lost: LostClearance | null =
      room.clearedBy === null
        ? room.lostClearance
        : { clearedBy: room.clearedBy, by: actor.person.name, at: now.toISOString(), act: act.act, about };
    await tx
      .updateTable("room")
      .set({
        version: room.version + 1,
        clearedBy: null,
        clearedAt: null,
        clearedSha256: null,
        lostClearance: JSON.stringify(lost),
      })
      .where("round", "=", of.round.id)
      .where("delegation", "=", of.delegation)
      .execute();
    await writeEntry(tx, services.clock, { ledger: delegationLedger(of.text.workspace, of.delegation), actor, ...act });
    await tellRoom(tx, of, now);
    return result;
  });
}

/** The room, held in this transaction; made if nobody used it before. */
export async function heldRoom(tx: Tx, { round, delegation }: RoomOfRound): Promise<Room> {
  const { onBehalfOf, inAlignment, lostClearance, ...room } = emptyRoom(round.id, delegation);
  await tx
    .insertInto("room")
    .values({
      ...room,
      onBehalfOf: JSON.stringify(onBehalfOf),
      inAlignment: JSON.stringify(inAlignment),
      lostClearance: JSON.stringify(lostClearance),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .selectFrom("room")
    .select("round")
    .where("round", "=", round.id)
    .where("delegation", "=", delegation)
    .forUpdate()
    .execute();
  return readRoomOf(tx, round.id, delegation);
}

export async function tellRoom(tx: Tx, { round, text, delegation }: RoomOfRound, now: Date): Promise<void> {
  await tell(tx, { kind: "room", id: round.id, delegation, workspace: text.workspace, at: now.toISOString() });
}

export interface ProposalGiven {
  readonly story: string;
  readonly at: number;
  readonly change: ProposedChange;
  readonly reason: string;
}

/** Proposes a change of one paragraph. Refused where the same person has proposed one for that paragraph already. */
export function addProposal(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  given: ProposalGiven,
): Promise<WebProposalRow> {
  const { story, at: position, change, reason } = given;
  return inRoom(services, actor, of, async (tx, room, now) => {
    const paragraph = await paragraphAt(tx, of.draft.id, story, position);
    if (paragraph === null) throw new ApiProblem("not-valid", "No paragraph of the draft begins there.");
    const citation = citationOf(change, paragraph.citation);
    mustBeOnlyOne(room, actor, { id: null, story, position, change }, citation);
    const row: WebProposalRow = {
      id: newId(),
      round: of.round.id,
      delegation: of.delegation,
      story,
      position,
      change,
      reason,
      by: actor.person.name,
      proposer: actor.person.id,
      changedAt: now,
      version: 1,
      removedAt: null,
    };
    await tx
      .insertInto("webProposal")
      .values({ ...row, change: JSON.stringify(change) })
      .execute();
    return {
      result: row,
      act: {
        act: "proposal.added",
        object: { kind: "proposal", id: row.id },
        before: null,
        after: row,
        about: citation,
        detail: { round: of.round.id, citation },
      },
    };
  });
}

/** One person says one thing of a paragraph, and one of what follows it. What others say stands beside. */
function mustBeOnlyOne(
  { proposals }: Room,
  { person }: Member,
  {
    id,
    story,
    position,
    change,
  }: Pick<WebProposalRow, "story" | "position" | "change"> & { readonly id: string | null },
  citation: string,
): void {
  const isAddition = change.kind === "insert after";
  const isThere = proposals.some(
    (each) =>
      each.id !== id
      && each.proposer === person.id
      && each.story === story
      && each.position === position
      && (each.change.kind === "insert after") === isAddition,
  );
  if (!isThere) return;
  throw new ApiProblem(
    "already-exists",
    `You have proposed a wording yourself, ${citation}. Change that one, or remove it first.`,
  );
}

async function citationAt(tx: Tx, of: RoomOfRound, { story, position, change }: WebProposalRow): Promise<string> {
  const paragraph = await paragraphAt(tx, of.draft.id, story, position);
  return paragraph === null ? "" : citationOf(change, paragraph.citation);
}

/**
 * Changes a proposal, whoever made it: it is theirs who changed it last. Refused, with the proposal as it is now, where
 * somebody changed it since `version`, and where whoever changes it has another of their own there.
 */
export function changeProposal(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  id: string,
  given: { readonly change: ProposedChange; readonly reason: string; readonly version: number },
): Promise<WebProposalRow> {
  return inRoom(services, actor, of, async (tx, room, now) => {
    const before = proposalIn(room, id, given.version);
    if ((before.change.kind === "insert after") !== (given.change.kind === "insert after")) {
      throw new ApiProblem(
        "not-valid",
        "A new paragraph and a change of one are different proposals: add another one.",
      );
    }
    const citation = await citationAt(tx, of, before);
    mustBeOnlyOne(room, actor, before, citation);
    const after: WebProposalRow = {
      ...before,
      change: given.change,
      reason: given.reason,
      by: actor.person.name,
      proposer: actor.person.id,
      changedAt: now,
      version: before.version + 1,
    };
    const { change, reason, by, proposer, changedAt, version } = after;
    await tx
      .updateTable("webProposal")
      .set({ change: JSON.stringify(change), reason, by, proposer, changedAt, version })
      .where("id", "=", id)
      .execute();
    return {
      result: after,
      act: {
        act: "proposal.changed",
        object: { kind: "proposal", id },
        before,
        after,
        about: citation,
        detail: { round: of.round.id, citation },
      },
    };
  });
}

/** Takes a proposal out of the room; it stays on record. */
export function removeProposal(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  id: string,
  version: number,
): Promise<null> {
  return inRoom(services, actor, of, async (tx, room, now) => {
    const before = proposalIn(room, id, version);
    await tx.updateTable("webProposal").set({ removedAt: now }).where("id", "=", id).execute();
    const citation = await citationAt(tx, of, before);
    return {
      result: null,
      act: {
        act: "proposal.removed",
        object: { kind: "proposal", id },
        before,
        after: { ...before, removedAt: now },
        about: citation,
        detail: { round: of.round.id, citation },
      },
    };
  });
}

function proposalIn(room: Room, id: string, version: number): WebProposalRow {
  const found = room.proposals.find((each) => each.id === id);
  if (found === undefined)
    throw new ApiProblem("changed-meanwhile", "The proposal was taken out of the room meanwhile.");
  if (found.version !== version) {
    throw new ApiProblem("changed-meanwhile", `${found.by} changed this proposal since you opened it.`, {
      current: found,
    });
  }
  return found;
}

/**
 * Puts a marked-up Word file into the room. It is read at once, so that what cannot be read is told to whoever has it.
 * Refused where its name tells of another delegation, and that is not confirmed.
 */
export async function addRoomFile(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  given: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } & Pick<Confirmed, "namedFor">,
): Promise<RoomFileRow> {
  const { name, bytes, namedFor } = given;
  const sha256 = sha256Of(bytes);
  const delegation = await delegationNamed(services.db, of.text.workspace, of.delegation);
  mustBeConfirmed({ namedFor }, { replaced: null, delegation, fileName: name, timeZone: of.round.timeZone });
  const read = await readSubmissionFile(services.threads, {
    base: await baseOf(services.db, of.draft),
    delegation,
    file: { name, sha256, bytes: bytes.length },
    bytes,
  });
  if (!read.read) throw fileNotRead(read);
  return inRoom(services, actor, of, async (tx, room, now) => {
    const same = room.files.find((each) => each.sha256 === sha256);
    if (same !== undefined) {
      throw new ApiProblem("already-exists", `The same file is in the room already, as “${same.fileName}”.`);
    }
    await keepFile(tx, bytes);
    const row: RoomFileRow = {
      id: newId(),
      round: of.round.id,
      delegation: of.delegation,
      fileName: name,
      sha256,
      bytes: bytes.length,
      addedBy: actor.person.name,
      addedAt: now,
      removedAt: null,
    };
    await tx.insertInto("roomFile").values(row).execute();
    return {
      result: row,
      act: {
        act: "room file.added",
        object: { kind: "room file", id: row.id },
        before: null,
        after: row,
        about: name,
        detail: { round: of.round.id, name, sha256 },
      },
    };
  });
}

/** Takes a file out of the room; it is kept. */
export function removeRoomFile(services: Services, actor: Member, of: RoomOfRound, id: string): Promise<null> {
  return inRoom(services, actor, of, async (tx, room, now) => {
    const before = room.files.find((each) => each.id === id);
    if (before === undefined) throw new ApiProblem("not-now", "The file was taken out of the room already.");
    await tx.updateTable("roomFile").set({ removedAt: now }).where("id", "=", id).execute();
    return {
      result: null,
      act: {
        act: "room file.removed",
        object: { kind: "room file", id },
        before,
        after: { ...before, removedAt: now },
        about: before.fileName,
        detail: { round: of.round.id, name: before.fileName },
      },
    };
  });
}

/** Says on behalf of whom the delegation speaks, and who aligns itself with it. */
export function setAlignment(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  given: { readonly onBehalfOf: readonly string[]; readonly inAlignment: readonly string[]; readonly version: number },
): Promise<null> {
  return inRoom(services, actor, of, async (tx, room) => {
    if (room.version !== given.version) {
      throw new ApiProblem("changed-meanwhile", "The room was changed since you opened it. Look at it again.", {
        current: { onBehalfOf: room.onBehalfOf, inAlignment: room.inAlignment, version: room.version },
      });
    }
    const { onBehalfOf, inAlignment } = given;
    await tx
      .updateTable("room")
      .set({ onBehalfOf: JSON.stringify(onBehalfOf), inAlignment: JSON.stringify(inAlignment) })
      .where("round", "=", of.round.id)
      .where("delegation", "=", of.delegation)
      .execute();
    return {
      result: null,
      act: {
        act: "alignment.set",
        object: { kind: "room", id: `${of.round.id}/${of.delegation}` },
        before: { onBehalfOf: room.onBehalfOf, inAlignment: room.inAlignment },
        after: { onBehalfOf, inAlignment },
        about: "",
        detail: { onBehalfOf, inAlignment },
      },
    };
  });
}
