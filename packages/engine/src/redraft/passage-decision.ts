/** What a meeting decided on a passage. A passage without a decision is open. */
export type PassageDecision =
  | { readonly kind: "as in the base" }
  /** `proposal` is its index in the passage. */
  | { readonly kind: "as proposed"; readonly proposal: number }
  /**
   * The whole passage in words typed on the spot, paragraphs parted by `"\n"`; `""` takes it out. The space behind the last
   * word need not be typed.
   */
  | { readonly kind: "as amended"; readonly words: string }
  /** The text keeps all wordings, in square brackets. */
  | { readonly kind: "in brackets" };

/** By the id of the passage. */
export type PassageDecisions = ReadonlyMap<string, PassageDecision>;

/** What became of one proposal. */
export interface ProposalFate {
  readonly passage: string;
  /** Its index in the passage. */
  readonly proposal: number;
  readonly became:
    | "adopted"
    /** It stands in the next draft, in brackets. */
    | "bracketed"
    /** Nothing is decided: it is proposed for the next draft again. */
    | "carried"
    | "fallen";
  /** Why it fell; `null` for all others. */
  readonly reason: FallReason | null;
}

/**
 * - `base-kept`: the passage stays as in the base.
 * - `other-adopted`: another delegation's wording was adopted.
 * - `amended`: other words were agreed on the spot.
 * - `place-gone`: what it hangs on, such as the reference to a note, was taken out.
 */
export type FallReason = "base-kept" | "other-adopted" | "amended" | "place-gone";
