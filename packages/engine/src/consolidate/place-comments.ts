import type { CompiledStory, Passage, PlacedComment } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { AnchorEnd, Comment, Submission } from "../model/submission.ts";
import type { Story } from "../model/text.ts";

/** All comments in the order of the base text, then of the submissions, each with the passage that it touches. */
export function placeComments(
  submissions: readonly Submission[],
  stories: readonly CompiledStory[],
  placeOf: (story: Story) => (token: number) => Place,
): PlacedComment[] {
  const index = new Map(stories.map((compiled, i) => [compiled.story.id, { compiled, i }]));
  const placed = submissions.flatMap(({ delegation, comments }) =>
    comments.map((comment) => {
      const found = index.get(comment.story) ?? index.get("body");
      const { compiled, i } = found as { compiled: CompiledStory; i: number };
      const last = compiled.story.tokens.length - 1;
      const passage = passageOf(comment, delegation.code, compiled.passages);
      return {
        story: i,
        placed: {
          delegation: delegation.code,
          comment,
          place: placeOf(compiled.story)(Math.max(0, Math.min(comment.from.gap, last))),
          passage: passage?.id ?? null,
        },
      };
    }),
  );
  return placed
    .map((entry, i) => ({ ...entry, i }))
    .sort((x, y) => x.story - y.story || x.placed.comment.from.gap - y.placed.comment.from.gap || x.i - y.i)
    .map((entry) => entry.placed);
}

/** The first passage that a comment touches, looked for only where it stands: there can be 10,000 of both. */
function passageOf(comment: Comment, delegation: DelegationCode, passages: readonly Passage[]): Passage | undefined {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as Passage).toA < comment.from.gap) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < passages.length && (passages[i] as Passage).fromA <= comment.to.gap; i++) {
    if (touches(comment, delegation, passages[i] as Passage)) return passages[i];
  }
  return undefined;
}

/**
 * Whether a comment is about base words of a passage, spans the place of an insertion, or is about words that its own
 * delegation inserts there. Words beside another delegation's insertion do not touch it.
 */
function touches({ from, to }: Comment, delegation: DelegationCode, { fromA, toA, proposals }: Passage): boolean {
  if (order(from, to) === 0 && from.inserted === 0) {
    return fromA <= from.gap && (from.gap < toA || (fromA === toA && from.gap === toA));
  }
  const spans = fromA === toA ? from.gap < fromA && fromA < to.gap : from.gap < toA && fromA < to.gap;
  if (spans) return true;
  const variants = proposals.flatMap((proposal) => proposal.variants);
  const own = variants.find(({ delegations }) => delegations.includes(delegation));
  return (own?.edits ?? []).some(({ toA: gap, inserted }) => {
    const isPoint = order(from, to) === 0;
    const [start, end] = [
      { gap, inserted: 0 },
      { gap, inserted: inserted.length },
    ];
    return isPoint ? order(start, from) < 0 && order(from, end) <= 0 : order(from, end) < 0 && order(start, to) < 0;
  });
}

function order(x: AnchorEnd, y: AnchorEnd): number {
  return x.gap - y.gap || x.inserted - y.inserted;
}
