import type { Readership } from "@compendium/contract";
import { type CompilationOfRound, readCompilation } from "../consultations/index.ts";
import { type Actor, hasRole, isOf } from "../platform/actor.ts";
import { act, can } from "../platform/can.ts";
import type {
  BilateralOfCompilation,
  DecisionOfCompilation,
  MeetingOfCompilation,
  PlannedMeeting,
  PositionOfCompilation,
} from "./queries.ts";

/** Once its compilation is released, the negotiation is for everybody who may read that. */
export const readNegotiation = act<CompilationOfRound>(
  "follow the negotiation",
  (actor, of) => of.compilation.releasedAt !== null && can(actor, readCompilation, of),
);

export const readDecision = act<DecisionOfCompilation>("read the decision", (actor, of) =>
  can(actor, readNegotiation, of),
);

/** What a delegation says is for those whom it names; what it withholds, the chair does not learn either. */
export const readPosition = act<PositionOfCompilation>(
  "read the position",
  (actor, of) => can(actor, readNegotiation, of) && isIn(actor, of, of.position.readership),
);

export const readReason = act<PositionOfCompilation>("read the reason of the position", (actor, of) =>
  isIn(actor, of, of.position.reasonReadership),
);

/** A head or a deputy speaks for the delegation. */
export const speakFor = act<CompilationOfRound & { readonly delegation: string }>(
  "speak for the delegation",
  (actor, { text, round, delegation }) =>
    round.delegations.includes(delegation) && isOf(actor, text.workspace, delegation, "head", "deputy"),
);

/** For one's delegation, or as the chair with `null`. */
export const tableWording = act<CompilationOfRound & { readonly delegation: string | null }>(
  "table a wording",
  (actor, { delegation, ...of }) =>
    delegation === null ? can(actor, decide, of) : can(actor, speakFor, { ...of, delegation }),
);

/** The secretariat holds the pen for the chair. */
export const decide = act<CompilationOfRound>("record decisions", (actor, { text }) =>
  hasRole(actor, text.workspace, "chair", "secretariat"),
);

export const undo = act<DecisionOfCompilation>("undo a decision", (actor, of) => can(actor, decide, of));

/** Everybody who follows the negotiation sees where its meetings are. */
export const readMeeting = act<PlannedMeeting>("follow the meeting", (actor, of) => can(actor, readNegotiation, of));

export const lead = act<MeetingOfCompilation>("lead the meeting", (actor, of) => can(actor, decide, of));

/** Everybody of a delegation in the room may ask for it; who leads may put any on the list. */
export const askForFloor = act<MeetingOfCompilation & { readonly delegation: string }>(
  "ask for the floor for this delegation",
  (actor, of) =>
    can(actor, lead, of)
    || (of.round.delegations.includes(of.delegation)
      && isOf(actor, of.text.workspace, of.delegation, "head", "deputy", "expert")),
);

/** A head or a deputy for the delegation; who leads attaches those that come by e-mail, and the chair's own with `null`. */
export const attachStatement = act<MeetingOfCompilation & { readonly delegation: string | null }>(
  "attach a statement for this delegation",
  (actor, { delegation, ...of }) =>
    can(actor, lead, of) || (delegation !== null && can(actor, speakFor, { ...of, delegation })),
);

/** As whom somebody takes part in a bilateral consultation: for a delegation, or as the chair with `null`. */
export function speakersIn(actor: Actor, { text, bilateral }: BilateralOfCompilation): readonly (string | null)[] {
  const { delegations, withChair } = bilateral;
  return [
    ...delegations.filter((code) => isOf(actor, text.workspace, code, "head", "deputy", "expert")),
    ...(withChair && hasRole(actor, text.workspace, "chair") ? [null] : []),
  ];
}

/** Those who take part, and nobody else: not the secretariat, not observers. */
export const readBilateral = act<BilateralOfCompilation>(
  "take part in the consultation",
  (actor, of) => can(actor, readNegotiation, of) && speakersIn(actor, of).length > 0,
);

export const speakIn = act<BilateralOfCompilation & { readonly speaker: string | null }>(
  "speak in the consultation as this one",
  (actor, { speaker, ...of }) => speakersIn(actor, of).includes(speaker),
);

/** What came of a consultation is put on the table by the chair, who must have taken part. */
export const promote = act<BilateralOfCompilation>("put it on the table as the Chair", (actor, of) =>
  speakersIn(actor, of).includes(null),
);

export const closeBilateral = act<BilateralOfCompilation>("close the consultation", (actor, of) =>
  speakersIn(actor, of).includes(of.bilateral.openedBy),
);

/** One opens it for one's own delegation, or as the chair. */
export const openBilateral = act<CompilationOfRound & { readonly speaker: string | null }>(
  "open a consultation",
  (actor, { text, round, speaker }) =>
    speaker === null
      ? hasRole(actor, text.workspace, "chair")
      : round.delegations.includes(speaker) && isOf(actor, text.workspace, speaker, "head", "deputy"),
);

/** A text grows by its secretariat. */
export const makeNextDraft = act<CompilationOfRound>("make the next draft", (actor, { text }) =>
  hasRole(actor, text.workspace, "secretariat"),
);

function isIn(actor: Actor, { text, position }: PositionOfCompilation, readership: Readership): boolean {
  if (readership === "audience" || isOf(actor, text.workspace, position.delegation)) return true;
  return readership === "chair" && hasRole(actor, text.workspace, "chair", "secretariat");
}
