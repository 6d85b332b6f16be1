import { basename, join } from "node:path";
import { FORMATS, type LeftOutFile, toDocument, wordCounts, wordNotice } from "@compendium/engine";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Compiled, compile } from "../compile.ts";
import { counted } from "../counted.ts";
import { EXIT } from "../exit-codes.ts";
import { type Failure, workingOn } from "../failure.ts";
import { expandFiles, sha256Of } from "../files.ts";
import { FILE_FORMATS, type FileFormat } from "../formats.ts";
import { type Outcome, perform } from "../outcome.ts";
import { checkOutput, type OutputFile, writeOutput } from "../output-folder.ts";
import { progressOn } from "../progress.ts";
import { addSubmissionOptions, type SubmissionOptions } from "./submission-options.ts";

interface ConsolidateOptions extends SubmissionOptions {
  readonly out: string;
  readonly format: readonly FileFormat[];
  readonly names?: boolean;
  readonly keepGoing?: boolean;
  readonly force?: boolean;
}

export function addConsolidate(program: Command): void {
  const command = program
    .command("consolidate")
    .summary("put submissions side by side and write the compilation")
    .description("Puts the submissions side by side on the base text and writes the compilation in every format.")
    .argument("<base>", "the draft as it was circulated")
    .argument("[files...]", "the marked-up copies; a pattern such as returned/*.docx will do")
    .option("-o, --out <folder>", "where to write", "out")
    .addOption(
      new Option("-f, --format <names>", "only these formats, with commas between")
        .argParser(readFormats)
        .default(FILE_FORMATS, "all of them"),
    )
    .option("--names", "name the persons and times behind tracked changes and comments")
    .option("--keep-going", "leave files out that cannot be read, and compile the others")
    .option("--force", "overwrite files that we did not write");
  addSubmissionOptions(command)
    .addHelpText("after", HELP)
    .action((base: string, files: readonly string[], options: ConsolidateOptions) =>
      perform(options.json ?? false, () => run(base, files, options)),
    );
}

function run(base: string, files: readonly string[], options: ConsolidateOptions): Outcome {
  const { out, format: formats, names = false } = options;
  const stated = options.delegation.map((one) => one.slice(one.indexOf("=") + 1));
  checkOutput(
    out,
    formats.map(({ file }) => file),
    [base, ...expandFiles(files).files, ...stated],
    options.force ?? false,
  );
  const compiled = compile({ ...options, base, files }, progressOn(process.stderr));
  const about = { names, base: compiled.baseFile, leftOut: leftOutOf(compiled.failures) };
  const written = formats.map(({ name, file }) => ({
    file,
    ...workingOn(join(out, file), () => FORMATS[name].write(compiled.base, compiled.compilation, about)),
  }));
  writeOutput(out, written);
  return {
    text: summary(compiled, out, written),
    json: summaryJson(compiled, out, formats, written),
    notes: [...compiled.notes, ...written.flatMap(({ remarks }) => remarks)],
    failures: compiled.failures,
    exit: compiled.unproven.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

function leftOutOf(failures: readonly Failure[]): LeftOutFile[] {
  return failures.map(({ file, message }) => ({ name: file === null ? "" : basename(file), reason: message }));
}

function summary({ compilation, unproven }: Compiled, out: string, written: readonly OutputFile[]): string {
  const passages = compilation.stories.reduce((sum, story) => sum + story.passages.length, 0);
  const lines = [
    `${counted(compilation.receipts.length, "delegation")}, ${counted(passages, "passage")}, `
      + `${counted(compilation.comments.length, "comment")}`,
    ...compilation.receipts.map(({ delegation: { code, name }, counts, notices, notCarried }) => {
      const proof = unproven.includes(code) ? "PROOF DOES NOT HOLD" : "proof holds";
      const attention = [
        notices.length === 0 ? "" : `; ${counted(notices.length, "notice")}`,
        notCarried.length === 0 ? "" : `; ${counted(notCarried.length, "recorded change")} without effect`,
      ];
      return `  ${code} ${name}: ${wordCounts(counts)}; ${proof}${attention.join("")}`;
    }),
    compilation.receipts.some(({ notices, notCarried }) => notices.length + notCarried.length > 0)
      ? "Notices and changes without effect are told in the receipts."
      : "",
    ...compilation.notices.map((notice) => `Notice on the base text: ${wordNotice(notice)}`),
    "Written:",
    ...written.map(({ file }) => `  ${join(out, file)}`),
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function summaryJson(
  { baseFile, compilation, unproven, failures }: Compiled,
  out: string,
  formats: readonly FileFormat[],
  written: readonly OutputFile[],
): object {
  const { receipts, notices } = toDocument(compilation);
  return {
    base: baseFile,
    receipts,
    proofs: unproven.length === 0 ? "hold" : { doNotHoldFor: unproven },
    passages: compilation.stories.reduce((sum, story) => sum + story.passages.length, 0),
    comments: compilation.comments.length,
    notices,
    written: written.map(({ file, content }, i) => ({
      format: formats[i]?.name,
      file: join(out, file),
      sha256: sha256Of(content),
    })),
    errors: failures,
  };
}

function readFormats(value: string): readonly FileFormat[] {
  const wanted = new Set(value.split(",").map((name) => name.trim()));
  for (const name of wanted) {
    if (FILE_FORMATS.some((format) => format.name === name)) continue;
    throw new InvalidArgumentError(`There is no format ${name}. Choose among: ${formatNames()}.`);
  }
  return FILE_FORMATS.filter(({ name }) => wanted.has(name));
}

function formatNames(): string {
  return FILE_FORMATS.map(({ name }) => name).join(", ");
}

const HELP = `
Formats (all of them, unless --format says which):
${FILE_FORMATS.map(({ name, file, about }) => `  ${name.padEnd(13)} ${file.padEnd(26)} ${about}`).join("\n")}

Examples:
  $ compendium consolidate base.docx returned/*.docx --out out/
  $ compendium consolidate base.docx returned/*.docx --format tracked,html --names
  $ compendium consolidate base.docx returned/*.docx --delegation XAA="returned/final (2).docx"
  $ compendium consolidate base.docx returned/*.docx --delegations whose.csv --keep-going
  $ compendium consolidate base.docx returned/*.docx --json > summary.json

Whose file it is, its name tells: an ISO code, a name in eight languages, a symbol such as
"FSC.DEL-101-26 Ankervale comments.docx". Where it does not, nothing is guessed: say it with --delegation or a list.

If one file is bad, nothing is written, and every bad file is named. With --keep-going the others are compiled.
Files in the output folder that we wrote and nobody changed are replaced; any other only with --force.
`;
