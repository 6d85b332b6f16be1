/**
 * What every element of WordprocessingML means to a reader of tracked changes, by the place where it stands. An element
 * in no table is kept whole as an atom and reported. Numbers are paragraphs of ECMA-376 Part 1.
 */

/** Children of a body, a cell, a note, a header, a text box (EG_BlockLevelElts). */
export const BLOCK_MEANINGS: Readonly<Record<string, BlockMeaning>> = {
  "w:p": "paragraph",
  "w:tbl": "table",
  "w:sdt": "content control", // 17.5.2.29
  "w:customXml": "transparent", // 17.5.1.6
  "w:sectPr": "section", // 17.6.17
  "w:tcPr": "nothing", // read with its cell
  "w:altChunk": "not compared", // 17.17.2.1: another document, merged in only when Word opens the file
  "w:subDoc": "not compared", // 17.17.2.2
  "w:ins": "change",
  "w:del": "change",
  "w:moveTo": "change",
  "w:moveFrom": "change",
  "mc:AlternateContent": "alternatives",
};

export type BlockMeaning =
  | "paragraph"
  | "table"
  | "content control"
  | "transparent"
  | "section"
  | "nothing"
  | "not compared"
  | "change"
  | "alternatives";

/** Children of a paragraph and of what stands around runs (EG_PContent). */
export const INLINE_MEANINGS: Readonly<Record<string, InlineMeaning>> = {
  "w:pPr": "nothing", // read with its paragraph
  "w:r": "run",
  "w:ins": "change", // 17.13.5.18
  "w:del": "change", // 17.13.5.14
  "w:moveTo": "change", // 17.13.5.25
  "w:moveFrom": "change", // 17.13.5.22
  "w:hyperlink": "wrapper", // 17.16.22
  "w:smartTag": "wrapper", // 17.5.1.9
  "w:customXml": "wrapper", // 17.5.1.3
  "w:dir": "wrapper", // 17.3.2.8
  "w:bdo": "wrapper", // 17.3.2.3
  "w:sdt": "content control", // 17.5.2.31
  "w:fldSimple": "simple field", // 17.16.19
  "m:oMath": "equation", // 22.1.2.77
  "m:oMathPara": "equation",
  "w:subDoc": "not compared",
  "mc:AlternateContent": "atom",
};

export type InlineMeaning =
  | "nothing"
  | "run"
  | "change"
  | "wrapper"
  | "content control"
  | "simple field"
  | "equation"
  | "not compared"
  | "atom";

/** Children of a run (EG_RunInnerContent, 17.3.3). */
export const RUN_MEANINGS: Readonly<Record<string, RunMeaning>> = {
  "w:rPr": "nothing", // read with its run
  "w:t": "text", // 17.3.3.31
  "w:delText": "text", // 17.3.3.7
  "w:tab": "character", // 17.3.3.32
  "w:ptab": "character", // 17.3.3.23
  "w:br": "character", // 17.3.3.1
  "w:cr": "character", // 17.3.3.4
  "w:noBreakHyphen": "character", // 17.3.3.18
  "w:softHyphen": "character", // 17.3.3.29
  "w:sym": "character", // 17.3.3.30
  "w:fldChar": "field character", // 17.16.18
  "w:instrText": "field code", // 17.16.23
  "w:delInstrText": "field code", // 17.16.13
  "w:footnoteReference": "note reference", // 17.11.14
  "w:endnoteReference": "note reference", // 17.11.7
  "w:commentReference": "marker", // 17.13.4.5
  "w:annotationRef": "nothing", // 17.13.4.1: the comment's own mark
  "w:lastRenderedPageBreak": "nothing", // 17.3.3.13: where the page broke when the file was last shown
  "w:footnoteRef": "atom", // 17.11.13: the note's own number
  "w:endnoteRef": "atom",
  "w:separator": "atom",
  "w:continuationSeparator": "atom",
  "w:pgNum": "atom",
  "w:dayShort": "atom",
  "w:dayLong": "atom",
  "w:monthShort": "atom",
  "w:monthLong": "atom",
  "w:yearShort": "atom",
  "w:yearLong": "atom",
  "w:drawing": "atom", // 17.3.3.9
  "w:pict": "atom", // 17.3.3.21
  "w:object": "atom", // 17.3.3.19
  "w:ruby": "atom", // 17.3.3.25
  "w:contentPart": "atom",
  "mc:AlternateContent": "atom",
};

export type RunMeaning =
  | "nothing"
  | "text"
  | "character"
  | "field character"
  | "field code"
  | "note reference"
  | "marker"
  | "atom";

/** Elements without width that may stand anywhere: ends of ranges (EG_RangeMarkupElements) and traces of proofing. */
export const MARKER_MEANINGS: Readonly<Record<string, MarkerMeaning>> = {
  "w:bookmarkStart": "marker", // 17.13.6.2
  "w:bookmarkEnd": "marker",
  "w:permStart": "marker", // 17.13.7.2
  "w:permEnd": "marker",
  "w:commentRangeStart": "marker", // 17.13.4.4
  "w:commentRangeEnd": "marker",
  "w:moveFromRangeStart": "move range", // 17.13.5.24
  "w:moveFromRangeEnd": "move range",
  "w:moveToRangeStart": "move range", // 17.13.5.28
  "w:moveToRangeEnd": "move range",
  "w:customXmlInsRangeStart": "control range", // 17.13.5.8: the tags of a content control, inserted
  "w:customXmlInsRangeEnd": "control range",
  "w:customXmlDelRangeStart": "control range", // 17.13.5.6
  "w:customXmlDelRangeEnd": "control range",
  "w:customXmlMoveFromRangeStart": "control range",
  "w:customXmlMoveFromRangeEnd": "control range",
  "w:customXmlMoveToRangeStart": "control range",
  "w:customXmlMoveToRangeEnd": "control range",
  "w:proofErr": "nothing", // 17.13.8.1
};

export type MarkerMeaning = "marker" | "move range" | "control range" | "nothing";

/** Records of how formatting was before a change (17.13.5). */
export const FORMER_LOOKS: ReadonlySet<string> = new Set([
  "w:rPrChange",
  "w:pPrChange",
  "w:tblPrChange",
  "w:tblGridChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:tblPrExChange",
  "w:sectPrChange",
  "w:numberingChange",
]);

/** Inside properties: says that what has them is itself inserted, deleted or moved (17.13.5). */
export const CHANGE_MARKS: ReadonlySet<string> = new Set([
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:cellIns",
  "w:cellDel",
  "w:cellMerge",
]);

/**
 * True for what stands inside an element that is kept whole, or inside properties, and is no part of what they say or
 * how they look: ends of ranges, marks of comments, records of changes, traces of proofing. It is not compared, and does
 * not go along when the element is written into another file.
 */
export function isTrace(name: string): boolean {
  return (
    MARKER_MEANINGS[name] !== undefined
    || FORMER_LOOKS.has(name)
    || name === "w:commentReference"
    || name === "w:lastRenderedPageBreak"
  );
}

/** What a reader sees of an element that behaves like a character. */
export function characterText(name: string, type: string | null): string {
  switch (name) {
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:noBreakHyphen":
      return "\u2011";
    case "w:softHyphen":
      return "\u00ad";
    case "w:br":
      return type === "page" || type === "column" ? "\f" : "\v";
    case "w:cr":
      return "\v";
    default:
      return "";
  }
}
