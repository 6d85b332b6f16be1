import { renderReceipts, toDocument } from "@compendium/engine";
import type { Command } from "commander";
import { compile } from "../compile.ts";
import { EXIT } from "../exit-codes.ts";
import { type Outcome, perform } from "../outcome.ts";
import { progressOn } from "../progress.ts";
import { addSubmissionOptions, type SubmissionOptions } from "./submission-options.ts";

export function addReceipt(program: Command): void {
  const command = program
    .command("receipt")
    .summary("say what is recorded from a submission, with proof")
    .description("Says what is recorded from a submission, and proves that reading it back gives its file.")
    .argument("<base>", "the draft as it was circulated")
    .argument("[files...]", "the marked-up copy, or several");
  addSubmissionOptions(command)
    .addHelpText("after", HELP)
    .action((base: string, files: readonly string[], options: SubmissionOptions) =>
      perform(options.json ?? false, () => run(base, files, options)),
    );
}

function run(base: string, files: readonly string[], options: SubmissionOptions): Outcome {
  const { baseFile, compilation, unproven, notes } = compile({ ...options, base, files }, progressOn(process.stderr));
  const warnings = unproven.map((code) => `The proof for ${code} does not hold. Do not rely on this compilation.`);
  return {
    text: renderReceipts(compilation.receipts, { base: baseFile }),
    json: { base: baseFile, receipts: toDocument(compilation).receipts },
    notes: [...notes, ...warnings],
    exit: unproven.length > 0 ? EXIT.proofFails : EXIT.fine,
  };
}

const HELP = `
Examples:
  $ compendium receipt base.docx "returned/FSC.DEL-101-26 Ankervale comments.docx"
  $ compendium receipt base.docx --delegation XAA="returned/final.docx" returned/XBB.docx
  $ compendium receipt base.docx returned/*.docx --json > receipts.json

The exit code is 4 if a proof does not hold.
`;
