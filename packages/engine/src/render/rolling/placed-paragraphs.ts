import type { Block, Paragraph, Story } from "../../model/text.ts";

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
