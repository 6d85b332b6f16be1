import type { Pair } from "../compare/anchors.ts";
import { type Block, sameTokens, tokensOf } from "../model/text.ts";
import type { Item } from "./item.ts";

/**
 * Gives blocks that were only inserted or only deleted their one place among blocks that look the same: the last. Of
 * five empty paragraphs everyone who deletes one deletes the fifth, whatever Word kept of the ids. Blocks that say the
 * same but look different stay as they are, or a change of formatting would be made up.
 */
export function slidePairs(a: readonly Item[], b: readonly Item[], pairs: readonly Pair[]): Pair[] {
  const slid = pairs.map((pair) => ({ a: pair.a, b: pair.b }));
  for (let i = 0; i < slid.length; i++) {
    const pair = slid[i] as { a: number; b: number };
    const before = slid[i - 1] ?? { a: -1, b: -1 };
    const gapA = pair.a - before.a - 1;
    const gapB = pair.b - before.b - 1;
    // A gap before this pair, on one side only, goes behind it if its first block looks like the one of the pair.
    if (gapA > 0 && gapB === 0 && looksSame(a[before.a + 1], a[pair.a])) pair.a = before.a + 1;
    else if (gapB > 0 && gapA === 0 && looksSame(b[before.b + 1], b[pair.b])) pair.b = before.b + 1;
  }
  return slid;
}

function looksSame(x: Item | undefined, y: Item | undefined): boolean {
  return (
    hasBlock(x)
    && hasBlock(y)
    && x.block.kind === y.block.kind
    && (x.block === y.block || sameTokens(tokensOf(x.block), tokensOf(y.block)))
  );
}

function hasBlock(item: Item | undefined): item is Item & { readonly block: Block } {
  return item !== undefined && item.block !== null;
}
