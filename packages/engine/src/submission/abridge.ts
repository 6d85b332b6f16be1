import { longestRising } from "../compare/anchors.ts";
import type { Block, Story, Token } from "../model/text.ts";
import type { BaseText, BodyUnit } from "./base-text.ts";
import type { ReadSegment } from "./body-segments.ts";
import type { Segment } from "./view.ts";

/**
 * The body of the base and of a submission without the long stretches that the submission repeats to the letter. In
 * each stands one token, the same in both. What is left is as long as what was changed, so the work is as well: of a
 * hundred pages with ten edits, half a page is aligned and compared.
 */
export interface Abridged {
  readonly base: Story;
  readonly segments: readonly Segment[];
  /** Stretches of the base that were left out, in order. */
  readonly omitted: readonly Omission[];
  /** From a position in the abridged base to the one in the whole base; both count tokens, gaps included. */
  position(abridged: number): number;
}

/** Base tokens `from` to `to`, with the number of paragraphs in them. */
export interface Omission {
  readonly from: number;
  readonly to: number;
  readonly paragraphs: number;
}

/**
 * Units kept on both sides of what was changed: a paragraph that is joined or split meets its neighbours, and a new
 * paragraph can slide past equal ones. Where the neighbours are equal, more are kept.
 */
const NEIGHBOURS = 2;

export function abridge(base: BaseText, segments: readonly ReadSegment[]): Abridged {
  const body = base.stories[0] as Story;
  const runs = inOrder(runsOf(segments));
  const kept: Segment[] = [];
  const omitted: Omission[] = [];
  const sentinels: Block[] = [];
  for (const [i, { run, isInPlace }] of runs.entries()) {
    const range = isInPlace ? omissible(run, i === 0, i === runs.length - 1) : null;
    for (const [k, { segment }] of run.entries()) {
      if (range === null || k < range.first || k > range.last) kept.push(segment);
      else if (k === range.first) {
        const sentinel = sentinelFor(omitted.length);
        omitted.push(omissionOf(run, range.first, range.last));
        sentinels.push(sentinel);
        kept.push({ kind: "known", blocks: [sentinel], pieces: [] });
      }
    }
  }
  const blocks = abridgedBlocks(body, omitted, sentinels);
  const tokens = abridgedTokens(body, omitted, sentinels);
  return { base: { ...body, blocks, tokens }, segments: kept, omitted, position: (at) => wholePosition(at, omitted) };
}

/** Segments in a row that repeat units of the base in a row; or one segment that repeats nothing. */
function runsOf(segments: readonly ReadSegment[]): ReadSegment[][] {
  const runs: ReadSegment[][] = [];
  for (const segment of segments) {
    const last = runs.at(-1)?.at(-1);
    const follows = segment.unit !== null && last?.unit != null && segment.unit.index === last.unit.index + 1;
    if (follows) runs.at(-1)?.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

interface Run {
  readonly run: readonly ReadSegment[];
  /** False for what repeats nothing, and for what was moved: it has to be aligned. */
  readonly isInPlace: boolean;
}

/** Tells which runs stand in the order of the base, so that as much as possible does (the longest rising row of them). */
function inOrder(runs: readonly (readonly ReadSegment[])[]): Run[] {
  const known = runs.flatMap((run, a) => {
    const unit = run[0]?.unit ?? null;
    return unit === null ? [] : [{ a, b: unit.index }];
  });
  const inPlace = new Set(longestRising(known).map(({ a }) => a));
  return runs.map((run, i) => ({ run, isInPlace: inPlace.has(i) }));
}

function omissible(
  run: readonly ReadSegment[],
  isFirst: boolean,
  isLast: boolean,
): { first: number; last: number } | null {
  const unitAt = (i: number): BodyUnit | undefined => run[i]?.unit ?? undefined;
  let first = isFirst ? 0 : NEIGHBOURS;
  while (!isFirst && first < run.length && isAlike(unitAt(first), unitAt(first - 1))) first++;
  let last = run.length - 1 - (isLast ? 0 : NEIGHBOURS);
  while (!isLast && last >= 0 && isAlike(unitAt(last), unitAt(last + 1))) last--;
  return first > last ? null : { first, last };
}

/** True for neighbours that say the same: a change beside them could as well stand beyond them. */
function isAlike(a: BodyUnit | undefined, b: BodyUnit | undefined): boolean {
  const x = a?.blocks[0];
  const y = b?.blocks[0];
  if (x?.kind !== "paragraph" || y?.kind !== "paragraph" || x.length !== y.length) return false;
  return x.tokens.every((token, i) => token.wording === y.tokens[i]?.wording);
}

function omissionOf(run: readonly ReadSegment[], first: number, last: number): Omission {
  const units = run.slice(first, last + 1).flatMap(({ unit }) => unit ?? []);
  const from = units[0]?.from ?? 0;
  const length = units.reduce((sum, unit) => sum + unit.length, 0);
  return { from, to: from + length, paragraphs: units.reduce((sum, unit) => sum + unit.paragraphs, 0) };
}

/** One paragraph that says what no other says. */
function sentinelFor(index: number): Block {
  const token: Token = {
    kind: "mark",
    text: "\n",
    wording: `\0omitted ${index}`,
    format: "",
    stories: [],
    source: null,
  };
  return {
    kind: "paragraph",
    tokens: [token],
    length: 1,
    id: null,
    permanentIds: [],
    label: "",
    level: null,
    headingLevel: null,
    isTitle: false,
  };
}

function abridgedBlocks(body: Story, omitted: readonly Omission[], sentinels: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let next = 0;
  for (const block of body.blocks) {
    const omission = omitted[next];
    if (omission === undefined || at < omission.from) blocks.push(block);
    at += block.length;
    if (omission !== undefined && at === omission.to) blocks.push(sentinels[next++] as Block);
  }
  return blocks;
}

function abridgedTokens(body: Story, omitted: readonly Omission[], sentinels: readonly Block[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [i, { from, to }] of omitted.entries()) {
    for (; at < from; at++) tokens.push(body.tokens[at] as Token);
    const sentinel = sentinels[i] as Block;
    if (sentinel.kind === "paragraph") tokens.push(...sentinel.tokens);
    at = to;
  }
  for (; at < body.tokens.length; at++) tokens.push(body.tokens[at] as Token);
  return tokens;
}

function wholePosition(at: number, omitted: readonly Omission[]): number {
  let ahead = 0;
  for (const { from, to } of omitted) {
    // Before the token that stands for what was omitted, or after it; nothing happens within.
    if (at + ahead <= from) break;
    ahead += to - from - 1;
  }
  return at + ahead;
}
