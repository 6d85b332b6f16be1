import { Problem } from "../model/problem.ts";
import type { StoryId } from "../model/text.ts";
import type { BaseText } from "../submission/base-text.ts";
import type { FoundParagraph } from "./find-paragraph.ts";
import { noteHolder } from "./note-holder.ts";
import type { ParagraphProposal } from "./paragraph-proposal.ts";

/** Throws a `Problem` for content that the paragraph cannot have. */
export function checkContent(proposal: ParagraphProposal, { paragraph, from }: FoundParagraph): void {
  const { story, reason = "" } = proposal;
  if (UNWRITABLE.test(reason.replaceAll(/\r?\n/g, ""))) throw unwritable(story, from);
  const kept = new Set<number>();
  for (const piece of proposal.kind === "delete" ? [] : proposal.content.flat()) {
    if (piece.kind === "text") {
      if (UNWRITABLE.test(piece.text)) throw unwritable(story, from);
      continue;
    }
    const isHere = proposal.kind === "replace" && paragraph.tokens[piece.at - from]?.kind === "atom";
    if (!isHere || kept.has(piece.at)) {
      throw new Problem(
        "atom-elsewhere",
        `${story} ${from} has nothing to be kept at ${piece.at}, or it is given twice.`,
        "Keep an image, a field or a note reference once, in the paragraph that has it.",
      );
    }
    kept.add(piece.at);
  }
}

/** Two proposals may be for one paragraph only if one of them leaves it as it is and inserts behind it. */
export function checkTwins(proposals: readonly ParagraphProposal[]): void {
  const seen = new Set<string>();
  for (const { story, paragraph, kind } of proposals) {
    const key = `${story} ${paragraph} ${kind === "insert-after"}`;
    if (seen.has(key)) {
      throw new Problem(
        "proposed-twice",
        `${story} ${paragraph} is ${kind === "insert-after" ? "followed by new paragraphs" : "worded anew or deleted"} twice.`,
        "Make one proposal of the two.",
      );
    }
    seen.add(key);
  }
}

/** A note that is referred to twice is one note in the file, whichever of the two is worded anew. */
export function checkNotes(base: BaseText, proposals: readonly ParagraphProposal[]): void {
  const stories = new Map<string, StoryId>();
  for (const id of new Set(proposals.map(({ story }) => story))) {
    const story = base.stories.find((each) => each.id === id);
    const holder = story === undefined ? null : noteHolder(base, story);
    const other = stories.get(holder?.note ?? "");
    if (holder === null) continue;
    if (other !== undefined) {
      throw new Problem(
        "proposed-twice",
        `${other} and ${id} are one note, to which the text refers twice.`,
        "Make the proposals for this note at one of the places.",
      );
    }
    stories.set(holder.note, id);
  }
}

/** A line end is the end of a paragraph, and not part of one; tab, line break and page break have their elements. */
const UNWRITABLE = /[^\P{Cc}\t\v\f]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

function unwritable(story: string, from: number): Problem {
  return new Problem(
    "text-not-writable",
    `what is proposed for ${story} ${from} holds a line end, a control character or half a character.`,
    "Give each paragraph by itself, and leave out what cannot be seen.",
  );
}
