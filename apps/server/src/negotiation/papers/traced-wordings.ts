import { redlineOfWords } from "@compendium/engine";
import type { CompilationOfRound, ProposalRow } from "../../consultations/index.ts";
import { type DecisionRow, holding, type OutcomeRow, type RedraftRow, type TabledRow } from "../queries.ts";

/** Everything that a traceability table is made of: what whoever follows the negotiation may read. */
export interface Traced {
  readonly of: CompilationOfRound;
  /** As of when. */
  readonly at: Date;
  readonly proposals: readonly ProposalRow[];
  readonly tabled: readonly TabledRow[];
  /** The newest first. */
  readonly decisions: readonly DecisionRow[];
  readonly outcomes: readonly OutcomeRow[];
  readonly redraft: RedraftRow | null;
  /** The next draft's symbol; `""` where it has none or was not made. */
  readonly nextSymbol: string;
}

/** One wording that was proposed or tabled, and what became of it. */
export interface TracedWording {
  /** All proposals for the same passage. */
  readonly own: readonly [ProposalRow, ...ProposalRow[]];
  readonly wording: string;
  readonly redline: ProposalRow["redline"];
  /** Delegations; `null` among them is the chair. */
  readonly by: readonly (string | null)[];
  /** True for what was tabled beside the proposals. */
  readonly isTabled: boolean;
  /** The one that holds. */
  readonly decision: DecisionRow | null;
  /** `null` before the next draft was made, and for what was tabled and not adopted. */
  readonly became: OutcomeRow["became"] | null;
  readonly reason: OutcomeRow["reason"];
}

/** In the order of the text; of each passage the proposals, then what was tabled. */
export function tracedWordings({ proposals, tabled, decisions, outcomes, redraft }: Traced): readonly TracedWording[] {
  const held = holding(decisions);
  return [...Map.groupBy(proposals, ({ passage }) => passage)].flatMap(([passage, [first, ...others]]) => {
    if (first === undefined) return [];
    const own = [first, ...others] as const;
    const decision = held.get(passage) ?? null;
    const proposed = own.map(({ proposal, wording, redline, delegations }): TracedWording => {
      const outcome = outcomes.find((each) => each.passage === passage && each.proposal === proposal);
      const { became = null, reason = null } = outcome ?? {};
      return { own, wording, redline, by: delegations, isTabled: false, decision, became, reason };
    });
    const beside = tabled
      .filter((each) => each.passage === passage)
      .map(({ id, words, delegation }): TracedWording => {
        const isRuled = decision?.ruling.kind === "as tabled" && decision.ruling.tabled === id;
        const became = isRuled && redraft !== null ? "adopted" : null;
        return {
          own,
          wording: words,
          redline: redlineOfWords(first.base, words),
          by: [delegation],
          isTabled: true,
          decision,
          became,
          reason: null,
        };
      });
    return [...proposed, ...beside];
  });
}
