import { type CompiledStory, type DelegationCode, readAs, shownText } from "@compendium/engine";
import type { Command } from "commander";
import { compile, readBaseFile } from "../compile.ts";
import { Failure, workingOn } from "../failure.ts";
import { type Outcome, perform } from "../outcome.ts";
import { progressOn } from "../progress.ts";
import { addSubmissionOptions, type SubmissionOptions } from "./submission-options.ts";

interface ReadAsOptions extends SubmissionOptions {
  readonly nobody?: boolean;
}

export function addReadAs(program: Command): void {
  const command = program
    .command("read-as")
    .summary("print the text as one delegation proposes it")
    .description("Prints the text that results if exactly one delegation's proposals are accepted, as plain text.")
    .usage("<CODE> <base> <files...> | --nobody <base> [files...]")
    .argument("<words...>", "the delegation's code, the draft as circulated, the marked-up copies")
    .option("--nobody", "accept nothing: gives the base text");
  addSubmissionOptions(command)
    .addHelpText("after", HELP)
    .action((words: readonly string[], options: ReadAsOptions) =>
      perform(options.json ?? false, () => run(words, options)),
    );
}

function run(words: readonly string[], options: ReadAsOptions): Outcome {
  const [code, base, ...files] = options.nobody ? [null, ...words] : words;
  if (code === undefined || base === undefined || base === null || isFileName(code)) throw missing();
  if (code === null && files.length === 0 && options.delegation.length === 0) return readBaseAlone(base);
  const { compilation, notes } = compile({ ...options, base, files: files as string[] }, progressOn(process.stderr));
  if (code !== null && !compilation.delegations.some((delegation) => delegation.code === code)) {
    const known = compilation.delegations.map((delegation) => delegation.code).join(", ");
    throw new Failure("delegation-unknown", null, `None of the files is from ${code}.`, `Choose among: ${known}.`);
  }
  return { ...outcome(code, compilation.stories), notes };
}

/** No code looks like one; who gives a file in its place forgot it. */
function isFileName(code: string | null): boolean {
  return code !== null && /\.docx?$|[\\/]/i.test(code);
}

function readBaseAlone(path: string): Outcome {
  const { stories } = workingOn(path, () => readBaseFile(path)).text;
  return outcome(
    null,
    stories.map((story) => ({ story, passages: [], formatting: [] })),
  );
}

function outcome(delegation: DelegationCode | null, compiled: readonly CompiledStory[]): Outcome {
  const read = compiled.map((one) => ({ story: one.story, tokens: readAs(one, delegation) }));
  // A note or text box that hangs on nothing any more is not part of the reading.
  const hanging = new Set(read.flatMap(({ tokens }) => tokens.flatMap((token) => token.stories.map(({ id }) => id))));
  const stories = read
    .filter(({ story: { id, kind } }) => ["body", "header", "footer"].includes(kind) || hanging.has(id))
    .map(({ story: { id, kind }, tokens }) => ({ id, kind, text: shownText(tokens) }));
  const text = stories.map((story) =>
    story.id === "body" ? story.text : `\n[${story.id.replace(":", " ")}]\n${story.text}`,
  );
  return { text: text.join(""), json: { delegation, stories } };
}

function missing(): Failure {
  return new Failure(
    "usage",
    null,
    "read-as needs a code, a base and files.",
    "For example: compendium read-as XAA base.docx returned/*.docx. For the base text: read-as --nobody base.docx.",
  );
}

const HELP = `
Examples:
  $ compendium read-as XAA base.docx returned/*.docx
  $ compendium read-as XAA base.docx --delegation XAA=final.docx > as-xaa.txt
  $ compendium read-as --nobody base.docx returned/*.docx

The body comes first; notes, text boxes, headers and footers follow, each under its name: [footnote 1]. A note that the
base text does not have stands where it hangs: [new footnote: its text].
`;
