import { type Counts, consolidate, readSubmission, wordCounts, wordLikeness } from "@compendium/engine";
import type { Command } from "commander";
import { readBaseFile } from "../compile.ts";
import { workingOn } from "../failure.ts";
import { contentsOf } from "../file-contents.ts";
import { contentsText } from "../file-contents-text.ts";
import { type OpenedFile, openFile } from "../files.ts";
import { type Outcome, perform } from "../outcome.ts";

interface InspectOptions {
  readonly base?: string;
  readonly json?: boolean;
}

export function addInspect(program: Command): void {
  program
    .command("inspect")
    .summary("say what a file holds")
    .description("Says what a file holds: changes by author, comments, macros, links, and what to look at.")
    .argument("<file>", "a Word file")
    .option("--base <file>", "the draft as circulated: also tells which edits were made while tracking was off")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((file: string, options: InspectOptions) => perform(options.json ?? false, () => run(file, options)));
}

function run(path: string, options: InspectOptions): Outcome {
  const opened = workingOn(path, () => openFile(path));
  const contents = workingOn(path, () => contentsOf(opened));
  const base = options.base;
  const against = base === undefined ? null : suspicion(opened, path, base);
  return {
    text: contentsText(contents) + (against === null ? "" : suspicionText(against)),
    json: { ...contents, againstBase: against },
  };
}

/** What comparing with the base text shows. */
interface Suspicion {
  readonly base: string;
  /** From 0 to 1. */
  readonly likeness: number;
  readonly counts: Counts;
  /** Citations of the places that were changed while tracking was off, each once. */
  readonly untrackedAt: readonly string[];
}

function suspicion(opened: OpenedFile, path: string, basePath: string): Suspicion {
  const base = workingOn(basePath, () => readBaseFile(basePath)).text;
  const nobody = { code: "B", name: opened.file.name };
  const submission = workingOn(path, () => readSubmission(base, opened.package, nobody, opened.file));
  const { stories, receipts } = consolidate(base, [submission], [nobody]);
  const places = stories.flatMap(({ passages, formatting }) => [
    ...passages.map(({ place, proposals }) => ({ place, sponsors: proposals.flatMap(({ sponsors }) => sponsors) })),
    ...formatting,
  ]);
  const untracked = places.filter(({ sponsors }) => sponsors.some(({ tracked }) => !tracked));
  return {
    base: basePath,
    likeness: submission.likeness,
    counts: (receipts[0] as (typeof receipts)[number]).counts, // one submission, one receipt
    untrackedAt: [...new Set(untracked.map(({ place }) => place.citation))],
  };
}

function suspicionText({ base, likeness, counts, untrackedAt }: Suspicion): string {
  const lines = [
    `Against ${base}`,
    `  Likeness         ${wordLikeness(likeness)}`,
    `  Changes          ${wordCounts(counts)}`,
    `  Untracked        ${untrackedAt.length === 0 ? "none found" : "look at these places:"}`,
    ...untrackedAt.map((citation) => `    ${citation}`),
  ];
  return `${lines.join("\n")}\n`;
}

const HELP = `
Examples:
  $ compendium inspect "returned/FSC.DEL-101-26 Ankervale comments.docx"
  $ compendium inspect returned/XAA.docx --base base.docx
  $ compendium inspect returned/XAA.docx --json
`;
