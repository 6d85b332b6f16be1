import type { Pair } from "../compare/anchors.ts";
import type { Item, Match } from "./item.ts";
import type { Bag, Resemblance } from "./resemblance.ts";

/** A neighbour was split off if at least this share of its letters is what its paragraph lost. */
const LEAST_SHARE = 0.6;
/** Shorter pieces than this many letters can have come from anywhere. */
const LEAST_LETTERS = 8;

/**
 * Finds paragraphs that were split or merged: takes the unmatched paragraphs beside a pair into the match where their
 * words continue what the pair left over. Only one side of a match ever grows.
 */
export function extendMatches(
  a: readonly Item[],
  b: readonly Item[],
  pairs: readonly Pair[],
  resemblance: Resemblance,
): Match[] {
  const matches: Match[] = [];
  pairs.forEach((pair, i) => {
    const before = matches.at(-1) ?? { toA: 0, toB: 0 };
    const after = pairs[i + 1] ?? { a: a.length, b: b.length };
    const [fromB, toB] = grow(a[pair.a], b, pair.b, before.toB, after.b, resemblance);
    const [fromA, toA] =
      toB - fromB > 1 ? [pair.a, pair.a + 1] : grow(b[pair.b], a, pair.a, before.toA, after.a, resemblance);
    matches.push({ fromA, toA, fromB, toB });
  });
  return matches;
}

/** From where to where the row continues `whole`, round its partner at `at` and between `start` and `end`. */
function grow(
  whole: Item | undefined,
  row: readonly Item[],
  at: number,
  start: number,
  end: number,
  resemblance: Resemblance,
): [from: number, to: number] {
  const partner = row[at]?.block;
  if (start + 1 === end || whole?.block?.kind !== "paragraph" || partner?.kind !== "paragraph") return [at, at + 1];
  let rest = resemblance.without(resemblance.bagOf(whole.block), resemblance.bagOf(partner));
  const takes = (item: Item | undefined): boolean => {
    if (item?.block?.kind !== "paragraph") return false;
    const bag: Bag = resemblance.bagOf(item.block);
    if (bag.letters < LEAST_LETTERS || resemblance.common(rest, bag) < LEAST_SHARE * bag.letters) return false;
    rest = resemblance.without(rest, bag);
    return true;
  };
  let from = at;
  let to = at + 1;
  while (to < end && takes(row[to])) to++;
  while (from > start && takes(row[from - 1])) from--;
  return [from, to];
}
