import { goesRightToLeft, isRightToLeft } from "../text-direction.ts";
import { type PageName, writePaperPackage } from "./paper-package.ts";
import { cell, paragraph, type Run, row, table } from "./paper-xml.ts";

/** A paper of a negotiation, such as a report of a meeting: a Word file that is no text that is negotiated. */
export interface Paper {
  /** As the properties of the file say it. */
  readonly title: string;
  /** The language of the paper's own words (BCP 47); it says where lines begin. */
  readonly lang: string;
  readonly page: PageName;
  /** What is told at the foot of every page. */
  readonly foot: string;
  /** What stands at the other end of that line, such as `"Page {page} of {pages}"`. */
  readonly pageNumber: string;
  readonly content: readonly PaperBlock[];
}

export type PaperBlock =
  | { readonly kind: "title" | "heading" | "subheading" | "paragraph"; readonly runs: readonly Run[] }
  /** An item of a list, behind its sign: `"1."`, `"–"`. */
  | { readonly kind: "point"; readonly sign: string; readonly runs: readonly Run[] }
  | PaperTable;

export interface PaperTable {
  readonly kind: "table";
  /** What it is about, for those who hear it read. */
  readonly caption: string;
  /** Widths in twentieths of a point. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** Cells of paragraphs, as many as there are columns. */
  readonly rows: readonly (readonly (readonly (readonly Run[])[])[])[];
}

/** A paper as a Word file. The same paper gives the same bytes. */
export function writePaper(paper: Paper): Uint8Array {
  const { content, ...facts } = paper;
  const rightToLeft = isRightToLeft(facts.lang);
  return writePaperPackage(content.map((block) => blockXml(block, rightToLeft)).join(""), { ...facts, rightToLeft });
}

const STYLES = { title: "Title", heading: "Heading1", subheading: "Heading2", paragraph: undefined } as const;

function blockXml(block: PaperBlock, rightToLeft: boolean): string {
  switch (block.kind) {
    case "table":
      return tableXml(block, rightToLeft);
    case "point":
      return paragraph(directed([{ text: `${block.sign}\t` }, ...block.runs], rightToLeft), {
        style: "Point",
        rightToLeft,
      });
    default: {
      const style = STYLES[block.kind];
      return paragraph(directed(block.runs, rightToLeft), { ...(style === undefined ? {} : { style }), rightToLeft });
    }
  }
}

function tableXml({ caption, columns, rows }: PaperTable, rightToLeft: boolean): string {
  const header = columns.map(({ heading, width }) =>
    cell([paragraph(directed([{ text: heading }], rightToLeft), { style: "TableHead", rightToLeft })], {
      width,
      fill: "DCE4EE",
    }),
  );
  const others = rows.map((cells) =>
    row(
      cells.map((paragraphs, i) =>
        cell(
          paragraphs.map((runs) => paragraph(directed(runs, rightToLeft), { rightToLeft })),
          { width: columns[i]?.width ?? 0 },
        ),
      ),
    ),
  );
  const widths = columns.map(({ width }) => width);
  // Word wants a paragraph behind a table at the end, and joins two tables that have none between them.
  return table(widths, [row(header, true), ...others], { caption, rightToLeft }) + paragraph([]);
}

function directed(runs: readonly Run[], rightToLeft: boolean): Run[] {
  return runs.map((run) => ({ ...run, rightToLeft: goesRightToLeft(run.text, rightToLeft) }));
}
