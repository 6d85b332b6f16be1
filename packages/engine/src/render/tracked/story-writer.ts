import type { Container, Story, StoryId, Token } from "../../model/text.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import type { AtomPiece, Look, Wrapper } from "../../ooxml/pieces.ts";
import { resolveInside } from "../../ooxml/resolve.ts";
import type { Slice, TokenSource } from "../../ooxml/token-source.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { writeXml, type XmlElement } from "../../ooxml/xml.ts";
import type { Authors } from "./authors.ts";
import type { ChangeTags } from "./change-tags.ts";
import { deletedNodes, insertedNodes } from "./deleted.ts";
import type { Imports } from "./imports.ts";
import { partOfStory } from "./imports.ts";
import {
  CHANGE_TAGS,
  type InlineChange,
  type InlineItem,
  type OutputWrapper,
  startTag,
  writeInline,
} from "./inline-writer.ts";
import type { Markup, MoveEnd, OtherLook } from "./markup.ts";
import {
  type WrittenLook,
  writeParagraphProperties,
  writeProperties,
  writeRunProperties,
  writeSection,
} from "./properties.ts";
import { withTextBoxes } from "./text-boxes.ts";

/** What the writer of one story must know of the whole file that is made. */
export interface WritingContext {
  readonly tags: ChangeTags;
  readonly imports: Imports;
  /** The file behind a delegation's insertions. */
  fileOf(code: string): WordFile;
  /** The number, in the file that is made, of a note that a delegation inserts; writes the note. */
  insertNote(kind: "footnote" | "endnote", story: Story, file: WordFile): string;
  /** The content of a text box of the base with what is proposed for it, or `null` where nothing is. */
  textBox(story: StoryId): string | null;
  /** True where something is proposed inside the stories that hang on a base token and are written with it. */
  isTouched(token: Token): boolean;
  /** Ends of comments that stand at a gap, as XML. `inserted` counts tokens of the delegation's insertion there. */
  commentsAt(story: StoryId, gap: number, code: string | null, inserted: number): string;
  /** Everyone behind any of several changes. */
  join(authors: readonly Authors[]): Authors;
  /** What Word's tracked changes cannot hold; it stays in the compilation. */
  cannotTrack(story: StoryId, at: number, proposal: { readonly by: Authors }): void;
}

/** Where tokens come from: the base, or a submission. */
interface Source {
  readonly file: WordFile | null;
  readonly part: PartName;
}

/**
 * Writes a story of the base text with everything that is proposed for it as tracked changes. Blocks for which nothing
 * is proposed can be copied by the caller; `isUntouched` tells which.
 */
export class StoryWriter {
  readonly #context: WritingContext;
  readonly #story: Story;
  readonly #target: PartName;
  readonly #markup: Markup;
  readonly #base: Source;
  #out = "";
  #inline: InlineItem[] = [];
  /** The move that takes away the stretch being written. */
  #moving: { readonly id: number; readonly toA: number } | null = null;
  /** Paragraph-level elements of a field that goes over several paragraphs; they hold the whole paragraph. */
  #blocks: {
    readonly piece: AtomPiece;
    readonly change: InlineChange | null;
    readonly source: Source;
    readonly at: number;
  } | null = null;
  /** The base token that is being written, or before which something is inserted. */
  #at = 0;

  /** `file` is the submission that a whole new story comes from; `null` for a story of the base. */
  constructor(story: Story, target: PartName, markup: Markup, context: WritingContext, file: WordFile | null = null) {
    this.#story = story;
    this.#target = target;
    this.#markup = markup;
    this.#context = context;
    this.#base = { file, part: file === null ? target : partOfStory(file, story.id, story.kind) };
  }

  /** True if nothing is proposed for the base tokens `from` to `to`, nor at the gaps between and before them. */
  isUntouched(from: number, to: number): boolean {
    const { deleted, inserted, looks } = this.#markup;
    for (let at = from; at < to; at++) {
      if (deleted.has(at) || inserted.has(at) || looks.has(at)) return false;
      if (this.#context.commentsAt(this.#story.id, at, null, 0) !== "") return false;
      if (this.#context.isTouched(this.#story.tokens[at] as Token)) return false;
    }
    return true;
  }

  /** Copies a stretch of the base as it is. Only between paragraphs. */
  copy(xml: string): void {
    this.#out += xml;
  }

  /** True between two paragraphs: nothing is begun that must be ended first. */
  get isBetweenBlocks(): boolean {
    return this.#inline.length === 0 && this.#blocks === null;
  }

  /** Writes the base tokens `from` to `to` with what is inserted before each of them. */
  write(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      this.#at = at;
      this.#gap(at);
      this.#moveFrom(at);
      this.#baseToken(at);
      if (this.#moving !== null && at + 1 === this.#moving.toA) {
        this.#endRange("moveFrom", this.#moving.id);
        this.#moving = null;
      }
    }
  }

  #moveFrom(at: number): void {
    const edit = this.#markup.movedFrom.get(at);
    const move = edit === undefined ? undefined : this.#markup.moves.get(edit);
    if (edit !== undefined && move !== undefined)
      this.#moving = { id: this.#beginRange("moveFrom", move), toA: edit.toA };
  }

  /** Ends the story: what is inserted after the last token, and what has no end of its own. */
  finish(): string {
    this.#gap(this.#story.tokens.length);
    this.#endStray();
    return this.#out;
  }

  #gap(at: number): void {
    this.#markers(this.#context.commentsAt(this.#story.id, at, null, 0));
    for (const { by, lead, tokens, edit } of this.#markup.inserted.get(at) ?? []) {
      const file = this.#context.fileOf(by.codes[0] as string);
      const source: Source = { file, part: partOfStory(file, this.#story.id, this.#story.kind) };
      const move = this.#markup.moves.get(edit);
      const change: InlineChange = { kind: move === undefined ? "inserted" : "moved-to", by };
      const range = move === undefined ? null : this.#beginRange("moveTo", move);
      if (lead !== null) this.#token(lead, this.#base, change, []);
      for (const [i, token] of tokens.entries()) {
        this.#token(token, source, change, []);
        for (const code of by.codes) this.#markers(this.#context.commentsAt(this.#story.id, at, code, i + 1));
      }
      if (range !== null) this.#endRange("moveTo", range);
    }
  }

  /** Both ends of a move stand in a range that carries its name; the runs inside do not (17.13.5.24, 17.13.5.28). */
  #beginRange(kind: "moveFrom" | "moveTo", { name, by }: MoveEnd): number {
    const id = this.#context.tags.id();
    this.#markers(`<w:${kind}RangeStart${this.#context.tags.attributes(by, id)} w:name="${name}"/>`);
    return id;
  }

  #endRange(kind: "moveFrom" | "moveTo", id: number): void {
    const end = `<w:${kind}RangeEnd w:id="${id}"/>`;
    // After a whole paragraph it stands between paragraphs, as Word writes it.
    if (this.isBetweenBlocks) this.#out += end;
    else this.#markers(end);
  }

  #baseToken(at: number): void {
    const token = this.#story.tokens[at] as Token;
    const deletedBy = this.#markup.deleted.get(at);
    const kind = this.#moving === null ? "deleted" : "moved-from";
    const change: InlineChange | null = deletedBy === undefined ? null : { kind, by: deletedBy };
    const looks = this.#markup.looks.get(at) ?? [];
    const [first, ...others] = looks;
    // Word records one change of formatting for each piece of text. A second one, and what is no formatting to Word
    // (a link, a content control), is written as the same words deleted and inserted in another look.
    const isNative = first !== undefined && canTrack(token, first.token);
    const replaced = isNative ? others : looks;
    if (token.kind === "word" || token.kind === "atom") {
      this.#token(token, this.#base, this.#withDeleters(change, replaced), isNative ? [first] : []);
      for (const look of replaced) this.#insertedLook(look);
      return;
    }
    if (token.kind === "mark" && replaced.length > 0 && at < this.#lastMark()) {
      for (const look of replaced) this.#insertedLook(look);
      this.#token(token, this.#base, this.#withDeleters(change, replaced), isNative ? [first] : []);
      return;
    }
    for (const look of replaced) this.#context.cannotTrack(this.#story.id, at, look);
    this.#token(token, this.#base, change, isNative ? [first] : []);
  }

  /** Who gives words another look by writing them anew deletes the old ones. */
  #withDeleters(change: InlineChange | null, looks: readonly OtherLook[]): InlineChange | null {
    if (looks.length === 0) return change;
    return {
      kind: "deleted",
      by: this.#context.join([...(change === null ? [] : [change.by]), ...looks.map(({ by }) => by)]),
    };
  }

  /** Marks at the end of a cell or of the story cannot be deleted: nothing follows that they could join. */
  #lastMark(): number {
    return this.#story.tokens.findLastIndex(({ kind }) => kind === "mark");
  }

  #insertedLook(look: OtherLook): void {
    this.#token(look.token, this.#sourceOf(look), { kind: "inserted", by: look.by }, []);
  }

  #token(token: Token, source: Source, change: InlineChange | null, looks: readonly OtherLook[]): void {
    const kept = token.source as TokenSource | null;
    if (kept === null) {
      this.#plainToken(token, change);
      return;
    }
    switch (kept.kind) {
      case "word":
        this.#word(kept.slices, kept.markers, source, change, looks);
        break;
      case "atom":
        this.#baseMarkers(kept, source);
        this.#atom(kept.piece, token, source, change, looks);
        break;
      case "mark":
        this.#baseMarkers(kept, source);
        this.#mark(kept.piece, source, change, looks);
        break;
      case "open":
        this.#open(kept, source, change, looks);
        break;
      case "close":
        this.#close(kept, source, change);
        break;
      case "section":
        this.#baseMarkers(kept, source);
        this.#endStray();
        this.#section(kept.piece.look, source, looks);
    }
  }

  #section(look: Look, source: Source, looks: readonly OtherLook[]): void {
    const { now, change } = this.#look(look, source, looks);
    if (now !== null) this.#out += writeSection(now, change, this.#context.tags);
  }

  /** A token that comes from no Word file: words typed elsewhere. */
  #plainToken(token: Token, change: InlineChange | null): void {
    if (token.kind === "word") {
      this.#inline.push({ wrappers: [], change, content: { kind: "text", properties: "", text: token.text } });
    } else if (token.kind === "mark") {
      this.#endParagraph(
        "<w:p>",
        writeParagraphProperties({ now: null, change: null }, this.#markMarks(change), this.#context.tags),
      );
    }
  }

  #word(
    slices: readonly Slice[],
    markers: readonly { readonly at: number; readonly element: XmlElement }[],
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    let at = 0;
    let next = 0;
    const length = slices.reduce((sum, { from, to }) => sum + to - from, 0);
    for (const { piece, from, to } of slices) {
      let start = from;
      while (start < to) {
        for (; next < markers.length && (markers[next]?.at ?? 0) <= at; next++)
          this.#baseMarker(markers[next]?.element, source);
        const stop = Math.min(to, start + Math.min(markers[next]?.at ?? length, this.#lookEnd(looks, at)) - at);
        const end = stop > start ? stop : to;
        this.#inline.push({
          wrappers: this.#wrappers(piece.wrappers, source),
          change,
          content: {
            kind: "text",
            properties: this.#runProperties(piece.look, source, looks, at),
            text: piece.text.slice(start, end),
          },
        });
        at += end - start;
        start = end;
      }
    }
  }

  /** Where, in characters of the token, the slice of the proposed look that covers `at` ends. */
  #lookEnd(looks: readonly OtherLook[], at: number): number {
    const found = sliceAt(looks[0], at);
    return found === null ? Infinity : found.end;
  }

  #runProperties(look: Look, source: Source, looks: readonly OtherLook[], at: number): string {
    const other = looks[0];
    const proposed = other === undefined ? null : (sliceAt(other, at)?.look ?? lookOf(other.token));
    const written: WrittenLook =
      proposed === null || other === undefined || proposed.nowKey === look.nowKey
        ? { now: this.#brought(look.now, source), change: null }
        : {
            now: this.#brought(proposed.now, this.#sourceOf(other)),
            change: { former: look.now, by: other.by },
          };
    return writeRunProperties(written, this.#context.tags);
  }

  #atom(
    piece: AtomPiece,
    token: Token,
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    if (piece.level === "block") {
      this.#blocks = { piece, change, source, at: this.#at };
      return;
    }
    const wrappers = this.#wrappers(piece.wrappers, source);
    const nodes = this.#atomNodes(piece, token, source);
    if (piece.level === "run") {
      const xml = nodes.map(writeXml).join("");
      this.#inline.push({ wrappers, change, content: { kind: "run", xml, deletedXml: deletedNodes(nodes) } });
      return;
    }
    const properties = this.#runProperties(piece.look, source, looks, 0);
    this.#inline.push({ wrappers, change, content: { kind: "in-run", properties, xml: nodes.map(writeXml).join("") } });
  }

  #atomNodes(piece: AtomPiece, token: Token, source: Source): XmlElement[] {
    if (source.file === null) {
      return piece.nodes.map((node) =>
        withTextBoxes(
          node,
          token.stories.map(({ id }) => this.#context.textBox(id)),
        ),
      );
    }
    const { file, part } = source;
    const note = piece.stories[0];
    if (note !== undefined && note.kind !== "textbox") {
      const story = token.stories[0] as Story;
      const id = this.#context.insertNote(note.kind, story, file);
      return piece.nodes.map((node) => node.withAttribute("w:id", id));
    }
    return piece.nodes.map((node) =>
      this.#context.imports.bring(resolveInside(node, "accept"), file, part, this.#target),
    );
  }

  #mark(
    piece: (TokenSource & { kind: "mark" })["piece"],
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    const properties = writeParagraphProperties(
      this.#look(piece.look, source, looks),
      this.#markMarks(change),
      this.#context.tags,
    );
    // An inserted paragraph has no ids of its own, be its mark one of the base's once more.
    const attributes = source.file === null && change?.kind !== "inserted" ? piece.paragraph.attributes : [];
    this.#endParagraph(startTag(piece.paragraph, attributes), properties);
  }

  #markMarks(change: InlineChange | null): string {
    if (change === null) return "";
    return this.#context.tags.mark(CHANGE_TAGS[change.kind], change.by);
  }

  #endParagraph(start: string, properties: string): void {
    const blocks = this.#blocks;
    this.#blocks = null;
    if (blocks !== null) {
      const { piece, change, source, at } = blocks;
      // The text of the paragraph is in the nodes; what stood before them has no width.
      for (const { content } of this.#inline) if (content.kind === "marker") this.#out += content.xml;
      const nodes =
        source.file === null
          ? piece.nodes
          : piece.nodes.map((node) =>
              this.#context.imports.bring(
                resolveInside(node, "accept"),
                source.file as WordFile,
                source.part,
                this.#target,
              ),
            );
      // Word has no mark for another document merged in (w:altChunk), nor for what the engine does not know.
      const isTrackable = nodes.every(({ name }) => name === "w:p");
      if (change !== null && !isTrackable) this.#context.cannotTrack(this.#story.id, at, change);
      if (change === null || (change.kind === "deleted" && !isTrackable)) this.#out += nodes.map(writeXml).join("");
      else if (change.kind === "deleted") this.#out += deletedNodes(nodes, { by: change.by, tags: this.#context.tags });
      else if (isTrackable) this.#out += insertedNodes(nodes, { by: change.by, tags: this.#context.tags });
    } else {
      this.#out += `${start}${properties}${writeInline(this.#inline, this.#context.tags)}</w:p>`;
    }
    this.#inline = [];
  }

  #open(
    kept: TokenSource & { kind: "open" },
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    this.#endStray();
    const { tags } = this.#context;
    const { container, element, look } = kept.piece;
    const written = this.#look(look, source, looks);
    if (source.file === null) for (const { element: marker } of kept.markers) this.#out += writeXml(marker);
    if (container === "table") {
      const grid = element.child("w:tblGrid");
      // Word demands both, even where they are empty (CT_Tbl).
      this.#out += `<w:tbl>${writeProperties("w:tblPr", written, "", tags) || "<w:tblPr/>"}`;
      this.#out += grid === null ? "<w:tblGrid/>" : writeXml(withoutGridChange(grid));
    } else if (container === "row") {
      const marks = change === null ? "" : tags.mark(change.kind === "inserted" ? "w:ins" : "w:del", change.by);
      const exceptions = element.child("w:tblPrEx");
      const attributes = source.file === null ? element.attributes : [];
      this.#out += startTag(element, attributes);
      if (exceptions !== null)
        this.#out += writeXml(this.#brought(withoutExceptionsChange(exceptions), source) as XmlElement);
      this.#out += writeProperties("w:trPr", written, marks, tags);
    } else if (container === "cell") {
      // The cells of an inserted row are inserted with it; a mark of their own is for columns.
      const marks =
        change === null || this.#isWithRow(change)
          ? ""
          : tags.mark(change.kind === "inserted" ? "w:cellIns" : "w:cellDel", change.by);
      this.#out += `<w:tc>${writeProperties("w:tcPr", written, marks, tags)}`;
    } else {
      const properties = element.child("w:sdtPr");
      const end = element.child("w:sdtEndPr");
      const range = change === null ? null : tags.id();
      const name = change?.kind === "inserted" ? "Ins" : "Del";
      if (range !== null) this.#out += this.#controlRange(name, range, change as InlineChange);
      this.#out += "<w:sdt>";
      for (const node of [properties, end])
        if (node !== null) this.#out += writeXml(this.#brought(node, source) as XmlElement);
      this.#out += "<w:sdtContent>";
      if (range !== null) this.#out += `<w:customXml${name}RangeEnd w:id="${range}"/>`;
    }
    this.#opened.push({ container, change });
  }

  readonly #opened: { readonly container: Container["kind"]; readonly change: InlineChange | null }[] = [];

  #isWithRow(change: InlineChange): boolean {
    const row = this.#opened.findLast(({ container }) => container === "row")?.change ?? null;
    return row !== null && row.kind === change.kind && row.by === change.by;
  }

  #controlRange(name: "Ins" | "Del", id: number, { by }: InlineChange): string {
    return `<w:customXml${name}RangeStart${this.#context.tags.attributes(by, id)}/>`;
  }

  #close(kept: TokenSource & { kind: "close" }, source: Source, change: InlineChange | null): void {
    this.#endStray();
    if (source.file === null) for (const { element } of kept.markers) this.#out += writeXml(element);
    const { container } = kept.piece;
    const opened = this.#opened.pop()?.change ?? null;
    // Elements cannot overlap: where somebody moves one end of a control, it is closed where the other one ends.
    if (container === "group" && !isSameChange(opened, change)) {
      for (const end of [opened, change]) if (end !== null) this.#context.cannotTrack(this.#story.id, this.#at, end);
    }
    if (container === "table") this.#out += "</w:tbl>";
    else if (container === "row") this.#out += "</w:tr>";
    else if (container === "cell") this.#out += "</w:tc>";
    else if (change === null) this.#out += "</w:sdtContent></w:sdt>";
    else {
      const name = change.kind === "inserted" ? "Ins" : "Del";
      const range = this.#context.tags.id();
      this.#out += `${this.#controlRange(name, range, change)}</w:sdtContent></w:sdt><w:customXml${name}RangeEnd w:id="${range}"/>`;
    }
  }

  /** Words that no mark ends become a paragraph, and what has no width stands by itself. */
  #endStray(): void {
    if (this.#blocks !== null || this.#inline.some(({ content }) => content.kind !== "marker"))
      this.#endParagraph("<w:p>", "");
    for (const { content } of this.#inline) if (content.kind === "marker") this.#out += content.xml;
    this.#inline = [];
  }

  /** A look of the source, with the first proposed look in its place if there is one. */
  #look(look: Look, source: Source, looks: readonly OtherLook[]): WrittenLook {
    const other = looks[0];
    const proposed = other === undefined ? null : lookOf(other.token);
    if (other === undefined || proposed === null) return { now: this.#brought(look.now, source), change: null };
    return { now: this.#brought(proposed.now, this.#sourceOf(other)), change: { former: look.now, by: other.by } };
  }

  #sourceOf({ by, isBase }: OtherLook): Source {
    if (isBase) return this.#base;
    const file = this.#context.fileOf(by.codes[0] as string);
    return { file, part: partOfStory(file, this.#story.id, this.#story.kind) };
  }

  #brought(node: XmlElement | null, { file, part }: Source): XmlElement | null {
    return node === null || file === null ? node : this.#context.imports.bring(node, file, part, this.#target);
  }

  #wrappers(wrappers: readonly Wrapper[], source: Source): OutputWrapper[] {
    return wrappers.flatMap((wrapper): OutputWrapper[] => {
      const { element, before, after, changes } = wrapper;
      // A control that the delegation takes away is not part of what it proposes.
      if (changes.some(({ kind }) => kind === "deleted")) return [];
      if (element === null) {
        const bring = (nodes: readonly XmlElement[]): string =>
          nodes.map((node) => writeXml(this.#brought(node, source) as XmlElement)).join("");
        return [{ wrapper, open: bring(before), close: bring(after) }];
      }
      const own = this.#brought(element.withChildren([]), source) as XmlElement;
      if (element.name === "w:sdt") {
        const properties = ["w:sdtPr", "w:sdtEndPr"].flatMap((name) => element.child(name) ?? []);
        const inner = properties.map((node) => writeXml(this.#brought(node, source) as XmlElement)).join("");
        return [{ wrapper, open: `<w:sdt>${inner}<w:sdtContent>`, close: "</w:sdtContent></w:sdt>" }];
      }
      const supporting = element
        .elements()
        .filter((child) => child.name === "w:smartTagPr" || child.name === "w:customXmlPr");
      const inner = supporting.map((node) => writeXml(this.#brought(node, source) as XmlElement)).join("");
      return [{ wrapper, open: startTag(own) + inner, close: `</${own.name}>` }];
    });
  }

  #baseMarkers({ markers }: TokenSource, source: Source): void {
    for (const { element } of markers) this.#baseMarker(element, source);
  }

  /** Only the base keeps its bookmarks and the ends of its comments; those of submissions are dealt with elsewhere. */
  #baseMarker(element: XmlElement | undefined, source: Source): void {
    if (source.file === null && element !== undefined) this.#markers(writeXml(element));
  }

  #markers(xml: string): void {
    if (xml !== "")
      this.#inline.push({
        wrappers: this.#inline.at(-1)?.wrappers ?? [],
        change: null,
        content: { kind: "marker", xml },
      });
  }
}

function isSameChange(a: InlineChange | null, b: InlineChange | null): boolean {
  return a === b || (a?.kind === b?.kind && a?.by.codes.join() === b?.by.codes.join());
}

/** True where Word can record the new look as a change of formatting. */
function canTrack(before: Token, after: Token): boolean {
  const kept = before.source as TokenSource | null;
  // A field keeps the looks of its runs, and is written with them as it is.
  const isWhole = kept?.kind === "atom" && kept.piece.level !== "in-run";
  return !isWhole && wrapperKeys(before.format) === wrapperKeys(after.format) && sectionsAgree(before, after);
}

/** What stands in braces in a format: links and content controls. */
function wrapperKeys(format: string): string {
  return (format.match(/\{[^}]*\}/g) ?? []).join("");
}

/** A section cannot begin or end with a change of formatting. */
function sectionsAgree(before: Token, after: Token): boolean {
  return before.kind !== "mark" || before.format.includes("<w:sectPr>") === after.format.includes("<w:sectPr>");
}

function lookOf(token: Token): Look | null {
  const kept = token.source as TokenSource | null;
  if (kept === null || kept.kind === "close") return null;
  return kept.kind === "word" ? (kept.slices[0]?.piece.look ?? null) : kept.piece.look;
}

function sliceAt(look: OtherLook | undefined, at: number): { readonly look: Look; readonly end: number } | null {
  const kept = look?.token.source as TokenSource | null | undefined;
  if (kept?.kind !== "word") return null;
  let begin = 0;
  for (const { piece, from, to } of kept.slices) {
    if (at < begin + to - from) return { look: piece.look, end: begin + to - from };
    begin += to - from;
  }
  return null;
}

function withoutGridChange(grid: XmlElement): XmlElement {
  return grid.child("w:tblGridChange") === null ? grid : grid.withChildren(grid.elements("w:gridCol"));
}

function withoutExceptionsChange(exceptions: XmlElement): XmlElement {
  return exceptions.withChildren(exceptions.elements().filter(({ name }) => name !== "w:tblPrExChange"));
}
