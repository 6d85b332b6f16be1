import type { TokenChange } from "../compare/token-change.ts";

/** How story B came out of story A. */
export interface Alignment {
  /**
   * Positions in the tokens of A and of B. In order, never overlapping; made in A they give B token for token. Between
   * two changes there is at least one kept token, except beside a move: what was moved is a pure deletion and a pure
   * insertion of its own, and these may touch their neighbours. Where two changes begin at one place, order counts.
   */
  readonly changes: readonly TokenChange[];
  /** In the order of A. */
  readonly moves: readonly Move[];
  /** Paragraphs of B that have a partner in A: untouched, amended, split off, merged or moved. */
  readonly matchedParagraphs: number;
}

/**
 * The tokens `fromA` to `toA` of A stand unchanged at `fromB` to `toB` in B, and in no other deletion or insertion.
 * `fromA` to `toA` is one of the changes, a pure deletion; `fromB` to `toB` another one, a pure insertion.
 */
export interface Move extends TokenChange {}
