import { Problem } from "../model/problem.ts";
import type { Block, Paragraph, Story } from "../model/text.ts";
import { type BaseText, sourceOf } from "../submission/base-text.ts";
import type { ParagraphProposal } from "./paragraph-proposal.ts";

/** A paragraph of the base text where it stands. */
export interface FoundParagraph {
  readonly story: Story;
  readonly paragraph: Paragraph;
  /** Position of its first token in the story, and of its mark. */
  readonly from: number;
  readonly mark: number;
  /** The blocks among which it stands, and its place among them. */
  readonly siblings: readonly Block[];
  readonly index: number;
}

/** Finds the paragraphs that proposals are for. */
export class ParagraphFinder {
  readonly #stories: ReadonlyMap<string, Story>;
  readonly #found = new Map<Story, Map<number, FoundParagraph>>();

  constructor(base: BaseText) {
    this.#stories = new Map(base.stories.map((story) => [story.id, story]));
  }

  /** Throws a `Problem` if no paragraph of the body or of a note begins there, or if it is not made of words. */
  find({ story: id, paragraph, kind }: ParagraphProposal): FoundParagraph {
    const story = this.#stories.get(id);
    const found = story === undefined || !isOpen(story) ? undefined : this.#paragraphsOf(story).get(paragraph);
    if (found === undefined) {
      throw new Problem(
        "place-unknown",
        `no paragraph of the body or of a note begins at ${id} ${paragraph}.`,
        "Load the draft again: it may be another one than that which the proposal was written for.",
      );
    }
    if (kind !== "insert-after" && found.paragraph.tokens.some((token) => isWhole(sourceOf(token)))) {
      throw new Problem(
        "paragraph-kept-whole",
        `${id} ${paragraph} is a table of contents or the like.`,
        "Leave it: Word makes it anew from the text. Say in a comment what should be another way.",
      );
    }
    return found;
  }

  #paragraphsOf(story: Story): Map<number, FoundParagraph> {
    const known = this.#found.get(story) ?? new Map(paragraphsIn(story, story.blocks, 0));
    this.#found.set(story, known);
    return known;
  }
}

/** Headers, footers and text boxes are no part of what is negotiated. */
function isOpen({ kind }: Story): boolean {
  return kind === "body" || kind === "footnote" || kind === "endnote";
}

function isWhole(source: ReturnType<typeof sourceOf>): boolean {
  return source?.kind === "atom" && source.piece.level === "block";
}

function* paragraphsIn(
  story: Story,
  siblings: readonly Block[],
  start: number,
): Generator<readonly [number, FoundParagraph]> {
  let from = start;
  for (const [index, block] of siblings.entries()) {
    if (block.kind !== "paragraph") yield* paragraphsIn(story, block.children, from + 1);
    else yield [from, { story, paragraph: block, from, mark: from + block.length - 1, siblings, index }];
    from += block.length;
  }
}
