import { countParagraphs } from "../align/item.ts";
import { Resemblance } from "../align/resemblance.ts";
import { lettersOf, sumOf } from "../compare/weight.ts";
import type { Notice } from "../model/notice.ts";
import type { Block, Story, StoryId, StoryKind, Token } from "../model/text.ts";
import type { PartName } from "../ooxml/part-names.ts";
import type { Change, Piece, SectionPiece } from "../ooxml/pieces.ts";
import type { TokenSource } from "../ooxml/token-source.ts";
import { WordFile } from "../ooxml/word-file.ts";
import type { WordPackage } from "../ooxml/word-package.ts";
import type { XmlElement } from "../ooxml/xml.ts";
import { readBody } from "./body-segments.ts";
import { type Margin, readMargins } from "./margins.ts";
import { numberWith } from "./paragraph-numbers.ts";
import { withoutTraces } from "./traces.ts";
import { type Decided, type KnownSegment, type Segment, StoryBuilder, type ViewOptions, viewStory } from "./view.ts";

/**
 * The draft as circulated, read once and kept for all submissions. Changes that it carries itself are read as accepted:
 * the draft is what its reader sees with them.
 */
export interface BaseText {
  readonly file: WordFile;
  /** Body, then notes and text boxes in the order of reference, then headers and footers with what is inside them. */
  readonly stories: readonly Story[];
  /** The body in stretches that stand on their own, in order; together they are the whole body. */
  readonly units: readonly BodyUnit[];
  /** Indexes of units by the characters that they begin with, in order. */
  readonly unitsByBeginning: ReadonlyMap<string, readonly number[]>;
  /** The same by what they say and how they look, told by `withoutTraces`. */
  readonly unitsBySense: ReadonlyMap<string, readonly number[]>;
  /** Of the body, without notes and text boxes: how much it says (`lettersOf`), and its paragraphs, those of tables too. */
  readonly letters: number;
  readonly paragraphs: number;
  /** What alignment remembers of the base's blocks, so that each is measured once for all submissions. */
  readonly resemblance: Resemblance;
  /** Positions of the tokens on which stories hang, by the story that they stand in. */
  readonly holders: ReadonlyMap<StoryId, readonly number[]>;
  /** What is written before the first unit, from the XML declaration to the start of the body, and after the last. */
  readonly head: string;
  readonly tail: string;
  /** Headers and footers by section, kind and type: `"0 header default"`. */
  readonly margins: ReadonlyMap<string, BaseMargin>;
  /** Changes that the base carries itself; the same ones in a submission are nobody's proposal. */
  readonly carried: CarriedChanges;
  /** Stories outside the body that track changes themselves, and so cannot be copied as they are. */
  readonly tracking: ReadonlySet<StoryId>;
  readonly notices: readonly Notice[];
}

/**
 * How many characters units are looked up by when the next one in order does not fit. Word begins a paragraph with its
 * id, `<w:p w14:paraId="1F4CE257"`, which 28 characters hold; 40 leave room for another prefix.
 */
export const UNIT_BEGINNING = 40;

export interface BaseMargin {
  readonly story: StoryId;
  readonly part: PartName;
}

/** A stretch of the base's body. Where a submission repeats it, it is a segment of the submission as it is. */
export interface BodyUnit extends KnownSegment {
  /** Its place among the units, from 0. */
  readonly index: number;
  /** The position of its first token in the body, and how many tokens and paragraphs it has; for a unit with blocks. */
  readonly from: number;
  readonly length: number;
  readonly paragraphs: number;
  /** As written in the base, with what stands before it since the last unit. */
  readonly raw: string;
  /** The blocks that are made of this unit alone. Empty where a block goes on in the next unit. */
  readonly blocks: readonly Block[];
  /** True if the base tracks no change in it: then a submission that repeats it to the letter changes nothing. */
  readonly isPlain: boolean;
  /** True if a section of the body ends in it. */
  readonly hasSection: boolean;
}

export interface CarriedChanges {
  readonly count: number;
  readonly authors: readonly string[];
  has(change: Decided): boolean;
}

/**
 * Reads the base text. `verdict` is what becomes of changes that the file tracks itself. Throws a `Problem` if the file
 * cannot be read.
 */
export function readBase(source: WordPackage, verdict: "accept" | "reject" = "accept"): BaseText {
  const file = new WordFile(source, null);
  const { head, segments, tail } = readBody(file, null);
  const names = storyNames();
  const options: ViewOptions = {
    decide: () => verdict === "accept",
    settles: true,
    nameStory: names,
    numberStory: numberWith(file),
  };
  const builder = new StoryBuilder(options);
  const units: BodyUnit[] = [];
  const collect = changeCollector();
  let from = 0;
  for (const [index, { segment, raw }] of segments.entries()) {
    const before = builder.blocks.length;
    const alone = builder.isBetweenBlocks;
    builder.add(segment);
    const made = builder.blocks.slice(before);
    const length = made.reduce((sum, block) => sum + block.length, 0);
    const paragraphs = made.reduce((sum, block) => sum + countParagraphs(block), 0);
    const blocks = alone && builder.isBetweenBlocks ? made : [];
    units.push({
      kind: "known",
      index,
      from,
      length,
      paragraphs,
      raw,
      blocks,
      pieces: segment.pieces,
      isPlain: !collect(segment.pieces),
      hasSection: sectionsOf([segment]).length > 0,
    });
    from += length;
  }
  const body = builder.finish("body", "body");
  const margins = readMargins(file, sectionsOf(segments.map(({ segment }) => segment)));
  const { stories, byKey, tracked } = marginStories(file, margins, names, collect, options);
  const all = [body, ...stories].flatMap(withInner);
  const carried = collect.result();
  const tracking = new Set([...tracked, ...all.flatMap(({ tokens }) => tokens.flatMap(trackingInside))]);
  if (carried.count > 0) {
    file.notices.push({ code: "base-carries-changes", count: carried.count, authors: carried.authors });
  }
  const unitsByBeginning = Map.groupBy(units.keys(), (i) => (units[i] as BodyUnit).raw.slice(0, UNIT_BEGINNING));
  const unitsBySense = Map.groupBy(units.keys(), (i) => withoutTraces((units[i] as BodyUnit).raw));
  const holders = new Map(all.map(({ id, tokens }) => [id, holdersIn(tokens)]));
  return {
    file,
    stories: all,
    units,
    unitsByBeginning,
    unitsBySense,
    letters: sumOf(body.tokens, 0, body.tokens.length, lettersOf),
    paragraphs: body.tokens.filter(({ kind }) => kind === "mark").length,
    resemblance: new Resemblance(),
    holders,
    head,
    tail,
    margins: byKey,
    carried,
    tracking,
    notices: file.notices,
  };
}

function holdersIn(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ stories }, i) => (stories.length > 0 ? [i] : []));
}

/** Names stories in the order of appearance: `"footnote:1"`, `"footnote:2"` … */
function storyNames(): (kind: StoryKind) => StoryId {
  const counts = new Map<StoryKind, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}:${count}`;
  };
}

/** The section properties of a body in order (ECMA-376 Part 1, 17.6.17 and 17.6.18). */
export function sectionsOf(segments: readonly Segment[]): XmlElement[] {
  const sections: XmlElement[] = [];
  for (const { pieces } of segments) {
    for (const piece of pieces) {
      const section = piece.kind === "mark" ? (piece.look.now?.child("w:sectPr") ?? null) : sectionNow(piece);
      if (section !== null) sections.push(section);
    }
  }
  return sections;
}

function sectionNow(piece: Piece): XmlElement | null {
  return piece.kind === "section" ? (piece as SectionPiece).look.now : null;
}

function marginStories(
  file: WordFile,
  margins: readonly Margin[],
  names: (kind: StoryKind) => StoryId,
  collect: (pieces: readonly Piece[]) => boolean,
  options: ViewOptions,
): { stories: Story[]; byKey: Map<string, BaseMargin>; tracked: StoryId[] } {
  const tracked: StoryId[] = [];
  const byPart = new Map<PartName, Story>();
  const byKey = new Map<string, BaseMargin>();
  for (const { key, kind, part } of margins) {
    let story = byPart.get(part);
    if (story === undefined) {
      const pieces = readPartPieces(file, part);
      story = viewStory(names(kind), kind, [{ kind: "pieces", pieces }], options);
      if (collect(pieces)) tracked.push(story.id);
      byPart.set(part, story);
    }
    byKey.set(key, { story: story.id, part });
  }
  return { stories: [...byPart.values()], byKey, tracked };
}

/** The stories that hang on a token and track changes. */
function trackingInside(token: Token): StoryId[] {
  const source = sourceOf(token);
  if (source?.kind !== "atom") return [];
  return token.stories.flatMap(({ id }, i) => (tracks(source.piece.stories[i]?.pieces ?? []) ? [id] : []));
}

/** True where pieces, or the stories inside them, carry a change. */
function tracks(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece) =>
      piece.kind !== "marker"
      && (!changesAround(piece).next().done
        || (piece.kind === "atom" && piece.stories.some((inner) => tracks(inner.pieces)))),
  );
}

/** All pieces of a part that is one story, such as a header. */
export function readPartPieces(file: WordFile, part: PartName): readonly Piece[] {
  const reader = file.storyReader(part);
  for (const block of file.rootOf(part).elements()) reader.readBlock(block);
  return reader.take();
}

/** A story and those that hang on its tokens, in order. */
function withInner(story: Story): Story[] {
  return [story, ...story.tokens.flatMap((token) => token.stories.flatMap(withInner))];
}

interface ChangeCollector {
  /** True if the pieces, or the stories inside them, carry a change. */
  (pieces: readonly Piece[]): boolean;
  result(): CarriedChanges;
}

function changeCollector(): ChangeCollector {
  const seen = new Set<string>();
  const authors = new Set<string>();
  let count = 0;
  const note = (change: Decided): void => {
    count++;
    seen.add(keyOf(change));
    authors.add(change.author);
  };
  const collect = (pieces: readonly Piece[]): boolean => {
    let found = false;
    for (const piece of pieces) {
      if (piece.kind === "marker") continue;
      for (const change of changesAround(piece)) {
        note(change);
        found = true;
      }
      if (piece.kind === "atom") for (const inner of piece.stories) found = collect(inner.pieces) || found;
    }
    return found;
  };
  const result = (): CarriedChanges => ({ count, authors: [...authors], has: (change) => seen.has(keyOf(change)) });
  return Object.assign(collect, { result });
}

/** Every change that a piece carries: around it, on its wrappers, of its look. */
export function* changesAround(piece: Exclude<Piece, { kind: "marker" }>): Generator<Decided> {
  yield* piece.changes as readonly Change[];
  if ("wrappers" in piece) for (const wrapper of piece.wrappers) yield* wrapper.changes;
  if (piece.kind === "atom") yield* piece.swallowed;
  if (!("look" in piece) || piece.look.former === null) return;
  const { author, date } = piece.look.former;
  yield { kind: "formatting", author, date };
}

function keyOf({ kind, author, date }: Decided): string {
  return JSON.stringify([kind, author, date]);
}

/** What the reader kept with a token of a Word file; `null` for a token that comes from elsewhere. */
export function sourceOf(token: Token): TokenSource | null {
  return token.source as TokenSource | null;
}
