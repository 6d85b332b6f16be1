import type { Compilation, CompiledStory } from "../model/compilation.ts";
import type { Delegation, DelegationCode } from "../model/delegation.ts";
import type { Notice } from "../model/notice.ts";
import type { Place } from "../model/place.ts";
import type { Submission } from "../model/submission.ts";
import type { Story, StoryId } from "../model/text.ts";
import { groupFormatting, type OwnedReformat } from "./formatting.ts";
import { placesOf } from "./outline.ts";
import { groupPassages, type OwnedEdit } from "./passages.ts";
import { placeComments } from "./place-comments.ts";
import { receiptOf } from "./receipts.ts";

/** The base text as far as a compilation needs it. */
export interface BaseStories {
  readonly stories: readonly Story[];
  readonly notices: readonly Notice[];
}

/**
 * Puts submissions side by side on their base text. The order in which they are given changes nothing: `delegations`
 * says in which order sponsors are named. Throws a `RangeError` for a submission of a delegation that is not listed, or
 * for two of one.
 */
export function consolidate(
  base: BaseStories,
  submissions: readonly Submission[],
  delegations: readonly Delegation[],
): Compilation {
  const ordered = inOrder(submissions, delegations);
  const order = ordered.map(({ delegation }) => delegation.code);
  const placeIn = new Map<StoryId, (token: number) => Place>();
  const placeOf = (story: Story): ((token: number) => Place) => {
    const known = placeIn.get(story.id) ?? placesOf(story);
    placeIn.set(story.id, known);
    return known;
  };
  const stories = base.stories.map((story): CompiledStory => {
    const { edits, reformats } = changesIn(story.id, ordered);
    if (edits.length === 0 && reformats.length === 0) return { story, passages: [], formatting: [] };
    return {
      story,
      passages: groupPassages(story, edits, order, placeOf(story)),
      formatting: groupFormatting(story, reformats, order, placeOf(story)),
    };
  });
  const receipts = ordered.map((submission) => receiptOf(submission, stories, placeOf));
  return {
    delegations: ordered.map(({ delegation }) => delegation),
    stories,
    comments: placeComments(ordered, stories, placeOf),
    receipts,
    notices: base.notices,
    sources: new Map(ordered.map(({ delegation, source }) => [delegation.code, source])),
  };
}

function inOrder(submissions: readonly Submission[], delegations: readonly Delegation[]): Submission[] {
  const rank = new Map(delegations.map(({ code }, i) => [code, i]));
  const seen = new Set<DelegationCode>();
  for (const { delegation } of submissions) {
    if (!rank.has(delegation.code)) throw new RangeError(`${delegation.code} is not in the delegations list`);
    if (seen.has(delegation.code)) throw new RangeError(`${delegation.code} has two submissions`);
    seen.add(delegation.code);
  }
  const rankOf = ({ delegation }: Submission): number => rank.get(delegation.code) as number;
  return [...submissions].sort((x, y) => rankOf(x) - rankOf(y));
}

function changesIn(
  id: StoryId,
  submissions: readonly Submission[],
): { edits: OwnedEdit[]; reformats: OwnedReformat[] } {
  const edits: OwnedEdit[] = [];
  const reformats: OwnedReformat[] = [];
  for (const { delegation, stories } of submissions) {
    const own = stories.find(({ story }) => story === id);
    for (const edit of own?.edits ?? []) edits.push({ delegation: delegation.code, edit });
    for (const reformat of own?.reformats ?? []) reformats.push({ delegation: delegation.code, reformat });
  }
  return { edits, reformats };
}
