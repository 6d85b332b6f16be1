import { redlineOfWords } from "@compendium/engine";
import type { ProposalRow } from "../consultations/index.ts";
import { wordingOfRuling } from "./papers/ruling-in-words.ts";
import { type DecisionRow, holding, type OutcomeRow, type TabledRow } from "./queries.ts";

/** What was proposed, tabled and decided in a negotiation, and what became of the proposals. */
export interface Proceedings {
  readonly proposals: readonly ProposalRow[];
  readonly tabled: readonly TabledRow[];
  /** The newest first. */
  readonly decisions: readonly DecisionRow[];
  /** None before the next draft was made. */
  readonly outcomes: readonly OutcomeRow[];
}

/** One wording that was proposed or tabled, and what became of it. */
export interface TracedWording {
  /** All proposals for the same passage. */
  readonly own: readonly [ProposalRow, ...ProposalRow[]];
  readonly wording: string;
  readonly redline: ProposalRow["redline"];
  /** Delegations; `null` among them is the chair. */
  readonly by: readonly (string | null)[];
  /** The id of a wording that was tabled beside the proposals; `null` for a proposal. */
  readonly onTable: string | null;
  /** The one that holds. */
  readonly decision: DecisionRow | null;
  readonly outcome: WordingOutcome | null;
}

/** What became of a wording in the next draft, and why it fell. */
export interface WordingOutcome {
  readonly became: OutcomeRow["became"];
  readonly reason: OutcomeRow["reason"] | "only-tabled";
}

/** In the order of the text; of each passage the proposals, then what was tabled. */
export function tracedWordings({ proposals, tabled, decisions, outcomes }: Proceedings): readonly TracedWording[] {
  const held = holding(decisions);
  return [...Map.groupBy(proposals, ({ passage }) => passage)].flatMap(([passage, [first, ...others]]) => {
    if (first === undefined) return [];
    const own = [first, ...others] as const;
    const decision = held.get(passage) ?? null;
    const became = outcomes.filter((each) => each.passage === passage);
    const proposed = own.map(({ proposal, wording, redline, delegations }): TracedWording => {
      const outcome = became.find((each) => each.proposal === proposal) ?? null;
      return { own, wording, redline, by: delegations, onTable: null, decision, outcome };
    });
    const beside = tabled
      .filter((each) => each.passage === passage)
      .map(
        (each): TracedWording => ({
          own,
          wording: each.words,
          redline: redlineOfWords(first.base, each.words),
          by: [each.delegation],
          onTable: each.id,
          decision,
          outcome: became.length === 0 ? null : outcomeOfTabled(each, decision, { proposals: own, tabled, became }),
        }),
      );
    return [...proposed, ...beside];
  });
}

interface Beside {
  readonly proposals: TracedWording["own"];
  readonly tabled: readonly TabledRow[];
  /** What became of the proposals for the same passage. */
  readonly became: readonly OutcomeRow[];
}

/** Only proposals stand in brackets and are carried: of a passage on which nothing was agreed, what is on the table falls. */
function outcomeOfTabled(
  { words }: TabledRow,
  decision: DecisionRow | null,
  { became, ...about }: Beside,
): WordingOutcome {
  if (became.some(({ reason }) => reason === "place-gone")) return { became: "fallen", reason: "place-gone" };
  if (decision === null) return { became: "fallen", reason: "only-tabled" };
  const agreed = wordingOfRuling(decision.ruling, about)?.wording;
  if (agreed?.trim() === words.trim()) return { became: "adopted", reason: null };
  return { became: "fallen", reason: WHY[decision.ruling.kind] };
}

const WHY = {
  "as in the base": "base-kept",
  "as proposed": "other-adopted",
  "as tabled": "other-adopted",
  "as amended": "amended",
  "in brackets": "only-tabled",
  "to bilateral consultation": "only-tabled",
  deferred: "only-tabled",
} as const;
