import type { Delegation, DelegationCode } from "./delegation.ts";
import type { Notice } from "./notice.ts";
import type { Place } from "./place.ts";
import type { Receipt } from "./receipt.ts";
import type { Attribution, Comment, Edit } from "./submission.ts";
import type { Story, Token } from "./text.ts";

/** Submissions side by side on one base text: every word knows who proposes it, and nothing is decided. */
export interface Compilation {
  /** All that submitted, in the order of the delegations list. Sponsors are always named in this order. */
  readonly delegations: readonly Delegation[];
  /** Every story of the base text in reading order: body, notes, text boxes, headers, footers. */
  readonly stories: readonly CompiledStory[];
  /** In the order of the base text, then of the delegations list. */
  readonly comments: readonly PlacedComment[];
  /** One for each delegation, in the order of `delegations`. */
  readonly receipts: readonly Receipt[];
  /** What a person should look at, over all files. */
  readonly notices: readonly Notice[];
  /** What the reader kept of each submission's file; only `render` looks inside. */
  readonly sources: ReadonlyMap<DelegationCode, object | null>;
}

export interface CompiledStory {
  readonly story: Story;
  /** In the order of the base text; they never overlap. */
  readonly passages: readonly Passage[];
  readonly formatting: readonly FormatProposal[];
}

/** A stretch of the base text with what is proposed for it: base tokens `fromA` to `toA`, half-open. */
export interface Passage {
  /** Unique in the compilation and stable for the same input: `"body/12"`. */
  readonly id: string;
  readonly fromA: number;
  readonly toA: number;
  readonly place: Place;
  /** At least one. Ordered by the first sponsor of each. No two of them say the same. */
  readonly proposals: readonly Proposal[];
}

/** One wording for a passage, with everyone who proposes exactly it. */
export interface Proposal {
  /** Everyone who proposes exactly this wording, in the order of the delegations list. */
  readonly sponsors: readonly Sponsor[];
  /** The whole passage in this wording. Empty to delete it. */
  readonly wording: readonly Token[];
  /** The same wording in one look each; nearly always one. Together their delegations are the sponsors. */
  readonly variants: readonly Variant[];
  /** Indexes of proposals of this passage that differ only in spacing, quotation marks or case; for a person to judge. */
  readonly nearIdenticalTo: readonly number[];
}

/** One formatting of a proposed wording. */
export interface Variant {
  readonly delegations: readonly DelegationCode[];
  /** The edits that make the wording from the base text, as the first of these delegations made them. */
  readonly edits: readonly Edit[];
  /** The same, as each of them made them, in the order of `delegations`: what they insert is of their own files. */
  readonly editsOfEach: readonly (readonly Edit[])[];
}

export interface Sponsor {
  readonly delegation: DelegationCode;
  readonly tracked: boolean;
  readonly by: readonly Attribution[];
  /** Set where the delegation moves this passage: the passage at the other end of the move. */
  readonly movedTo: string | null;
  readonly movedFrom: string | null;
}

/** One look proposed for base tokens that keep their wording, with everyone who proposes exactly it. */
export interface FormatProposal {
  readonly fromA: number;
  readonly toA: number;
  readonly place: Place;
  readonly sponsors: readonly Sponsor[];
  /** As many as base tokens in the range. */
  readonly tokens: readonly Token[];
}

export interface PlacedComment {
  readonly delegation: DelegationCode;
  readonly comment: Comment;
  readonly place: Place;
  /** The passage that the comment touches, or `null` where it stands on text that nobody changes. */
  readonly passage: string | null;
}
