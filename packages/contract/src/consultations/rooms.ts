import { z } from "zod";
import { wordFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, FileFacts, Id, Instant, Sha256, Version } from "../shapes.ts";
import { WebProposal } from "./proposals.ts";
import { Redline } from "./redline.ts";
import { Room } from "./room-of-round.ts";
import { SubmissionView } from "./submissions.ts";

export const RoomFile = z
  .object({ id: Id, file: FileFacts, by: z.string(), addedAt: Instant, problem: z.string().nullable() })
  .meta({ id: "RoomFile" });

/** What one does in a room: each of it takes a clearance back. */
export const RoomAct = z.enum([
  "proposal.added",
  "proposal.changed",
  "proposal.removed",
  "room file.added",
  "room file.removed",
  "alignment.set",
]);

export const LostClearance = z
  .object({
    clearedBy: z.string(),
    by: z.string().describe("By whose change it was lost"),
    at: Instant,
    act: RoomAct,
    about: z.string().describe("The citation of the proposal, or the name of the file; empty for alignment"),
  })
  .meta({ id: "LostClearance" });

export const RoomView = z
  .object({
    round: Id,
    delegation: DelegationView,
    version: Version,
    files: z.array(RoomFile),
    proposals: z.array(WebProposal),
    onBehalfOf: z.array(DelegationCode),
    inAlignment: z.array(DelegationCode),
    cleared: z.object({ by: z.string(), at: Instant, sha256: Sha256 }).nullable(),
    lostClearance: LostClearance.nullable().describe("`null` where nothing was cleared, or what was is cleared still"),
    submissions: z.array(SubmissionView).describe("The newest first"),
    may: z.array(z.enum(["propose", "clear", "submit", "withdraw"])),
  })
  .meta({ id: "Room" });

export const ConsolidatedSubmission = z
  .object({
    state: z.enum(["empty", "clean", "rival wordings", "not read"]),
    file: FileFacts.nullable().describe("The one Word file that would be submitted; `null` unless clean"),
    receipt: z.unknown().nullable(),
    conflicts: z.array(
      z.object({
        citation: z.string(),
        story: z.string(),
        from: z.int().describe("Where it begins in its story, in tokens of the draft"),
        base: z.string(),
        wordings: z.array(z.object({ by: z.string(), wording: z.string() })),
      }),
    ),
    problems: z.array(z.object({ file: z.string(), problem: z.string() })),
  })
  .meta({ id: "ConsolidatedSubmission" });

/** Something that a marked-up file says about one place of the draft. */
const FileChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("wording"),
    citation: z.string(),
    before: z.string().describe("The words of the paragraph before it, cut short"),
    redline: Redline.describe("Empty where only the structure changes, as when an empty row is deleted"),
    after: z.string(),
    tracked: z.boolean(),
  }),
  z.object({
    kind: z.literal("look"),
    citation: z.string(),
    text: z.string(),
    change: z.string().describe("In plain words: “bold”"),
  }),
  z.object({ kind: z.literal("comment"), citation: z.string(), about: z.string(), by: z.string(), text: z.string() }),
]);

export const FileChanges = z
  .object({ changes: z.array(FileChange).describe("In the order of the draft") })
  .meta({ id: "FileChanges" });

const RoomFileAt = Room.extend({ file: Id });

export const roomsOperations = {
  readRoom: operation("GET", "/rounds/{round}/rooms/{delegation}", {
    summary: "A delegation's own room: nobody outside the delegation sees it",
    parameters: Room,
    answer: RoomView,
  }),
  addRoomFile: operation("POST", "/rounds/{round}/rooms/{delegation}/files", {
    summary: "Put a marked-up Word file into the room",
    description:
      "Where the name of the file tells of another delegation, `namedFor` must name that one: without, the answer is `not-confirmed`.",
    parameters: Room,
    query: z.object({
      name: z.string().min(1).max(200),
      namedFor: DelegationCode.optional().describe(
        "The other delegation of which the file's name tells, to confirm that it is this delegation's all the same",
      ),
    }),
    body: wordFile,
    answer: RoomFile,
    problems: ["file-not-read", "too-large", "already-exists", "not-confirmed", "not-now"],
  }),
  removeRoomFile: operation("DELETE", "/rounds/{round}/rooms/{delegation}/files/{file}", {
    summary: "Take a file out of the room",
    parameters: RoomFileAt,
    answer: null,
    problems: ["not-now"],
  }),
  downloadRoomFile: operation("GET", "/rounds/{round}/rooms/{delegation}/files/{file}", {
    summary: "A file of the room, as it was put there",
    parameters: RoomFileAt,
    answer: wordFile,
  }),
  readRoomFileChanges: operation("GET", "/rounds/{round}/rooms/{delegation}/files/{file}/changes", {
    summary: "What a file of the room proposes: every change and comment, in the order of the draft",
    parameters: RoomFileAt,
    answer: FileChanges,
    problems: ["file-not-read"],
  }),
  setAlignment: operation("PUT", "/rounds/{round}/rooms/{delegation}/alignment", {
    summary: "Say on behalf of whom the delegation speaks, and who aligns itself",
    parameters: Room,
    body: z.object({
      onBehalfOf: z.array(DelegationCode).max(100),
      inAlignment: z.array(DelegationCode).max(100),
      version: Version,
    }),
    answer: RoomView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  readConsolidated: operation("GET", "/rounds/{round}/rooms/{delegation}/consolidated", {
    summary: "Everything in the room as one submission, or where it contradicts itself",
    description:
      "What would be submitted has a hash: clearing and submitting name it, so that nobody answers for what they have not seen.",
    parameters: Room,
    answer: ConsolidatedSubmission,
  }),
  downloadConsolidated: operation("GET", "/rounds/{round}/rooms/{delegation}/consolidated/file", {
    summary: "The Word file that would be submitted",
    parameters: Room,
    answer: wordFile,
    problems: ["rival-wordings", "not-now"],
  }),
  clearRoom: operation("POST", "/rounds/{round}/rooms/{delegation}/clearance", {
    summary: "Clear the consolidated submission, named by its hash",
    description: "Only what is consolidated now can be cleared. Any change in the room takes the clearance back.",
    parameters: Room,
    body: z.object({ sha256: Sha256 }),
    answer: RoomView,
    problems: ["changed-meanwhile", "rival-wordings", "file-not-read", "not-now"],
  }),
} as const;

export type LostClearance = z.output<typeof LostClearance>;
export type RoomAct = z.output<typeof RoomAct>;
export type FileChanges = z.output<typeof FileChanges>;
export type RoomFile = z.output<typeof RoomFile>;
export type RoomView = z.output<typeof RoomView>;
export type ConsolidatedSubmission = z.output<typeof ConsolidatedSubmission>;
