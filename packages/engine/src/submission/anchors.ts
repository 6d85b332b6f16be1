import type { AnchorEnd } from "../model/submission.ts";
import type { Story, Token } from "../model/text.ts";
import { sourceOf } from "./base-text.ts";
import type { EditedStretch } from "./interpret-story.ts";

/** Where the ends of comments stand in a story, as gaps between its tokens, by the comments' w:id. */
export interface CommentGaps {
  from: number | null;
  to: number | null;
  /** The mark of the comment itself, which stands after its range. */
  reference: number | null;
}

/** Finds the ends of comments in a view. An end within a word goes out to the word's border. */
export function commentGaps(story: Story): Map<string, CommentGaps> {
  const gaps = new Map<string, CommentGaps>();
  const of = (id: string): CommentGaps => {
    const known = gaps.get(id);
    if (known !== undefined) return known;
    const fresh: CommentGaps = { from: null, to: null, reference: null };
    gaps.set(id, fresh);
    return fresh;
  };
  // Not entries(): its pairs were a thirtieth of all that reading 57 files allocates.
  for (let i = 0; i < story.tokens.length; i++) {
    for (const { at, element } of sourceOf(story.tokens[i] as Token)?.markers ?? []) {
      const after = at === 0 ? i : i + 1;
      const id = element.attribute("w:id") ?? "";
      if (element.name === "w:commentRangeStart") of(id).from ??= i;
      else if (element.name === "w:commentRangeEnd") of(id).to ??= after;
      else {
        const reference = element.child("w:commentReference");
        if (reference !== null) of(reference.attribute("w:id") ?? "").reference ??= after;
      }
    }
  }
  return gaps;
}

/** A gap of the accepted view, told in base positions. */
export function anchorAt(gap: number, edges: readonly EditedStretch[]): AnchorEnd {
  let ahead = 0; // how much further a position is in A than in B
  let here = 0; // tokens that earlier edits insert at the same gap
  let last = -1;
  for (const { fromA, fromB, toA, toB } of edges) {
    if (gap <= fromB) break;
    if (fromA < toA || toA !== last) here = 0;
    if (gap <= toB) return { gap: toA, inserted: here + gap - fromB };
    here += toB - fromB;
    last = toA;
    ahead = toA - toB;
  }
  return { gap: gap + ahead, inserted: 0 };
}
