import type { Ruling } from "@compendium/contract";
import { redlineOfWords } from "@compendium/engine";
import type { ProposalRow } from "../../consultations/index.ts";
import type { TabledRow } from "../queries.ts";
import type { PaperWords } from "./words.ts";

/** What is known of the passage that was decided. */
export interface Decided {
  readonly proposals: readonly ProposalRow[];
  readonly tabled: readonly TabledRow[];
}

/**
 * What a ruling says: `"as proposed by XAA, XBB"`. Whom the chair consults is not named: a paper goes further than the
 * room.
 */
export function rulingInWords(
  ruling: Ruling,
  { proposals, tabled }: Decided,
  say: PaperWords,
  nameOf: (delegation: string | null) => string,
): string {
  const label = say.rulings[ruling.kind];
  switch (ruling.kind) {
    case "as proposed": {
      const { delegations = [] } = proposals.find(({ proposal }) => proposal === ruling.proposal) ?? {};
      return `${label} ${delegations.map(nameOf).join(say.comma)}`;
    }
    case "as tabled":
      return `${label} ${nameOf(tabled.find(({ id }) => id === ruling.tabled)?.delegation ?? null)}`;
    default:
      return label;
  }
}

/** A wording, and what it keeps, strikes and puts in. */
export type Redlined = Pick<ProposalRow, "wording" | "redline">;

/** What a ruling puts into the text; `null` where it puts nothing into it. */
export function wordingOfRuling(ruling: Ruling, { proposals, tabled }: Decided): Redlined | null {
  switch (ruling.kind) {
    case "as proposed":
      return proposals.find(({ proposal }) => proposal === ruling.proposal) ?? null;
    case "as tabled":
      return typed(tabled.find(({ id }) => id === ruling.tabled)?.words ?? "", proposals);
    case "as amended":
      return typed(ruling.words, proposals);
    default:
      return null;
  }
}

function typed(wording: string, [proposal]: readonly ProposalRow[]): Redlined {
  return { wording, redline: wording === "" ? [] : redlineOfWords(proposal?.base ?? "", wording) };
}
