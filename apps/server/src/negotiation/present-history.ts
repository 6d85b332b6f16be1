import type { NegotiatedParagraph } from "@compendium/contract";
import type { CompilationOfRound, ProposalRow } from "../consultations/index.ts";
import { presentDecision, presentTabled } from "./present.ts";
import { type DecisionRow, holding, type OutcomeRow, type TabledRow } from "./queries.ts";

interface ParagraphState {
  /** For the paragraph, in the order of the text. */
  readonly proposals: readonly ProposalRow[];
  /** Of the whole compilation, as the others below. */
  readonly tabled: readonly TabledRow[];
  readonly decisions: readonly DecisionRow[];
  readonly outcomes: readonly OutcomeRow[];
}

export function presentNegotiatedParagraph(
  { compilation, round, draft }: CompilationOfRound,
  { proposals, tabled, decisions, outcomes }: ParagraphState,
): NegotiatedParagraph {
  const held = holding(decisions);
  const { releasedAt } = compilation;
  if (releasedAt === null) throw new RangeError(`The compilation ${compilation.id} was not released.`);
  return {
    compilation: compilation.id,
    round: { id: round.id, title: round.title },
    draft: { id: draft.id, number: draft.number, symbol: draft.symbol },
    releasedAt: releasedAt.toISOString(),
    passages: [...Map.groupBy(proposals, ({ passage }) => passage)].map(([id, own]) => ({
      id,
      citation: own[0]?.citation ?? "",
      base: own[0]?.base ?? "",
      proposals: own.map(({ proposal, wording, redline, delegations }) => {
        const outcome = outcomes.find((each) => each.passage === id && each.proposal === proposal);
        const { became = null, reason = null } = outcome ?? {};
        return { wording, redline: [...redline], delegations: [...delegations], became, reason };
      }),
      tabled: tabled.filter(({ passage }) => passage === id).map((row) => presentTabled(row, own[0]?.base ?? "")),
      decisions: decisions
        .filter(({ passage }) => passage === id)
        .map((each) => presentDecision(each, held.get(id) === each)),
    })),
  };
}
