import type { Story, Token } from "../../model/text.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import type { AtomPiece, MarkPiece } from "../../ooxml/pieces.ts";
import { resolveInside } from "../../ooxml/resolve.ts";
import { type PlacedMarker, type Slice, slicesOf, type TokenSource } from "../../ooxml/token-source.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { writeXml, type XmlElement } from "../../ooxml/xml.ts";
import { deletedNodes, insertedNodes } from "./deleted.ts";
import { partOfStory } from "./imports.ts";
import {
  CHANGE_TAGS,
  type InlineChange,
  type InlineContent,
  type InlineItem,
  startTag,
  writeInline,
} from "./inline-writer.ts";
import { LookWriter } from "./look-writer.ts";
import type { Markup, MoveEnd, OtherLook } from "./markup.ts";
import { writeParagraphProperties, writeSection } from "./properties.ts";
import { canTrack, lookAt } from "./proposed-looks.ts";
import { StructureWriter } from "./structure-writer.ts";
import { withTextBoxes } from "./text-boxes.ts";
import type { Source, WritingContext } from "./writing-context.ts";

/**
 * Writes a story of the base text with everything that is proposed for it as tracked changes. Blocks for which nothing
 * is proposed can be copied by the caller; `isUntouched` tells which.
 */
export class StoryWriter {
  readonly #context: WritingContext;
  readonly #story: Story;
  readonly #markup: Markup;
  readonly #looks: LookWriter;
  readonly #structure: StructureWriter;
  #out = "";
  /** What was begun of a paragraph, until its mark comes. */
  #inline: InlineItem[] = [];
  /** A field over several paragraphs, or another document merged in: it stands in place of the paragraph. */
  #whole: WholeParagraphs | null = null;
  /** The move that takes away the stretch being written. */
  #moving: { readonly id: number; readonly toA: number } | null = null;
  /** The base token that is being written, or before which something is inserted. */
  #at = 0;

  /** `file` is the submission that a whole new story comes from; `null` for a story of the base. */
  constructor(story: Story, target: PartName, markup: Markup, context: WritingContext, file: WordFile | null = null) {
    this.#story = story;
    this.#markup = markup;
    this.#context = context;
    const base: Source = { file, part: file === null ? target : partOfStory(file, story.id, story.kind) };
    this.#looks = new LookWriter(story, target, base, context);
    this.#structure = new StructureWriter(this.#looks, context.tags);
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
    return this.#inline.length === 0 && this.#whole === null;
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

  /** Ends the story: what is inserted after the last token, and what has no end of its own. */
  finish(): string {
    this.#gap(this.#story.tokens.length);
    this.#endStray();
    return this.#inline.length > 0 ? this.#intoLastParagraph(this.#inline) : this.#out;
  }

  /** The mark of a comment whose paragraph is gone stands at the end of the last one: it must be in a paragraph. */
  #intoLastParagraph(waiting: readonly InlineItem[]): string {
    const xml = waiting.flatMap(({ content }) => (content.kind === "marker" ? content.xml : [])).join("");
    const end = this.#out.lastIndexOf("</w:p>");
    return end < 0 ? `${this.#out}<w:p>${xml}</w:p>` : this.#out.slice(0, end) + xml + this.#out.slice(end);
  }

  #gap(at: number): void {
    this.#marker(this.#context.commentsAt(this.#story.id, at, null, 0));
    const passed = new Map<string, number>(); // tokens that each delegation inserted here so far
    for (const { by, lead, tokens, edit } of this.#markup.inserted.get(at) ?? []) {
      const source = this.#looks.sourceOf(by.codes[0] as string);
      const move = this.#markup.moves.get(edit);
      const change: InlineChange = { kind: move === undefined ? "inserted" : "moved-to", by };
      const range = move === undefined ? null : this.#beginRange("moveTo", move);
      // Its bookmarks stand at the mark itself, which comes once more later.
      if (lead?.kind === "mark")
        this.#mark((lead.source as TokenSource & { kind: "mark" }).piece, this.#looks.base, change, []);
      for (const [i, token] of edit.inserted.entries()) {
        // What ends a story is not inserted, but a mark before it is: see `writtenInsertion`.
        if (i < tokens.length) this.#token(token, source, change, []);
        for (const code of by.codes) {
          this.#marker(this.#context.commentsAt(this.#story.id, edit.toA, code, (passed.get(code) ?? 0) + i + 1));
        }
      }
      for (const code of by.codes) passed.set(code, (passed.get(code) ?? 0) + edit.inserted.length);
      if (range !== null) this.#endRange("moveTo", range);
    }
  }

  #moveFrom(at: number): void {
    const edit = this.#markup.movedFrom.get(at);
    const move = edit === undefined ? undefined : this.#markup.moves.get(edit);
    if (edit === undefined || move === undefined) return;
    this.#moving = { id: this.#beginRange("moveFrom", move), toA: edit.toA };
  }

  /** Both ends of a move stand in a range that carries its name; the runs inside do not (17.13.5.24, 17.13.5.28). */
  #beginRange(kind: "moveFrom" | "moveTo", { name, by }: MoveEnd): number {
    const id = this.#context.tags.id();
    this.#marker(`<w:${kind}RangeStart${this.#context.tags.attributes(by, id)} w:name="${name}"/>`);
    return id;
  }

  #endRange(kind: "moveFrom" | "moveTo", id: number): void {
    const end = `<w:${kind}RangeEnd w:id="${id}"/>`;
    // After a whole paragraph it stands between paragraphs, as Word writes it.
    if (this.isBetweenBlocks) this.#out += end;
    else this.#marker(end);
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
    const native = isNative ? [first] : [];
    const replaced = isNative ? others : looks;
    if (token.kind === "word" || token.kind === "atom") {
      this.#token(token, this.#looks.base, this.#withDeleters(change, replaced), native);
      for (const look of replaced) this.#insertedLook(look);
    } else if (token.kind === "mark" && replaced.length > 0 && at < this.#lastMark()) {
      for (const look of replaced) this.#insertedLook(look);
      this.#token(token, this.#looks.base, this.#withDeleters(change, replaced), native);
    } else {
      for (const look of replaced) this.#context.cannotTrack("formatting", this.#story.id, at, look);
      this.#token(token, this.#looks.base, change, native);
    }
  }

  /** Who gives words another look by writing them anew deletes the old ones. */
  #withDeleters(change: InlineChange | null, looks: readonly OtherLook[]): InlineChange | null {
    if (looks.length === 0) return change;
    const all = [...(change === null ? [] : [change.by]), ...looks.map(({ by }) => by)];
    return { kind: "deleted", by: this.#context.join(all) };
  }

  #insertedLook(look: OtherLook): void {
    this.#token(look.token, this.#looks.sourceOfLook(look), { kind: "inserted", by: look.by }, []);
  }

  /** Marks at the end of a cell or of the story cannot be deleted: nothing follows that they could join. */
  #lastMark(): number {
    return this.#story.tokens.findLastIndex(({ kind }) => kind === "mark");
  }

  #token(token: Token, source: Source, change: InlineChange | null, looks: readonly OtherLook[]): void {
    const kept = token.source as TokenSource | null;
    if (kept === null) {
      this.#plainToken(token, change);
      return;
    }
    if (kept.kind === "word") {
      this.#word(slicesOf(kept), kept.markers, source, change, looks);
      return;
    }
    if (kept.kind === "atom" || kept.kind === "mark") {
      for (const { element } of kept.markers) this.#baseMarker(element, source);
      if (kept.kind === "atom") this.#atom(kept.piece, token, source, change, looks);
      else this.#mark(kept.piece, source, change, looks);
      return;
    }
    for (const { element } of kept.markers) this.#baseMarker(element, source);
    this.#endStray();
    if (kept.kind === "open") this.#out += this.#structure.open(kept.piece, source, change, looks);
    else if (kept.kind === "close") {
      const { xml, begun } = this.#structure.close(kept.piece, change);
      this.#out += xml;
      // Elements cannot overlap: where somebody moves one end of a control, it is closed where the other one ends.
      if (kept.piece.container === "group" && !isSameChange(begun, change)) {
        for (const end of [begun, change])
          if (end !== null) this.#context.cannotTrack("wording", this.#story.id, this.#at, end);
      }
    } else {
      const { now, change: proposed } = this.#looks.look(kept.piece.look, source, looks);
      if (now !== null) this.#out += writeSection(now, proposed, this.#context.tags);
    }
  }

  /** A token that comes from no Word file: words typed elsewhere. */
  #plainToken(token: Token, change: InlineChange | null): void {
    if (token.kind === "word") this.#add([], change, { kind: "text", properties: "", text: token.text });
    if (token.kind !== "mark") return;
    const properties = writeParagraphProperties(
      { now: null, change: null },
      this.#markTags(change),
      this.#context.tags,
    );
    this.#endParagraph("<w:p>", properties);
  }

  #word(
    slices: readonly Slice[],
    markers: readonly PlacedMarker[],
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    let at = 0; // characters of the word that are written
    let next = 0;
    for (const { piece, from, to } of slices) {
      for (let start = from; start < to; ) {
        for (; (markers[next]?.at ?? Infinity) <= at; next++)
          this.#baseMarker((markers[next] as PlacedMarker).element, source);
        const proposed = looks[0] === undefined ? null : lookAt(looks[0].token, at);
        const stop = Math.min(start + Math.min(markers[next]?.at ?? Infinity, proposed?.end ?? Infinity) - at, to);
        this.#add(this.#looks.wrappers(piece.wrappers, source), change, {
          kind: "text",
          properties: this.#looks.runProperties(piece.look, source, looks, at),
          text: piece.text.slice(start, stop),
        });
        at += stop - start;
        start = stop;
      }
    }
  }

  #atom(
    piece: AtomPiece,
    token: Token,
    source: Source,
    change: InlineChange | null,
    looks: readonly OtherLook[],
  ): void {
    if (piece.level === "block") {
      this.#whole = { nodes: this.#atomNodes(piece, token, source), change, at: this.#at };
      return;
    }
    const wrappers = this.#looks.wrappers(piece.wrappers, source);
    const nodes = this.#atomNodes(piece, token, source);
    const xml = nodes.map(writeXml).join("");
    if (piece.level === "run") this.#add(wrappers, change, { kind: "run", xml, deletedXml: deletedNodes(nodes) });
    else {
      const properties = this.#looks.runProperties(piece.look, source, looks, 0);
      this.#add(wrappers, change, { kind: "in-run", properties, xml });
    }
  }

  #atomNodes(piece: AtomPiece, token: Token, source: Source): readonly XmlElement[] {
    const { file } = source;
    if (file === null) {
      const boxes = token.stories.map(({ id }) => this.#context.textBox(id));
      return piece.nodes.map((node) => withTextBoxes(node, boxes));
    }
    const note = piece.stories[0];
    if (note !== undefined && note.kind !== "textbox") {
      const id = this.#context.insertNote(note.kind, token.stories[0] as Story, file, this.#story.id, this.#at);
      return piece.nodes.map((node) => node.withAttribute("w:id", id));
    }
    return piece.nodes.map((node) => this.#looks.bring(resolveInside(node, "accept"), source));
  }

  #mark(piece: MarkPiece, source: Source, change: InlineChange | null, looks: readonly OtherLook[]): void {
    const look = this.#looks.look(piece.look, source, looks);
    const properties = writeParagraphProperties(look, this.#markTags(change), this.#context.tags);
    // An inserted paragraph has no ids of its own, be its mark one of the base's once more.
    const attributes = source.file === null && change?.kind !== "inserted" ? piece.paragraph.attributes : [];
    this.#endParagraph(startTag(piece.paragraph, attributes), properties);
  }

  #markTags(change: InlineChange | null): string {
    return change === null ? "" : this.#context.tags.mark(CHANGE_TAGS[change.kind], change.by);
  }

  #endParagraph(start: string, properties: string): void {
    const whole = this.#whole;
    if (whole === null) {
      this.#out += `${start}${properties}${writeInline(this.#inline, this.#context.tags)}</w:p>`;
      this.#inline = [];
    } else {
      // The words of the paragraph are in the elements kept; what stood before them has no width.
      const waiting = this.#writeMarkers();
      this.#writeWhole(whole);
      this.#inline = waiting;
    }
    this.#whole = null;
  }

  #writeWhole({ nodes, change, at }: WholeParagraphs): void {
    // Word has no mark for another document merged in (w:altChunk), nor for what the engine does not know.
    const isTrackable = nodes.every(({ name }) => name === "w:p");
    if (change !== null && !isTrackable) this.#context.cannotTrack("wording", this.#story.id, at, change);
    if (change === null || (change.kind === "deleted" && !isTrackable)) this.#out += nodes.map(writeXml).join("");
    else if (isTrackable) {
      const write = change.kind === "deleted" ? deletedNodes : insertedNodes;
      this.#out += write(nodes, { by: change.by, tags: this.#context.tags });
    }
  }

  /** Words that no mark ends become a paragraph, and what has no width stands by itself. */
  #endStray(): void {
    if (this.#whole !== null || this.#inline.some(({ content }) => content.kind !== "marker"))
      this.#endParagraph("<w:p>", "");
    this.#inline = this.#writeMarkers();
  }

  /** Writes what has no width between paragraphs; gives back what must be in one, the mark of a comment. */
  #writeMarkers(): InlineItem[] {
    const waiting: InlineItem[] = [];
    for (const item of this.#inline) {
      if (item.content.kind !== "marker") continue;
      if (item.content.xml.includes("<w:r>")) waiting.push(item);
      else this.#out += item.content.xml;
    }
    return waiting;
  }

  /** Only the base keeps its bookmarks and the ends of its comments; those of submissions are dealt with elsewhere. */
  #baseMarker(element: XmlElement, source: Source): void {
    if (source.file === null) this.#marker(writeXml(element));
  }

  #marker(xml: string): void {
    if (xml !== "") this.#add(this.#inline.at(-1)?.wrappers ?? [], null, { kind: "marker", xml });
  }

  #add(wrappers: InlineItem["wrappers"], change: InlineChange | null, content: InlineContent): void {
    this.#inline.push({ wrappers, change, content });
  }
}

/** Elements at the level of paragraphs that are kept whole, in place of the paragraph that they hold. */
interface WholeParagraphs {
  readonly nodes: readonly XmlElement[];
  readonly change: InlineChange | null;
  /** The base token that it is, or before which it is inserted. */
  readonly at: number;
}

function isSameChange(a: InlineChange | null, b: InlineChange | null): boolean {
  return a === b || (a?.kind === b?.kind && a?.by.codes.join() === b?.by.codes.join());
}
