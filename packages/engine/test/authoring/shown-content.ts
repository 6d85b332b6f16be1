import type { BaseText, Block, Emphasis, Paragraph, ParagraphContent, Story, StoryId } from "../../src/index.ts";
import { emphasisOf } from "../../src/render/emphasis.ts";
import { sourceOf } from "../../src/submission/base-text.ts";

/** A paragraph that can be proposed for, with its content as a browser has it that changes nothing. */
export interface ShownParagraph {
  readonly story: StoryId;
  readonly from: number;
  readonly content: ParagraphContent;
}

/** All paragraphs of the body and the notes that are made of words. */
export function shownParagraphs(base: BaseText): ShownParagraph[] {
  return base.stories.filter(isOpen).flatMap(({ id, blocks }) =>
    placed(blocks, 0)
      .filter(({ paragraph }) => !isWhole(paragraph))
      .map(({ paragraph, from }) => ({ story: id, from, content: contentOf(paragraph, from) })),
  );
}

export function isOpen({ kind }: Story): boolean {
  return kind === "body" || kind === "footnote" || kind === "endnote";
}

/** What a browser shows of a paragraph: each token as words in their emphasis, or as something kept. */
export function contentOf({ tokens }: Paragraph, from: number): ParagraphContent {
  return tokens
    .slice(0, -1)
    .map((token, i) =>
      token.kind === "atom"
        ? { kind: "kept", at: from + i }
        : { kind: "text", text: token.text, emphasis: emphasisOf(token) as Emphasis },
    );
}

/** Paragraphs with their positions, those of tables too. */
function placed(blocks: readonly Block[], start: number): { paragraph: Paragraph; from: number }[] {
  let from = start;
  return blocks.flatMap((block) => {
    const here = from;
    from += block.length;
    return block.kind === "paragraph" ? [{ paragraph: block, from: here }] : placed(block.children, here + 1);
  });
}

function isWhole({ tokens }: Paragraph): boolean {
  return tokens.some((token) => {
    const source = sourceOf(token);
    return source?.kind === "atom" && source.piece.level === "block";
  });
}
