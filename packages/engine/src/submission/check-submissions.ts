import type { Delegation, DelegationCode } from "../model/delegation.ts";
import { Problem } from "../model/problem.ts";
import type { Submission, SubmissionFile } from "../model/submission.ts";
import type { BaseText } from "./base-text.ts";

/** A file with the delegation that it is from. */
export interface OwnedSubmission {
  readonly delegation: Delegation;
  readonly file: SubmissionFile;
}

/**
 * What is wrong with a set of files before any of them is read: one that is the base text itself, two of one delegation.
 * By the place of the file in `given`, from 0; empty if all is well. `base` is the file of the base text.
 */
export function checkSubmissions(base: SubmissionFile, given: readonly OwnedSubmission[]): Map<number, Problem> {
  const byDelegation = new Map<DelegationCode, OwnedSubmission[]>();
  for (const owned of given) {
    const code = owned.delegation.code;
    byDelegation.set(code, [...(byDelegation.get(code) ?? []), owned]);
  }
  const problems = new Map<number, Problem>();
  for (const [i, owned] of given.entries()) {
    const twins = (byDelegation.get(owned.delegation.code) ?? []).filter((other) => other !== owned);
    if (isSameFile(owned.file, base)) problems.set(i, baseAsSubmission(owned.file, base));
    else if (twins.length > 0) problems.set(i, duplicateDelegation(owned, twins));
  }
  return problems;
}

/**
 * The problem of a file that is no marked-up copy of the base text; `null` for one that is. A person may know better and
 * take the file all the same.
 */
export function checkLikeness(
  base: BaseText,
  { file, likeness }: Pick<Submission, "file" | "likeness">,
): Problem | null {
  const body = base.stories.find(({ id }) => id === "body");
  const paragraphs = body?.tokens.filter(({ kind }) => kind === "mark").length ?? 0;
  if (likeness >= LEAST_LIKENESS || paragraphs < LEAST_PARAGRAPHS) return null;
  return new Problem(
    "unrelated",
    `of 100 paragraphs of ${file.name}, ${Math.floor(likeness * 100)} match one of the base text.`,
    "Look whether the file belongs to another text or another draft. If it is right, say so, and it is taken.",
  );
}

/**
 * Of 378 pairs of real Word files that have nothing to do with each other, 96 in 100 stay below, most at 0; those above
 * are forms and tables that are nearly empty. Of 28 pairs of a file and its changed copy none is below 0.57. A problem
 * and no notice, because one such file would put its whole text beside the whole base text.
 */
export const LEAST_LIKENESS = 0.3;

/** In shorter base texts one new paragraph changes the share too much to tell anything. */
export const LEAST_PARAGRAPHS = 8;

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

function duplicateDelegation({ delegation, file }: OwnedSubmission, twins: readonly OwnedSubmission[]): Problem {
  return new Problem(
    "duplicate-delegation",
    `${file.name} is from ${delegation.name} (${delegation.code}), and so is ${twins.map((twin) => twin.file.name).join(", ")}.`,
    "Leave out all but the file that counts, or say whose the other one is.",
  );
}
