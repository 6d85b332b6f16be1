import { EXIT, type ExitCode } from "./exit-codes.ts";
import { describe, exitOf, type Failure, Failures, failureOf } from "./failure.ts";

/** What a command has to say when it is done. */
export interface Outcome {
  /** For people, on stdout; ends with a line break, or is empty. */
  readonly text: string;
  /** The same for programs: one JSON value on stdout, in place of the text. */
  readonly json: object;
  /** Remarks for people, on stderr: one sentence each. */
  readonly notes?: readonly string[];
  /** Files that were left out, with the reason. */
  readonly failures?: readonly Failure[];
  /** How the program ends if nothing failed; 0 if left out. */
  readonly exit?: ExitCode;
}

/**
 * Runs a command and prints what comes of it: the answer on stdout, all that is said to people beside it on stderr. Sets
 * the exit code. With `json` stdout holds exactly one JSON value, `{"errors": […]}` if the command failed.
 */
export function perform(json: boolean, command: () => Outcome): void {
  try {
    tell(json, command());
  } catch (error) {
    tellFailures(json, error);
  }
}

/** The same for a command that waits for something, such as a server. Never rejects. */
export async function performLater(json: boolean, command: () => Promise<Outcome>): Promise<void> {
  try {
    tell(json, await command());
  } catch (error) {
    tellFailures(json, error);
  }
}

function tell(json: boolean, { text, json: value, notes = [], failures = [], exit = EXIT.fine }: Outcome): void {
  process.stdout.write(json ? asJson(value) : text);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  complain(failures);
  process.exitCode = failures.length > 0 ? exitOf(failures) : exit;
}

function tellFailures(json: boolean, error: unknown): void {
  const failures = error instanceof Failures ? error.all : [failureOf(error, null)];
  complain(failures);
  if (json) process.stdout.write(asJson({ errors: failures }));
  process.exitCode = exitOf(failures);
}

function complain(failures: readonly Failure[]): void {
  for (const failure of failures) process.stderr.write(`${describe(failure)}\n`);
}

/** One JSON value, as it is printed. */
export function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
