import type { BlockEntry, StoryEntry } from "@compendium/engine";
import type { PassageStop, Stop } from "./stops.ts";

/** Where the stops of a story are shown. */
export interface Placing {
  /** In the line of a paragraph, by the position of its first token; in the order of the text. */
  readonly inside: ReadonlyMap<number, readonly Stop[]>;
  /** By themselves before the block that begins at a position: new paragraphs, rows and cells, and what strikes those. */
  readonly before: ReadonlyMap<number, readonly Stop[]>;
  /** By themselves at the end of the container whose closing token, or of the story whose last token, has a position. */
  readonly atEnd: ReadonlyMap<number, readonly Stop[]>;
  /** Base words that a passage shows and their own paragraph therefore does not, as half-open ranges in order. */
  readonly shownElsewhere: readonly Range[];
  /** Passages that take the place of whole rows, cells or tables; their base words are shown in place. */
  readonly overBlocks: readonly PassageStop[];
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** For a text for which nothing is proposed. */
export const NOTHING_PLACED: Placing = {
  inside: new Map(),
  before: new Map(),
  atEnd: new Map(),
  shownElsewhere: [],
  overBlocks: [],
};

export function placeStops(story: StoryEntry, stops: readonly Stop[]): Placing {
  const spots = spotsOf(story.blocks);
  const inside = new Map<number, Stop[]>();
  const before = new Map<number, Stop[]>();
  const atEnd = new Map<number, Stop[]>();
  const shownElsewhere: Range[] = [];
  const overBlocks: PassageStop[] = [];
  for (const stop of stops) {
    const spot = spotAt(spots, stop.from);
    if (spot === null || spot.kind === "close") {
      add(atEnd, spot?.from ?? stop.from, stop);
    } else if (spot.kind === "open") {
      add(before, strikesRows(stop) ? (spot.row ?? spot.from) : spot.from, stop);
      if (stop.kind === "passage" && stop.to > stop.from) overBlocks.push(stop);
    } else if (isNewBlock(stop, spot.from)) {
      add(before, spot.from, stop);
    } else {
      add(inside, spot.from, stop);
      if (stop.kind === "passage" && stop.to > spot.to) shownElsewhere.push({ from: spot.to, to: stop.to });
    }
  }
  return { inside, before, atEnd, shownElsewhere, overBlocks };
}

/** True if some range holds the whole stretch. */
export function isWithin(ranges: readonly Range[], from: number, to: number): boolean {
  return ranges.some((range) => range.from <= from && to <= range.to);
}

/** New whole paragraphs, which everyone puts before the paragraph in question. */
function isNewBlock(stop: Stop, paragraphFrom: number): boolean {
  if (stop.kind !== "passage" || stop.from !== stop.to || stop.from !== paragraphFrom) return false;
  return stop.passage.proposals.every(({ wording }) => wording.endsWith("\n"));
}

function strikesRows(stop: Stop): boolean {
  if (stop.kind !== "passage") return false;
  return stop.passage.proposals.some(({ structure }) => structure?.deleted.includes("row") ?? false);
}

interface Spot extends Range {
  readonly kind: "paragraph" | "open" | "close";
  /** Where the row begins in which it is; `null` outside tables. */
  readonly row: number | null;
}

/** Paragraphs, and the tokens that open and close containers, in the order of the text. They cover all of it. */
function spotsOf(blocks: readonly BlockEntry[], row: number | null = null): Spot[] {
  return blocks.flatMap((block): Spot[] => {
    const { from } = block;
    if (block.kind === "paragraph") {
      return [{ kind: "paragraph", from, to: from + block.words.length, row }];
    }
    const within = block.kind === "row" ? from : row;
    return [
      { kind: "open", from, to: from + 1, row: within },
      ...spotsOf(block.blocks, within),
      { kind: "close", from: block.to - 1, to: block.to, row: within },
    ];
  });
}

function spotAt(spots: readonly Spot[], position: number): Spot | null {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spots[middle] as Spot).to <= position) low = middle + 1;
    else high = middle;
  }
  return spots[low] ?? null;
}

function add(to: Map<number, Stop[]>, position: number, stop: Stop): void {
  const there = to.get(position);
  if (there === undefined) to.set(position, [stop]);
  else there.push(stop);
}
