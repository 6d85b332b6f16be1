import { AtomReader } from "./atom-reader.ts";
import { paragraphLook, rowLook, tableLook } from "./block-looks.ts";
import { controlKey } from "./controls.ts";
import { FieldReader } from "./field-reader.ts";
import { InlineReader } from "./inline-reader.ts";
import { NO_LOOK, readLook } from "./look.ts";
import { BLOCK_MEANINGS, INLINE_MEANINGS } from "./meanings.ts";
import { PieceRow, type StoryContext } from "./piece-row.ts";
import type { Change, Look, Piece } from "./pieces.ts";
import { element, type XmlElement } from "./xml.ts";

/**
 * Reads the block-level elements of one story into pieces. Blocks are given one at a time, so that the caller can leave
 * out those that it knows; `isBetweenBlocks` tells whether the blocks read so far stand on their own.
 */
export class StoryReader {
  readonly #row: PieceRow;
  readonly #fields: FieldReader;
  readonly #atoms: AtomReader;
  readonly #inline: InlineReader;

  constructor(context: StoryContext) {
    this.#row = new PieceRow(context);
    this.#fields = new FieldReader(this.#row);
    this.#atoms = new AtomReader(this.#row, (blocks) => {
      const reader = new StoryReader(context);
      for (const block of blocks) reader.readBlock(block);
      return reader.take();
    });
    this.#inline = new InlineReader(this.#row, this.#fields, this.#atoms);
  }

  /** False while a field, a move or a tracked content control is open that began in a block before. */
  get isBetweenBlocks(): boolean {
    return !this.#fields.isOpen && !this.#row.isWithinRange;
  }

  readBlock(node: XmlElement): void {
    this.#block(node, NO_CHANGES);
  }

  /** Gives the pieces read since the last call. To be called between blocks, or at the end of the story. */
  take(): Piece[] {
    this.#fields.close();
    const { pieces } = this.#row;
    this.#row.pieces = [];
    return pieces;
  }

  /** Undoes `take`: the pieces come again, before all that is read from now on. */
  putBack(pieces: readonly Piece[]): void {
    this.#row.pieces.unshift(...pieces);
  }

  #block(node: XmlElement, changes: readonly Change[]): void {
    if (this.#row.marker(node)) return;
    switch (BLOCK_MEANINGS[node.name]) {
      case "paragraph":
        return this.#paragraph(node, changes);
      case "table":
        return this.#table(node, changes);
      case "content control":
        return this.#group(node, changes, () => this.#blocks(node.child("w:sdtContent"), changes));
      case "transparent":
        return this.#blocks(node, changes);
      case "alternatives":
        return this.#blocks(node.child("mc:Choice") ?? node.child("mc:Fallback"), changes);
      case "change":
        return this.#blocks(node, [...changes, this.#row.change(node)]);
      case "section": {
        const look = readLook(node, "w:sectPrChange", this.#row.context.identifiers);
        // The last section cannot be inserted or deleted, whatever stands round its properties.
        this.#row.push({ kind: "section", look, changes: NO_CHANGES });
        return;
      }
      case "nothing":
        return;
      case "not compared":
        this.#row.reportNotCompared(node);
        return this.#blockAtom(node, changes);
      default:
        if (INLINE_MEANINGS[node.name] !== "equation") this.#row.reportUnknown(node);
        return this.#blockAtom(node, changes);
    }
  }

  #blocks(parent: XmlElement | null, changes: readonly Change[]): void {
    for (const child of parent?.elements() ?? []) this.#block(child, changes);
  }

  #blockAtom(node: XmlElement, changes: readonly Change[]): void {
    this.#row.push(this.#atoms.atom(node, "block", { look: NO_LOOK, wrappers: [], changes }));
    this.#row.push({ kind: "mark", paragraph: element("w:p"), at: null, look: NO_LOOK, changes });
  }

  #paragraph(node: XmlElement, changes: readonly Change[]): void {
    this.#row.paragraphs++;
    this.#fields.beginParagraph(node);
    this.#inline.read(node, [], changes);
    const isWhole = this.#fields.endParagraph();
    const properties = node.child("w:pPr");
    const own = [...changes];
    for (const child of properties?.child("w:rPr")?.elements() ?? []) {
      if (INLINE_MEANINGS[child.name] === "change") own.push(this.#row.change(child));
    }
    const look = isWhole ? NO_LOOK : paragraphLook(properties, this.#row.context.identifiers);
    const at = node.origin?.from ?? null;
    this.#row.push({ kind: "mark", paragraph: node.withChildren([]), at, look, changes: own });
  }

  #table(node: XmlElement, changes: readonly Change[]): void {
    const look = tableLook(node, this.#row.context.identifiers);
    this.#row.push({ kind: "open", container: "table", element: withoutContent(node), look, changes, column: 0 });
    this.#rows(node, changes);
    this.#row.push({ kind: "close", container: "table", changes });
  }

  #rows(parent: XmlElement, changes: readonly Change[]): void {
    for (const node of parent.elements()) {
      if (BESIDE_ROWS.has(node.name) || this.#row.marker(node)) continue;
      if (node.name === "w:tr") this.#tableRow(node, changes);
      else if (node.name === "w:sdt") {
        this.#group(node, changes, () => this.#rows(node.child("w:sdtContent") ?? node, changes));
      } else if (node.name === "w:customXml") this.#rows(node, changes);
      else if (INLINE_MEANINGS[node.name] === "change") this.#rows(node, [...changes, this.#row.change(node)]);
      else this.#row.reportUnknown(node);
    }
  }

  #tableRow(node: XmlElement, outer: readonly Change[]): void {
    const properties = node.child("w:trPr");
    const changes = [...outer];
    for (const child of properties?.elements() ?? []) {
      if (child.name === "w:ins" || child.name === "w:del") changes.push(this.#row.change(child));
    }
    const look = rowLook(node, this.#row.context.identifiers);
    this.#row.push({ kind: "open", container: "row", element: withoutContent(node), look, changes, column: 0 });
    this.#cells(node, changes, wholeNumber(properties?.child("w:gridBefore"), 0));
    this.#row.push({ kind: "close", container: "row", changes });
  }

  #cells(parent: XmlElement, changes: readonly Change[], first: number): number {
    let column = first;
    for (const node of parent.elements()) {
      if (BESIDE_CELLS.has(node.name) || this.#row.marker(node)) continue;
      if (node.name === "w:tc") column += this.#cell(node, changes, column);
      else if (node.name === "w:sdt") {
        this.#group(node, changes, () => {
          column = this.#cells(node.child("w:sdtContent") ?? node, changes, column);
        });
      } else if (node.name === "w:customXml") column = this.#cells(node, changes, column);
      else this.#row.reportUnknown(node);
    }
    return column;
  }

  /** Gives the number of grid columns that the cell takes. */
  #cell(node: XmlElement, outer: readonly Change[], column: number): number {
    const properties = node.child("w:tcPr");
    const changes = [...outer];
    for (const child of properties?.elements() ?? []) {
      if (child.name === "w:cellIns") changes.push(this.#row.change(child, "inserted"));
      if (child.name === "w:cellDel") changes.push(this.#row.change(child, "deleted"));
    }
    const look = readLook(properties, "w:tcPrChange", this.#row.context.identifiers);
    this.#row.push({ kind: "open", container: "cell", element: withoutContent(node), look, changes, column });
    this.#blocks(node, changes);
    // A cell ends with a paragraph: where there is none, Word makes one when it opens the file (17.4.65).
    if (this.#row.pieces.findLast(({ kind }) => kind !== "marker")?.kind !== "mark") {
      this.#row.push({ kind: "mark", paragraph: element("w:p"), at: null, look: NO_LOOK, changes });
    }
    this.#row.push({ kind: "close", container: "cell", changes });
    return Math.max(1, wholeNumber(properties?.child("w:gridSpan"), 1));
  }

  /** A content control round blocks, rows or cells. Its tags can be tracked by a pair of ranges (17.13.5.8). */
  #group(node: XmlElement, outer: readonly Change[], readContent: () => void): void {
    const changes = [...outer, ...this.#row.controlChanges];
    const properties = node.child("w:sdtPr");
    const look: Look = { now: properties, nowKey: controlKey(properties), former: null };
    this.#row.push({ kind: "open", container: "group", element: withoutContent(node), look, changes, column: 0 });
    readContent();
    this.#row.push({ kind: "close", container: "group", changes });
  }
}

const NO_CHANGES: readonly Change[] = [];
const BESIDE_ROWS: ReadonlySet<string> = new Set(["w:tblPr", "w:tblGrid", "w:sdtPr", "w:customXmlPr"]);
const BESIDE_CELLS: ReadonlySet<string> = new Set(["w:trPr", "w:tblPrEx", "w:sdtPr", "w:customXmlPr"]);

function wholeNumber(node: XmlElement | null | undefined, otherwise: number): number {
  const value = Number(node?.attribute("w:val") ?? otherwise);
  return Number.isInteger(value) ? value : otherwise;
}

/** A table, row, cell or content control with its properties alone: whoever keeps it must not keep all that it holds. */
function withoutContent(node: XmlElement): XmlElement {
  return node.withChildren(node.elements().filter(({ name }) => /Pr$|PrEx$|Grid$/.test(name)));
}
