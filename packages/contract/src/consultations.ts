import { z } from "zod";
import { anyFile, wordFile } from "./operation.ts";
import { operation } from "./operation-of.ts";
import { DelegationView } from "./people.ts";
import { DelegationCode, FileFacts, Id, Instant, Sha256, TimeZone, Version } from "./shapes.ts";

const RoundFields = {
  title: z.string().trim().min(1).max(200),
  opensAt: Instant,
  closesAt: Instant.describe("The first instant that is late"),
  timeZone: TimeZone.describe("In which the deadline is told"),
  instructions: z.string().trim().max(10_000),
  audience: z.array(DelegationCode).nullable().describe("Who is asked; `null` for the audience of the text"),
  reminders: z
    .array(
      z
        .int()
        .min(1)
        .max(24 * 60),
    )
    .max(5)
    .describe("Hours before the deadline at which those who have not answered are reminded"),
};

const RoundFacts = z.object({
  ...RoundFields,
  instructions: RoundFields.instructions.default(""),
  audience: RoundFields.audience.default(null),
  reminders: RoundFields.reminders.default([72, 24]),
});

/** Without defaults: what is not given stays as it is. */
const RoundChange = z.object(RoundFields).partial().extend({ version: Version });

export const RoundView = RoundFacts.extend({
  id: Id,
  workspace: Id,
  text: z.object({ id: Id, title: z.string() }),
  draft: z.object({ id: Id, number: z.int(), symbol: z.string() }),
  state: z.enum(["planned", "open", "closed"]).describe("By the server's clock, at the moment of the answer"),
  version: Version,
  delegations: z.array(DelegationView).describe("Who is asked, by name"),
  mine: z.array(DelegationCode).describe("Delegations asked of which one is a member"),
  may: z.array(z.enum(["change", "see submissions", "enter submission", "admit", "compile", "release", "remind"])),
}).meta({ id: "Round" });

/** Emphasis as the engine tells it: any of `b`, `i`, `u`, `s`, in this order. */
const Piece = z.union([
  z.object({
    text: z.string().max(20_000),
    emphasis: z
      .string()
      .regex(/^b?i?u?s?$/)
      .default(""),
  }),
  z.object({ atom: z.int().min(0).describe("Something kept whole, such as an image: its position in the story") }),
]);

const NewParagraph = z.array(Piece).max(2_000);

/** What a delegation proposes for one paragraph of the draft. */
export const ProposedChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("replace"), paragraphs: z.array(NewParagraph).min(1).max(50) }),
  z.object({ kind: z.literal("delete") }),
  z.object({ kind: z.literal("insert after"), paragraphs: z.array(NewParagraph).min(1).max(50) }),
]);

export const WebProposal = z
  .object({
    id: Id,
    story: z.string(),
    at: z.int().describe("Where the paragraph begins in its story, in tokens of the draft"),
    paragraph: Id.nullable(),
    citation: z.string(),
    change: ProposedChange,
    reason: z.string(),
    by: z.string(),
    changedAt: Instant,
    version: Version,
  })
  .meta({ id: "WebProposal" });

export const RoomFile = z
  .object({ id: Id, file: FileFacts, by: z.string(), addedAt: Instant, problem: z.string().nullable() })
  .meta({ id: "RoomFile" });

export const Counts = z
  .object({
    insertions: z.int(),
    deletions: z.int(),
    comments: z.int(),
    formatting: z.int(),
  })
  .catchall(z.unknown());

export const SubmissionView = z
  .object({
    id: Id,
    round: Id,
    delegation: DelegationView,
    number: z.int().min(1).describe("1 for the delegation's first submission in the round"),
    state: z.enum(["stands", "replaced", "withdrawn"]),
    file: FileFacts,
    receivedAt: Instant.describe("By the server's clock; for a file that came by e-mail, when it arrived there"),
    submittedBy: z.string(),
    channel: z.enum(["web", "e-mail"]).describe("`e-mail`: entered by the secretariat"),
    late: z.boolean(),
    admitted: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable().describe("Only for a late one"),
    onBehalfOf: z.array(DelegationCode),
    inAlignment: z.array(DelegationCode),
    receipt: z.unknown().describe("The engine's receipt: counts and proof; see docs/reference/compilation.schema.json"),
    recordEntry: z.object({ ledger: z.string(), number: z.int(), hash: Sha256 }),
  })
  .meta({ id: "Submission" });

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

export const CompilationView = z
  .object({
    id: Id,
    round: Id,
    number: z.int().min(1),
    state: z.enum(["waiting", "built", "failed", "released"]),
    askedBy: z.string(),
    askedAt: Instant,
    builtAt: Instant.nullable(),
    failure: z.string().nullable(),
    submissions: z.array(z.object({ delegation: DelegationCode, submission: Id, number: z.int(), late: z.boolean() })),
    counts: z.object({ passages: z.int(), proposals: z.int(), comments: z.int(), notices: z.int() }).nullable(),
    released: z.object({ by: z.string(), at: Instant }).nullable(),
    files: z.array(z.object({ format: z.string(), file: FileFacts })),
    may: z.array(z.enum(["release"])),
  })
  .meta({ id: "Compilation" });

export const Standing = z
  .object({
    compilation: z
      .object({ id: Id, number: z.int() })
      .nullable()
      .describe("The newest one released; `null` without one"),
    proposals: z.array(
      z.object({
        passage: z.string(),
        citation: z.string(),
        base: z.string(),
        wording: z.string(),
        with: z.array(DelegationCode).describe("Others who propose the same"),
        rivals: z.array(z.object({ wording: z.string(), delegations: z.array(DelegationCode) })),
      }),
    ),
  })
  .meta({ id: "Standing" });

const Round = z.object({ round: Id });
const Room = z.object({ round: Id, delegation: DelegationCode });
const Proposal = Room.extend({ proposal: Id });
const RoomFileAt = Room.extend({ file: Id });
const Submission = z.object({ submission: Id });
const Compilation = z.object({ compilation: Id });

const ProposalBody = z.object({
  story: z.string().max(40),
  at: z.int().min(0),
  change: ProposedChange,
  reason: z.string().trim().max(5_000).default(""),
});

export const consultationsOperations = {
  listRounds: operation("GET", "/texts/{text}/rounds", {
    summary: "The rounds on a text that one may see, the newest first",
    parameters: z.object({ text: Id }),
    answer: z.array(RoundView),
  }),
  listRoundsOfWorkspace: operation("GET", "/workspaces/{workspace}/rounds", {
    summary: "All rounds of a workspace that one may see, the next deadline first",
    parameters: z.object({ workspace: Id }),
    answer: z.array(RoundView),
  }),
  createRound: operation("POST", "/drafts/{draft}/rounds", {
    summary: "Ask delegations for their comments on a draft, until a deadline",
    parameters: z.object({ draft: Id }),
    body: RoundFacts,
    answer: RoundView,
  }),
  readRound: operation("GET", "/rounds/{round}", { summary: "A round", parameters: Round, answer: RoundView }),
  changeRound: operation("PATCH", "/rounds/{round}", {
    summary: "Change a round; a new deadline is told to everybody asked",
    parameters: Round,
    body: RoundChange,
    answer: RoundView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  remind: operation("POST", "/rounds/{round}/reminders", {
    summary: "Remind those who have not answered, now",
    parameters: Round,
    answer: z.object({ reminded: z.array(DelegationCode) }),
    problems: ["not-now"],
  }),

  readRoom: operation("GET", "/rounds/{round}/rooms/{delegation}", {
    summary: "A delegation's own room: nobody outside the delegation sees it",
    parameters: Room,
    answer: RoomView,
  }),
  addProposal: operation("POST", "/rounds/{round}/rooms/{delegation}/proposals", {
    summary: "Propose a change of one paragraph",
    parameters: Room,
    body: ProposalBody,
    answer: WebProposal,
    problems: ["already-exists", "not-now"],
  }),
  changeProposal: operation("PUT", "/rounds/{round}/rooms/{delegation}/proposals/{proposal}", {
    summary: "Change a proposal",
    parameters: Proposal,
    body: ProposalBody.pick({ change: true, reason: true }).extend({ version: Version }),
    answer: WebProposal,
    problems: ["changed-meanwhile", "not-now"],
  }),
  removeProposal: operation("DELETE", "/rounds/{round}/rooms/{delegation}/proposals/{proposal}", {
    summary: "Take a proposal out of the room",
    parameters: Proposal,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    answer: null,
    problems: ["changed-meanwhile", "not-now"],
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
    parameters: Room,
    body: z.object({ sha256: Sha256 }),
    answer: RoomView,
    problems: ["changed-meanwhile", "rival-wordings", "not-now"],
  }),
  submit: operation("POST", "/rounds/{round}/rooms/{delegation}/submissions", {
    summary: "Submit what was cleared: the act of the delegation",
    parameters: Room,
    body: z.object({ sha256: Sha256 }),
    answer: SubmissionView,
    problems: ["changed-meanwhile", "not-now"],
  }),
  withdraw: operation("POST", "/submissions/{submission}/withdrawal", {
    summary: "Withdraw a submission, until the deadline",
    parameters: Submission,
    answer: SubmissionView,
    problems: ["not-now"],
  }),
  listSubmissions: operation("GET", "/rounds/{round}/submissions", {
    summary: "The submissions of a round that one may see",
    parameters: Round,
    answer: z.array(SubmissionView),
  }),
  enterSubmission: operation("POST", "/rounds/{round}/submissions", {
    summary: "Enter a file that a delegation sent by e-mail",
    parameters: Round,
    query: z.object({
      delegation: DelegationCode,
      name: z.string().min(1).max(200),
      arrivedAt: Instant.describe("When the e-mail arrived"),
    }),
    body: wordFile,
    answer: SubmissionView,
    problems: ["file-not-read", "too-large", "not-now"],
  }),
  readSubmission: operation("GET", "/submissions/{submission}", {
    summary: "A submission with its receipt",
    parameters: Submission,
    answer: SubmissionView,
  }),
  downloadSubmission: operation("GET", "/submissions/{submission}/file", {
    summary: "The Word file that was submitted",
    parameters: Submission,
    answer: wordFile,
  }),
  admit: operation("POST", "/submissions/{submission}/admission", {
    summary: "Admit a late submission",
    parameters: Submission,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: SubmissionView,
    problems: ["not-now"],
  }),

  listCompilations: operation("GET", "/rounds/{round}/compilations", {
    summary: "The compilations of a round that one may see, the newest first",
    parameters: Round,
    answer: z.array(CompilationView),
  }),
  askForCompilation: operation("POST", "/rounds/{round}/compilations", {
    summary: "Have the submissions compiled as they stand now",
    parameters: Round,
    answer: CompilationView,
    problems: ["not-now"],
  }),
  readCompilation: operation("GET", "/compilations/{compilation}", {
    summary: "How a compilation stands",
    parameters: Compilation,
    answer: CompilationView,
  }),
  readCompilationDocument: operation("GET", "/compilations/{compilation}/document", {
    summary: "A whole compilation; its shape is docs/reference/compilation.schema.json",
    parameters: Compilation,
    answer: z.unknown(),
  }),
  downloadCompilation: operation("GET", "/compilations/{compilation}/files/{format}", {
    summary: "A compilation in one of its formats",
    parameters: Compilation.extend({ format: z.string().max(40) }),
    answer: anyFile,
  }),
  release: operation("POST", "/compilations/{compilation}/release", {
    summary: "Release a compilation to the audience of its round",
    parameters: Compilation,
    answer: CompilationView,
    problems: ["not-now"],
  }),
  readStanding: operation("GET", "/rounds/{round}/rooms/{delegation}/standing", {
    summary: "What the delegation proposed, and where it stands in the compilation that was released",
    parameters: Room,
    answer: Standing,
  }),
} as const;

export type RoundView = z.output<typeof RoundView>;
export type RoundFacts = z.output<typeof RoundFacts>;
export type RoundChange = z.output<typeof RoundChange>;
export type ProposedChange = z.output<typeof ProposedChange>;
export type WebProposal = z.output<typeof WebProposal>;
export type RoomFile = z.output<typeof RoomFile>;
export type RoomView = z.output<typeof RoomView>;
export type SubmissionView = z.output<typeof SubmissionView>;
export type ConsolidatedSubmission = z.output<typeof ConsolidatedSubmission>;
export type CompilationView = z.output<typeof CompilationView>;
export type Standing = z.output<typeof Standing>;
