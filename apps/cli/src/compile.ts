import { inDelegationsOrder } from "@compendium/catalogue";
import {
  type BaseText,
  type Compilation,
  checkLikeness,
  checkSubmissions,
  consolidate,
  type DelegationCode,
  type Problem,
  readBase,
  readSubmission,
  type Submission,
  type SubmissionFile,
} from "@compendium/engine";
import { type DelegationOptions, findOwners, type OwnedFile } from "./delegations.ts";
import { Failure, Failures, failureOf } from "./failure.ts";
import { expandFiles, type OpenedFile, openFile } from "./files.ts";
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
  const opened = owned.map(openOne);
  const problems = checkSubmissions(
    { ...(base?.file ?? UNKNOWN), name: request.base },
    opened.map(({ path, owner, content }) => ({
      delegation: owner instanceof Failure ? null : owner,
      file: { ...(content instanceof Failure ? UNKNOWN : content.file), name: path },
    })),
  );
  const submissions: Submission[] = [];
  for (const [done, one] of opened.entries()) {
    progress.reading(done, opened.length, one.path);
    const problem = problems.get(done) ?? null;
    const read = attempt(one.path, failures, () => readOne(one, problem, base, request.acceptUnrelated ?? false));
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

interface GivenFile extends OwnedFile {
  readonly content: OpenedFile | Failure;
}

function openOne(owned: OwnedFile): GivenFile {
  try {
    return { ...owned, content: openFile(owned.path) };
  } catch (error) {
    return { ...owned, content: failureOf(error, owned.path) };
  }
}

/** Of a file that could not be opened. */
const UNKNOWN = { sha256: "", bytes: 0 };

/** Without a base only what opening a file shows; so it is named if it is bad. */
function readOne(
  { owner, content }: GivenFile,
  problem: Problem | null,
  base: ReturnType<typeof readBaseFile> | null,
  acceptUnrelated: boolean,
): Submission | null {
  // Before the owner matters: of a file that is missing or broken, or the base itself, nobody need say whose.
  if (content instanceof Failure) throw content;
  if (problem !== null) throw problem;
  if (owner instanceof Failure) throw owner;
  if (base === null) return null;
  const submission = readSubmission(base.text, content.package, owner, content.file);
  const unlike = acceptUnrelated ? null : checkLikeness(base.text, submission);
  if (unlike !== null) throw unlike;
  return submission;
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
