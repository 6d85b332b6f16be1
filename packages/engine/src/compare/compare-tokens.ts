import type { Token } from "../model/text.ts";
import { join } from "./join.ts";
import { shortestEdit } from "./shortest-edit.ts";
import { slide } from "./slide.ts";
import { moveBy, type TokenChange } from "./token-change.ts";

/**
 * This many kept tokens in a row separate two places of change for good: what happens at one place is then worked out
 * without a look at the other. With fewer, a shortest edit can trade a match here for one there.
 */
const SEPARATING_TOKENS = 4;

/**
 * What changed from A to B, in order, with at least one kept token between two changes. Tokens match if their wording
 * is equal; formatting is compared elsewhere. The same change comes out the same whatever else was changed further off.
 *
 * Time grows with the number of tokens and never with its square; see `MOST_DIFFERENCES`.
 */
export function compareTokens(a: readonly Token[], b: readonly Token[]): readonly TokenChange[] {
  const { idsA, idsB } = intern(a, b);
  const { changes } = shortestEdit(idsA, idsB);
  return join(a, b, slide(a, b, settle(idsA, idsB, changes)));
}

/** Wordings as numbers, equal exactly if the wordings are. */
function intern(a: readonly Token[], b: readonly Token[]): { idsA: Int32Array; idsB: Int32Array } {
  const ids = new Map<string, number>();
  const idOf = ({ wording }: Token): number => {
    const known = ids.get(wording);
    if (known !== undefined) return known;
    ids.set(wording, ids.size);
    return ids.size - 1;
  };
  return { idsA: Int32Array.from(a, idOf), idsB: Int32Array.from(b, idOf) };
}

/**
 * Compares every place of change once more by itself. There can be several shortest edits, and which of them a search
 * over the whole row finds can hang on a change far away; over the place alone it cannot.
 */
function settle(a: Int32Array, b: Int32Array, changes: readonly TokenChange[]): TokenChange[] {
  const settled: TokenChange[] = [];
  for (let first = 0, next = 1; first < changes.length; first = next, next++) {
    while (next < changes.length && keptBefore(changes, next) < SEPARATING_TOKENS) next++;
    const { fromA, fromB } = changes[first] as TokenChange;
    const { toA, toB } = changes[next - 1] as TokenChange;
    if (next === first + 1) settled.push({ fromA, toA, fromB, toB });
    else {
      const again = shortestEdit(a.subarray(fromA, toA), b.subarray(fromB, toB));
      settled.push(...again.changes.map((change) => moveBy(change, fromA, fromB)));
    }
  }
  return settled;
}

function keptBefore(changes: readonly TokenChange[], i: number): number {
  return (changes[i] as TokenChange).fromA - (changes[i - 1] as TokenChange).toA;
}
