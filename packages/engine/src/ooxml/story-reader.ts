import type { Notice } from "../model/notice.ts";
import { atomKey, atomText, readCharacter, textBoxesOf } from "./atoms.ts";
import { paragraphLook, rowLook, tableLook } from "./block-looks.ts";
import { type FieldStart, isReckoned, linkOf, normaliseCode, type OpenField, wrapsText } from "./fields.ts";
import { type Identifiers, NO_LOOK, readLook } from "./look.ts";
import { BLOCK_MEANINGS, INLINE_MEANINGS, isTrace, MARKER_MEANINGS, RUN_MEANINGS } from "./meanings.ts";
import type { AtomPiece, Change, InnerStory, Look, Piece, Wrapper } from "./pieces.ts";
import { firstChange, resolveInside, undeleted } from "./resolve.ts";
import { element, writeCanonical, type XmlElement } from "./xml.ts";

/** What a part's reader must know of the package around it. */
export interface StoryContext {
  /** The part, for places in notices: `"word/document.xml"`. */
  readonly part: string;
  readonly identifiers: Identifiers;
  /** What a relationship id leads to, the same for two files exactly if it is the same thing. */
  relationship(id: string): string;
  /** The pieces of a note, or `null` where the file has no such note. */
  note(kind: "footnote" | "endnote", id: string): readonly Piece[] | null;
  report(notice: Notice): void;
}

/**
 * Reads the block-level elements of one story into pieces. Blocks are given one at a time, so that the caller can leave
 * out those that it knows; `isBetweenBlocks` tells whether the blocks read so far stand on their own.
 */
export class StoryReader {
  readonly #context: StoryContext;
  #pieces: Piece[] = [];
  readonly #fields: OpenField[] = [];
  /** The paragraph that is being read. */
  #begun: FieldStart = { paragraph: NO_PARAGRAPH, from: 0 };
  /** A field over several paragraphs that ended in the paragraph that is being read. */
  #ended: EndedField | null = null;
  /** Names of the move ranges that are open, by their w:id (17.13.5.24, 17.13.5.28). */
  readonly #moves = new Map<string, { readonly name: string; readonly kind: "moved-to" | "moved-from" }>();
  /** Changes of the tags of content controls, by the w:id of their open range. */
  readonly #controls = new Map<string, Change>();
  #paragraphs = 0;

  constructor(context: StoryContext) {
    this.#context = context;
  }

  /** False while a field, a move or a tracked content control is open that began in a block before. */
  get isBetweenBlocks(): boolean {
    return this.#fields.length === 0 && this.#moves.size === 0 && this.#controls.size === 0;
  }

  /** Tells that the caller stepped over `count` paragraphs, so that places stay right. */
  skip(count: number): void {
    this.#paragraphs += count;
  }

  readBlock(node: XmlElement): void {
    this.#block(node, NO_CHANGES);
  }

  /** Gives the pieces read since the last call. To be called between blocks, or at the end of the story. */
  take(): Piece[] {
    // A field that never ends shows what it holds, and its marks nothing; round a link, it ends with the words.
    for (const field of this.#fields) if (field.wrapper !== null) field.after.push(runOf(null, FIELD_END));
    this.#fields.length = 0;
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Undoes `take`: the pieces come again, before all that is read from now on. */
  putBack(pieces: readonly Piece[]): void {
    this.#pieces.unshift(...pieces);
  }

  #block(node: XmlElement, changes: readonly Change[]): void {
    if (this.#marker(node)) return;
    switch (BLOCK_MEANINGS[node.name]) {
      case "paragraph":
        return this.#paragraph(node, changes);
      case "table":
        return this.#table(node, changes);
      case "content control":
        return this.#group(node, changes, (inner) => {
          for (const child of inner.child("w:sdtContent")?.elements() ?? []) this.#block(child, changes);
        });
      case "transparent":
        for (const child of node.elements()) this.#block(child, changes);
        return;
      case "alternatives":
        for (const child of (node.child("mc:Choice") ?? node.child("mc:Fallback"))?.elements() ?? []) {
          this.#block(child, changes);
        }
        return;
      case "change":
        for (const child of node.elements()) this.#block(child, [...changes, this.#change(node)]);
        return;
      case "section":
        this.#pieces.push({
          kind: "section",
          look: readLook(node, "w:sectPrChange", this.#context.identifiers),
          // The last section cannot be inserted or deleted, whatever stands round its properties.
          changes: NO_CHANGES,
        });
        return;
      case "nothing":
        return;
      case "not compared":
        this.#context.report({ code: "part-not-compared", part: `${node.name} in ${this.#context.part}` });
        return this.#blockAtom(node, changes);
      default:
        if (INLINE_MEANINGS[node.name] !== "equation") this.#reportUnknown(node);
        return this.#blockAtom(node, changes);
    }
  }

  #blockAtom(node: XmlElement, changes: readonly Change[]): void {
    this.#pieces.push(this.#atom([node], "block", NO_LOOK, NO_WRAPPERS, changes));
    this.#pieces.push({ kind: "mark", paragraph: element("w:p"), look: NO_LOOK, changes });
  }

  #paragraph(node: XmlElement, changes: readonly Change[]): void {
    this.#paragraphs++;
    for (const field of this.#fields) field.paragraphs.push(node);
    this.#begun = { paragraph: node, from: this.#pieces.length };
    this.#inline(node, NO_WRAPPERS, changes);
    const isWhole = this.#endBlockField();
    const properties = node.child("w:pPr");
    const markProperties = properties?.child("w:rPr") ?? null;
    const own = [...changes];
    for (const child of markProperties?.elements() ?? []) {
      if (INLINE_MEANINGS[child.name] === "change") own.push(this.#change(child));
    }
    this.#pieces.push({
      kind: "mark",
      paragraph: node,
      look: isWhole ? NO_LOOK : paragraphLook(properties, this.#context.identifiers),
      changes: own,
    });
  }

  #table(node: XmlElement, changes: readonly Change[]): void {
    const look = tableLook(node, this.#context.identifiers);
    this.#pieces.push({ kind: "open", container: "table", element: node, look, changes, column: 0 });
    this.#rows(node, changes);
    this.#pieces.push({ kind: "close", container: "table", changes });
  }

  #rows(parent: XmlElement, changes: readonly Change[]): void {
    for (const node of parent.elements()) {
      if (node.name === "w:tblPr" || node.name === "w:tblGrid") continue;
      if (this.#marker(node)) continue;
      if (node.name === "w:tr") this.#row(node, changes);
      else if (node.name === "w:sdt") {
        this.#group(node, changes, (inner) => this.#rows(inner.child("w:sdtContent") ?? inner, changes));
      } else if (node.name === "w:customXml") this.#rows(node, changes);
      else if (INLINE_MEANINGS[node.name] === "change") this.#rows(node, [...changes, this.#change(node)]);
      else if (node.name !== "w:sdtPr" && node.name !== "w:customXmlPr") this.#reportUnknown(node);
    }
  }

  #row(node: XmlElement, outer: readonly Change[]): void {
    const properties = node.child("w:trPr");
    const changes = [...outer];
    for (const child of properties?.elements() ?? []) {
      if (child.name === "w:ins" || child.name === "w:del") changes.push(this.#change(child));
    }
    const look = rowLook(node, this.#context.identifiers);
    this.#pieces.push({ kind: "open", container: "row", element: node, look, changes, column: 0 });
    const before = Number(properties?.child("w:gridBefore")?.attribute("w:val") ?? 0);
    this.#cells(node, changes, Number.isInteger(before) ? before : 0);
    this.#pieces.push({ kind: "close", container: "row", changes });
  }

  #cells(parent: XmlElement, changes: readonly Change[], first: number): number {
    let column = first;
    for (const node of parent.elements()) {
      if (node.name === "w:trPr" || node.name === "w:tblPrEx" || this.#marker(node)) continue;
      if (node.name === "w:tc") column += this.#cell(node, changes, column);
      else if (node.name === "w:sdt") {
        this.#group(node, changes, (inner) => {
          column = this.#cells(inner.child("w:sdtContent") ?? inner, changes, column);
        });
      } else if (node.name === "w:customXml") column = this.#cells(node, changes, column);
      else if (node.name !== "w:sdtPr" && node.name !== "w:customXmlPr") this.#reportUnknown(node);
    }
    return column;
  }

  #cell(node: XmlElement, outer: readonly Change[], column: number): number {
    const properties = node.child("w:tcPr");
    const changes = [...outer];
    for (const child of properties?.elements() ?? []) {
      if (child.name === "w:cellIns") changes.push(this.#change(child, "inserted"));
      if (child.name === "w:cellDel") changes.push(this.#change(child, "deleted"));
    }
    const look = readLook(properties, "w:tcPrChange", this.#context.identifiers);
    this.#pieces.push({ kind: "open", container: "cell", element: node, look, changes, column });
    for (const child of node.elements()) this.#block(child, changes);
    // A cell ends with a paragraph: where there is none, Word makes one when it opens the file (17.4.65).
    if (this.#pieces.findLast(({ kind }) => kind !== "marker")?.kind !== "mark") {
      this.#pieces.push({ kind: "mark", paragraph: element("w:p"), look: NO_LOOK, changes });
    }
    this.#pieces.push({ kind: "close", container: "cell", changes });
    const span = Number(properties?.child("w:gridSpan")?.attribute("w:val") ?? 1);
    return Number.isInteger(span) && span > 0 ? span : 1;
  }

  /** A content control round blocks, rows or cells. Its tags can be tracked by a pair of ranges (17.13.5.8). */
  #group(node: XmlElement, changes: readonly Change[], content: (node: XmlElement) => void): void {
    const own = [...changes, ...this.#controls.values()];
    const look = this.#controlLook(node);
    this.#pieces.push({ kind: "open", container: "group", element: node, look, changes: own, column: 0 });
    content(node);
    this.#pieces.push({ kind: "close", container: "group", changes: own });
  }

  #controlLook(node: XmlElement): Look {
    const properties = node.child("w:sdtPr");
    return { now: properties, nowKey: controlKey(properties), former: null };
  }

  #inline(parent: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    for (const node of parent.elements()) {
      if (this.#marker(node)) continue;
      switch (INLINE_MEANINGS[node.name]) {
        case "nothing":
          break;
        case "run":
          this.#run(node, wrappers, changes);
          break;
        case "change":
          this.#inline(node, wrappers, [...changes, this.#change(node)]);
          break;
        case "wrapper":
          this.#inline(node, [...wrappers, this.#wrapper(node)], changes);
          break;
        case "content control":
          this.#inline(node.child("w:sdtContent") ?? node, [...wrappers, this.#control(node)], changes);
          break;
        case "simple field":
          this.#keptInFields(node, () => this.#simpleField(node, wrappers, changes));
          break;
        case "equation":
          this.#keptInFields(node, () => this.#pieces.push(...this.#equation(node, wrappers, changes)));
          break;
        case "not compared":
          this.#context.report({ code: "part-not-compared", part: `${node.name} in ${this.#context.part}` });
          this.#runAtom(node, wrappers, changes);
          break;
        case "atom":
          this.#runAtom(node, wrappers, changes);
          break;
        default:
          if (SUPPORTING.has(node.name)) break;
          this.#reportUnknown(node);
          this.#runAtom(node, wrappers, changes);
      }
    }
  }

  #runAtom(node: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    this.#keptInFields(node, () => this.#pieces.push(this.#atom([node], "run", NO_LOOK, wrappers, changes)));
  }

  /** Reads an element at the level of runs, which the fields that are open keep as a whole. */
  #keptInFields(node: XmlElement, read: () => void): void {
    const open = this.#fields.map((field) => ({ field, length: field.runs.length }));
    read();
    for (const { field, length } of open) if (this.#fields.includes(field)) field.runs.splice(length, Infinity, node);
  }

  #run(run: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    const properties = run.child("w:rPr");
    const look = readLook(properties, "w:rPrChange", this.#context.identifiers);
    for (const node of run.elements()) {
      const all = this.#fields.length === 0 ? wrappers : [...wrappers, ...this.#fieldWrappers()];
      if (this.#fields.length > 0 && node.name !== "w:rPr") this.#fieldRun(properties, node);
      if (this.#marker(node)) continue;
      switch (RUN_MEANINGS[node.name]) {
        case "nothing":
          break;
        case "text": {
          if (node.children.some((child) => child.kind === "element" && !isTrace(child.name))) {
            this.#reportUnknown(node);
            this.#pieces.push(this.#atom([node], "in-run", look, all, changes));
            break;
          }
          const value = node.text();
          if (value !== "") this.#pieces.push({ kind: "text", text: value, look, wrappers: all, changes });
          break;
        }
        case "character": {
          const { key, text } = readCharacter(node);
          this.#pieces.push({
            kind: "atom",
            key,
            text,
            isCharacter: true,
            nodes: [node],
            level: "in-run",
            look,
            wrappers: all,
            changes,
            swallowed: [],
            stories: [],
          });
          break;
        }
        case "field character":
          this.#fieldCharacter(node, properties, look, wrappers, changes);
          break;
        case "field code": {
          const field = this.#fields.at(-1);
          if (field?.phase !== "code") break;
          field.code += node.text();
          field.marks.push(runOf(properties, node));
          break;
        }
        case "note reference":
          this.#pieces.push(this.#noteReference(node, look, all, changes));
          break;
        case "marker":
          this.#pieces.push({ kind: "marker", element: element("w:r", {}, [node]) });
          break;
        case "atom":
          this.#pieces.push(this.#atom([node], "in-run", look, all, changes));
          break;
        default:
          this.#reportUnknown(node);
          this.#pieces.push(this.#atom([node], "in-run", look, all, changes));
      }
    }
  }

  #fieldRun(properties: XmlElement | null, node: XmlElement): void {
    const run = runOf(properties, node);
    for (const field of this.#fields) field.runs.push(run);
  }

  /** Fields that wrap text, outermost first; only those outside all others count, the rest is inside an atom. */
  #fieldWrappers(): Wrapper[] {
    const wrappers: Wrapper[] = [];
    for (const field of this.#fields) {
      if (field.wrapper === null) break;
      wrappers.push(field.wrapper);
    }
    return wrappers;
  }

  #fieldCharacter(
    node: XmlElement,
    properties: XmlElement | null,
    look: Look,
    wrappers: readonly Wrapper[],
    changes: readonly Change[],
  ): void {
    const type = node.attribute("w:fldCharType");
    const run = runOf(properties, node);
    if (type === "begin") {
      this.#fields.push({
        from: this.#pieces.length,
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
    const field = this.#fields.at(-1);
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
    this.#fields.pop();
    if (this.#holdsStructure(field.from)) {
      this.#loosen(field);
      this.#pieces.push({ kind: "marker", element: run });
    } else this.#endField(field, look, wrappers, changes);
  }

  #holdsStructure(from: number): boolean {
    for (let i = from; i < this.#pieces.length; i++) {
      const kind = this.#pieces[i]?.kind;
      if (kind === "open" || kind === "close") return true;
    }
    return false;
  }

  /** A field round a table, or round an end of one: what it shows is read as text, and its marks keep their places. */
  #loosen({ from, marks, wrapper }: OpenField): void {
    // A wrapper carries the marks with the text inside.
    if (wrapper !== null && this.#pieces.slice(from).some((piece) => piece.kind === "text")) return;
    this.#pieces.splice(from, 0, ...marks.map((mark) => ({ kind: "marker" as const, element: mark })));
  }

  #endField(field: OpenField, look: Look, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    const result = this.#pieces.slice(field.from);
    const outer = this.#fields.at(-1);
    if (outer !== undefined && outer.phase === "code") {
      // A field inside the code of another gives that code its words.
      this.#pieces.length = field.from;
      outer.code += textOfPieces(result, changes.some(isTakenOut));
      return;
    }
    if (field.wrapper !== null && field.paragraphs.length === 0 && result.some((piece) => piece.kind === "text")) {
      field.after.push(...field.runs.slice(-1));
      return;
    }
    if (field.paragraphs.length > 0) {
      this.#ended = { field, changes };
      return;
    }
    this.#pieces.length = field.from;
    this.#pieces.push(fieldAtom(field, result, field.runs, "run", { look, wrappers, changes }));
    this.#pieces.push(...result.filter((piece) => piece.kind === "marker"));
  }

  /**
   * A field over several paragraphs is kept whole with all of them, from the first one's beginning to the last one's end,
   * and their looks. True where one ends with the paragraph that was read.
   */
  #endBlockField(): boolean {
    const ended = this.#ended;
    if (ended === null) return false;
    this.#ended = null;
    const { field } = ended;
    const [next] = this.#fields;
    if (next !== undefined) {
      // Another field begins in the paragraph where this one ends, and goes on: both are one.
      const paragraphs = [...field.paragraphs, ...next.paragraphs];
      this.#fields[0] = { ...next, from: Math.min(field.from, next.from), start: field.start, paragraphs };
      return false;
    }
    const { paragraph, from } = field.start;
    const whole = this.#pieces.splice(from);
    const around = { look: NO_LOOK, wrappers: NO_WRAPPERS, changes: ended.changes };
    this.#pieces.push(fieldAtom(field, whole, [paragraph, ...field.paragraphs], "block", around));
    return true;
  }

  #simpleField(node: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): void {
    const code = normaliseCode(node.attribute("w:instr") ?? "");
    const from = this.#pieces.length;
    const open = [...this.#fields];
    this.#inline(node, wrappers, changes);
    // Another field that begins inside and ends outside, or the other way round, is the one that counts.
    if (open.length !== this.#fields.length || open.some((field, i) => field !== this.#fields[i])) return;
    const result = this.#pieces.splice(from);
    if (wrapsText(code)) {
      const wrapper: Wrapper = { key: `hyperlink ${linkOf(code)}`, element: node, before: [], after: [], changes: [] };
      for (const piece of result) {
        this.#pieces.push("wrappers" in piece ? { ...piece, wrappers: [...piece.wrappers, wrapper] } : piece);
      }
      return;
    }
    const text = textOfPieces(result);
    const look = result.find((piece) => piece.kind === "text")?.look ?? NO_LOOK;
    const key = isReckoned(code) ? `field ${code}` : `field ${code} = ${text}`;
    this.#pieces.push({
      kind: "atom",
      key,
      text,
      isCharacter: false,
      nodes: [node],
      level: "run",
      look,
      wrappers,
      changes,
      swallowed: swallowedIn(result, changes),
      stories: [],
    });
  }

  #noteReference(node: XmlElement, look: Look, wrappers: readonly Wrapper[], changes: readonly Change[]): AtomPiece {
    const kind = node.name === "w:footnoteReference" ? "footnote" : "endnote";
    const noteId = node.attribute("w:id") ?? "";
    const pieces = this.#context.note(kind, noteId);
    const custom = node.attribute("w:customMarkFollows");
    return {
      kind: "atom",
      key: custom === null ? `${kind} reference` : `${kind} reference ${custom}`,
      text: "",
      isCharacter: false,
      nodes: [node],
      level: "in-run",
      look,
      wrappers,
      changes,
      swallowed: [],
      stories: [{ kind, noteId, pieces: pieces ?? EMPTY_NOTE }],
    };
  }

  /** Tracked changes can stand deep inside an equation: then it is one equation deleted and another inserted. */
  #equation(node: XmlElement, wrappers: readonly Wrapper[], changes: readonly Change[]): AtomPiece[] {
    const change = firstChange(node);
    if (change === null) return [this.#atom([node], "run", NO_LOOK, wrappers, changes)];
    const { author, date } = this.#change(change);
    return (["reject", "accept"] as const).map((verdict) => {
      const kind = verdict === "reject" ? "deleted" : "inserted";
      const resolved = resolveInside(node, verdict);
      return this.#atom([resolved], "run", NO_LOOK, wrappers, [...changes, { kind, author, date, move: null }]);
    });
  }

  #atom(
    nodes: readonly XmlElement[],
    level: AtomPiece["level"],
    look: Look,
    wrappers: readonly Wrapper[],
    changes: readonly Change[],
  ): AtomPiece {
    const boxes = nodes.flatMap(textBoxesOf);
    return {
      kind: "atom",
      key: nodes.map((node) => atomKey(plainly(node, changes), this.#context)).join(""),
      text: nodes.map(atomText).join(""),
      isCharacter: false,
      nodes,
      level,
      look,
      wrappers,
      changes,
      swallowed: [],
      stories: boxes.map((box) => this.#textBox(box)),
    };
  }

  #textBox(content: XmlElement): InnerStory {
    const reader = new StoryReader(this.#context);
    for (const node of content.elements()) reader.readBlock(node);
    return { kind: "textbox", noteId: "", pieces: reader.take() };
  }

  #wrapper(node: XmlElement): Wrapper {
    return { key: this.#wrapperKey(node), element: node, before: [], after: [], changes: [] };
  }

  #wrapperKey(node: XmlElement): string {
    if (node.name !== "w:hyperlink") return writeCanonical(node.withChildren(node.elements("w:smartTagPr")));
    const id = node.attribute("r:id");
    const target = id === null ? "" : this.#context.relationship(id);
    const anchor = node.attribute("w:anchor");
    return `hyperlink ${target}${anchor === null ? "" : `#${anchor}`}`;
  }

  #control(node: XmlElement): Wrapper {
    return {
      key: `content control ${controlKey(node.child("w:sdtPr"))}`,
      element: node,
      before: [],
      after: [],
      changes: [...this.#controls.values()],
    };
  }

  #change(node: XmlElement, kind?: Change["kind"]): Change {
    const own = kind ?? CHANGE_KINDS[node.name] ?? "inserted";
    return {
      kind: own,
      author: node.attribute("w:author") ?? "",
      date: node.attribute("w:date"),
      move: own === "moved-to" || own === "moved-from" ? this.#moveName(own) : null,
    };
  }

  /** Moves of paragraph marks and runs carry no name of their own: it is that of the range around them. */
  #moveName(kind: "moved-to" | "moved-from"): string | null {
    let name: string | null = null;
    for (const range of this.#moves.values()) if (range.kind === kind) name = range.name;
    return name;
  }

  #marker(node: XmlElement): boolean {
    const meaning = MARKER_MEANINGS[node.name];
    if (meaning === undefined) return false;
    const id = node.attribute("w:id") ?? "";
    if (meaning === "marker") this.#pieces.push({ kind: "marker", element: node });
    if (meaning === "move range") {
      if (node.name.endsWith("End")) this.#moves.delete(id);
      else {
        const kind = node.name === "w:moveToRangeStart" ? "moved-to" : "moved-from";
        this.#moves.set(id, { name: node.attribute("w:name") ?? "", kind });
      }
    }
    if (meaning === "control range") {
      if (node.name.endsWith("End")) this.#controls.delete(id);
      else this.#controls.set(id, this.#change(node, /Ins|MoveTo/.test(node.name) ? "inserted" : "deleted"));
    }
    return true;
  }

  #reportUnknown(node: XmlElement): void {
    this.#context.report({
      code: "element-not-understood",
      element: node.name,
      at: { part: this.#context.part, paragraph: this.#paragraphs },
    });
  }
}

interface EndedField {
  readonly field: OpenField;
  readonly changes: readonly Change[];
}

function fieldAtom(
  { code: written }: OpenField,
  result: readonly Piece[],
  nodes: readonly XmlElement[],
  level: "run" | "block",
  { look, wrappers, changes }: Pick<AtomPiece, "look" | "wrappers" | "changes">,
): AtomPiece {
  const code = normaliseCode(written);
  const text = textOfPieces(result, changes.some(isTakenOut));
  const key = isReckoned(code) ? `field ${code}` : `field ${code} = ${text}`;
  const swallowed = swallowedIn(result, changes);
  return { kind: "atom", key, text, isCharacter: false, nodes, level, look, wrappers, changes, swallowed, stories: [] };
}

/** Changes tracked inside count as accepted, as they do where the atom is written anew. Deleted text is text. */
function plainly(node: XmlElement, changes: readonly Change[]): XmlElement {
  const accepted = resolveInside(node, "accept");
  return changes.some(isTakenOut) ? undeleted(accepted) : accepted;
}

/** A run with one child; a field knows by its changes whether it is deleted, and not by the names of its elements. */
function runOf(properties: XmlElement | null, node: XmlElement): XmlElement {
  return element("w:r", {}, properties === null ? [undeleted(node)] : [properties, undeleted(node)]);
}

/** Elements that only support the one around them. */
const SUPPORTING: ReadonlySet<string> = new Set([
  "w:smartTagPr",
  "w:customXmlPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:fldData",
]);

const FIELD_END = element("w:fldChar", { "w:fldCharType": "end" });
const NO_PARAGRAPH = element("w:p");
/** A note that is referred to and not there is to its readers one without words. */
const EMPTY_NOTE: readonly Piece[] = [{ kind: "mark", paragraph: NO_PARAGRAPH, look: NO_LOOK, changes: [] }];
const NO_CHANGES: readonly Change[] = [];
const NO_WRAPPERS: readonly Wrapper[] = [];

const CHANGE_KINDS: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveTo": "moved-to",
  "w:moveFrom": "moved-from",
};

/** What a content control is to its readers: kind, title, tag; ids and data bindings are Word's own. */
function controlKey(properties: XmlElement | null): string {
  if (properties === null) return "";
  const kept = properties
    .elements()
    .filter(({ name }) => !CONTROL_TRACES.has(name) && MARKER_MEANINGS[name] === undefined);
  return kept.map(writeCanonical).sort().join("");
}

const CONTROL_TRACES: ReadonlySet<string> = new Set([
  "w:id",
  "w:rPr",
  "w:placeholder",
  "w:showingPlcHdr",
  "w:dataBinding",
  "w15:dataBinding",
  "w15:color",
  "w15:appearance",
]);

/** Changes inside a field that are not around the whole of it. */
function swallowedIn(result: readonly Piece[], around: readonly Change[]): Change[] {
  const inside = new Set<Change>();
  for (const piece of result) if ("changes" in piece) for (const change of piece.changes) inside.add(change);
  return [...inside].filter((change) => !around.includes(change));
}

function isTakenOut({ kind }: Change): boolean {
  return kind === "deleted" || kind === "moved-from";
}

/** What a reader sees of pieces as the file shows them: insertions in, deletions out, unless all of it is deleted. */
function textOfPieces(pieces: readonly Piece[], isDeletedWhole = false): string {
  let text = "";
  for (const piece of pieces) {
    const gone = !isDeletedWhole && "changes" in piece && piece.changes.some(isTakenOut);
    if ((piece.kind === "text" || piece.kind === "atom") && !gone) text += piece.text;
    if (piece.kind === "mark" && !gone) text += "\n";
  }
  return text;
}
