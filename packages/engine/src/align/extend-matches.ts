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
  a: readonly Item[], b: readonly Item[], matches: readonly Match[], resemblance: Resemblance,
): Match[] {
  const extended: Match[] = [];
  matches.forEach((match, i) => {
    const before = extended.at(-1);
    const after = matches[i + 1];
    const startA = before?.toA ?? 0;
    const startB = before?.toB ?? 0;
    const endA = after?.fromA ?? a.length;
    const endB = after?.fromB ?? b.length;
    const [fromB, toB] = grow(a[match.fromA], b, match.fromB, startB, endB, resemblance);
    if (toB - fromB > 1) {
      extended.push({ ...match, fromB, toB });
      return;
    }
    const [fromA, toA] = grow(b[match.fromB], a, match.fromA, startA, endA, resemblance);
    extended.push({ ...match, fromA, toA });
  });
  return extended;
}

/** From where to where the row continues `whole`, round its partner at `at` and between `start` and `end`. */
function grow(
  whole: Item | undefined, row: readonly Item[], at: number, start: number, end: number, resemblance: Resemblance,
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
