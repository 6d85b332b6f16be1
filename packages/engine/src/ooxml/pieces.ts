import type { XmlElement } from "./xml.ts";

/**
 * What a file says, before anybody asks what it means: a story as one row of pieces, every piece with the tracked
 * changes around it. A view (`view.ts`) leaves out the pieces that it rejects and makes tokens of the rest.
 */
export type Piece = TextPiece | AtomPiece | MarkPiece | OpenPiece | ClosePiece | SectionPiece | MarkerPiece;

/** A change that a file records around a piece (ECMA-376 Part 1, 17.13.5). */
export interface Change {
  readonly kind: "inserted" | "deleted" | "moved-to" | "moved-from";
  /** `""` where the name was removed from the file. */
  readonly author: string;
  readonly date: string | null;
  /** The name that both ends of a move share (w:moveFromRangeStart/@w:name); `null` for other changes. */
  readonly move: string | null;
}

/** Characters of one run. */
export interface TextPiece {
  readonly kind: "text";
  readonly text: string;
  readonly look: RunLook;
  readonly wrappers: readonly Wrapper[];
  readonly changes: readonly Change[];
}

/** Something kept whole: an image, a field, an equation, a note reference, a tab, an unknown element. */
export interface AtomPiece {
  readonly kind: "atom";
  /** What a reader sees; `"[image]"` and the like where there is nothing to read. */
  readonly text: string;
  /** Equal for two atoms exactly if they say the same; the stories inside left out. */
  readonly key: string;
  /** True for what behaves like a character: a tab, a line break, a special hyphen. */
  readonly isCharacter: boolean;
  /** What stands in the file: children of one run, or elements at the level of runs or of paragraphs. */
  readonly nodes: readonly XmlElement[];
  readonly level: "in-run" | "run" | "block";
  readonly look: RunLook;
  readonly wrappers: readonly Wrapper[];
  readonly changes: readonly Change[];
  /** Changes recorded inside, of what the engine does not look into: the result of a field. Empty for nearly all. */
  readonly swallowed: readonly Change[];
  /** Stories inside, in order: the note referred to, the text boxes. */
  readonly stories: readonly InnerStory[];
}

export interface InnerStory {
  readonly kind: "footnote" | "endnote" | "textbox";
  /** Word's id of a note; `""` for a text box. */
  readonly noteId: string;
  readonly pieces: readonly Piece[];
}

/** The end of a paragraph. */
export interface MarkPiece {
  readonly kind: "mark";
  /** The w:p element without its content. */
  readonly paragraph: XmlElement;
  /** Where the w:p begins in what was read, in UTF-16; `null` for a mark that no w:p of the file has. */
  readonly at: number | null;
  readonly look: Look;
  readonly changes: readonly Change[];
}

export interface OpenPiece {
  readonly kind: "open";
  readonly container: "table" | "row" | "cell" | "group";
  /** With its properties (w:tblPr, w:tblGrid, w:tblPrEx, w:trPr, w:tcPr, w:sdtPr, w:sdtEndPr), without its content. */
  readonly element: XmlElement;
  readonly look: Look;
  readonly changes: readonly Change[];
  /** For a cell, its grid column from 0. */
  readonly column: number;
}

export interface ClosePiece {
  readonly kind: "close";
  readonly container: "table" | "row" | "cell" | "group";
  readonly changes: readonly Change[];
}

/** The properties of the last section (w:body/w:sectPr). */
export interface SectionPiece {
  readonly kind: "section";
  readonly look: Look;
  readonly changes: readonly Change[];
}

/** Something without width: the end of a bookmark, of a comment's range, of a permission. */
export interface MarkerPiece {
  readonly kind: "marker";
  readonly element: XmlElement;
}

/** Properties as they are and, where the file tracks a change of them, as they were. */
export interface Look {
  /** w:rPr, w:pPr, w:tblPr …, without the record of the change; `null` for none. */
  readonly now: XmlElement | null;
  /** A canonical form of `now`: equal exactly if the two look the same. */
  readonly nowKey: string;
  readonly former: FormerLook | null;
}

export interface FormerLook {
  readonly properties: XmlElement | null;
  readonly key: string;
  readonly author: string;
  readonly date: string | null;
}

export type RunLook = Look;

/** An element around runs that is not a change: a hyperlink, a content control, a smart tag. */
export interface Wrapper {
  /** Equal for two wrappers exactly if they mean the same: `"hyperlink https://…"`. */
  readonly key: string;
  /** The element without its content; for a field that wraps text (HYPERLINK), the runs before and after the text. */
  readonly element: XmlElement | null;
  readonly before: readonly XmlElement[];
  readonly after: readonly XmlElement[];
  readonly changes: readonly Change[];
}
