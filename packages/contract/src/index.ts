export { addressOf, type Call, type CallOptions, type ClientOptions, createClient } from "./client.ts";
export { CompilationView, Standing } from "./consultations/compilations.ts";
export { ProposedChange, WebProposal } from "./consultations/proposals.ts";
export { ConsolidatedSubmission, RoomFile, RoomView } from "./consultations/rooms.ts";
export { type RoundChange, type RoundFacts, RoundView } from "./consultations/rounds.ts";
export { SubmissionView } from "./consultations/submissions.ts";
export { type LiveOptions, listenLive } from "./live.ts";
export {
  type AnswerOf,
  type FileContent,
  type InputOf,
  isFileShape,
  type Operation,
  type ValidInputOf,
  WORD_FILE,
} from "./operation.ts";
export { type OperationId, type Operations, operations } from "./operations.ts";
export {
  DelegationView,
  InvitationView,
  MembershipView,
  MemberView,
  MeView,
  Role,
  TokenView,
  WorkspaceView,
} from "./people.ts";
export { BackupView, InstallationView, LiveEvent, SetUp } from "./platform.ts";
export { ApiProblem, PROBLEMS, ProblemAnswer, type ProblemCode } from "./problems.ts";
export { LedgerView, RecordEntry } from "./record.ts";
export { Distribution, FileFacts, InterfaceLanguage } from "./shapes.ts";
export {
  ContentRow,
  DraftSummary,
  DraftView,
  ParagraphView,
  SearchHit,
  type TextChange,
  TextFacts,
  TextView,
} from "./texts.ts";
