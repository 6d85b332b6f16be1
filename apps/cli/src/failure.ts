import type { ProblemCode as ApiProblemCode } from "@compendium/contract";
import { Problem, type ProblemCode } from "@compendium/engine";
import type { RefusalCode } from "@compendium/server";
import { EXIT, type ExitCode } from "./exit-codes.ts";

/** What went wrong with one file, or with the command line: where, what, and what to do. */
export class Failure extends Error {
  /** The path as it was given; `null` where it is about no file. */
  readonly file: string | null;
  readonly code: FailureCode;
  readonly advice: string;
  readonly exit: ExitCode;

  constructor(code: FailureCode, file: string | null, what: string, advice: string, options?: ErrorOptions) {
    super(what, options);
    this.name = "Failure";
    this.code = code;
    this.file = file;
    this.advice = advice;
    this.exit = EXIT_OF[code] ?? EXIT.fileNotRead;
  }

  toJSON(): object {
    const { code, file, message, advice } = this;
    return { code, file, message, advice };
  }
}

/** Codes of the engine's problems, of a server's, of an installation's, and those that only a program with files and a command line can have. */
export type FailureCode =
  | ProblemCode
  | ApiProblemCode
  | RefusalCode
  | "missing-file"
  | "is-a-folder"
  | "not-readable"
  | "no-match"
  | "usage"
  | "delegation-unknown"
  | "delegation-ambiguous"
  | "would-overwrite"
  | "not-written"
  | "which-one"
  | "server-not-reached"
  | "unexpected";

/** All that went wrong, so that nobody has to mend and start again for each file. */
export class Failures extends Error {
  /** At least one. */
  readonly all: readonly Failure[];

  constructor(all: readonly Failure[]) {
    super(all.map(({ message }) => message).join("\n"));
    this.name = "Failures";
    this.all = all;
  }
}

/** Any error as a failure. `file` is what was being worked on, or `null`. */
export function failureOf(error: unknown, file: string | null): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Problem) {
    const option = OPTION_AGAINST[error.code];
    const advice = option === undefined ? error.advice : `${error.advice} ${option}`;
    return new Failure(error.code, file, error.message, advice);
  }
  const what = error instanceof Error ? error.message : String(error);
  const advice = "This is a fault of the program, not of your files. Please report it with the lines below.";
  return new Failure("unexpected", file, `Something went wrong: ${what}`, advice, { cause: error });
}

/** Does work on a file; whatever it throws comes out as a `Failure` that names the file. */
export function workingOn<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failureOf(error, file);
  }
}

/** Of several failures the one with the lowest number says how the program ends. */
export function exitOf(failures: readonly Failure[]): ExitCode {
  return Math.min(...failures.map(({ exit }) => exit)) as ExitCode; // the least of exit codes is one of them
}

/** As people read it: the file, what is wrong, what to do; each on a line of its own. */
export function describe({ file, code, message, advice, cause }: Failure): string {
  const lines = [`error: ${file === null ? "" : `${file}: `}${message} [${code}]`, `  What to do: ${advice}`];
  if (code === "unexpected" && cause instanceof Error && cause.stack !== undefined) lines.push(cause.stack);
  return lines.join("\n");
}

/** The engine knows of no options; where one helps, its advice gets one sentence more. */
const OPTION_AGAINST: Readonly<Partial<Record<ProblemCode, string>>> = {
  unrelated: "To say so, add --accept-unrelated.",
  "duplicate-delegation": 'To say whose, add --delegation CODE="file".',
};

const EXIT_OF: Readonly<Partial<Record<FailureCode, ExitCode>>> = {
  unexpected: EXIT.unexpected,
  usage: EXIT.usage,
  "delegation-unknown": EXIT.delegationUnclear,
  "delegation-ambiguous": EXIT.delegationUnclear,
  "would-overwrite": EXIT.notWritten,
  "not-written": EXIT.notWritten,
  "which-one": EXIT.usage,
  "server-not-reached": EXIT.serverFails,
  "not-valid": EXIT.usage,
  "sign-in-needed": EXIT.notAllowed,
  "not-allowed": EXIT.notAllowed,
  "not-same-site": EXIT.notAllowed,
  "not-found": EXIT.notAllowed,
  "locked-out": EXIT.notAllowed,
  "changed-meanwhile": EXIT.notNow,
  "not-now": EXIT.notNow,
  "already-exists": EXIT.notNow,
  "not-confirmed": EXIT.notNow,
  "rival-wordings": EXIT.notNow,
  "too-many": EXIT.serverFails,
  "server-fault": EXIT.serverFails,
  "store-unavailable": EXIT.serverFails,
  "store-full": EXIT.serverFails,
  "already-there": EXIT.notWritten,
  "database-empty": EXIT.notNow,
  "database-newer": EXIT.notNow,
  "database-not-empty": EXIT.notNow,
  "database-not-opened": EXIT.serverFails,
  "in-use": EXIT.notNow,
};
