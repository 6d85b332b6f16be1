export type { ActSubject, RecordAct } from "./acts.ts";
export { addressOf, type Call, type CallOptions, type ClientOptions, createClient } from "./client.ts";
export { CompilationView, Standing, StandingEnd } from "./consultations/compilations.ts";
export { ProposedChange, WebProposal } from "./consultations/proposals.ts";
export {
  ConsolidatedSubmission,
  FileChanges,
  LostClearance,
  RoomAct,
  RoomFile,
  RoomView,
} from "./consultations/rooms.ts";
export { type RoundChange, type RoundFacts, RoundView } from "./consultations/rounds.ts";
export { SubmissionView } from "./consultations/submissions.ts";
export { type LiveOptions, listenLive } from "./live.ts";
export type { BilateralView } from "./negotiation/bilaterals.ts";
export type { DecisionBody, DecisionView, Ruling } from "./negotiation/decisions.ts";
export type { NegotiatedParagraph } from "./negotiation/history.ts";
export type { MeetingAhead, MeetingChange, MeetingFacts, MeetingView } from "./negotiation/meetings.ts";
export type { NextDraftBody, NextDraftView, Outcomes, WordingOutcome } from "./negotiation/next-draft.ts";
export type { Readership } from "./negotiation/of-compilation.ts";
export type {
  BracketView,
  NegotiatedPassage,
  NegotiationView,
  PassageStanding,
  TabledView,
} from "./negotiation/passages.ts";
export type { PositionBody, PositionView } from "./negotiation/positions.ts";
export type { StatementView } from "./negotiation/statements.ts";
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
  type DelegationSuggestion,
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
