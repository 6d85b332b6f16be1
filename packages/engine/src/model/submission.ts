import type { Delegation } from "./delegation.ts";
import type { Notice } from "./notice.ts";
import type { StoryId, Token } from "./text.ts";

/**
 * One difference in wording between a submission (B) and the base text (A): the base tokens from `fromA` to `toA` are
 * deleted, and `inserted` stands in their place. Positions count tokens of the base story from 0; a range is half-open.
 * Within a story, edits are in order and never overlap. `fromA === toA` where something is only inserted.
 */
export interface Edit {
  readonly fromA: number;
  readonly toA: number;
  /** What B has there instead; empty for a deletion. */
  readonly inserted: readonly Token[];
  /** False if the delegation changed the text while tracking was off, in whole or in part. */
  readonly tracked: boolean;
  /** The persons behind a tracked edit, without repetition, in order of appearance. Empty if nobody is named. */
  readonly by: readonly Attribution[];
  /**
   * Shared by the two edits of one move, the deletion and the insertion; unique within the submission. `null` for
   * everything else.
   */
  readonly move: string | null;
}

/**
 * A change of formatting: the base tokens from `fromA` to `toA` stay, but look as `tokens` do. There are as many
 * `tokens` as base tokens in the range, and each says the same as its base token.
 */
export interface Reformat {
  readonly fromA: number;
  readonly toA: number;
  readonly tokens: readonly Token[];
  readonly tracked: boolean;
  readonly by: readonly Attribution[];
}

/** A person as Word names one. */
export interface Attribution {
  /** `""` where Word removed the name from the file. */
  readonly author: string;
  /** As the file gives it, ISO 8601 without a reliable zone; `null` where there is none. */
  readonly date: string | null;
}

/** All differences of one submission within one story of the base text. */
export interface StoryEdits {
  readonly story: StoryId;
  readonly edits: readonly Edit[];
  readonly reformats: readonly Reformat[];
}

/**
 * A place in a submission, told in base positions: the gap before base token `gap`. What an edit inserts hangs on the gap
 * after the tokens that it deletes; `inserted` counts the tokens that the delegation inserts there and that come first, of
 * all its edits at that gap; 0 is before them.
 */
export interface AnchorEnd {
  readonly gap: number;
  readonly inserted: number;
}

export interface Comment {
  /** Unique within the submission. */
  readonly id: string;
  readonly story: StoryId;
  readonly from: AnchorEnd;
  /** Equal to `from` where the comment stands at a point. */
  readonly to: AnchorEnd;
  readonly by: Attribution;
  readonly initials: string;
  /** Paragraphs of the comment as plain text. */
  readonly paragraphs: readonly string[];
  /** The comment that this one answers, or `null`. */
  readonly parent: string | null;
  readonly resolved: boolean;
  /** What the reader kept so that the comment can be written again with its formatting. */
  readonly source: object | null;
}

/** What a delegation proposes in one round: its marked-up file, understood against the base text. */
export interface Submission {
  readonly delegation: Delegation;
  readonly file: SubmissionFile;
  /** Stories with at least one difference, in the order of the base text. */
  readonly stories: readonly StoryEdits[];
  readonly comments: readonly Comment[];
  readonly notices: readonly Notice[];
  /** Share of the submission's paragraphs that match one of the base text: see `shareOf`. */
  readonly likeness: number;
  /** Whether the edits, made in the base text, give the file's accepted text, structure and formatting included. */
  readonly equalsFile: boolean;
  /** How many changes the file records: each w:ins, w:del, w:rPrChange … of the delegation's own counts once. */
  readonly recorded: number;
  readonly notCarried: readonly UncarriedChange[];
  /** What the reader kept of the file so that what it inserts can be written again, images and all. */
  readonly source: object | null;
}

/**
 * A change that the file records and no edit carries, because there is nothing to carry: it stands in the receipt, with
 * the reason.
 */
export interface UncarriedChange {
  readonly story: StoryId;
  /** Position of the base token beside which it stands. */
  readonly at: number;
  readonly reason: NotCarriedReason;
  /** What is inserted, deleted or reformatted, `¶` for a paragraph mark; `""` where the change is empty. */
  readonly text: string;
}

/**
 * - `withdrawn`: inserted and struck again within the same file.
 * - `no-difference`: what was deleted was typed again, or the change is around nothing.
 * - `formatting-not-seen`: the new look is the old one to a reader, or the words are gone.
 * - `in-field-result`: Word reckons the result of the field anew, whoever edits it.
 */
export type NotCarriedReason = "withdrawn" | "no-difference" | "formatting-not-seen" | "in-field-result";

export interface SubmissionFile {
  readonly name: string;
  /** Hexadecimal, lower case. Reckoned by the caller, whose platform has it natively. `""` if it is not known. */
  readonly sha256: string;
  readonly bytes: number;
}
