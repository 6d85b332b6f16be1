import type { StoryKind } from "../model/text.ts";
import type { Heading } from "./heading.ts";

/**
 * A compilation as plain JSON: what `renderJson` writes, what the schema in docs/reference describes, and what pages
 * show. No Word markup, no class instances. Positions count the tokens of a story from 0, ranges are half-open.
 */
export interface CompilationDocument {
  readonly format: "compendium-compilation";
  /** Raised when a reader of the last version could misunderstand a file of this one. */
  readonly version: 1;
  /** What the file is a compilation of; absent where whoever wrote it did not say. */
  readonly heading?: Heading;
  /** In the order in which sponsors are named everywhere. */
  readonly delegations: readonly DelegationEntry[];
  readonly stories: readonly StoryEntry[];
  /** In the order of the base text. */
  readonly comments: readonly CommentEntry[];
  readonly receipts: readonly ReceiptEntry[];
  readonly notices: readonly NoticeEntry[];
}

export interface DelegationEntry {
  readonly code: string;
  readonly name: string;
}

export interface StoryEntry {
  readonly id: string;
  readonly kind: StoryKind;
  readonly blocks: readonly BlockEntry[];
  readonly passages: readonly PassageEntry[];
  readonly formatting: readonly FormattingEntry[];
}

export type BlockEntry = ParagraphEntry | ContainerEntry;

export interface ParagraphEntry {
  readonly kind: "paragraph";
  /** The permanent id that the file carries for it, the same in every draft; absent where it carries none. */
  readonly id?: string;
  /** Position of the first token. */
  readonly from: number;
  /** What a reader sees of each token, the mark (`"\n"`) last. */
  readonly words: readonly string[];
  /** Of each token: any of `b` bold, `i` italic, `u` underlined, `s` struck, in this order. Absent where all are `""`. */
  readonly emphasis?: readonly string[];
  /**
   * Positions of tokens that are kept whole: images, fields, note references. Who proposes another wording keeps or drops
   * them, and cannot type them. Absent where there are none.
   */
  readonly atoms?: readonly number[];
  /** Stories that hang on tokens, by position: notes, text boxes. Absent where there are none. */
  readonly inner?: Readonly<Record<number, readonly string[]>>;
  readonly label: string;
  /** 0 to 8, or `null` for body text. */
  readonly headingLevel: number | null;
  /** For the title of the text; absent everywhere else. */
  readonly isTitle?: true;
  /** `"Part II, para. 14 (b)"` */
  readonly citation: string;
}

export interface ContainerEntry {
  readonly kind: "table" | "row" | "cell" | "group";
  /** Position of the opening token. */
  readonly from: number;
  /** Position after the closing token. */
  readonly to: number;
  readonly blocks: readonly BlockEntry[];
}

export interface PassageEntry {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly citation: string;
  readonly headings: readonly string[];
  /** The passage in the base text; paragraphs end with `"\n"`, and a reference to a note is `"[footnote 9]"`. */
  readonly base: string;
  readonly proposals: readonly ProposalEntry[];
}

export interface ProposalEntry {
  readonly sponsors: readonly SponsorEntry[];
  /** The whole passage in this wording; `""` to delete it. A note that the base lacks is `"[new footnote: its text]"`. */
  readonly wording: string;
  /** The same, told as what is kept, deleted and inserted. What is kept and deleted is the base wording. */
  readonly redline: readonly RedlineEntry[];
  /** Texts of the text boxes that come with what is inserted. Absent where there are none. */
  readonly inner?: readonly string[];
  /** Tables, rows, cells and content controls in what is deleted and inserted; text does not show them. Absent without. */
  readonly structure?: { readonly deleted: readonly string[]; readonly inserted: readonly string[] };
  /** Indexes of proposals in this passage that differ only in spacing, quotation marks or case. */
  readonly nearIdenticalTo: readonly number[];
}

export interface RedlineEntry {
  readonly kind: "kept" | "deleted" | "inserted";
  readonly text: string;
}

export interface SponsorEntry {
  readonly delegation: string;
  readonly tracked: boolean;
  /** Persons and dates behind tracked edits; absent unless names were asked for. */
  readonly by?: readonly { readonly author: string; readonly date: string | null }[];
  /** Passage at the other end of a move. Absent where nothing is moved. */
  readonly movedTo?: string;
  readonly movedFrom?: string;
}

export interface FormattingEntry {
  readonly from: number;
  readonly to: number;
  readonly citation: string;
  readonly text: string;
  /** In plain words: `"bold"`, `"not italic"`, `"paragraph style: Heading 2"`. */
  readonly change: string;
  readonly sponsors: readonly SponsorEntry[];
}

export interface CommentEntry {
  readonly delegation: string;
  /** Unique in the compilation: `"XAA 3"`. */
  readonly id: string;
  readonly story: string;
  /** Base positions of the words that it is about; `from === to` at a point. */
  readonly from: number;
  readonly to: number;
  readonly citation: string;
  /** The base words that it is about; `""` where it stands on inserted text or at a point. */
  readonly about: string;
  readonly paragraphs: readonly string[];
  /** `id` of the comment that this one answers, or `null`. */
  readonly parent: string | null;
  readonly resolved: boolean;
  readonly passage: string | null;
  /** Absent unless names were asked for. */
  readonly author?: string;
  readonly date: string | null;
}

export interface ReceiptEntry {
  readonly delegation: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly replacements: number;
    readonly moves: number;
    readonly formatting: number;
    readonly comments: number;
    readonly untracked: number;
  };
  /** `firstDifference` cites the first place where the compilation and the file differ; absent where the proof holds. */
  readonly proof: { readonly holds: boolean; readonly tokens: number; readonly firstDifference?: string };
  /** Changes that the file records; those in `notCarried` are among them. */
  readonly recorded: number;
  readonly notCarried: readonly { readonly what: string; readonly reason: string; readonly citation: string }[];
  readonly notices: readonly NoticeEntry[];
  readonly likeness: number;
}

export interface NoticeEntry {
  readonly code: string;
  /** In English, with the place where one is known. */
  readonly text: string;
}
