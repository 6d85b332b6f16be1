import { z } from "zod";
import { wordFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, FileFacts, Id, Instant, Sha256 } from "../shapes.ts";
import { Room } from "./room-of-round.ts";

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

const Round = z.object({ round: Id });
const Submission = z.object({ submission: Id });

export const submissionsOperations = {
  submit: operation("POST", "/rounds/{round}/rooms/{delegation}/submissions", {
    summary: "Submit what was cleared: the act of the delegation",
    description:
      "Whether it is late, the clock of the server tells. A submission replaces the one before; each stays on record.",
    parameters: Room,
    body: z.object({ sha256: Sha256 }),
    answer: SubmissionView,
    problems: ["changed-meanwhile", "rival-wordings", "file-not-read", "not-now"],
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
    description: "It counts as received when the e-mail arrived. The record says who entered it.",
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
    description: "A late submission is kept and marked late. It is compiled only once it is admitted.",
    parameters: Submission,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: SubmissionView,
    problems: ["not-now"],
  }),
} as const;

export type SubmissionView = z.output<typeof SubmissionView>;
