import { consolidate } from "../consolidate/consolidate.ts";
import type { Comment, Submission } from "../model/submission.ts";
import type { StoryId } from "../model/text.ts";
import { byPersons } from "../render/tracked/authorship.ts";
import { type TrackedFile, writeTracked } from "../render/tracked/render-tracked.ts";
import type { BaseText } from "../submission/base-text.ts";
import { checkContent, checkNotes, checkTwins } from "./check-content.ts";
import { ParagraphFinder } from "./find-paragraph.ts";
import type { ParagraphProposal, Proposer } from "./paragraph-proposal.ts";
import { type SettledStory, StoryProposals } from "./story-proposals.ts";

/**
 * What somebody proposes in a browser, paragraph by paragraph, as a marked-up copy of the base file: tracked changes of
 * that person, and a comment for each reason. `readSubmission` reads the file as it reads any other. The order of the
 * proposals changes nothing. The reason of a proposal for a note stands at the note's reference, as Word has no comments
 * in notes. `untrackable` is empty.
 *
 * Throws a `Problem` for a paragraph that the base has not (`place-unknown`) or that is no words
 * (`paragraph-kept-whole`), for something to be kept that is not in the paragraph (`atom-elsewhere`), for two proposals for
 * one paragraph (`proposed-twice`), of which an insertion behind it is none, and for what no file can hold
 * (`text-not-writable`).
 */
export function writeProposals(
  base: BaseText,
  proposals: readonly ParagraphProposal[],
  proposer: Proposer,
): TrackedFile {
  checkTwins(proposals);
  checkNotes(base, proposals);
  const finder = new ParagraphFinder(base);
  const stories = new Map(base.stories.map((story) => [story.id, new StoryProposals(base, story, proposer)]));
  for (const proposal of proposals) {
    const found = finder.find(proposal);
    checkContent(proposal, found);
    stories.get(proposal.story)?.add(proposal, found);
  }
  // What hangs on a token comes after it in the list, and must be settled before.
  const byStory = new Map<StoryId, SettledStory>();
  for (const [id, each] of [...stories].toReversed()) byStory.set(id, each.settle(byStory));
  const settled = [...byStory.values()].toReversed();
  const gone = new Set(settled.flatMap((each) => each.gone));
  const delegation = { code: "proposer", name: proposer.name };
  const comments = settled.flatMap((each) => each.comments);
  const submission: Submission = {
    delegation,
    file: { name: "", sha256: "", bytes: 0 },
    stories: settled.flatMap(({ edits }) =>
      gone.has(edits.story) || edits.edits.length + edits.reformats.length === 0 ? [] : [edits],
    ),
    comments: comments.map((comment, i): Comment => ({ ...comment, id: String(i + 1) })),
    notices: [],
    likeness: 1,
    equalsFile: true,
    recorded: 0,
    notCarried: [],
    // What is inserted is made of pieces of the base file, wherever they come to stand.
    source: base.file,
  };
  return writeTracked(
    base,
    consolidate(base, [submission], [delegation]),
    byPersons(() => proposer.name),
  );
}
