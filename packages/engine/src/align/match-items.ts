import { type Pair, uniqueAnchors } from "../compare/anchors.ts";
import { shortestEdit } from "../compare/shortest-edit.ts";
import type { Block, Paragraph } from "../model/text.ts";
import { extendMatches } from "./extend-matches.ts";
import type { Item, Match } from "./item.ts";
import { pairByRareWords } from "./pair-by-rare-words.ts";
import { pairByWorth } from "./pair-by-worth.ts";
import type { Resemblance } from "./resemblance.ts";
import { slidePairs } from "./slide-pairs.ts";

/**
 * Gaps of at most this many possible pairs are searched completely. 64 by 64 paragraphs take some 10 ms; a chapter that
 * was rewritten as a whole is usually smaller.
 */
const MOST_PAIRS = 4096;
/** In a larger gap, paragraphs of fewer letters ("Annex", "(a)") are no fixed points. */
const LEAST_ANCHOR_LETTERS = 8;
/** See `LEAST_LIKENESS`: here the neighbours on both sides have partners already. */
const LEAST_LIKENESS_IN_PLACE = 0.25;

/**
 * Which items of one level belong together, in rising order. From the surest sign to the weakest, each only between
 * those that are settled: the very same block; our permanent id; Word's paragraph id; wording that occurs once; then in small gaps
 * whatever pairing keeps most letters, and in large ones equal wording in order and rare words in common.
 */
export function matchItems(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Match[] {
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && isSame(a[endA - 1], b[endB - 1])) {
    endA--;
    endB--;
  }

  const ends: Pair[] = [];
  for (let i = 0; i < start; i++) ends.push({ a: i, b: i });
  for (let i = endA; i < a.length; i++) ends.push({ a: i, b: i - endA + endB });
  return extendMatches(a, b, settle(a, b, ends, resemblance), resemblance);
}

/** Pairs and slides until nothing is left to do: what was slid can come to lie beside a partner. */
function settle(a: readonly Item[], b: readonly Item[], known: readonly Pair[], resemblance: Resemblance): Pair[] {
  const pairs = pairInGaps(a, b, known, (gapA, gapB) => pairBetween(gapA, gapB, resemblance, BY_SURENESS));
  const slid = slidePairs(a, b, pairs);
  const isSettled = slid.every((pair, i) => pair.a === pairs[i]?.a && pair.b === pairs[i]?.b);
  return isSettled ? slid : settle(a, b, slid, resemblance);
}

/** Finds some pairs that rise on both sides; what it leaves over, the next stage looks at. */
type Stage = (a: readonly Item[], b: readonly Item[], resemblance: Resemblance) => readonly Pair[];

const BY_SURENESS: readonly Stage[] = [
  pairSameBlocks,
  pairPermanentIds,
  pairParagraphIds,
  pairUniqueWording,
  pairAllInSmallGap,
  pairEqualWordingInOrder,
  pairAllInSmallGap,
  pairByRareWords,
  pairAllInSmallGap,
  pairInPlace,
];

function pairBetween(
  a: readonly Item[],
  b: readonly Item[],
  resemblance: Resemblance,
  stages: readonly Stage[],
): Pair[] {
  const [stage, ...weaker] = stages;
  if (stage === undefined || a.length === 0 || b.length === 0) return [];
  return pairInGaps(a, b, stage(a, b, resemblance), (gapA, gapB) => pairBetween(gapA, gapB, resemblance, weaker));
}

/** The known pairs, and between them those that `pairUp` finds there. */
function pairInGaps(
  a: readonly Item[],
  b: readonly Item[],
  known: readonly Pair[],
  pairUp: (a: readonly Item[], b: readonly Item[]) => readonly Pair[],
): Pair[] {
  const pairs: Pair[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const pair of [...known, { a: a.length, b: b.length }]) {
    if (pair.a > fromA && pair.b > fromB) {
      for (const inner of pairUp(a.slice(fromA, pair.a), b.slice(fromB, pair.b))) {
        pairs.push({ a: inner.a + fromA, b: inner.b + fromB });
      }
    }
    if (pair.a < a.length) pairs.push(pair);
    fromA = pair.a + 1;
    fromB = pair.b + 1;
  }
  return pairs;
}

function isSame(a: Item | undefined, b: Item | undefined): boolean {
  return a !== undefined && b !== undefined && a.block !== null && a.block === b.block;
}

function pairSameBlocks(a: readonly Item[], b: readonly Item[]): Pair[] {
  const ids = new Map<Block, number>();
  return pairUnique(a, b, (block) => {
    const id = ids.get(block) ?? ids.size;
    ids.set(block, id);
    return id;
  });
}

/** Programs that renew Word's paragraph ids, or write none, still keep bookmarks. */
function pairPermanentIds(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  return pairByIds(a, b, resemblance, ({ permanentIds }) => permanentIds[0] ?? null);
}

function pairParagraphIds(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  return pairByIds(a, b, resemblance, ({ id }) => id);
}

/** Copied paragraphs repeat their id, and a saved file can give an old id to a new paragraph: the text has the say. */
function pairByIds(
  a: readonly Item[],
  b: readonly Item[],
  resemblance: Resemblance,
  idOf: (paragraph: Paragraph) => string | null,
): Pair[] {
  const ids = new Map<string, number>();
  const pairs = pairUnique(a, b, (block) => {
    const own = block.kind === "paragraph" ? idOf(block) : null;
    if (own === null) return -1;
    const id = ids.get(own) ?? ids.size;
    ids.set(own, id);
    return id;
  });
  return pairs.filter((pair) => worthOf(a[pair.a], b[pair.b], resemblance) >= 1);
}

/**
 * What occurs once is the surest sign, but not if nearly everything else speaks against it: of a long form of repeated
 * lines a single unique one can be moved from the beginning to the end.
 */
function pairUniqueWording(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): readonly Pair[] {
  const unique = pairUnique(a, b, (block) => (isTelling(block, resemblance) ? resemblance.keyOf(block) : -1));
  const inOrder = pairEqualWordingInOrder(a, b, resemblance);
  const lettersIn = (pairs: readonly Pair[]): number =>
    pairs.reduce((sum, pair) => sum + worthOf(a[pair.a], b[pair.b], resemblance), 0);
  return 2 * lettersIn(unique) >= lettersIn(inOrder) ? unique : inOrder;
}

function pairAllInSmallGap(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  if (a.length * b.length > MOST_PAIRS) return [];
  return pairByWorth(a.length, b.length, (i, k) => worthOf(a[i], b[k], resemblance));
}

function pairEqualWordingInOrder(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  const telling = (items: readonly Item[]): number[] =>
    [...items.keys()].filter((place) => isTelling(items[place]?.block ?? null, resemblance));
  const placesA = telling(a);
  const placesB = telling(b);
  const keys = (items: readonly Item[], places: readonly number[]): Int32Array =>
    Int32Array.from(places, (place) => resemblance.keyOf((items[place] as Item).block as Block));
  const { changes } = shortestEdit(keys(a, placesA), keys(b, placesB));
  const pairs: Pair[] = [];
  let i = 0;
  let k = 0;
  for (const { fromA, toA, toB } of [...changes, { fromA: placesA.length, toA: 0, toB: 0 }]) {
    while (i < fromA) pairs.push({ a: placesA[i++] as number, b: placesB[k++] as number });
    i = toA;
    k = toB;
  }
  return pairs;
}

/**
 * Tables, rows and cells that are left over in equal number, each of the same form as its partner, were filled in or
 * rewritten in place: the form stays and the words change. So an empty cell that got words keeps its mark. A single
 * paragraph left over between partners needs to be less alike than others, for its place speaks for it.
 */
function pairInPlace(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  const inPlace =
    a.length === b.length && a.every(({ block }, i) => hasFormOf(block, b[i]?.block ?? null, resemblance));
  if (inPlace) return a.map((_, i) => ({ a: i, b: i }));
  const [blockA, blockB] = [a[0]?.block, b[0]?.block];
  const single = a.length === 1 && b.length === 1 && blockA?.kind === "paragraph" && blockB?.kind === "paragraph";
  return single && resemblance.likeness(blockA, blockB) >= LEAST_LIKENESS_IN_PLACE ? [{ a: 0, b: 0 }] : [];
}

function hasFormOf(a: Block | null, b: Block | null, resemblance: Resemblance): boolean {
  if (a === null || b === null || a.kind !== b.kind || a.kind === "paragraph" || b.kind === "paragraph") return false;
  if (a.kind === "cell") return true;
  if (a.kind === "row")
    return a.children.length === b.children.length || (isEmpty(a, resemblance) && isEmpty(b, resemblance));
  return a.kind === "table" && hasFormOf(a.children[0] ?? null, b.children[0] ?? null, resemblance);
}

function isEmpty(block: Block, resemblance: Resemblance): boolean {
  return resemblance.bagOf(block).letters === 0;
}

function isTelling(block: Block | null, resemblance: Resemblance): block is Block {
  return block !== null && resemblance.bagOf(block).letters >= LEAST_ANCHOR_LETTERS;
}

function worthOf(a: Item | undefined, b: Item | undefined, resemblance: Resemblance): number {
  if (a === undefined || b === undefined || a.block === null || b.block === null) return 0;
  return resemblance.worth(a.block, b.block);
}

/** Pairs what has the same number once in A and once in B; -1 is no number. */
function pairUnique(a: readonly Item[], b: readonly Item[], numberOf: (block: Block) => number): Pair[] {
  const numbers = (items: readonly Item[]): Int32Array =>
    Int32Array.from(items, ({ block }) => (block === null ? -1 : numberOf(block)));
  return uniqueAnchors(numbers(a), 0, a.length, numbers(b), 0, b.length);
}
