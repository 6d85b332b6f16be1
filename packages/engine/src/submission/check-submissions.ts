import { lettersOf, sumOf } from "../compare/weight.ts";
import type { Delegation, DelegationCode } from "../model/delegation.ts";
import { Problem } from "../model/problem.ts";
import { shareOf, wordShare } from "../model/share.ts";
import type { Submission, SubmissionFile } from "../model/submission.ts";
import type { Story } from "../model/text.ts";
import type { BaseText } from "./base-text.ts";

/** A file with the delegation that it is from; `null` where that is not known. */
export interface OwnedSubmission {
  readonly delegation: Delegation | null;
  readonly file: SubmissionFile;
}

/**
 * What is wrong with a set of files before any of them is read: one that is the base text itself, two of one delegation.
 * By the place of the file in `given`, from 0; empty if all is well. `base` is the file of the base text.
 */
export function checkSubmissions(base: SubmissionFile, given: readonly OwnedSubmission[]): Map<number, Problem> {
  const byDelegation = new Map<DelegationCode, SubmissionFile[]>();
  for (const { delegation, file } of given) {
    if (delegation === null) continue;
    const files = byDelegation.get(delegation.code);
    if (files === undefined) byDelegation.set(delegation.code, [file]);
    else files.push(file);
  }
  const problems = new Map<number, Problem>();
  for (const [i, { delegation, file }] of given.entries()) {
    const twins = delegation === null ? [] : (byDelegation.get(delegation.code) ?? []).filter((one) => one !== file);
    if (isSameFile(file, base)) problems.set(i, baseAsSubmission(file, base));
    else if (delegation !== null && twins.length > 0) problems.set(i, duplicateDelegation(delegation, file, twins));
  }
  return problems;
}

/**
 * The problem of a file that is no marked-up copy of the base text; `null` for one that is. A person may know better and
 * take the file all the same.
 */
export function checkLikeness(
  base: BaseText,
  { file, likeness, stories }: Pick<Submission, "file" | "likeness" | "stories">,
): Problem | null {
  const isShort = base.paragraphs < LEAST_PARAGRAPHS;
  if (isShort && base.letters < LEAST_BASE_LETTERS) return null;
  const letters = shareOfLetters(base, stories);
  const isUnlike = !isShort && likeness < LEAST_LIKENESS;
  if (!isUnlike && letters >= LEAST_LETTERS) return null;
  const match = isUnlike
    ? `only ${wordShare(likeness)} of the paragraphs of ${file.name} match one of the base text.`
    : `only ${wordShare(letters)} of the letters of ${file.name} are of the base text.`;
  return new Problem(
    "unrelated",
    match,
    "Look whether the file belongs to another text or another draft. If it is right, say so, and it is taken.",
  );
}

/**
 * The least share of paragraphs that match. A problem and no notice, because one such file would put its whole text
 * beside the whole base text. What was measured stands in docs/reference/limits.md, "When a file counts as another text".
 */
export const LEAST_LIKENESS = 0.3;

/** The least share of letters: in a short file one empty paragraph, which every text has, is a third of all. */
export const LEAST_LETTERS = 0.1;

/** In shorter base texts one new paragraph changes the share of paragraphs too much: there only the letters tell. */
export const LEAST_PARAGRAPHS = 8;

/** In a short base text with fewer, one sentence written anew can be the whole text: nothing is told. */
export const LEAST_BASE_LETTERS = 100;

/**
 * Of the letters of a submission without what it tracks, those that it has from the base text, what it moved included.
 * 0 where there are no letters: nothing was taken from the base.
 */
function shareOfLetters(base: BaseText, stories: Submission["stories"]): number {
  const body = base.stories[0] as Story;
  let kept = base.letters;
  let foreign = 0;
  for (const { fromA, toA, inserted, tracked, move } of stories.find(({ story }) => story === body.id)?.edits ?? []) {
    if (tracked) continue;
    kept -= sumOf(body.tokens, fromA, toA, lettersOf);
    const letters = sumOf(inserted, 0, inserted.length, lettersOf);
    if (move === null) foreign += letters;
    else kept += letters;
  }
  return kept + foreign === 0 ? 0 : shareOf(kept, kept + foreign);
}

/** Equal bytes. Without a checksum nothing is known. */
function isSameFile(a: SubmissionFile, b: SubmissionFile): boolean {
  return a.sha256 !== "" && a.sha256 === b.sha256 && a.bytes === b.bytes;
}

function baseAsSubmission(file: SubmissionFile, base: SubmissionFile): Problem {
  return new Problem(
    "base-as-submission",
    `${file.name} holds the same bytes as ${base.name}.`,
    "Give the marked-up copy in its place. If the delegation has no comments, leave the file out.",
  );
}

function duplicateDelegation(
  { code, name }: Delegation,
  file: SubmissionFile,
  twins: readonly SubmissionFile[],
): Problem {
  return new Problem(
    "duplicate-delegation",
    `${file.name} is from ${name} (${code}), and so is ${twins.map((twin) => twin.name).join(", ")}.`,
    "Leave out all but the file that counts, or say whose the other one is.",
  );
}
