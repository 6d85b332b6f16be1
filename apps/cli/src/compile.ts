import { inDelegationsOrder } from "@compendium/catalogue";
import {
  type BaseText,
  type Compilation,
  consolidate,
  type DelegationCode,
  Problem,
  readBase,
  readSubmission,
  type Submission,
  type SubmissionFile,
} from "@compendium/engine";
import { type DelegationOptions, findOwners, type OwnedFile } from "./delegations.ts";
import { Failure, Failures, failureOf } from "./failure.ts";
import { expandFiles, openFile } from "./files.ts";
import type { Progress } from "./progress.ts";

export interface CompileRequest extends DelegationOptions {
  readonly base: string;
  /** Names and patterns, as given. */
  readonly files: readonly string[];
  readonly keepGoing?: boolean;
  readonly acceptUnrelated?: boolean;
}

export interface Compiled {
  readonly base: BaseText;
  readonly baseFile: SubmissionFile;
  readonly compilation: Compilation;
  /** Delegations whose proof does not hold, in the order of the delegations list. */
  readonly unproven: readonly DelegationCode[];
  /** Files left out because of `keepGoing`, with the reason. */
  readonly failures: readonly Failure[];
  /** What a person should know, and no error: one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a base text and submissions from files, one after the other, and puts them side by side.
 * Throws `Failures` that name every bad file, or, with `keepGoing`, only where the base or all submissions are bad.
 */
export function compile(request: CompileRequest, progress: Progress): Compiled {
  const { files, leftOut, failures: unmatched } = expandFiles(request.files);
  const owned = findOwners(files, request);
  const failures: Failure[] = [...unmatched];

  const base = attempt(request.base, failures, () => readBaseFile(request.base));
  const submissions: Submission[] = [];
  for (const [done, one] of owned.entries()) {
    progress.reading(done, owned.length, one.path);
    const read = attempt(one.path, failures, () => readOne(one, base, request.acceptUnrelated ?? false));
    if (read !== null) submissions.push(read);
  }
  progress.end();
  if (base === null || (failures.length > 0 && !request.keepGoing)) throw new Failures(failures);
  if (submissions.length === 0) throw new Failures(failures.length > 0 ? failures : [nothingToCompile()]);

  const delegations = inDelegationsOrder(submissions.map(({ delegation }) => delegation));
  const compilation = consolidate(base.text, submissions, delegations);
  return {
    base: base.text,
    baseFile: base.file,
    compilation,
    unproven: unproven(compilation, submissions),
    failures,
    notes: leftOut.map((file) => `${file} was left out: Word keeps such a file beside a document that is open.`),
  };
}

/** The base text of a file. Throws a `Failure` or a `Problem`. */
export function readBaseFile(path: string): { readonly text: BaseText; readonly file: SubmissionFile } {
  const opened = openFile(path);
  return { text: readBase(opened.package), file: opened.file };
}

/** `null`, and one more failure, where reading fails. */
function attempt<T>(path: string, failures: Failure[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    failures.push(failureOf(error, path));
    return null;
  }
}

/** Without a base only what opening a file shows; so it is named if it is bad. */
function readOne(
  { path, owner }: OwnedFile,
  base: ReturnType<typeof readBaseFile> | null,
  acceptUnrelated: boolean,
): Submission | null {
  // Opened before the owner matters: of a file that is missing or broken, or the base itself, nobody need say whose.
  const opened = openFile(path);
  if (base !== null && opened.file.sha256 === base.file.sha256) throw baseAsSubmission(base.file);
  if (owner instanceof Failure) throw owner;
  if (base === null) return null;
  const submission = readSubmission(base.text, opened.package, owner, opened.file);
  if (!acceptUnrelated) refuseUnrelated(submission, base.text);
  return submission;
}

function baseAsSubmission({ name }: SubmissionFile): Problem {
  return new Problem(
    "base-as-submission",
    `it holds the same bytes as ${name}.`,
    "Leave it out. If the delegation has no comments, there is nothing to compile from it.",
  );
}

/**
 * Submissions of which a smaller share of paragraphs matches the base are refused. Of 240 pairs of Word files that have
 * nothing to do with each other, 95 in 100 stayed below 0.21 and 99 in 100 below 0.3; marked-up copies of a guide have
 * 0.98 and more. A delegation may write anew more than two thirds of a text, and then --accept-unrelated takes it.
 */
const LIKENESS_LEAST = 0.3;

/** In shorter base texts one new paragraph changes the likeness too much to tell anything. */
const PARAGRAPHS_LEAST = 8;

function refuseUnrelated({ likeness }: Submission, base: BaseText): void {
  const body = base.stories.find(({ id }) => id === "body");
  const paragraphs = body?.tokens.filter(({ kind }) => kind === "mark").length ?? 0;
  if (likeness >= LIKENESS_LEAST || paragraphs < PARAGRAPHS_LEAST) return;
  throw new Problem(
    "unrelated",
    `only ${Math.round(likeness * 100)} of 100 of its paragraphs resemble one of the base text.`,
    "Look whether it belongs to another text or draft. If it is right, add --accept-unrelated.",
  );
}

function nothingToCompile(): Failure {
  return new Failure("usage", null, "No submission was given.", "Name the files of the delegations behind the base.");
}

/**
 * Who cannot rely on the compilation: either it does not give back the edits of the submission, or these edits do not
 * give the text of the file.
 */
export function unproven({ receipts }: Compilation, submissions: readonly Submission[]): DelegationCode[] {
  const unequal = new Set(submissions.flatMap(({ delegation, equalsFile }) => (equalsFile ? [] : [delegation.code])));
  return receipts.flatMap(({ delegation: { code }, proof }) => (proof.holds && !unequal.has(code) ? [] : [code]));
}
