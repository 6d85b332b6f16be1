import type { Pair } from "../compare/anchors.ts";

/**
 * Of all ways to pair 0..lengthA with 0..lengthB in rising order, the one that is worth most; pairs worth 0 are none.
 * Among equals the pair with the lowest places wins. Takes lengthA times lengthB steps: for small numbers only.
 */
export function pairByWorth(lengthA: number, lengthB: number, worth: (a: number, b: number) => number): Pair[] {
  // best[a * width + b] is the most that can be had from a and b on.
  const width = lengthB + 1;
  const best = new Float64Array((lengthA + 1) * width);
  const worths = new Float64Array((lengthA + 1) * width);
  for (let a = lengthA - 1; a >= 0; a--) {
    for (let b = lengthB - 1; b >= 0; b--) {
      const at = a * width + b;
      const pair = worth(a, b);
      worths[at] = pair;
      const skip = Math.max(best[at + width] as number, best[at + 1] as number);
      best[at] = pair > 0 ? Math.max(skip, pair + (best[at + width + 1] as number)) : skip;
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < lengthA && b < lengthB; ) {
    const at = a * width + b;
    const pair = worths[at] as number;
    if (pair > 0 && best[at] === pair + (best[at + width + 1] as number)) pairs.push({ a: a++, b: b++ });
    else if (best[at] === best[at + width]) a++;
    else b++;
  }
  return pairs;
}
