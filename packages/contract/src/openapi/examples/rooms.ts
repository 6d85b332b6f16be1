import type { proposalsOperations, WebProposal } from "../../consultations/proposals.ts";
import type {
  ConsolidatedSubmission,
  FileChanges,
  RoomFile,
  RoomView,
  roomsOperations,
} from "../../consultations/rooms.ts";
import type { SubmissionView, submissionsOperations } from "../../consultations/submissions.ts";
import {
  ankervale,
  brindovar,
  ENTRY_SHA256,
  head,
  MARKED_UP_SHA256,
  PREVIOUS_SHA256,
  paragraph,
  round,
  secretary,
  submission,
  workspace,
} from "./cast.ts";
import type { Examples } from "./example.ts";

const room = { round, delegation: "XAA" };
const change: WebProposal["change"] = {
  kind: "replace",
  paragraphs: [[{ text: "States shall report regularly.", emphasis: "" }]],
};

const proposal: WebProposal = {
  id: "n5b0j3r8w1f6p4ye",
  story: "body",
  at: 1042,
  paragraph,
  citation: "Part II, para. 14",
  change,
  reason: "In line with the recommendations of the review.",
  by: head.name,
  mine: true,
  changedAt: "2026-02-27T15:20:00.000Z",
  version: 1,
};

const file: RoomFile = {
  id: "v4g9c1h6d3k8s0tz",
  file: { name: "Ankervale comments.docx", sha256: MARKED_UP_SHA256, bytes: 187_902 },
  by: head.name,
  addedAt: "2026-02-27T15:02:00.000Z",
  problem: null,
};

const fileChanges: FileChanges = {
  changes: [
    {
      kind: "wording",
      citation: "Part II, para. 14",
      before: "States ",
      redline: [
        { kind: "deleted", text: "should " },
        { kind: "inserted", text: "shall " },
      ],
      after: "report every year.",
      tracked: true,
    },
    { kind: "look", citation: "Part II, para. 15", text: "border controls", change: "italic" },
    {
      kind: "comment",
      citation: "Part II, para. 15",
      about: "border controls",
      by: head.name,
      text: "Here and throughout.",
    },
  ],
};

const receipt = {
  delegation: { code: "XAA", name: "Ankervale" },
  counts: { insertions: 3, deletions: 1, replacements: 4, moves: 0, formatting: 0, comments: 2, untracked: 0 },
  proof: { holds: true, tokens: 9120 },
};

const submitted: SubmissionView = {
  id: submission,
  round,
  delegation: ankervale,
  number: 1,
  state: "stands",
  file: file.file,
  receivedAt: "2026-03-02T09:31:07.482Z",
  submittedBy: head.name,
  channel: "web",
  late: false,
  replaces: null,
  takenBack: null,
  admitted: null,
  onBehalfOf: [],
  inAlignment: [],
  receipt,
  recordEntry: { ledger: `workspace:${workspace}`, number: 41, hash: ENTRY_SHA256 },
};

const entered: SubmissionView = {
  ...submitted,
  id: "q2e8n3b9w4j0r6yf",
  delegation: brindovar,
  file: { name: "Brindovar comments.docx", sha256: PREVIOUS_SHA256, bytes: 179_311 },
  receipt: { ...receipt, delegation: { code: "XBB", name: "Brindovar" } },
  recordEntry: { ...submitted.recordEntry, number: 42 },
  submittedBy: secretary.name,
  channel: "e-mail",
};

const view: RoomView = {
  round,
  delegation: ankervale,
  version: 6,
  files: [file],
  proposals: [proposal],
  onBehalfOf: [],
  inAlignment: [],
  cleared: { by: head.name, at: "2026-03-02T09:30:00.000Z", sha256: MARKED_UP_SHA256 },
  lostClearance: null,
  submissions: [submitted],
  may: ["propose", "clear", "submit", "withdraw"],
};

const consolidated: ConsolidatedSubmission = {
  state: "clean",
  file: file.file,
  receipt,
  conflicts: [],
  problems: [],
};

const body = { story: "body", at: proposal.at, change, reason: proposal.reason };

export const roomsExamples: Examples<
  typeof roomsOperations & typeof proposalsOperations & typeof submissionsOperations
> = {
  readRoom: { input: room, answer: view },
  addProposal: { input: { ...room, body }, answer: proposal },
  changeProposal: {
    input: { ...room, proposal: proposal.id, body: { change, reason: proposal.reason, version: 1 } },
    answer: { ...proposal, version: 2 },
  },
  removeProposal: { input: { ...room, proposal: proposal.id, version: 2 } },
  addRoomFile: { input: { ...room, name: file.file.name }, answer: file },
  removeRoomFile: { input: { ...room, file: file.id } },
  readRoomFileChanges: { input: { ...room, file: file.id }, answer: fileChanges },
  downloadRoomFile: { input: { ...room, file: file.id } },
  setAlignment: {
    input: { ...room, body: { onBehalfOf: ["XCC"], inAlignment: ["XDD"], version: 6 } },
    answer: {
      ...view,
      onBehalfOf: ["XCC"],
      inAlignment: ["XDD"],
      cleared: null,
      lostClearance: {
        clearedBy: head.name,
        by: head.name,
        at: "2026-03-02T09:40:00.000Z",
        act: "alignment.set",
        about: "",
      },
      version: 7,
    },
  },
  readConsolidated: { input: room, answer: consolidated },
  downloadConsolidated: { input: room },
  clearRoom: { input: { ...room, body: { sha256: MARKED_UP_SHA256 } }, answer: view },
  submit: { input: { ...room, body: { sha256: MARKED_UP_SHA256 } }, answer: submitted },
  withdraw: { input: { submission }, answer: { ...submitted, state: "withdrawn" } },
  listSubmissions: { input: { round }, answer: [submitted, entered] },
  enterSubmission: {
    input: { round, delegation: "XBB", name: "Brindovar comments.docx", arrivedAt: "2026-03-02T09:10:00+01:00" },
    answer: entered,
  },
  takeBack: {
    input: { submission: entered.id, body: { reason: "The file is that of another round." } },
    answer: {
      ...entered,
      state: "taken back",
      takenBack: { by: secretary.name, at: "2026-03-02T10:05:00.000Z", reason: "The file is that of another round." },
    },
  },
  readSubmission: { input: { submission }, answer: submitted },
  downloadSubmission: { input: { submission } },
  admit: {
    input: { submission, body: { reason: "The mail server of the mission was down; announced by telephone." } },
    answer: {
      ...submitted,
      late: true,
      admitted: {
        by: secretary.name,
        at: "2026-03-03T08:00:00.000Z",
        reason: "The mail server of the mission was down; announced by telephone.",
      },
    },
  },
};
