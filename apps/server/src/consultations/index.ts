export { carryToRound } from "./commands/carried.ts";
export { closeRound } from "./commands/closing.ts";
export { buildCompilation, givenCompilation, release } from "./commands/compilations.ts";
export { addRoomFile } from "./commands/rooms.ts";
export { createRound } from "./commands/rounds.ts";
export { clearRoom, enterSubmission, submit } from "./commands/submissions.ts";
export { namedAfter } from "./compiling/file-names.ts";
export type { GivenRound } from "./compiling/thread.ts";
export { workOnConsultations } from "./jobs.ts";
export { queueFromState } from "./jobs-from-state.ts";
export { consultationsMigrations } from "./migrations.ts";
export { type SubmissionClaim, submissionClaims, submissionReceivedBy } from "./on-record.ts";
export { readCompilation } from "./policy.ts";
export {
  type CompilationOfRound,
  compilationsOf,
  findCompilation,
  type ProposalRow,
  proposalsOf,
  releasedProposing,
} from "./queries.ts";
export { consultationsRoutes } from "./routes.ts";
export { searchConsultations } from "./search.ts";
export { consultationsTopics } from "./topics.ts";
