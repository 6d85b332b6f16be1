import { type Command, Option } from "commander";

/** What every command that reads submissions takes. */
export interface SubmissionOptions {
  readonly delegation: readonly string[];
  readonly delegations?: string;
  readonly acceptUnrelated?: boolean;
  readonly json?: boolean;
}

/** Adds the options by which a person says whose file is whose. */
export function addSubmissionOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--delegation <CODE=file>", "whose file it is; may be given many times")
        .argParser(gather)
        .default([], "as the file names tell"),
    )
    .option("--delegations <list.csv>", "whose file is whose, for many: columns file, code and, where unknown, name")
    .option("--accept-unrelated", "take files that hardly resemble the base text")
    .option("--json", "print JSON for programs on stdout");
}

function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
