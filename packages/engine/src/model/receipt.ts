import type { Delegation } from "./delegation.ts";
import type { Notice } from "./notice.ts";
import type { Place } from "./place.ts";
import type { NotCarriedReason, SubmissionFile } from "./submission.ts";

/** What we recorded from a submission, and proof that it equals the file. */
export interface Receipt {
  readonly delegation: Delegation;
  readonly file: SubmissionFile;
  readonly counts: Counts;
  readonly proof: Proof;
  /** Changes that the file records: those carried into the compilation and those below, together. */
  readonly recorded: number;
  /** Changes that the file records and the compilation does not hold, each with place and reason. */
  readonly notCarried: readonly NotCarried[];
  readonly notices: readonly Notice[];
  /** Share of the submission's paragraphs that match one of the base text: see `shareOf`. */
  readonly likeness: number;
}

/** How many edits of each kind; a replacement counts once as a replacement, a move once as a move. */
export interface Counts {
  readonly insertions: number;
  readonly deletions: number;
  readonly replacements: number;
  readonly moves: number;
  readonly formatting: number;
  readonly comments: number;
  /** Of all the above, those made while tracking was off. */
  readonly untracked: number;
}

/** Whether the compilation, read as the delegation, equals its file's accepted text, structure and formatting included. */
export type Proof =
  | { readonly holds: true; readonly tokens: number }
  | { readonly holds: false; readonly tokens: number; readonly firstDifference: Place };

export interface NotCarried {
  readonly reason: NotCarriedReason;
  /** What the change is about; `""` where it is about nothing. */
  readonly text: string;
  readonly place: Place;
}
