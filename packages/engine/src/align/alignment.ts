import type { TokenChange } from "../compare/token-change.ts";

/** How story B came out of story A. */
export interface Alignment {
  /**
   * Positions in the tokens of A and of B. In order, never overlapping; made in A they give B token for token. Between
   * two changes there is at least one kept token, with two exceptions. What was moved is a pure deletion and a pure
   * insertion of its own, which may touch their neighbours. And blocks that were deleted, inserted or replaced whole
   * may touch a change of the words after them. Where two changes begin at one place of A, order counts.
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
