import { z } from "zod";
import { wordFile } from "../operation.ts";
import { operation } from "../operation-of.ts";
import { DelegationView } from "../people.ts";
import { DelegationCode, FileFacts, Id, Instant, Sha256 } from "../shapes.ts";
import { Room } from "./room-of-round.ts";

const CHANNELS = ["web", "e-mail", "draft before"] as const;

export const SubmissionView = z
  .object({
    id: Id,
    round: Id,
    delegation: DelegationView,
    number: z.int().min(1).describe("1 for the delegation's first submission in the round"),
    state: z.enum(["stands", "replaced", "withdrawn", "taken back"]),
    file: FileFacts,
    receivedAt: Instant.describe("By the server's clock; for a file that came by e-mail, when it arrived there"),
    submittedBy: z.string(),
    channel: z
      .enum(CHANNELS)
      .describe(
        "`e-mail`: entered by the secretariat; `draft before`: carried from the draft before, where it was open",
      ),
    late: z.boolean(),
    replaces: z
      .object({
        submission: Id,
        number: z.int(),
        submittedBy: z.string(),
        receivedAt: Instant,
        channel: z.enum(CHANNELS),
      })
      .nullable()
      .describe("What stood until this one was received or, if it was late, admitted; `null` where nothing stood"),
    takenBack: z
      .object({ by: z.string(), at: Instant, reason: z.string() })
      .nullable()
      .describe("Only for one that the secretariat entered by mistake"),
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
    description:
      "It counts as received when the e-mail arrived. The record says who entered it. Where another submission stands, `replaces` must name it, and where the name of the file tells of another delegation, `namedFor`: without, the answer is `not-confirmed`, and says what there is to confirm. What comes late replaces nothing until it is admitted.",
    parameters: Round,
    query: z.object({
      delegation: DelegationCode,
      name: z.string().min(1).max(200),
      arrivedAt: Instant.describe("When the e-mail arrived"),
      replaces: Id.optional().describe("The submission that stands, to confirm that this one replaces it"),
      namedFor: DelegationCode.optional().describe(
        "The other delegation of which the file's name tells, to confirm that it is this delegation's all the same",
      ),
    }),
    body: wordFile,
    answer: SubmissionView,
    problems: ["file-not-read", "too-large", "not-now", "not-confirmed"],
  }),
  takeBack: operation("POST", "/submissions/{submission}/taking-back", {
    summary: "Take back a file that the secretariat entered by mistake",
    description:
      "What stood before stands again. The entry stays on record, with the reason, and the delegation is told by e-mail.",
    parameters: Submission,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: SubmissionView,
    problems: ["not-now"],
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
