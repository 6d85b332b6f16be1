/** Two positions that belong together, one in A and one in B. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/**
 * What occurs exactly once in A and exactly once in B between the given positions (ends not included), as the longest
 * row of pairs that rises on both sides. -1 stands for "cannot be an anchor". Takes n log n steps.
 */
export function uniqueAnchors(
  a: Int32Array,
  fromA: number,
  toA: number,
  b: Int32Array,
  fromB: number,
  toB: number,
): Pair[] {
  const placesA = singlePlaces(a, fromA, toA);
  const placesB = singlePlaces(b, fromB, toB);
  const pairs: Pair[] = [];
  for (const [id, place] of placesA) {
    const partner = placesB.get(id);
    if (place >= 0 && partner !== undefined && partner >= 0) pairs.push({ a: place, b: partner });
  }
  return longestRising(pairs);
}

/** The longest row out of `pairs` that rises strictly in `b`. `pairs` must rise strictly in `a`. */
export function longestRising(pairs: readonly Pair[]): Pair[] {
  // tails[n] is the pair with the least b that ends a rising row of n + 1 pairs.
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach((pair, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as Pair).b < pair.b) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const row: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) row.push(pairs[i] as Pair);
  return row.reverse();
}

/** Where each id stands, in order of its first appearance; -1 where it appears again. */
function singlePlaces(ids: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const id = ids[i] as number;
    if (id >= 0) places.set(id, places.has(id) ? -1 : i);
  }
  return places;
}
