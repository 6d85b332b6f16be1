import { ApiProblem, type ConsolidatedSubmission, type RecordAct } from "@compendium/contract";
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
import { type Confirmed, mustBeConfirmed } from "../confirmed.ts";
import { type Consolidated, consolidateRoom } from "../consolidated.ts";
import { mailReceipt, mailTakenBack } from "../mailing.ts";
import {
  findSubmission,
  type Room,
  type RoomOfRound,
  type RoundOfText,
  readRoomOf,
  type SubmissionOfRound,
  type SubmissionRow,
  submissionsOf,
} from "../queries.ts";
import { type SubmissionState, standing, statesOf } from "../standing-submissions.ts";
import { heldRoom, tellRoom } from "./rooms.ts";
import { heldRound, mustNotBeCancelled } from "./rounds.ts";

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
      .set({ ...cleared, lostClearance: JSON.stringify(null) })
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
    return { ...room, ...cleared, lostClearance: null };
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

/**
 * Enters a file that came by e-mail for a delegation; the record says by whom, and when it had arrived. Refused where it
 * would replace another submission, or its name tells of another delegation, and that is not confirmed.
 */
export async function enterSubmission(
  services: Services,
  actor: Member,
  of: RoundOfText,
  given: {
    readonly delegation: string;
    readonly name: string;
    readonly arrivedAt: Date;
    readonly bytes: Uint8Array<ArrayBuffer>;
  } & Confirmed,
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
    const { round } = await heldRound(tx, of.round.id, "for share");
    const stands = await standingOf(tx, round.id, delegation);
    mustBeConfirmed(given, {
      // What is late replaces nothing until it is admitted.
      replaced: arrivedAt < round.closesAt ? stands : null,
      delegation: await delegationNamed(tx, of.text.workspace, delegation),
      fileName,
      timeZone: round.timeZone,
    });
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
  readonly channel: SubmissionRow["channel"];
  readonly onBehalfOf: readonly string[];
  readonly inAlignment: readonly string[];
  readonly receipt: unknown;
  readonly receiptText: string;
}

const ACTS = {
  web: "submission.submitted",
  "e-mail": "submission.entered",
  "draft before": "submission.carried",
} as const satisfies Record<SubmissionRow["channel"], RecordAct>;

export async function receive(
  tx: Tx,
  services: Services,
  actor: Member,
  { round: { id: round } }: RoundOfText,
  given: Received,
): Promise<SubmissionOfRound> {
  // Shared with other submissions, and exclusive to the closing: whoever gets it before is on time, after is late.
  const of = await heldRound(tx, round, "for share");
  const now = await services.clock.now(tx);
  mustNotBeCancelled(of.round);
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
  const replaced = late ? null : await standingOf(tx, round, given.delegation);
  const told = {
    ...facts,
    round,
    number: (last ?? 0) + 1,
    receivedAt,
    submittedBy: actor.person.name,
    late,
    replaces: replaced?.id ?? null,
  };
  const entry = await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act: ACTS[given.channel],
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
      ...(replaced === null ? {} : { replaces: replaced.number }),
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
    takenBackBy: null,
    takenBackAt: null,
    takenBackReason: null,
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
  // What is carried from the draft before nobody has sent: its delegation has no receipt to wait for.
  if (row.channel !== "draft before") {
    await mailReceipt(tx, services, { ...of, submission: row }, replaced, receiptText, now);
  }
  await tellOfSubmission(tx, { ...of, submission: row }, now);
  return { ...of, submission: row };
}

/** Withdraws a submission, until the deadline. It stays on record. */
export function withdraw(
  services: Services,
  actor: Actor,
  { submission: { id } }: SubmissionOfRound,
): Promise<SubmissionOfRound> {
  return inTransaction(services, (tx) =>
    changeSubmission(tx, services, actor, id, "submission.withdrawn", ({ round }, { now, state }) => {
      if (state !== "stands") throw new ApiProblem("not-now", `The submission was ${state} already.`);
      if (now >= round.closesAt) {
        throw new ApiProblem(
          "not-now",
          "The deadline has passed. What was submitted stays; tell the secretariat what you want.",
        );
      }
      return { withdrawnAt: now };
    }),
  );
}

/** Takes back what the secretariat entered by mistake: what stood before stands again, and the delegation is told. */
export function takeBack(
  services: Services,
  actor: Member,
  { submission: { id } }: SubmissionOfRound,
  reason: string,
): Promise<SubmissionOfRound> {
  return inTransaction(services, async (tx) => {
    const of = await changeSubmission(
      tx,
      services,
      actor,
      id,
      "submission.taken back",
      ({ submission }, { now, state }) => {
        if (submission.channel !== "e-mail") {
          throw new ApiProblem(
            "not-now",
            "Only what the secretariat entered can be taken back. What a delegation submitted, it withdraws itself.",
          );
        }
        if (state !== "stands") throw new ApiProblem("not-now", `The submission was ${state} already.`);
        return { takenBackBy: actor.person.name, takenBackAt: now, takenBackReason: reason };
      },
      reason,
    );
    const { round, delegation } = of.submission;
    const stands = await standingOf(tx, round, delegation);
    await mailTakenBack(tx, services, of, stands, await services.clock.now(tx));
    return of;
  });
}

/** Admits a late submission. */
export function admit(
  services: Services,
  actor: Member,
  { submission: { id } }: SubmissionOfRound,
  reason: string,
): Promise<SubmissionOfRound> {
  return inTransaction(services, (tx) =>
    changeSubmission(
      tx,
      services,
      actor,
      id,
      "submission.admitted",
      ({ submission }, { now, state, stands }) => {
        if (!submission.late) throw new ApiProblem("not-now", "The submission was on time: there is nothing to admit.");
        if (submission.admittedAt !== null) throw new ApiProblem("not-now", "The submission was admitted already.");
        if (state === "withdrawn" || state === "taken back") {
          throw new ApiProblem("not-now", `The submission was ${state}.`);
        }
        const replaces = stands !== null && stands.number < submission.number ? stands.id : null;
        return { admittedBy: actor.person.name, admittedAt: now, admissionReason: reason, replaces };
      },
      reason,
    ),
  );
}

/** What can change of a submission; everything else stays as it was received. */
type Changes = Partial<
  Pick<
    SubmissionRow,
    | "withdrawnAt"
    | "replaces"
    | "takenBackBy"
    | "takenBackAt"
    | "takenBackReason"
    | "admittedBy"
    | "admittedAt"
    | "admissionReason"
  >
>;

/** How things stand when a submission is to be changed. */
interface Situation {
  readonly now: Date;
  readonly state: SubmissionState;
  /** What of its delegation would be compiled now. */
  readonly stands: SubmissionRow | null;
}

async function changeSubmission(
  tx: Tx,
  services: Services,
  actor: Actor,
  id: string,
  act: RecordAct,
  change: (of: SubmissionOfRound, situation: Situation) => Changes,
  reason: string | null = null,
): Promise<SubmissionOfRound> {
  const found = await findSubmission(tx, id);
  if (found === null) throw new RangeError(`There is no submission ${id}.`);
  const { delegation } = found.submission;
  // Of one delegation, one act after the other: what stands, stands until this one is done.
  await heldRoom(tx, { ...found, delegation });
  const of = await heldRound(tx, found.round.id, "for share");
  const all = (await submissionsOf(tx, of.round.id)).filter((each) => each.delegation === delegation);
  const before = all.find((each) => each.id === id) ?? found.submission;
  const now = await services.clock.now(tx);
  const changes = change(
    { ...of, submission: before },
    { now, state: statesOf(all).get(id) ?? "stands", stands: standing(all)[0] ?? null },
  );
  const after = { ...before, ...changes };
  await tx.updateTable("submission").set(changes).where("id", "=", id).execute();
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(of.text.workspace),
    actor,
    act,
    object: { kind: "submission", id },
    before,
    after,
    detail: { delegation, number: before.number, ...(reason === null ? {} : { reason }) },
  });
  await tellOfSubmission(tx, { ...of, submission: after }, now);
  return { ...of, submission: after };
}

/** What of a delegation would be compiled now; `null` for nothing. */
async function standingOf(tx: Tx, round: string, delegation: string): Promise<SubmissionRow | null> {
  return standing(await submissionsOf(tx, round)).find((each) => each.delegation === delegation) ?? null;
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
