import type { Container } from "../../model/text.ts";
import type { ClosePiece, OpenPiece } from "../../ooxml/pieces.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";
import { writeCanonical, writeXml, type XmlElement } from "../../ooxml/xml.ts";
import type { ChangeTags } from "./change-tags.ts";
import { type InlineChange, startTag } from "./inline-writer.ts";
import type { LookWriter } from "./look-writer.ts";
import type { OtherLook } from "./markup.ts";
import { type WrittenLook, writeProperties } from "./properties.ts";
import type { Source } from "./writing-context.ts";

/** Writes where tables, rows, cells and content controls begin and end, with their own tracked changes. */
export class StructureWriter {
  readonly #looks: LookWriter;
  readonly #tags: ChangeTags;
  readonly #opened: { readonly container: Container["kind"]; readonly change: InlineChange | null }[] = [];

  constructor(looks: LookWriter, tags: ChangeTags) {
    this.#looks = looks;
    this.#tags = tags;
  }

  open(piece: OpenPiece, source: Source, change: InlineChange | null, looks: readonly OtherLook[]): string {
    const xml = this.#open(piece, source, change, looks);
    this.#opened.push({ container: piece.container, change });
    return xml;
  }

  /** `begun` is the change with which it was opened: for a content control it can be another one. */
  close({ container }: ClosePiece, change: InlineChange | null): { xml: string; begun: InlineChange | null } {
    const begun = this.#opened.pop()?.change ?? null;
    if (container !== "group") return { xml: END_TAGS[container], begun };
    if (change === null) return { xml: "</w:sdtContent></w:sdt>", begun };
    const name = change.kind === "inserted" ? "Ins" : "Del";
    const range = this.#tags.id();
    const start = this.#controlRange(name, range, change);
    return { xml: `${start}</w:sdtContent></w:sdt><w:customXml${name}RangeEnd w:id="${range}"/>`, begun };
  }

  #open(piece: OpenPiece, source: Source, change: InlineChange | null, looks: readonly OtherLook[]): string {
    const { container, element, look } = piece;
    if (container === "group") return this.#openControl(element, source, change);
    const written = this.#looks.look(look, source, looks);
    const by = change?.by;
    const isInserted = change?.kind === "inserted";
    if (container === "table") {
      const grid = element.child("w:tblGrid");
      // Word demands both, even where they are empty (CT_Tbl).
      const properties = writeProperties("w:tblPr", written, "", this.#tags) || "<w:tblPr/>";
      return `<w:tbl>${properties}${grid === null ? "<w:tblGrid/>" : writeXml(withoutGridChange(grid))}`;
    }
    if (container === "row") {
      const marks = by === undefined ? "" : this.#tags.mark(isInserted ? "w:ins" : "w:del", by);
      const own = writeProperties("w:tblPrEx", this.#exceptions(element, source, looks[0]), "", this.#tags);
      const start = startTag(element, source.file === null ? element.attributes : []);
      return `${start}${own}${writeProperties("w:trPr", written, marks, this.#tags)}`;
    }
    // The cells of an inserted row are inserted with it; a mark of their own is for columns.
    const isOwn = change !== null && !this.#isWithRow(change);
    const marks = isOwn ? this.#tags.mark(isInserted ? "w:cellIns" : "w:cellDel", change.by) : "";
    return `<w:tc>${writeProperties("w:tcPr", written, marks, this.#tags)}`;
  }

  /** A row's own properties of the table are a part of its look, and recorded apart (17.13.5.35). */
  #exceptions(row: XmlElement, source: Source, look: OtherLook | undefined): WrittenLook {
    const now = row.child("w:tblPrEx");
    const kept = look?.token.source as TokenSource | null | undefined;
    const proposed = kept?.kind === "open" ? kept.piece.element.child("w:tblPrEx") : now;
    const isSame = (proposed && writeCanonical(proposed)) === (now && writeCanonical(now));
    if (look === undefined || isSame) return { now: now && this.#looks.bring(now, source), change: null };
    const brought = proposed && this.#looks.bring(proposed, this.#looks.sourceOfLook(look));
    return { now: brought, change: { former: now, by: look.by } };
  }

  /** The tags of a tracked content control stand between the ends of two ranges (ECMA-376 Part 1, 17.13.5.4 to 8). */
  #openControl(element: XmlElement, source: Source, change: InlineChange | null): string {
    const properties = ["w:sdtPr", "w:sdtEndPr"].flatMap((part) => element.child(part) ?? []);
    const inner = properties.map((node) => writeXml(this.#looks.bring(node, source))).join("");
    if (change === null) return `<w:sdt>${inner}<w:sdtContent>`;
    const name = change.kind === "inserted" ? "Ins" : "Del";
    const range = this.#tags.id();
    const start = this.#controlRange(name, range, change);
    return `${start}<w:sdt>${inner}<w:sdtContent><w:customXml${name}RangeEnd w:id="${range}"/>`;
  }

  #controlRange(name: "Ins" | "Del", id: number, { by }: InlineChange): string {
    return `<w:customXml${name}RangeStart${this.#tags.attributes(by, id)}/>`;
  }

  #isWithRow(change: InlineChange): boolean {
    const row = this.#opened.findLast(({ container }) => container === "row")?.change ?? null;
    return row !== null && row.kind === change.kind && row.by === change.by;
  }
}

const END_TAGS = { table: "</w:tbl>", row: "</w:tr>", cell: "</w:tc>" } as const;

function withoutGridChange(grid: XmlElement): XmlElement {
  return grid.child("w:tblGridChange") === null ? grid : grid.withChildren(grid.elements("w:gridCol"));
}
