import type { CompiledStory } from "../model/compilation.ts";
import type { Place } from "../model/place.ts";
import type { Counts, Proof, Receipt } from "../model/receipt.ts";
import type { Submission } from "../model/submission.ts";
import { sameTokens, type Story, type Token } from "../model/text.ts";
import { applyEdits } from "../model/apply-edits.ts";
import { readAs } from "./read-as.ts";

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
    notCarried: [],
    notices: submission.notices,
    likeness: submission.likeness,
  };
}

export function countsOf(submission: Submission): Counts {
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
    const own = edited.find(({ story }) => story === compiled.story.id);
    const wanted = applyEdits(compiled.story.tokens, own?.edits ?? [], own?.reformats ?? []);
    const found = readAs(compiled, delegation.code);
    tokens += wanted.length;
    const at = firstDifference(wanted, found);
    if (at === null) continue;
    const place = placeOf(compiled.story)(Math.max(0, Math.min(at, compiled.story.tokens.length - 1)));
    return { holds: false, tokens, firstDifference: place };
  }
  return { holds: true, tokens };
}

/** The first place where two rows of tokens differ, or `null`. */
export function firstDifference(a: readonly Token[], b: readonly Token[]): number | null {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i];
    const y = b[i];
    if (x === y) continue;
    if (x === undefined || y === undefined || !sameTokens([x], [y])) return i;
  }
  return null;
}
