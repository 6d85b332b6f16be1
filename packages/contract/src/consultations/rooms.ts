import { z } from "zod";
import { wordFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, FileFacts, Id, Instant, Sha256, Version } from "../shapes.ts";
import { WebProposal } from "./proposals.ts";
import { Room } from "./room-of-round.ts";
import { SubmissionView } from "./submissions.ts";

export const RoomFile = z
  .object({ id: Id, file: FileFacts, by: z.string(), addedAt: Instant, problem: z.string().nullable() })
  .meta({ id: "RoomFile" });

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
        base: z.string(),
        wordings: z.array(z.object({ by: z.string(), wording: z.string() })),
      }),
    ),
    problems: z.array(z.object({ file: z.string(), problem: z.string() })),
  })
  .meta({ id: "ConsolidatedSubmission" });

const RoomFileAt = Room.extend({ file: Id });

export const roomsOperations = {
  readRoom: operation("GET", "/rounds/{round}/rooms/{delegation}", {
    summary: "A delegation's own room: nobody outside the delegation sees it",
    parameters: Room,
    answer: RoomView,
  }),
  addRoomFile: operation("POST", "/rounds/{round}/rooms/{delegation}/files", {
    summary: "Put a marked-up Word file into the room",
    parameters: Room,
    query: z.object({ name: z.string().min(1).max(200) }),
    body: wordFile,
    answer: RoomFile,
    problems: ["file-not-read", "too-large", "already-exists", "not-now"],
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

export type RoomFile = z.output<typeof RoomFile>;
export type RoomView = z.output<typeof RoomView>;
export type ConsolidatedSubmission = z.output<typeof ConsolidatedSubmission>;
