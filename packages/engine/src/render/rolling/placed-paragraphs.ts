import type { Block, Paragraph, Story } from "../../model/text.ts";
import { isBlockAtom } from "./passage-shape.ts";

export interface PlacedParagraph {
  /** Position of its first token. */
  readonly from: number;
  readonly paragraph: Paragraph;
}

/** All paragraphs of a story in order, those in tables and content controls included. */
export function placedParagraphs(story: Story): PlacedParagraph[] {
  const placed: PlacedParagraph[] = [];
  const walk = (blocks: readonly Block[], from: number): void => {
    let at = from;
    for (const block of blocks) {
      if (block.kind === "paragraph") placed.push({ from: at, paragraph: block });
      else walk(block.children, at + 1);
      at += block.length;
    }
  };
  walk(story.blocks, 0);
  return placed;
}

/** The nearest gap within a paragraph: behind what opens or closes at a gap, or else before it; `null` for none. */
export function inlineGap(story: Story, at: number): number | null {
  const places = placedParagraphs(story).filter(({ paragraph }) => !paragraph.tokens.some(isBlockAtom));
  if (places.some(({ from, paragraph }) => from <= at && at < from + paragraph.length)) return at;
  const next = places.find(({ from }) => from >= at);
  if (next !== undefined) return next.from;
  const before = places.findLast(({ from, paragraph }) => from + paragraph.length <= at);
  return before === undefined ? null : before.from + before.paragraph.length - 1;
}
