/** The worker in which the engine runs, so that the page never waits for it. Answers the calls of `EngineCalls`. */
import { delegations, inDelegationsOrder, inventedDelegations, recogniseDelegation } from "@compendium/catalogue";
import {
  type BaseText,
  type Compilation,
  checkLikeness,
  checkSubmissions,
  consolidate,
  FORMATS,
  isDelegationCode,
  openPackage,
  Problem,
  type ReceiptEntry,
  readBase,
  readSubmission,
  type Submission,
  type SubmissionFile,
  toDocument,
} from "@compendium/engine";
import { LANGUAGES, type LanguageCode } from "../design/languages.ts";
import { FORMAT_CHOICES } from "./formats.ts";
import { browserInflater } from "./inflater.ts";
import type { Answer, EngineCalls, FileProblem, GivenFile, Question } from "./protocol.ts";

/** Stands in for a delegation that is not named yet; no catalogue has the code. */
const UNNAMED = { code: "NOT-NAMED", name: "Not named yet" };
interface Known {
  readonly code: string;
  readonly name: string;
  readonly names: Readonly<Record<LanguageCode, string>>;
  readonly invented: boolean;
}

let everyone: readonly Known[] = inDelegationsOrder(
  [...delegations(), ...inventedDelegations()].map(
    ({ code, name, names, invented }): Known => ({
      code,
      name,
      names: namesIn((language) => names[language].short),
      invented,
    }),
  ),
);

let base: { readonly text: BaseText; readonly file: SubmissionFile } | null = null;
let compilation: Compilation | null = null;
const submissions = new Map<number, Submission>();

type Promised<Value> = Value | Promise<Value>;
const calls: {
  [Call in keyof EngineCalls]: (...given: Parameters<EngineCalls[Call]>) => Promised<ReturnType<EngineCalls[Call]>>;
} = {
  delegations: () => everyone,
  addDelegation(code, name) {
    if (!isDelegationCode(code) || name === "") throw notADelegation(code);
    const taken = everyone.find((each) => each.code.toUpperCase() === code.toUpperCase());
    if (taken !== undefined) throw codeTaken(taken);
    everyone = inDelegationsOrder([...everyone, { code, name, names: namesIn(() => name), invented: false }]);
    return everyone;
  },
  formats: () => FORMAT_CHOICES,
  recognise(fileName) {
    const found = recogniseDelegation(fileName);
    if (found.kind === "certain") return [found.delegation.code];
    return found.kind === "ambiguous" ? found.candidates.map(({ code }) => code) : [];
  },
  async readBase(file) {
    base = null;
    compilation = null;
    submissions.clear();
    const text = readBase(openPackage(file.bytes, browserInflater));
    base = { text, file: await aboutFile(file) };
    const { notices } = toDocument({ ...consolidate(text, [], []), stories: [] });
    return { sha256: base.file.sha256, notices };
  },
  async readSubmission(id, file, code, isAccepted) {
    if (base === null) throw new Error("The base text has not been read.");
    const about = await aboutFile(file);
    for (const problem of checkSubmissions(base.file, [{ delegation: null, file: about }]).values()) throw problem;
    const delegation = code === null ? UNNAMED : delegationOf(code);
    const submission = readSubmission(base.text, openPackage(file.bytes, browserInflater), delegation, about);
    const unlike = isAccepted ? null : checkLikeness(base.text, submission);
    if (unlike !== null) throw unlike;
    submissions.set(id, submission);
    // Alone on the base text, a submission is a compilation already: its receipt needs no other file, and no text.
    const alone = consolidate(base.text, [submission], [delegation]);
    return toDocument({ ...alone, stories: [], comments: [] }).receipts[0] as ReceiptEntry;
  },
  check(round) {
    if (base === null) return new Map();
    const files = round.map(({ id, name, code }) => ({
      delegation: code === null ? null : delegationOf(code),
      file: submissions.get(id)?.file ?? { name, sha256: "", bytes: 0 },
    }));
    const problems = checkSubmissions(base.file, files);
    return new Map(round.flatMap(({ id }, i) => problemEntry(id, problems.get(i))));
  },
  forget(ids) {
    for (const id of ids) submissions.delete(id);
  },
  compile(members) {
    if (base === null) throw new Error("The base text has not been read.");
    const named = members.flatMap(({ id, code }): Submission[] => {
      const submission = submissions.get(id);
      return submission === undefined ? [] : [{ ...submission, delegation: delegationOf(code) }];
    });
    compilation = consolidate(
      base.text,
      named,
      everyone.map(({ code, name }) => ({ code, name })),
    );
    return toDocument(compilation);
  },
  write(format, leftOut) {
    if (base === null || compilation === null) throw new Error("There is no compilation yet.");
    const { content, remarks } = FORMATS[format].write(base.text, compilation, { base: base.file, leftOut });
    const bytes = new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : content);
    return { bytes, remarks };
  },
};

// One after the other: hashing lets go of the worker for a moment, and no other call may come between.
let queue: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Question>) => {
  queue = queue.then(async () => self.postMessage(await answer(data)));
};

async function answer({ number, call, given }: Question): Promise<Answer> {
  try {
    const run = calls[call] as (...all: readonly unknown[]) => unknown;
    return { number, value: await run(...given) };
  } catch (error) {
    return { number, problem: problemOf(error) };
  }
}

function problemEntry(id: number, problem: Problem | undefined): [number, FileProblem][] {
  return problem === undefined ? [] : [[id, problemOf(problem)]];
}

function notADelegation(code: string): Error {
  return new Refused({
    code: "no-delegation",
    message: code === "" ? "There is no code, or no name." : `“${code}” with this name is no delegation.`,
    advice: "Give a code of letters, digits, hyphens and dots, without spaces, and a name.",
  });
}

function codeTaken({ code, name }: Known): Error {
  return new Refused({
    code: "no-delegation",
    message: `${code} is the code of ${name}.`,
    advice: "Choose it from the list, or give another code.",
  });
}

/** A problem with what a person gave, and not with a file. */
class Refused extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function problemOf(error: unknown): FileProblem {
  if (error instanceof Refused) return error.problem;
  if (error instanceof Problem) return { code: error.code, message: error.message, advice: error.advice };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", message, advice: "This is a fault of the workbench. Reload the page, and report it." };
}

function namesIn(name: (language: LanguageCode) => string): Readonly<Record<LanguageCode, string>> {
  const languages = Object.keys(LANGUAGES) as LanguageCode[];
  return Object.fromEntries(languages.map((language) => [language, name(language)])) as Record<LanguageCode, string>;
}

function delegationOf(code: string): { code: string; name: string } {
  const found = everyone.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`The catalogue has no delegation ${code}.`);
  return { code: found.code, name: found.name };
}

async function aboutFile({ name, bytes }: GivenFile): Promise<SubmissionFile> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, sha256, bytes: bytes.length };
}
