import type { StoryId } from "../model/text.ts";

/** What a delegation proposes for one paragraph of the base text, written in a browser. */
export type ParagraphProposal =
  | (OneParagraph & {
      readonly kind: "replace";
      /** The paragraph as it is to be; several to split it. */
      readonly content: OneOrMore<ParagraphContent>;
    })
  /** Where it is the only paragraph of its cell or note, it stays, empty: Word has no cell without a paragraph. */
  | (OneParagraph & { readonly kind: "delete" })
  | (OneParagraph & {
      readonly kind: "insert-after";
      /** Whole new paragraphs. They look like the paragraph before them; after a heading, like the one behind it. */
      readonly content: OneOrMore<NewParagraph>;
    });

interface OneParagraph {
  /** The body or a note of the base text. */
  readonly story: StoryId;
  /** Position of the paragraph's first token in the story, from 0: `from` of its `ParagraphEntry`. */
  readonly paragraph: number;
  /** Why; becomes a comment on the change. A line break begins a new paragraph of the comment. */
  readonly reason?: string;
}

/** What a paragraph is to hold, from its beginning to its end; empty for an empty paragraph. */
export type ParagraphContent = readonly (TypedText | KeptAtom)[];

export type NewParagraph = readonly TypedText[];

/**
 * Words with all their spaces; `"\t"` is a tab, `"\v"` a line break, `"\f"` a page break. Where they are the words of the
 * base text, they keep its formatting.
 */
export interface TypedText {
  readonly kind: "text";
  readonly text: string;
  readonly emphasis: Emphasis;
}

/** An image, a note reference, a field: whatever the base text has at this position, and nobody can type. */
export interface KeptAtom {
  readonly kind: "kept";
  /** Position in the story, as `ParagraphEntry.atoms` gives it. */
  readonly at: number;
}

/** Bold, italic, underlined, struck, as in `ParagraphEntry.emphasis`; `""` for none. */
export type Emphasis = `${"" | "b"}${"" | "i"}${"" | "u"}${"" | "s"}`;

/** Never empty. */
export type OneOrMore<Item> = readonly [Item, ...Item[]];

/** The person who proposes, as Word names one. */
export interface Proposer {
  readonly name: string;
  readonly initials: string;
  /** When, as it is to stand in the file: ISO 8601, `"2026-03-02T09:00:00Z"`. */
  readonly date: string;
}
