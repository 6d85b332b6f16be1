import { legalText } from "../legal-text.ts";

/** A stretch of text in one look. */
export interface Run {
  readonly text: string;
  readonly look?: RunLook;
  /** As its paragraph if left out. */
  readonly rightToLeft?: boolean;
}

/** Names of character styles in `paper-styles.ts`. */
export type RunLook = "strong" | "muted" | "note" | "inserted" | "deleted" | "passage";

export interface ParagraphOptions {
  readonly style?: string;
  readonly rightToLeft?: boolean;
}

/** w:p (ECMA-376 Part 1, 17.3.1.22). Line breaks and tabs in runs stay what they are. */
export function paragraph(runs: readonly Run[], { style, rightToLeft }: ParagraphOptions = {}): string {
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    rightToLeft === true ? "<w:bidi/>" : "",
  ].join("");
  const content = runs.map((run) => runXml(run, rightToLeft ?? false)).join("");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export interface CellOptions {
  /** In twentieths of a point. */
  readonly width: number;
  /** Grid columns that the cell goes over; 1 if left out. */
  readonly span?: number;
  /** Colour behind the words, `"DCE4EE"`. */
  readonly fill?: string;
}

/** w:tc with at least one paragraph (17.4.65). */
export function cell(paragraphs: readonly string[], { width, span = 1, fill }: CellOptions): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === 1 ? "" : `<w:gridSpan w:val="${span}"/>`,
    fill === undefined ? "" : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`,
  ].join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join("") || "<w:p/>"}</w:tc>`;
}

/** w:tr that stays on one page where it can; a header row comes again on every page (17.4.78). */
export function row(cells: readonly string[], isHeader = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}

export interface TableOptions {
  readonly caption: string;
  /** True where the first column stands on the right (17.4.1). */
  readonly rightToLeft?: boolean;
}

/** w:tbl of fixed widths, in twentieths of a point. */
export function table(
  widths: readonly number[],
  rows: readonly string[],
  { caption, rightToLeft }: TableOptions,
): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const properties =
    `<w:tblStyle w:val="Lines"/>${rightToLeft === true ? "<w:bidiVisual/>" : ""}<w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`
    + `<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
    + `<w:tblCaption w:val="${escapeXml(caption)}"/>`;
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

/** Also without what XML 1.0 cannot hold (production 2). */
export function escapeXml(value: string): string {
  return legalText(value).replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function runXml({ text, look, ...own }: Run, ofParagraph: boolean): string {
  if (text === "") return "";
  const rightToLeft = own.rightToLeft ?? ofParagraph;
  const style = look === undefined ? "" : `<w:rStyle w:val="${STYLES[look]}"/>`;
  const properties = style + (rightToLeft ? "<w:rtl/>" : "");
  const lines = text.split("\n").map((line) =>
    line
      .split("\t")
      .map((some) => textXml(some))
      .join("<w:tab/>"),
  );
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${lines.join("<w:br/>")}</w:r>`;
}

function textXml(text: string): string {
  return text === "" ? "" : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

const STYLES: Readonly<Record<RunLook, string>> = {
  strong: "Strong",
  muted: "Muted",
  note: "EditorsNote",
  inserted: "Inserted",
  deleted: "Deleted",
  passage: "Passage",
};
