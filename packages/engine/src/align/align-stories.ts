import { shareOf } from "../model/share.ts";
import type { Story, Token } from "../model/text.ts";
import type { Alignment } from "./alignment.ts";
import { assembleChanges } from "./assemble-changes.ts";
import { findMovedBlocks } from "./find-moved-blocks.ts";
import { findMovedWords } from "./find-moved-words.ts";
import { countParagraphs } from "./item.ts";
import { joinInsertions } from "./join-insertions.ts";
import { Resemblance } from "./resemblance.ts";
import { walkBlocks } from "./walk-blocks.ts";

/**
 * How story B came out of story A. A reader that hands the very same block for what was not touched saves the work; one
 * that aligns many stories with A saves more by handing the same `resemblance` each time.
 */
export function alignStories(a: Story, b: Story, resemblance: Resemblance = new Resemblance()): Alignment {
  const { pieces, matchedParagraphs } = walkBlocks(a, b, resemblance);
  const movedBlocks = findMovedBlocks(pieces, resemblance);
  const changes = assembleChanges(a.tokens, b.tokens, pieces, movedBlocks);
  const movedWords = findMovedWords(a.tokens, b.tokens, changes);
  const moves = [...movedBlocks, ...movedWords.moves].sort((x, y) => x.fromA - y.fromA);
  return {
    changes: joinInsertions(movedWords.changes, moves),
    moves,
    matchedParagraphs:
      matchedParagraphs + movedBlocks.reduce((sum, { fromB, toB }) => sum + countMarks(b.tokens, fromB, toB), 0),
  };
}

/** The share of B's paragraphs that have a partner in A: see `shareOf`; 1 if B has none. */
export function likeness(a: Story, b: Story): number {
  const paragraphs = b.blocks.reduce((sum, block) => sum + countParagraphs(block), 0);
  return shareOf(alignStories(a, b).matchedParagraphs, paragraphs);
}

function countMarks(tokens: readonly Token[], from: number, to: number): number {
  let marks = 0;
  for (let i = from; i < to; i++) if (tokens[i]?.kind === "mark") marks++;
  return marks;
}
