import { permanentIds } from "../model/permanent-ids.ts";
import type { Block, Paragraph, Story, Token } from "../model/text.ts";
import { type BaseText, sourceOf } from "./base-text.ts";

/** A paragraph of the body that can carry a permanent id. */
export interface BaseParagraph {
  /** Position of its first token in the body, from 0: `from` of its entry in a `CompilationDocument`. */
  readonly from: number;
  /** The permanent id that its hidden bookmark tells; `null` without one. No two paragraphs have the same. */
  readonly id: string | null;
}

/**
 * The paragraphs of the body in order, those of tables and content controls too, with their permanent ids. Where two
 * claim one id, as a copied paragraph does, the first keeps it. A table of contents and whatever else is kept whole in
 * place of paragraphs is left out: Word makes it anew, and no bookmark lasts in it.
 */
export function listParagraphs(base: BaseText): BaseParagraph[] {
  const { blocks } = base.stories[0] as Story;
  const ids = permanentIds(blocks);
  return carriers(blocks, 0).map(({ paragraph, from }) => ({ from, id: ids.get(paragraph) ?? null }));
}

/** A paragraph with the place where its w:p begins in the part, in UTF-16. */
export interface Carrier {
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly at: number;
}

/** The paragraphs that can carry a bookmark: those that one w:p of the file ends, and that are made of words. */
export function carriers(blocks: readonly Block[], start: number): Carrier[] {
  const found: Carrier[] = [];
  let from = start;
  for (const block of blocks) {
    if (block.kind !== "paragraph") found.push(...carriers(block.children, from + 1));
    else {
      const mark = sourceOf(block.tokens.at(-1) as Token);
      const at = mark?.kind === "mark" ? mark.piece.at : null;
      if (at !== null && !block.tokens.some(isWhole)) found.push({ paragraph: block, from, at });
    }
    from += block.length;
  }
  return found;
}

function isWhole(token: Token): boolean {
  const source = sourceOf(token);
  return source?.kind === "atom" && source.piece.level === "block";
}
