import type {
  BracketView,
  DecisionView,
  NegotiatedPassage,
  NegotiationView,
  Outcomes,
  PassageStanding,
  PositionView,
  TabledView,
  WordingOutcome,
} from "@compendium/contract";
import { redlineOfWords } from "@compendium/engine";
import type { CompilationOfRound, ProposalRow } from "../consultations/index.ts";
import { type DelegationRow, presentDelegation } from "../people/index.ts";
import type { Actor } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { UNDO_WITHIN } from "./commands/decisions.ts";
import { decide, makeNextDraft, openBilateral, readReason, speakFor } from "./policy.ts";
import {
  type BracketRow,
  type DecisionRow,
  holding,
  noBracket,
  type PositionRow,
  type Progress,
  type RedraftRow,
  type TabledRow,
} from "./queries.ts";
import { type Proceedings, tracedWordings } from "./traced-wordings.ts";

export interface NegotiationState {
  readonly delegations: readonly DelegationRow[];
  readonly proposals: readonly ProposalRow[];
  /** Of the draft's content, by the paragraphs that they hold. */
  readonly rows: ReadonlyMap<string, number>;
  readonly progress: Progress;
  readonly redraft: RedraftRow | null;
}

export function presentNegotiation(actor: Actor, of: CompilationOfRound, state: NegotiationState): NegotiationView {
  const { compilation, round, draft, text } = of;
  const { delegations, proposals, redraft } = state;
  const asked = round.delegations;
  const may: NegotiationView["may"] = [];
  if (redraft === null && can(actor, decide, of)) may.push("decide", "table for the chair");
  if (redraft === null && can(actor, openBilateral, { ...of, speaker: null })) may.push("consult as the chair");
  if (redraft === null && can(actor, makeNextDraft, of)) may.push("make the next draft");
  return {
    compilation: compilation.id,
    workspace: text.workspace,
    round: { id: round.id, title: round.title, timeZone: round.timeZone },
    text: { id: text.id, title: text.title },
    draft: { id: draft.id, number: draft.number, symbol: draft.symbol },
    delegations: delegations.filter(({ code }) => asked.includes(code)).map(presentDelegation),
    mine: redraft === null ? asked.filter((delegation) => can(actor, speakFor, { ...of, delegation })) : [],
    passages: [...Map.groupBy(proposals, ({ passage }) => passage).values()].flatMap((own) =>
      presentPassage(own, state),
    ),
    nextDraft: redraft?.draft ?? null,
    carriedRound: redraft?.carriedRound ?? null,
    may,
  };
}

function presentPassage(own: readonly ProposalRow[], { rows, progress }: NegotiationState): NegotiatedPassage[] {
  const [first] = own;
  if (first === undefined) return [];
  return [
    {
      ...presentStanding(first, progress),
      citation: first.citation,
      paragraph: first.paragraph,
      row: rows.get(first.paragraph ?? "") ?? null,
      base: first.base,
      before: first.before,
      after: first.after,
      keptWhole: first.keptWhole,
      proposals: own.map(({ wording, redline, delegations, moves, column }) => ({
        wording,
        redline: [...redline],
        delegations: [...delegations],
        moves: [...moves],
        column: [...column],
      })),
    },
  ];
}

/** How the passage stands that one of its proposals names. */
export function presentStanding(
  { compilation, passage: id, base }: ProposalRow,
  { tabled, decisions, brackets }: Progress,
): PassageStanding {
  const decision = holding(decisions).get(id);
  return {
    id,
    tabled: tabled.filter(({ passage }) => passage === id).map((row) => presentTabled(row, base)),
    decision: decision === undefined ? null : presentDecision(decision, true),
    amended: decision?.ruling.kind === "as amended" ? [...redlineOfWords(base, decision.ruling.words)] : null,
    bracket: presentBracket(brackets.find(({ passage }) => passage === id) ?? noBracket(compilation, id)),
  };
}

/** A wording on the table, against what the base says in its passage. */
export function presentTabled({ id, passage, words, delegation, at }: TabledRow, base: string): TabledView {
  return { id, passage, words, redline: [...redlineOfWords(base, words)], by: delegation, at: at.toISOString() };
}

export function presentBracket({ state, group, dependsOn, note, version }: BracketRow): BracketView {
  return { state, group, dependsOn, note, version };
}

export function presentDecision(row: DecisionRow, holds: boolean): DecisionView {
  const { id, passage, ruling, note, adReferendumUntil, by, at, undoneAt } = row;
  return {
    id,
    passage,
    ruling,
    note,
    adReferendumUntil: adReferendumUntil?.toISOString() ?? null,
    by,
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    undoUntil: new Date(at.getTime() + UNDO_WITHIN).toISOString(),
    holds,
  };
}

/** Of entries on one wording the newest of each delegation holds; `positions` are all that there are, the newest first. */
export function presentPositions(
  actor: Actor,
  of: CompilationOfRound,
  positions: readonly PositionRow[],
): PositionView[] {
  const spoken = new Set<string>();
  return positions.map((position) => {
    const key = JSON.stringify([position.delegation, position.passage, position.about]);
    const holds = !spoken.has(key);
    spoken.add(key);
    return presentPosition(actor, of, position, holds);
  });
}

function presentPosition(actor: Actor, of: CompilationOfRound, position: PositionRow, holds: boolean): PositionView {
  const { id, passage, about, delegation, stance, reason, onBehalfOf, inAlignment, readership, by, at } = position;
  const isOwn = can(actor, speakFor, { ...of, delegation });
  return {
    id,
    passage,
    about,
    delegation,
    stance,
    reason: can(actor, readReason, { ...of, position }) ? reason : null,
    onBehalfOf: [...onBehalfOf],
    inAlignment: [...inAlignment],
    readership,
    reasonReadership: isOwn ? position.reasonReadership : null,
    by: isOwn ? by : null,
    at: at.toISOString(),
    holds,
  };
}

/** Nothing before the next draft was made. */
export function presentOutcomes(proceedings: Proceedings): WordingOutcome[] {
  return tracedWordings(proceedings).flatMap(({ own: [{ passage, citation, base }], outcome, decision, ...traced }) => {
    if (outcome === null) return [];
    const { wording, onTable, by } = traced;
    return [{ passage, citation, base, wording, onTable, by: [...by], ...outcome, note: decision?.note ?? "" }];
  });
}

/** Nothing is left out where there is no next draft. */
export function presentLeftOut(redraft: RedraftRow | null): Omit<Outcomes, "wordings"> {
  if (redraft === null) return { leftOver: [], untrackable: [], fallen: [] };
  const { leftOver, untrackable, fallen } = redraft;
  return {
    leftOver: [...leftOver],
    untrackable: untrackable.map((one) => ({ ...one, delegations: [...one.delegations] })),
    fallen: fallen.map(({ what, why, delegation, citation, text, change }) => ({
      what,
      why,
      delegation,
      citation,
      text,
      change,
    })),
  };
}
