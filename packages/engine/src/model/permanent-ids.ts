import type { Block, Paragraph } from "./text.ts";

/**
 * Which paragraph has which permanent id. Each id is given once, in the order of the text: of two paragraphs that claim
 * one, as a copy does, the first keeps it. Paragraphs without one are not in the map.
 */
export function permanentIds(blocks: readonly Block[]): ReadonlyMap<Paragraph, string> {
  const given = new Map<Paragraph, string>();
  const taken = new Set<string>();
  for (const paragraph of paragraphsIn(blocks)) {
    const id = paragraph.permanentIds.find((claimed) => !taken.has(claimed));
    if (id === undefined) continue;
    taken.add(id);
    given.set(paragraph, id);
  }
  return given;
}

/** All paragraphs in order, those of tables too. */
function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else yield* paragraphsIn(block.children);
  }
}
