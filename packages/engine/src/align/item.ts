import type { Block, Container } from "../model/text.ts";

/** One thing on a level of a story: a block, or one end of a content control that is looked through. */
export interface Item {
  /** `null` for the end of a content control: it has no partner, only what is between the ends can have one. */
  readonly block: Block | null;
  /** How many tokens of the story it takes. */
  readonly length: number;
}

/**
 * Items `fromA` to `toA` of A belong to items `fromB` to `toB` of B, ends not included. More than one only where
 * paragraphs were split or merged.
 */
export interface Match {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

export function itemsOf(blocks: readonly Block[]): Item[] {
  return blocks.map((block) => ({ block, length: block.length }));
}

export function isGroup(item: Item): item is Item & { readonly block: Container } {
  return item.block?.kind === "group";
}

/** The same items, with every content control replaced by its two ends and what stands between them. */
export function lookThroughGroups(items: readonly Item[]): Item[] {
  const end: Item = { block: null, length: 1 };
  return items.flatMap((item) => (isGroup(item) ? [end, ...itemsOf(item.block.children), end] : [item]));
}

export function lengthOf(items: readonly Item[]): number {
  return items.reduce((sum, { length }) => sum + length, 0);
}

export function countParagraphs(block: Block): number {
  return block.kind === "paragraph" ? 1 : block.children.reduce((sum, child) => sum + countParagraphs(child), 0);
}
