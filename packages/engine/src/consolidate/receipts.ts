import { firstDifference, stretchesOf } from "../model/apply-edits.ts";
import type { CompiledStory } from "../model/compilation.ts";
import type { Place } from "../model/place.ts";
import type { Counts, Proof, Receipt } from "../model/receipt.ts";
import type { Submission } from "../model/submission.ts";
import { type Story, sameTokens } from "../model/text.ts";
import { readStretchesAs } from "./read-as.ts";

/**
 * What a compilation records of one submission. The proof reads the compilation back as the delegation and holds it
 * against the submission's own edits, token by token, over every story.
 */
export function receiptOf(
  submission: Submission,
  stories: readonly CompiledStory[],
  placeOf: (story: Story) => (token: number) => Place,
): Receipt {
  return {
    delegation: submission.delegation,
    file: submission.file,
    counts: countsOf(submission),
    proof: prove(submission, stories, placeOf),
    recorded: submission.recorded,
    notCarried: submission.notCarried.map(({ story: id, at, reason, text }) => {
      const { story } = stories.find((compiled) => compiled.story.id === id) as CompiledStory;
      return { reason, text, place: placeOf(story)(Math.max(0, Math.min(at, story.tokens.length - 1))) };
    }),
    notices: submission.notices,
    likeness: submission.likeness,
  };
}

function countsOf(submission: Submission): Counts {
  const counts = { insertions: 0, deletions: 0, replacements: 0, moves: 0, formatting: 0, untracked: 0 };
  for (const { edits, reformats } of submission.stories) {
    for (const { fromA, toA, inserted, move, tracked } of edits) {
      // Of the two ends of a move, the insertion is the one that counts.
      if (move !== null && inserted.length === 0) continue;
      if (move !== null) counts.moves++;
      else if (fromA === toA) counts.insertions++;
      else if (inserted.length === 0) counts.deletions++;
      else counts.replacements++;
      if (!tracked) counts.untracked++;
    }
    counts.formatting += reformats.length;
    counts.untracked += reformats.filter(({ tracked }) => !tracked).length;
  }
  return { ...counts, comments: submission.comments.length };
}

function prove(
  { delegation, stories: edited }: Submission,
  stories: readonly CompiledStory[],
  placeOf: (story: Story) => (token: number) => Place,
): Proof {
  let tokens = 0;
  for (const compiled of stories) {
    const { story } = compiled;
    const own = edited.find((edits) => edits.story === story.id);
    const wanted = stretchesOf(story.tokens, own?.edits ?? [], own?.reformats ?? []);
    for (const { from, to } of wanted) tokens += to - from;
    const at = firstDifference(wanted, readStretchesAs(compiled, delegation.code), (a, b) => sameTokens([a], [b]));
    if (at === null) continue;
    return {
      holds: false,
      tokens,
      firstDifference: placeOf(story)(Math.max(0, Math.min(at, story.tokens.length - 1))),
    };
  }
  return { holds: true, tokens };
}
