import type { BlockEntry, CompilationDocument, ContainerEntry, ParagraphEntry, StoryEntry } from "@compendium/engine";
import { isWithin, type Placing, placeStops } from "./placing.ts";
import type { Stop } from "./stops.ts";

/** One piece of the text as the window shows it, from margin to margin. */
export type TextRow = ParagraphRow | TableRow | StopRow | StoryTitleRow | LeftOutRow;

export interface ParagraphRow extends RowPlace {
  readonly kind: "paragraph";
  readonly paragraph: ParagraphEntry;
  readonly placing: Placing;
  /** For a heading, how many headings it stands under; `null` for text. Levels that the text skips do not count. */
  readonly depth: number | null;
}

export interface TableRow extends RowPlace {
  readonly kind: "table";
  readonly table: ContainerEntry;
  readonly placing: Placing;
}

/** A passage that stands by itself between paragraphs: new ones, or a struck table. */
export interface StopRow extends RowPlace {
  readonly kind: "stop";
}

/** Before a note, a text box, a header or a footer. */
export interface StoryTitleRow extends RowPlace {
  readonly kind: "story-title";
  readonly storyKind: StoryEntry["kind"];
  /** Of the notes of its kind, from 1. */
  readonly number: number;
}

/** Paragraphs that the filter leaves out. */
export interface LeftOutRow extends RowPlace {
  readonly kind: "left-out";
  readonly count: number;
}

interface RowPlace {
  readonly key: string;
  readonly story: string;
  /** All stops that the row shows, in the order of the text. */
  readonly stops: readonly Stop[];
}

/**
 * The body, each note and text box after the paragraph on which it hangs, and the headers and footers that somebody
 * changes at the end: those repeat on every page.
 */
export function rowsOf(compilation: CompilationDocument, stops: readonly Stop[]): readonly TextRow[] {
  const stories = new Map(compilation.stories.map((story) => [story.id, story]));
  const stopsIn = Map.groupBy(stops, ({ story }) => story);
  const shown = new Set<string>();

  const rowsOfStory = (story: StoryEntry): TextRow[] => {
    shown.add(story.id);
    const own = stopsIn.get(story.id) ?? [];
    const placing = placeStops(story, own);
    const rows = blockRows(story, story.blocks, placing);
    const placed = new Set(rows.flatMap((row) => row.stops));
    const left = own.filter((stop) => !placed.has(stop)).map((stop) => stopRow(story, stop));
    return [...rows, ...left].flatMap((row) => [row, ...innerIds(row).flatMap(innerRows)]);
  };
  const innerRows = (id: string): TextRow[] => {
    const story = stories.get(id);
    if (story === undefined || shown.has(id)) return [];
    return [titleRow(story), ...rowsOfStory(story)];
  };

  const body = withDepths(compilation.stories.filter(({ kind }) => kind === "body").flatMap(rowsOfStory));
  const others = compilation.stories.filter(({ id }) => !shown.has(id) && (stopsIn.get(id)?.length ?? 0) > 0);
  return [...body, ...others.flatMap(({ id }) => innerRows(id))];
}

function withDepths(rows: readonly TextRow[]): readonly TextRow[] {
  const above: number[] = [];
  return rows.map((row) => {
    const level = row.kind === "paragraph" ? row.paragraph.headingLevel : null;
    if (row.kind !== "paragraph" || level === null) return row;
    while ((above.at(-1) ?? -1) >= level) above.pop();
    above.push(level);
    return { ...row, depth: above.length - 1 };
  });
}

/** Indexes of the headings under which a row stands, outermost first. */
export function headingsAbove(rows: readonly TextRow[], index: number): readonly number[] {
  const found: number[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let at = index; at >= 0 && depth > 0; at -= 1) {
    const row = rows[at];
    const own = row?.kind === "paragraph" ? row.depth : null;
    if (own === null || own >= depth) continue;
    found.unshift(at);
    depth = own;
  }
  return found;
}

function blockRows(story: StoryEntry, blocks: readonly BlockEntry[], placing: Placing): TextRow[] {
  return blocks.flatMap((block): TextRow[] => {
    const before = (placing.before.get(block.from) ?? []).map((stop) => stopRow(story, stop));
    return [...before, ...rowsOfBlock(story, block, placing)];
  });
}

function rowsOfBlock(story: StoryEntry, block: BlockEntry, placing: Placing): TextRow[] {
  if (block.kind === "paragraph") {
    const stops = placing.inside.get(block.from) ?? [];
    const isShownElsewhere = isWithin(placing.shownElsewhere, block.from, block.from + block.words.length);
    if (isShownElsewhere && stops.length === 0) return [];
    return [
      {
        kind: "paragraph",
        key: keyOf(story, block.from),
        story: story.id,
        stops,
        paragraph: block,
        placing,
        depth: null,
      },
    ];
  }
  if (block.kind === "table") {
    const stops = stopsWithin(block, placing);
    return [{ kind: "table", key: keyOf(story, block.from), story: story.id, stops, table: block, placing }];
  }
  const atEnd = (placing.atEnd.get(block.to - 1) ?? []).map((stop) => stopRow(story, stop));
  return [...blockRows(story, block.blocks, placing), ...atEnd];
}

/** Without what stands before the block itself. */
function stopsWithin(block: BlockEntry, placing: Placing): readonly Stop[] {
  if (block.kind === "paragraph") return placing.inside.get(block.from) ?? [];
  const inner = block.blocks.flatMap((child) => [
    ...(placing.before.get(child.from) ?? []),
    ...stopsWithin(child, placing),
  ]);
  return [...inner, ...(placing.atEnd.get(block.to - 1) ?? [])];
}

function stopRow({ id: story }: StoryEntry, stop: Stop): StopRow {
  return { kind: "stop", key: stop.id, story, stops: [stop] };
}

function titleRow({ id, kind }: StoryEntry): StoryTitleRow {
  const number = Number(id.slice(id.indexOf(":") + 1));
  return { kind: "story-title", key: `title ${id}`, story: id, stops: [], storyKind: kind, number };
}

function innerIds(row: TextRow): readonly string[] {
  if (row.kind === "paragraph") return innerIdsOf(row.paragraph);
  return row.kind === "table" ? innerIdsOf(row.table) : [];
}

function innerIdsOf(block: BlockEntry): readonly string[] {
  if (block.kind === "paragraph") return Object.values(block.inner ?? {}).flat();
  return block.blocks.flatMap(innerIdsOf);
}

function keyOf({ id }: StoryEntry, from: number): string {
  return `${id} ${from}`;
}
