import type { AtomReader } from "./atom-reader.ts";
import { controlKey } from "./controls.ts";
import type { FieldReader } from "./field-reader.ts";
import { NO_LOOK, readLook } from "./look.ts";
import { INLINE_MEANINGS, isTrace, RUN_MEANINGS } from "./meanings.ts";
import type { Around, PieceRow } from "./piece-row.ts";
import type { Change, Wrapper } from "./pieces.ts";
import { element, writeCanonical, type XmlElement } from "./xml.ts";

/** Reads what a paragraph holds: runs, and what stands around them. */
export class InlineReader {
  readonly #row: PieceRow;
  readonly #fields: FieldReader;
  readonly #atoms: AtomReader;

  constructor(row: PieceRow, fields: FieldReader, atoms: AtomReader) {
    this.#row = row;
    this.#fields = fields;
    this.#atoms = atoms;
  }

  read(parent: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    const around: Around = { look: NO_LOOK, wrappers, changes };
    for (const node of parent.elements()) {
      if (this.#row.marker(node)) continue;
      switch (INLINE_MEANINGS[node.name]) {
        case "nothing":
          break;
        case "run":
          this.#run(node, wrappers, changes);
          break;
        case "change":
          this.read(node, wrappers, [...changes, this.#row.change(node)]);
          break;
        case "wrapper":
          this.read(node, [...wrappers, this.#wrapper(node)], changes);
          break;
        case "content control":
          this.read(node.child("w:sdtContent") ?? node, [...wrappers, this.#control(node)], changes);
          break;
        case "simple field":
          this.#fields.keepWhole(node, () => {
            this.#fields.simple(node, around, () => this.read(node, wrappers, changes));
          });
          break;
        case "equation":
          this.#fields.keepWhole(node, () => this.#row.push(...this.#atoms.equation(node, around)));
          break;
        case "not compared":
          this.#row.reportNotCompared(node);
          this.#atom(node, around);
          break;
        case "atom":
          this.#atom(node, around);
          break;
        default:
          if (SUPPORTING.has(node.name)) break;
          this.#row.reportUnknown(node);
          this.#atom(node, around);
      }
    }
  }

  #atom(node: XmlElement, around: Around): void {
    this.#fields.keepWhole(node, () => this.#row.push(this.#atoms.atom(node, "run", around)));
  }

  #run(run: XmlElement, outer: readonly Wrapper[], changes: readonly Change[]): void {
    const properties = run.child("w:rPr");
    const look = readLook(properties, "w:rPrChange", this.#row.context.identifiers);
    for (const node of run.elements()) {
      const wrappers = this.#fields.isOpen ? [...outer, ...this.#fields.wrappers] : outer;
      const around: Around = { look, wrappers, changes };
      if (node.name !== "w:rPr") this.#fields.keepRun(properties, node);
      if (this.#row.marker(node)) continue;
      switch (RUN_MEANINGS[node.name]) {
        case "nothing":
          break;
        case "text":
          this.#text(node, around);
          break;
        case "character":
          this.#row.push(this.#atoms.character(node, around));
          break;
        case "field character":
          this.#fields.character(node, properties, { look, wrappers: outer, changes });
          break;
        case "field code":
          this.#fields.code(properties, node);
          break;
        case "note reference":
          this.#row.push(this.#atoms.noteReference(node, around));
          break;
        case "marker":
          this.#row.push({ kind: "marker", element: element("w:r", {}, [node]) });
          break;
        case "atom":
          this.#row.push(this.#atoms.atom(node, "in-run", around));
          break;
        default:
          this.#row.reportUnknown(node);
          this.#row.push(this.#atoms.atom(node, "in-run", around));
      }
    }
  }

  #text(node: XmlElement, around: Around): void {
    if (node.children.some((child) => child.kind === "element" && !isTrace(child.name))) {
      this.#row.reportUnknown(node);
      this.#row.push(this.#atoms.atom(node, "in-run", around));
      return;
    }
    const text = node.text();
    if (text !== "") this.#row.push({ kind: "text", text, ...around });
  }

  #wrapper(node: XmlElement): Wrapper {
    return { key: this.#wrapperKey(node), element: node, before: [], after: [], changes: [] };
  }

  #wrapperKey(node: XmlElement): string {
    if (node.name !== "w:hyperlink") return writeCanonical(node.withChildren(node.elements("w:smartTagPr")));
    const id = node.attribute("r:id");
    const target = id === null ? "" : this.#row.context.relationship(id);
    const anchor = node.attribute("w:anchor");
    return `hyperlink ${target}${anchor === null ? "" : `#${anchor}`}`;
  }

  #control(node: XmlElement): Wrapper {
    const key = `content control ${controlKey(node.child("w:sdtPr"))}`;
    return { key, element: node, before: [], after: [], changes: this.#row.controlChanges };
  }
}

/** Elements that only support the one around them. */
const SUPPORTING: ReadonlySet<string> = new Set([
  "w:smartTagPr",
  "w:customXmlPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:fldData",
]);
