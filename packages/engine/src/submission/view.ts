import { splitWords } from "../compare/words.ts";
import type { Block, Container, Paragraph, Story, StoryId, StoryKind, Token } from "../model/text.ts";
import { permanentIdOf } from "../ooxml/permanent-bookmark.ts";
import type { AtomPiece, Change, Look, MarkPiece, OpenPiece, Piece, TextPiece, Wrapper } from "../ooxml/pieces.ts";
import { resolveInside } from "../ooxml/resolve.ts";
import { type PlacedMarker, type Slice, type TokenSource, wordSource } from "../ooxml/token-source.ts";
import { permanentIdsIn } from "./permanent-ids.ts";

/**
 * How to look at a file that tracks changes: true accepts a change, false rejects it. Changes of formatting are asked
 * with the kind `"formatting"`.
 */
export type Decide = (change: Decided) => boolean;

export interface Decided {
  readonly kind: Change["kind"] | "formatting";
  readonly author: string;
  readonly date: string | null;
}

/** Part of a story: pieces that were read, or blocks of the base text that the reader recognised. */
export type Segment = { readonly kind: "pieces"; readonly pieces: readonly Piece[] } | KnownSegment;

export interface KnownSegment {
  readonly kind: "known";
  readonly blocks: readonly Block[];
  readonly pieces: readonly Piece[];
}

/** What a view adds to the tokens: names of stories, automatic numbers. */
export interface ViewOptions {
  readonly decide: Decide;
  /**
   * True for a text that will be written: its pieces are given the look that the view shows, and forget the other. False
   * where two views of one file are compared, which must share their pieces.
   */
  readonly settles: boolean;
  /** The id of a story inside another, asked in the order of appearance. */
  readonly nameStory: (kind: StoryKind, noteId: string) => StoryId;
  /** Begins to number the paragraphs of a story; what it gives is asked for each in the order of appearance. */
  readonly numberStory: () => (look: ViewedLook) => ParagraphNumber;
}

export type ParagraphNumber = Pick<Paragraph, "label" | "level" | "headingLevel" | "isTitle">;

/** Properties as one view shows them. */
export interface ViewedLook {
  readonly properties: Look["now"];
  readonly key: string;
}

/** Shows a story in one view: what the view rejects is left out, the rest becomes tokens and blocks. */
export function viewStory(id: StoryId, kind: StoryKind, segments: readonly Segment[], options: ViewOptions): Story {
  const builder = new StoryBuilder(options);
  for (const segment of segments) builder.add(segment);
  return builder.finish(id, kind);
}

interface Frame {
  readonly open: Token | null;
  readonly column: number;
  readonly blocks: Block[];
}

/** Makes a story of segments, one after the other. */
export class StoryBuilder {
  readonly #options: ViewOptions;
  readonly #numberOf: (look: ViewedLook) => ParagraphNumber;
  readonly #stack: Frame[] = [{ open: null, column: 0, blocks: [] }];
  #tokens: Token[] = [];
  #text = "";
  #slices: Slice[] = [];
  #markers: PlacedMarker[] = [];
  /** True if the bookmark of a permanent id begins in the paragraph being made, or before it. */
  #isBookmarked = false;
  #hiddenMark: MarkPiece | null = null;
  #section: Token | null = null;
  readonly #wrappers = new Map<Wrapper, Wrapper>();
  /** Each wording once: a text repeats its words, and as many strings were a twentieth of the memory. */
  readonly #words = new Map<string, string>();

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#numberOf = options.numberStory();
  }

  add(segment: Segment): void {
    if (segment.kind === "known" && this.isBetweenBlocks) {
      this.#frame().blocks.push(...segment.blocks);
      this.#hiddenMark = null;
    } else for (const piece of segment.pieces) this.#piece(piece);
  }

  finish(id: StoryId, kind: StoryKind): Story {
    this.#closeParagraphs();
    const frame = this.#stack[0] as Frame;
    const tokens: Token[] = [];
    for (const block of frame.blocks) pushTokens(block, tokens);
    if (this.#section !== null) tokens.push(this.#section);
    return { id, kind, blocks: frame.blocks, tokens };
  }

  /** The blocks finished so far, those of the outermost level. */
  get blocks(): readonly Block[] {
    return (this.#stack[0] as Frame).blocks;
  }

  /** True between two blocks of the outermost level, with nothing begun that the next one would end. */
  get isBetweenBlocks(): boolean {
    return this.#stack.length === 1 && this.#tokens.length === 0 && this.#text === "" && this.#markers.length === 0;
  }

  #piece(piece: Piece): void {
    if (piece.kind === "marker") {
      this.#markers.push({ at: this.#text.length, element: piece.element });
      if (permanentIdOf(piece.element) !== null) this.#isBookmarked = true;
      return;
    }
    if (!this.#isVisible(piece.changes)) {
      if (piece.kind === "mark") this.#hiddenMark = piece;
      return;
    }
    this.#visible(this.#options.settles ? this.#settled(piece) : piece);
  }

  #settled<Kind extends Exclude<Piece, { kind: "marker" }>>(piece: Kind): Kind {
    const settled =
      "wrappers" in piece && piece.wrappers.some(({ changes }) => changes.length > 0)
        ? { ...piece, wrappers: piece.wrappers.flatMap((wrapper) => this.#settledWrapper(wrapper)) }
        : piece;
    if (settled.kind === "atom" && settled.swallowed.length > 0) return this.#settledAtom(settled) as Kind;
    if (!("look" in settled) || settled.look.former === null) return settled;
    const { properties, key } = this.#viewed(settled.look);
    return { ...settled, look: { now: properties, nowKey: key, former: null } };
  }

  /** What is kept whole is written as it is: the changes inside must be made. */
  #settledAtom(piece: AtomPiece): AtomPiece {
    const verdict = piece.swallowed.every((change) => this.#options.decide(change)) ? "accept" : "reject";
    return { ...piece, nodes: piece.nodes.map((node) => resolveInside(node, verdict)), swallowed: [] };
  }

  /** The same object for the same wrapper, so that neighbours are seen to share it. */
  #settledWrapper(wrapper: Wrapper): Wrapper[] {
    if (wrapper.changes.length === 0) return [wrapper];
    const known = this.#wrappers.get(wrapper) ?? { ...wrapper, changes: [] };
    this.#wrappers.set(wrapper, known);
    return this.#isVisible(wrapper.changes) ? [known] : [];
  }

  #visible(piece: Exclude<Piece, { kind: "marker" }>): void {
    switch (piece.kind) {
      case "text":
        this.#slices.push({ piece, from: 0, to: piece.text.length });
        this.#text += piece.text;
        break;
      case "atom": {
        this.#flushText();
        const format = this.#runFormat(piece.look, piece.wrappers);
        this.#tokens.push({
          kind: piece.isCharacter ? "word" : "atom",
          text: piece.text,
          wording: piece.key,
          format,
          stories: piece.stories.map((inner) =>
            viewStory(
              this.#options.nameStory(inner.kind, inner.noteId),
              inner.kind,
              [{ kind: "pieces", pieces: inner.pieces }],
              this.#options,
            ),
          ),
          source: source({ kind: "atom", piece, markers: this.#takeMarkers() }),
        });
        break;
      }
      case "mark":
        this.#endParagraph(piece);
        break;
      case "open":
        this.#open(piece);
        break;
      case "close":
        this.#close(piece.container, source({ kind: "close", piece, markers: [] }));
        break;
      case "section": {
        this.#closeParagraphs();
        const look = this.#viewed(piece.look);
        this.#section = {
          kind: "section",
          text: "",
          wording: "section",
          format: look.key,
          stories: [],
          source: source({ kind: "section", piece, markers: this.#takeMarkers() }),
        };
      }
    }
  }

  #isVisible(changes: readonly Change[]): boolean {
    return changes.every((change) => {
      const accepted = this.#options.decide(change);
      return change.kind === "inserted" || change.kind === "moved-to" ? accepted : !accepted;
    });
  }

  #endParagraph(piece: MarkPiece): void {
    this.#flushText();
    const look = this.#viewed(piece.look);
    const mark: Token = {
      kind: "mark",
      text: "\n",
      wording: "¶",
      format: look.key,
      stories: [],
      source: source({ kind: "mark", piece, markers: this.#takeMarkers() }),
    };
    const tokens = [...this.#tokens, mark];
    this.#frame().blocks.push({
      kind: "paragraph",
      tokens,
      length: tokens.length,
      id: piece.paragraph.attribute("w14:paraId"),
      permanentIds: this.#isBookmarked ? permanentIdsIn(tokens) : NO_IDS,
      ...this.#numberOf(look),
    });
    this.#tokens = [];
    this.#isBookmarked = false;
    this.#hiddenMark = null;
  }

  /**
   * Where a story, a cell or a table's neighbour ends a paragraph whose mark the view leaves out, the mark stays: there
   * is no next paragraph to join. Only where nothing is left of the paragraph does it go.
   */
  #closeParagraphs(endsCell = false): void {
    this.#flushText();
    const hidden = this.#hiddenMark;
    const mustEnd = this.#tokens.length > 0 || (endsCell && this.#frame().blocks.at(-1)?.kind !== "paragraph");
    this.#hiddenMark = null;
    if (mustEnd && hidden !== null) this.#endParagraph(hidden);
  }

  #open(piece: OpenPiece): void {
    this.#closeParagraphs();
    const look = this.#viewed(piece.look);
    const open: Token = {
      kind: "open",
      text: "",
      wording: piece.container === "group" ? `<group ${look.key}>` : `<${piece.container}>`,
      format: piece.container === "group" ? "" : look.key,
      stories: [],
      source: source({ kind: "open", piece, markers: this.#takeMarkers() }),
    };
    this.#stack.push({ open, column: piece.column, blocks: [] });
  }

  #close(container: Container["kind"], closing: TokenSource): void {
    this.#closeParagraphs(container === "cell");
    const frame = this.#stack.pop() as Frame;
    // A table without rows and a row without cells are no more: that is what deleting all of them means.
    if ((container === "table" || container === "row") && frame.blocks.length === 0) return;
    const markers = this.#takeMarkers();
    const open = frame.open as Token;
    const close: Token = {
      // Both ends of a content control tell which one it is, or one end could be exchanged without the other.
      kind: "close",
      text: "",
      wording: `</${open.wording.slice(1)}`,
      format: "",
      stories: [],
      source: markers.length === 0 ? closing : source({ ...closing, markers }),
    };
    let length = 2;
    for (const block of frame.blocks) length += block.length;
    this.#frame().blocks.push({
      kind: container,
      open,
      children: frame.blocks,
      close,
      length,
      column: frame.column,
    });
  }

  #flushText(): void {
    if (this.#text === "") return;
    let slice = 0;
    let marker = 0;
    let from = 0;
    let sliceFrom = 0; // where slice number `slice` begins in the text
    for (const found of splitWords(this.#text)) {
      const word = this.#once(found);
      const to = from + word.length;
      let first: Slice | null = null;
      let rest: Slice[] = NO_SLICES; // a list of its own only for the few words that need one
      while (sliceFrom < to) {
        const whole = this.#slices[slice] as Slice;
        const length = whole.piece.text.length;
        const own = { piece: whole.piece, from: Math.max(from - sliceFrom, 0), to: Math.min(to - sliceFrom, length) };
        if (first === null) first = own;
        else if (rest === NO_SLICES) rest = [own];
        else rest.push(own);
        if (own.to < length) break;
        sliceFrom += length;
        slice++;
      }
      const firstMarker = marker;
      while (marker < this.#markers.length && (this.#markers[marker] as PlacedMarker).at < to) marker++;
      const markers =
        marker === firstMarker
          ? NO_MARKERS
          : this.#markers.slice(firstMarker, marker).map(({ at, element }) => ({ at: at - from, element }));
      this.#tokens.push({
        kind: "word",
        text: word,
        wording: word,
        format: this.#wordFormat(first as Slice, rest),
        stories: NO_STORIES,
        source: wordSource(first as Slice, rest, markers),
      });
      from = to;
    }
    this.#markers = this.#markers.slice(marker).map(({ element }) => ({ at: 0, element }));
    this.#text = "";
    this.#slices = [];
  }

  #once(found: string): string {
    const known = this.#words.get(found);
    if (known !== undefined) return known;
    this.#words.set(found, found);
    return found;
  }

  /** One key where the whole word looks the same; otherwise the keys of its stretches with their lengths. */
  #wordFormat(first: Slice, rest: readonly Slice[]): string {
    if (rest.length === 0) return this.#sliceFormat(first.piece);
    const stretches: { key: string; length: number }[] = [];
    for (const { piece, from, to } of [first, ...rest]) {
      const key = this.#sliceFormat(piece);
      const last = stretches.at(-1);
      if (last !== undefined && last.key === key) last.length += to - from;
      else stretches.push({ key, length: to - from });
    }
    if (stretches.length === 1) return stretches[0]?.key ?? "";
    return stretches.map(({ key, length }) => `${length}:${key}`).join("|");
  }

  #sliceFormat(piece: TextPiece): string {
    return this.#runFormat(piece.look, piece.wrappers);
  }

  #runFormat(look: Look, wrappers: readonly Wrapper[]): string {
    let key = look.former === null ? look.nowKey : this.#viewed(look).key;
    for (const wrapper of wrappers) if (this.#isVisible(wrapper.changes)) key += `{${wrapper.key}}`;
    return key;
  }

  #viewed(look: Look): ViewedLook {
    const { former } = look;
    if (former === null || this.#options.decide({ kind: "formatting", author: former.author, date: former.date })) {
      return { properties: look.now, key: look.nowKey };
    }
    return { properties: former.properties, key: former.key };
  }

  #takeMarkers(): PlacedMarker[] {
    const markers = this.#markers;
    this.#markers = [];
    return markers;
  }

  #frame(): Frame {
    return this.#stack.at(-1) as Frame;
  }
}

function pushTokens(block: Block, tokens: Token[]): void {
  if (block.kind === "paragraph") {
    for (const token of block.tokens) tokens.push(token);
    return;
  }
  tokens.push(block.open);
  for (const child of block.children) pushTokens(child, tokens);
  tokens.push(block.close);
}

// Shared by nearly all words, and there are a hundred thousand of them.
const NO_MARKERS: readonly PlacedMarker[] = [];
const NO_STORIES: readonly Story[] = [];
const NO_SLICES: Slice[] = [];
const NO_IDS: readonly string[] = [];

function source(value: TokenSource): TokenSource {
  return value;
}
