import { longestRising, type Pair } from "../compare/anchors.ts";
import type { Item } from "./item.ts";
import type { Bag, Resemblance } from "./resemblance.ts";

/** A word is rare if at most this many blocks of A hold it; so the search takes at most this many steps a word. */
const RARE = 6;

/**
 * Pairs each block of B with the block of A that shares most letters in rare words, if the two are alike enough; then
 * keeps the longest row of pairs that rises. For gaps too large to try every pair.
 */
export function pairByRareWords(a: readonly Item[], b: readonly Item[], resemblance: Resemblance): Pair[] {
  const places = placesOfWords(a, resemblance);
  const pairs: Pair[] = [];
  b.forEach(({ block }, place) => {
    if (block === null) return;
    const candidate = mostShared(resemblance.bagOf(block), places, resemblance);
    const partner = candidate === null ? null : (a[candidate]?.block ?? null);
    if (candidate !== null && partner !== null && resemblance.worth(partner, block) > 0) {
      pairs.push({ a: candidate, b: place });
    }
  });
  // Two blocks of B can have the same candidate: the row must rise strictly on both sides, so it is sought along A.
  const alongA = pairs.toSorted((x, y) => x.a - y.a || y.b - x.b);
  return longestRising(alongA).filter((pair, i, row) => pair.a !== row[i - 1]?.a);
}

function placesOfWords(items: readonly Item[], resemblance: Resemblance): Map<number, number[]> {
  const places = new Map<number, number[]>();
  items.forEach(({ block }, place) => {
    if (block === null) return;
    for (const word of resemblance.bagOf(block).words) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      // One more than rare is enough to know that a word is not.
      else if (known.at(-1) !== place && known.length <= RARE) known.push(place);
    }
  });
  return places;
}

function mostShared(bag: Bag, places: Map<number, number[]>, resemblance: Resemblance): number | null {
  const letters = new Map<number, number>();
  let best: number | null = null;
  for (const word of bag.words) {
    const holders = places.get(word) ?? [];
    if (holders.length > RARE) continue;
    for (const place of holders) {
      const sum = (letters.get(place) ?? 0) + resemblance.lettersOfWord(word);
      letters.set(place, sum);
      if (best === null || sum > (letters.get(best) ?? 0)) best = place;
    }
  }
  return best;
}
