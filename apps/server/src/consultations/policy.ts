import { type Actor, delegationsOf, hasRole, isOf } from "../platform/actor.ts";
import { act, can } from "../platform/can.ts";
import { changeText, readText } from "../texts/index.ts";
import type { CompilationOfRound, RoomOfRound, RoundOfText, SubmissionOfRound } from "./queries.ts";

/** Who may read the text and is asked, or serves the round; for a public text everybody. */
export const readRound = act<RoundOfText>("see the round", (actor, { text, round }) => {
  if (!can(actor, readText, text)) return false;
  return (
    serves(actor, text.workspace) || isAsked(actor, text.workspace, round.delegations) || text.distribution === "public"
  );
});

export const manageRound = act<RoundOfText>("manage the round", (actor, { text }) => can(actor, changeText, text));

/** A delegation's room: its members alone, the secretariat not among them. Observers look on and change nothing. */
export const readRoom = act<RoomOfRound>(
  "read the delegation's room",
  (actor, of) =>
    can(actor, readRound, of)
    && of.round.delegations.includes(of.delegation)
    && isOf(actor, of.text.workspace, of.delegation),
);

export const propose = act<RoomOfRound>("propose a change", (actor, { text, delegation }) =>
  isOf(actor, text.workspace, delegation, "head", "deputy", "expert"),
);

export const clear = act<RoomOfRound>("clear and submit", (actor, { text, delegation }) =>
  isOf(actor, text.workspace, delegation, "head", "deputy"),
);

/** A submission is its delegation's, and since it was submitted also the secretariat's and the chair's. */
export const readSubmission = act<SubmissionOfRound>(
  "read the submission",
  (actor, { text, submission }) => serves(actor, text.workspace) || isOf(actor, text.workspace, submission.delegation),
);

/** All that were submitted in a round, and so also who has not answered. */
export const seeSubmissions = act<RoundOfText>("see who has answered", (actor, { text }) =>
  serves(actor, text.workspace),
);

export const withdrawSubmission = act<SubmissionOfRound>("withdraw the submission", (actor, { text, submission }) =>
  isOf(actor, text.workspace, submission.delegation, "head", "deputy"),
);

export const takeBackSubmission = act<SubmissionOfRound>("take back what was entered", (actor, { text }) =>
  hasRole(actor, text.workspace, "secretariat"),
);

export const admitSubmission = act<SubmissionOfRound>("admit a late submission", (actor, { text }) =>
  hasRole(actor, text.workspace, "secretariat"),
);

/** Before its release a compilation is for those who check it, afterwards for everybody who may see the round. */
export const readCompilation = act<CompilationOfRound>("read the compilation", (actor, of) =>
  of.compilation.releasedAt === null ? serves(actor, of.text.workspace) : can(actor, readRound, of),
);

export const releaseCompilation = act<CompilationOfRound>("release the compilation", (actor, { text }) =>
  hasRole(actor, text.workspace, "secretariat"),
);

function serves(actor: Actor, workspace: string): boolean {
  return hasRole(actor, workspace, "secretariat", "chair");
}

function isAsked(actor: Actor, workspace: string, delegations: readonly string[]): boolean {
  return delegationsOf(actor, workspace).some((code) => delegations.includes(code));
}
