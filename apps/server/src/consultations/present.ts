import type {
  CompilationView,
  DelegationView,
  RoomFile,
  RoomView,
  RoundView,
  SubmissionView,
  WebProposal,
} from "@compendium/contract";
import { type DelegationRow, presentDelegation } from "../people/index.ts";
import { type Actor, delegationsOf } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import type { PlacedParagraph } from "../texts/index.ts";
import { citationOf } from "./citation-of.ts";
import { FORMATS_IN_ORDER } from "./compiling/file-names.ts";
import { clear, manageRound, propose, releaseCompilation, seeSubmissions } from "./policy.ts";
import type {
  CompilationFileRow,
  CompilationOfRound,
  Room,
  RoomFileRow,
  RoomOfRound,
  RoundOfText,
  RoundRow,
  SubmissionRow,
  WebProposalRow,
} from "./queries.ts";
import { type SubmissionState, statesOf } from "./standing-submissions.ts";

/** By the clock, not by what the jobs have done yet. */
function stateOf({ opensAt, closesAt, cancelledAt }: RoundRow, now: Date): RoundView["state"] {
  if (cancelledAt !== null) return "cancelled";
  if (now < opensAt) return "planned";
  return now < closesAt ? "open" : "closed";
}

export function presentRound(
  actor: Actor,
  of: RoundOfText,
  delegations: readonly DelegationRow[],
  now: Date,
): RoundView {
  const { round, draft, text } = of;
  const state = stateOf(round, now);
  const may: RoundView["may"] = [];
  if (can(actor, seeSubmissions, of)) may.push("see submissions");
  if (can(actor, manageRound, of) && state !== "cancelled") {
    may.push("change", "compile", "release");
    if (state === "planned") may.push("cancel", "open now");
    else may.push("enter submission", "admit");
    if (state === "open") may.push("remind", "close now");
  }
  const own = delegationsOf(actor, text.workspace);
  return {
    id: round.id,
    workspace: text.workspace,
    text: { id: text.id, title: text.title },
    draft: { id: draft.id, number: draft.number, symbol: draft.symbol },
    title: round.title,
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    timeZone: round.timeZone,
    instructions: round.instructions,
    audience: round.audience === null ? null : [...round.audience],
    reminders: [...round.reminders],
    state,
    cancelled:
      round.cancelledBy === null || round.cancelledAt === null
        ? null
        : { by: round.cancelledBy, at: round.cancelledAt.toISOString(), reason: round.cancellationReason ?? "" },
    carriedFrom: round.carriedFrom,
    version: round.version,
    delegations: delegations.filter(({ code }) => round.delegations.includes(code)).map(presentDelegation),
    mine: own.filter((code) => round.delegations.includes(code)),
    may,
  };
}

export function presentRoom(
  actor: Actor,
  of: RoomOfRound,
  room: Room,
  delegation: DelegationView,
  citations: ReadonlyMap<string, PlacedParagraph>,
  submissions: readonly SubmissionRow[],
): RoomView {
  const may: RoomView["may"] = [];
  if (can(actor, propose, of)) may.push("propose");
  if (can(actor, clear, of)) may.push("clear", "submit", "withdraw");
  const { clearedBy, clearedAt, clearedSha256 } = room;
  return {
    round: of.round.id,
    delegation,
    version: room.version,
    files: room.files.map(presentRoomFile),
    proposals: room.proposals.map((each) => presentProposal(actor, each, citations.get(each.id))),
    onBehalfOf: [...room.onBehalfOf],
    inAlignment: [...room.inAlignment],
    cleared:
      clearedBy === null || clearedAt === null || clearedSha256 === null
        ? null
        : { by: clearedBy, at: clearedAt.toISOString(), sha256: clearedSha256 },
    lostClearance: room.lostClearance,
    submissions: presentSubmissions(submissions, [delegation]),
    may,
  };
}

export function presentRoomFile({ id, fileName, sha256, bytes, addedBy, addedAt }: RoomFileRow): RoomFile {
  return { id, file: { name: fileName, sha256, bytes }, by: addedBy, addedAt: addedAt.toISOString(), problem: null };
}

export function presentProposal(
  actor: Actor,
  { id, story, position, change, reason, by, proposer, changedAt, version }: WebProposalRow,
  place: PlacedParagraph | undefined,
): WebProposal {
  return {
    id,
    story,
    at: position,
    paragraph: place?.paragraph ?? null,
    citation: place === undefined ? "" : citationOf(change, place.citation),
    change,
    reason,
    by,
    mine: proposer === actor.person?.id,
    changedAt: changedAt.toISOString(),
    version,
  };
}

export function presentSubmissions(
  submissions: readonly SubmissionRow[],
  delegations: readonly DelegationView[],
): SubmissionView[] {
  const states = statesOf(submissions);
  return submissions.map((each) =>
    presentSubmission(
      each,
      states.get(each.id) ?? "stands",
      delegations.find(({ code }) => code === each.delegation) ?? {
        code: each.delegation,
        name: each.delegation,
        kind: "state",
      },
      submissions.find(({ id }) => id === each.replaces) ?? null,
    ),
  );
}

function presentSubmission(
  row: SubmissionRow,
  state: SubmissionState,
  delegation: DelegationView,
  replaced: SubmissionRow | null,
): SubmissionView {
  const { admittedBy, admittedAt, admissionReason, takenBackBy, takenBackAt, takenBackReason } = row;
  return {
    id: row.id,
    round: row.round,
    delegation,
    number: row.number,
    state,
    file: { name: row.fileName, sha256: row.sha256, bytes: row.bytes },
    receivedAt: row.receivedAt.toISOString(),
    submittedBy: row.submittedBy,
    channel: row.channel,
    late: row.late,
    replaces:
      replaced === null
        ? null
        : {
            submission: replaced.id,
            number: replaced.number,
            submittedBy: replaced.submittedBy,
            receivedAt: replaced.receivedAt.toISOString(),
            channel: replaced.channel,
          },
    takenBack:
      takenBackBy === null || takenBackAt === null
        ? null
        : { by: takenBackBy, at: takenBackAt.toISOString(), reason: takenBackReason ?? "" },
    admitted:
      admittedBy === null || admittedAt === null
        ? null
        : { by: admittedBy, at: admittedAt.toISOString(), reason: admissionReason ?? "" },
    onBehalfOf: [...row.onBehalfOf],
    inAlignment: [...row.inAlignment],
    receipt: row.receipt,
    recordEntry: { ledger: row.ledger, number: row.recordNumber, hash: row.recordHash },
  };
}

export function presentCompilation(
  actor: Actor,
  of: CompilationOfRound,
  files: readonly CompilationFileRow[],
  now: Date,
): CompilationView {
  const { id, round, number, askedBy, askedAt, submissions, builtAt, failure, counts, releasedBy, releasedAt } =
    of.compilation;
  const isReleasable =
    builtAt !== null && releasedAt === null && now >= of.round.closesAt && can(actor, releaseCompilation, of);
  return {
    id,
    round,
    number,
    state: releasedAt !== null ? "released" : builtAt !== null ? "built" : failure !== null ? "failed" : "waiting",
    askedBy,
    askedAt: askedAt.toISOString(),
    builtAt: builtAt?.toISOString() ?? null,
    failure,
    submissions: [...submissions],
    counts,
    released: releasedBy === null || releasedAt === null ? null : { by: releasedBy, at: releasedAt.toISOString() },
    files: files
      .filter((each) => each.compilation === id)
      .toSorted((a, b) => FORMATS_IN_ORDER.indexOf(a.format) - FORMATS_IN_ORDER.indexOf(b.format))
      .map(({ format, fileName, sha256, bytes }) => ({ format, file: { name: fileName, sha256, bytes } })),
    may: isReleasable ? ["release"] : [],
  };
}
