import { ApiProblem, type ConsolidatedSubmission } from "@compendium/contract";
import type { Actor, Person } from "../../platform/actor.ts";
import { keepFile, sha256Of } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { tell } from "../../platform/live/live.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { fileNotRead } from "../../platform/word/file-problem.ts";
import { delegationLedger, workspaceLedger, writeEntry } from "../../record/index.ts";
import { baseOf, delegationNamed } from "../compiling/given.ts";
import { readSubmissionFile } from "../compiling/in-thread.ts";
import { type Consolidated, consolidateRoom } from "../consolidated.ts";
import { mailReceipt } from "../mailing.ts";
import {
  findSubmission,
  type Room,
  type RoomOfRound,
  type RoundOfText,
  readRoomOf,
  type SubmissionOfRound,
  type SubmissionRow,
} from "../queries.ts";
import { statesOf } from "../standing-submissions.ts";
import { heldRoom, tellRoom } from "./rooms.ts";
import { heldRound } from "./rounds.ts";

type Member = Actor & { readonly person: Person };

/** Clears the consolidated submission with this hash: the head of delegation has seen it and answers for it. */
export async function clearRoom(services: Services, actor: Member, of: RoomOfRound, sha256: string): Promise<Room> {
  const seen = await readRoomOf(services.db, of.round.id, of.delegation);
  const consolidated = await consolidateRoom(services, of, seen);
  mustBe(consolidated, sha256);
  return inTransaction(services, async (tx) => {
    const room = await heldRoom(tx, of);
    if (room.version !== seen.version) throw roomChanged(consolidated.view);
    if (room.clearedSha256 === sha256) throw new ApiProblem("not-now", `${room.clearedBy} has cleared this already.`);
    const now = await services.clock.now(tx);
    const cleared = { clearedBy: actor.person.name, clearedAt: now, clearedSha256: sha256, version: room.version + 1 };
    await tx
      .updateTable("room")
      .set(cleared)
      .where("round", "=", of.round.id)
      .where("delegation", "=", of.delegation)
      .execute();
    await writeEntry(tx, services.clock, {
      ledger: delegationLedger(of.text.workspace, of.delegation),
      actor,
      act: "submission.cleared",
      object: { kind: "room", id: `${of.round.id}/${of.delegation}` },
      before: null,
      after: { sha256 },
      detail: { round: of.round.id, sha256 },
    });
    await tellRoom(tx, of, now);
    return { ...room, ...cleared };
  });
}

/** Submits what was cleared. Whether it is late, the clock of the database tells, under a lock that the closing waits for. */
export async function submit(
  services: Services,
  actor: Member,
  of: RoomOfRound,
  sha256: string,
): Promise<SubmissionOfRound> {
  const seen = await readRoomOf(services.db, of.round.id, of.delegation);
  const consolidated = await consolidateRoom(services, of, seen);
  const { bytes, file } = mustBe(consolidated, sha256);
  return inTransaction(services, async (tx) => {
    const room = await heldRoom(tx, of);
    if (room.clearedSha256 !== sha256) {
      throw room.clearedSha256 === null
        ? new ApiProblem("not-now", "Clear the submission first.")
        : roomChanged(consolidated.view);
    }
    await keepFile(tx, bytes);
    const received = await receive(tx, services, actor, of, {
      delegation: of.delegation,
      fileName: file.name,
      sha256,
      bytes: bytes.length,
      arrivedAt: null,
      channel: "web",
      onBehalfOf: room.onBehalfOf,
      inAlignment: room.inAlignment,
      receipt: consolidated.view.receipt,
      receiptText: consolidated.receiptText,
    });
    await tellRoom(tx, of, received.submission.receivedAt);
    return received;
  });
}

/** Enters a file that came by e-mail for a delegation; the record says by whom, and when it had arrived. */
export async function enterSubmission(
  services: Services,
  actor: Member,
  of: RoundOfText,
  given: {
    readonly delegation: string;
    readonly name: string;
    readonly arrivedAt: Date;
    readonly bytes: Uint8Array<ArrayBuffer>;
  },
): Promise<SubmissionOfRound> {
  const { delegation, name: fileName, arrivedAt, bytes } = given;
  if (!of.round.delegations.includes(delegation)) {
    throw new ApiProblem("not-valid", `${delegation} is not asked in this round.`, {
      fields: { delegation: "Not asked in this round." },
    });
  }
  const sha256 = sha256Of(bytes);
  const read = await readSubmissionFile(services.threads, {
    base: await baseOf(services.db, of.draft),
    delegation: await delegationNamed(services.db, of.text.workspace, delegation),
    file: { name: fileName, sha256, bytes: bytes.length },
    bytes,
  });
  if (!read.read) throw fileNotRead(read);
  return inTransaction(services, async (tx) => {
    // Of one delegation, one submission after the other: each has its number.
    await heldRoom(tx, { ...of, delegation });
    await keepFile(tx, bytes);
    return receive(tx, services, actor, of, {
      delegation,
      fileName,
      sha256,
      bytes: bytes.length,
      arrivedAt,
      channel: "e-mail",
      onBehalfOf: [],
      inAlignment: [],
      receipt: read.receipt,
      receiptText: read.receiptText,
    });
  });
}

interface Received {
  readonly delegation: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When it came, if not now. */
  readonly arrivedAt: Date | null;
  readonly channel: "web" | "e-mail";
  readonly onBehalfOf: readonly string[];
  readonly inAlignment: readonly string[];
  readonly receipt: unknown;
  readonly receiptText: string;
}

async function receive(
  tx: Tx,
  services: Services,
  actor: Member,
  { round: { id: round } }: RoundOfText,
  given: Received,
): Promise<SubmissionOfRound> {
  // Shared with other submissions, and exclusive to the closing: whoever gets it before is on time, after is late.
  const of = await heldRound(tx, round, "for share");
  const now = await services.clock.now(tx);
  if (now < of.round.opensAt) throw new ApiProblem("not-now", "The round has not opened yet.");
  const receivedAt = given.arrivedAt ?? now;
  if (receivedAt > now || receivedAt < of.round.opensAt) {
    throw new ApiProblem("not-valid", "The file must have arrived since the round opened, and before now.", {
      fields: { arrivedAt: "Between the opening of the round and now." },
    });
  }
  const late = receivedAt >= of.round.closesAt;
  const { last } = await tx
    .selectFrom("submission")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("round", "=", round)
    .where("delegation", "=", given.delegation)
    .executeTakeFirstOrThrow();
  const { receiptText, arrivedAt: _, ...facts } = given;
  const id = newId();
  const told = { ...facts, round, number: (last ?? 0) + 1, receivedAt, submittedBy: actor.person.name, late };
  const entry = await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: given.channel === "web" ? "submission.submitted" : "submission.entered",
    object: { kind: "submission", id },
    before: null,
    after: told,
    detail: {
      round,
      delegation: given.delegation,
      number: told.number,
      sha256: given.sha256,
      receivedAt,
      late,
      onBehalfOf: given.onBehalfOf,
      inAlignment: given.inAlignment,
    },
  });
  const row: SubmissionRow = {
    id,
    ...told,
    admittedBy: null,
    admittedAt: null,
    admissionReason: null,
    withdrawnAt: null,
    ledger: entry.ledger,
    recordNumber: entry.number,
    recordHash: entry.hash,
  };
  await tx
    .insertInto("submission")
    .values({
      ...row,
      onBehalfOf: JSON.stringify(row.onBehalfOf),
      inAlignment: JSON.stringify(row.inAlignment),
      receipt: JSON.stringify(row.receipt),
    })
    .execute();
  await mailReceipt(tx, services, { ...of, submission: row }, receiptText, now);
  await tellOfSubmission(tx, { ...of, submission: row }, now);
  return { ...of, submission: row };
}

/** Withdraws a submission, until the deadline. It stays on record. */
export function withdraw(
  services: Services,
  actor: Actor,
  { submission: { id } }: SubmissionOfRound,
): Promise<SubmissionOfRound> {
  return changeSubmission(services, actor, id, "submission.withdrawn", async (of, now, state) => {
    if (state !== "stands") throw new ApiProblem("not-now", `The submission was ${state} already.`);
    if (now >= of.round.closesAt) {
      throw new ApiProblem(
        "not-now",
        "The deadline has passed. What was submitted stays; tell the secretariat what you want.",
      );
    }
    return { withdrawnAt: now };
  });
}

/** Admits a late submission. */
export function admit(
  services: Services,
  actor: Member,
  { submission: { id } }: SubmissionOfRound,
  reason: string,
): Promise<SubmissionOfRound> {
  return changeSubmission(services, actor, id, "submission.admitted", async ({ submission }, now, state) => {
    if (!submission.late) throw new ApiProblem("not-now", "The submission was on time: there is nothing to admit.");
    if (submission.admittedAt !== null) throw new ApiProblem("not-now", "The submission was admitted already.");
    if (state === "withdrawn") throw new ApiProblem("not-now", "The submission was withdrawn.");
    return { admittedBy: actor.person.name, admittedAt: now, admissionReason: reason };
  });
}

function changeSubmission(
  services: Services,
  actor: Actor,
  id: string,
  act: string,
  change: (of: SubmissionOfRound, now: Date, state: string) => Promise<Partial<SubmissionRow>>,
): Promise<SubmissionOfRound> {
  return inTransaction(services, async (tx) => {
    const found = await findSubmission(tx, id);
    if (found === null) throw new RangeError(`There is no submission ${id}.`);
    await heldRound(tx, found.round.id, "for share");
    const all = await tx
      .selectFrom("submission")
      .selectAll()
      .where("round", "=", found.round.id)
      .where("delegation", "=", found.submission.delegation)
      .forUpdate()
      .execute();
    const before = all.find((each) => each.id === id) ?? found.submission;
    const now = await services.clock.now(tx);
    const changes = await change({ ...found, submission: before }, now, statesOf(all).get(id) ?? "stands");
    const after = { ...before, ...changes };
    const { withdrawnAt, admittedBy, admittedAt, admissionReason } = after;
    await tx
      .updateTable("submission")
      .set({ withdrawnAt, admittedBy, admittedAt, admissionReason })
      .where("id", "=", id)
      .execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(found.text.workspace),
      actor,
      act,
      object: { kind: "submission", id },
      before,
      after,
      detail: {
        delegation: before.delegation,
        number: before.number,
        ...(admissionReason === null ? {} : { reason: admissionReason }),
      },
    });
    await tellOfSubmission(tx, { ...found, submission: after }, now);
    return { ...found, submission: after };
  });
}

async function tellOfSubmission(tx: Tx, { submission, text }: SubmissionOfRound, now: Date): Promise<void> {
  await tell(tx, { kind: "submission", id: submission.id, workspace: text.workspace, at: now.toISOString() });
}

/** The clean file with this hash. Throws what says why it is not. */
function mustBe({ view, bytes }: Consolidated, sha256: string) {
  if (view.state === "rival wordings") {
    throw new ApiProblem("rival-wordings", "Choose one wording for each passage, by changing or removing the others.", {
      current: view.conflicts,
    });
  }
  if (view.state === "not read")
    throw new ApiProblem("file-not-read", view.problems.map(({ problem }) => problem).join(" "));
  if (view.file === null || bytes === null) throw new ApiProblem("not-now", "There is nothing in the room to submit.");
  if (view.file.sha256 !== sha256) throw roomChanged(view);
  return { bytes, file: view.file };
}

function roomChanged(current: ConsolidatedSubmission): ApiProblem {
  return new ApiProblem(
    "changed-meanwhile",
    "The room was changed since you looked at its submission. Look at it again.",
    {
      current,
    },
  );
}
