import { type FieldStart, isReckoned, linkOf, normaliseCode, type OpenField, wrapsText } from "./fields.ts";
import { NO_LOOK } from "./look.ts";
import { type Around, isTakenOut, type PieceRow, textOfPieces } from "./piece-row.ts";
import type { AtomPiece, Change, Piece, Wrapper } from "./pieces.ts";
import { undeleted } from "./resolve.ts";
import { element, type XmlElement } from "./xml.ts";

/**
 * Reads fields (ECMA-376 Part 1, 17.16): runs between a begin and an end become one atom, known by its code; a link
 * becomes a wrapper round its text; a field over several paragraphs, a table of contents, keeps them whole.
 */
export class FieldReader {
  readonly #row: PieceRow;
  readonly #open: OpenField[] = [];
  /** The paragraph that is being read. */
  #begun: FieldStart = { paragraph: element("w:p"), from: 0 };
  /** A field over several paragraphs that ended in the paragraph that is being read. */
  #ended: { readonly field: OpenField; readonly changes: readonly Change[] } | null = null;

  constructor(row: PieceRow) {
    this.#row = row;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Links that are open here, outermost first; only those outside all other fields, the rest is inside an atom. */
  get wrappers(): Wrapper[] {
    const wrappers: Wrapper[] = [];
    for (const { wrapper } of this.#open) {
      if (wrapper === null) break;
      wrappers.push(wrapper);
    }
    return wrappers;
  }

  /** To be told of every paragraph before its content. */
  beginParagraph(paragraph: XmlElement): void {
    for (const field of this.#open) field.paragraphs.push(paragraph);
    this.#begun = { paragraph, from: this.#row.pieces.length };
  }

  /** To be told after its content. True where a field over several paragraphs ends with it and holds them all. */
  endParagraph(): boolean {
    const ended = this.#ended;
    if (ended === null) return false;
    this.#ended = null;
    const { field, changes } = ended;
    const [next] = this.#open;
    if (next !== undefined) {
      // Another field begins in the paragraph where this one ends, and goes on: both are one.
      const paragraphs = [...field.paragraphs, ...next.paragraphs];
      this.#open[0] = { ...next, from: Math.min(field.from, next.from), start: field.start, paragraphs };
      return false;
    }
    const { paragraph, from } = field.start;
    const whole = this.#row.pieces.splice(from);
    const around: Around = { look: NO_LOOK, wrappers: [], changes };
    this.#row.push(fieldAtom(field.code, whole, [paragraph, ...field.paragraphs], "block", around));
    return true;
  }

  /** A child of a run, which the fields that are open keep. */
  keepRun(properties: XmlElement | null, node: XmlElement): void {
    if (this.#open.length === 0) return;
    const run = runOf(properties, node);
    for (const field of this.#open) field.runs.push(run);
  }

  /** Reads an element at the level of runs, which the fields that are open keep as a whole. */
  keepWhole(node: XmlElement, read: () => void): void {
    const open = this.#open.map((field) => ({ field, length: field.runs.length }));
    read();
    for (const { field, length } of open) if (this.#open.includes(field)) field.runs.splice(length, Infinity, node);
  }

  /** Part of a field's code (17.16.23). */
  code(properties: XmlElement | null, node: XmlElement): void {
    const field = this.#open.at(-1);
    if (field?.phase !== "code") return;
    field.code += node.text();
    field.marks.push(runOf(properties, node));
  }

  /** The begin, the separator or the end of a field (17.16.18). */
  character(node: XmlElement, properties: XmlElement | null, around: Around): void {
    const type = node.attribute("w:fldCharType");
    const run = runOf(properties, node);
    if (type === "begin") {
      this.#open.push({
        from: this.#row.pieces.length,
        start: this.#begun,
        code: "",
        phase: "code",
        runs: [run],
        marks: [run],
        paragraphs: [],
        wrapper: null,
        after: [],
      });
      return;
    }
    const field = this.#open.at(-1);
    // A stray end is what Word itself leaves behind when a field was deleted in part: it shows nothing.
    if (field === undefined) return;
    if (type === "separate") {
      field.phase = "result";
      field.marks.push(run);
      if (!wrapsText(field.code)) return;
      const key = `hyperlink ${linkOf(field.code)}`;
      field.wrapper = { key, element: null, before: [...field.marks], after: field.after, changes: [] };
      return;
    }
    this.#open.pop();
    if (this.#holdsStructure(field.from)) {
      this.#loosen(field);
      this.#row.push({ kind: "marker", element: run });
    } else this.#end(field, around);
  }

  /** A field in one element with its result inside (17.16.19). `read` reads the result. */
  simple(node: XmlElement, around: Around, read: () => void): void {
    const code = node.attribute("w:instr") ?? "";
    const from = this.#row.pieces.length;
    const open = [...this.#open];
    read();
    // Another field that begins inside and ends outside, or the other way round, is the one that counts.
    if (open.length !== this.#open.length || open.some((field, i) => field !== this.#open[i])) return;
    const result = this.#row.pieces.splice(from);
    if (!wrapsText(code)) {
      const look = result.find((piece) => piece.kind === "text")?.look ?? NO_LOOK;
      this.#row.push(fieldAtom(code, result, [node], "run", { ...around, look }));
      return;
    }
    const wrapper: Wrapper = { key: `hyperlink ${linkOf(code)}`, element: node, before: [], after: [], changes: [] };
    for (const piece of result) {
      this.#row.push("wrappers" in piece ? { ...piece, wrappers: [...piece.wrappers, wrapper] } : piece);
    }
  }

  /** The story ends: a field that is open shows what it holds, and its marks nothing; a link ends with the words. */
  close(): void {
    for (const field of this.#open) if (field.wrapper !== null) field.after.push(runOf(null, FIELD_END));
    this.#open.length = 0;
  }

  #holdsStructure(from: number): boolean {
    return this.#row.pieces.slice(from).some(({ kind }) => kind === "open" || kind === "close");
  }

  /** A field round a table, or round an end of one: what it shows is read as text, and its marks keep their places. */
  #loosen({ from, marks, wrapper }: OpenField): void {
    // A wrapper carries the marks with the text inside.
    if (wrapper !== null && this.#row.pieces.slice(from).some((piece) => piece.kind === "text")) return;
    this.#row.pieces.splice(from, 0, ...marks.map((mark) => ({ kind: "marker" as const, element: mark })));
  }

  #end(field: OpenField, around: Around): void {
    const { pieces } = this.#row;
    const result = pieces.slice(field.from);
    const outer = this.#open.at(-1);
    if (outer !== undefined && outer.phase === "code") {
      // A field inside the code of another gives that code its words.
      pieces.length = field.from;
      outer.code += textOfPieces(result, around.changes.some(isTakenOut));
    } else if (field.wrapper !== null && field.paragraphs.length === 0 && result.some(({ kind }) => kind === "text")) {
      field.after.push(...field.runs.slice(-1));
    } else if (field.paragraphs.length > 0) {
      this.#ended = { field, changes: around.changes };
    } else {
      pieces.length = field.from;
      this.#row.push(fieldAtom(field.code, result, field.runs, "run", around));
      this.#row.push(...result.filter((piece) => piece.kind === "marker"));
    }
  }
}

const FIELD_END = element("w:fldChar", { "w:fldCharType": "end" });

/** A run with one child; a field knows by its changes whether it is deleted, and not by the names of its elements. */
function runOf(properties: XmlElement | null, node: XmlElement): XmlElement {
  return element("w:r", {}, properties === null ? [undeleted(node)] : [properties, undeleted(node)]);
}

function fieldAtom(
  written: string,
  result: readonly Piece[],
  nodes: readonly XmlElement[],
  level: "run" | "block",
  { look, wrappers, changes }: Around,
): AtomPiece {
  const code = normaliseCode(written);
  const text = textOfPieces(result, changes.some(isTakenOut));
  const key = isReckoned(code) ? `field ${code}` : `field ${code} = ${text}`;
  const swallowed = swallowedIn(result, changes);
  return { kind: "atom", key, text, isCharacter: false, nodes, level, look, wrappers, changes, swallowed, stories: [] };
}

/** Changes inside a field that are not around the whole of it. */
function swallowedIn(result: readonly Piece[], around: readonly Change[]): Change[] {
  const inside = new Set<Change>();
  for (const piece of result) if ("changes" in piece) for (const change of piece.changes) inside.add(change);
  return [...inside].filter((change) => !around.includes(change));
}
