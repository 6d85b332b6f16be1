import {
  type Compilation,
  consolidate,
  type Passage,
  readSubmission,
  type Story,
  shownText,
  type Token,
  toDocument,
} from "@compendium/engine";
import type { Command } from "commander";
import { readBaseFile } from "../compile.ts";
import { workingOn } from "../failure.ts";
import { openFile } from "../files.ts";
import { type Outcome, perform } from "../outcome.ts";

interface CompareOptions {
  readonly json?: boolean;
}

export function addCompare(program: Command): void {
  program
    .command("compare")
    .summary("list the differences between two files")
    .description(
      "Lists how B differs from A, one line a difference, each with its place. Tracked changes are accepted.",
    )
    .argument("<A>", "the older file")
    .argument("<B>", "the newer file")
    .option("--json", "print JSON for programs on stdout")
    .addHelpText("after", HELP)
    .action((a: string, b: string, options: CompareOptions) => perform(options.json ?? false, () => run(a, b)));
}

/** One difference between two files. */
interface Difference {
  readonly citation: string;
  readonly kind: "inserted" | "deleted" | "replaced" | "moved away" | "moved here" | "formatting" | "comment";
  /** What A has there; for formatting and comments the words that it is about. */
  readonly before: string;
  /** What B has there; for formatting how it looks, for a comment what it says. */
  readonly after: string;
  /** False if it was made while tracking was off; `null` for a comment. */
  readonly tracked: boolean | null;
}

function run(a: string, b: string): Outcome {
  const base = workingOn(a, () => readBaseFile(a));
  const nobody = { code: "B", name: b };
  const submission = workingOn(b, () => {
    const opened = openFile(b);
    return readSubmission(base.text, opened.package, nobody, opened.file);
  });
  const differences = differencesOf(consolidate(base.text, [submission], [nobody]));
  const { likeness } = submission;
  return {
    text: differences.length === 0 ? "No difference.\n" : differences.map(lineOf).join(""),
    json: { a: base.file, b: submission.file, likeness, differences },
  };
}

function differencesOf(compilation: Compilation): Difference[] {
  const document = toDocument(compilation);
  const stories = compilation.stories.flatMap(({ story, passages }, i) => [
    ...passages.flatMap((passage) => wordings(story, passage)),
    ...(document.stories[i]?.formatting ?? []).map(({ citation, text, change, sponsors }) => ({
      citation,
      kind: "formatting" as const,
      before: text,
      after: change,
      tracked: sponsors.every(({ tracked }) => tracked),
    })),
  ]);
  const comments = document.comments.map(({ citation, about, paragraphs }) => ({
    citation,
    kind: "comment" as const,
    before: about,
    after: paragraphs.join("\n"),
    tracked: null,
  }));
  return [...stories, ...comments];
}

function wordings({ tokens }: Story, { place, proposals }: Passage): Difference[] {
  const edits = proposals.flatMap(({ variants }) => variants.flatMap((variant) => variant.edits));
  return edits.map(({ fromA, toA, inserted, move, tracked }) => ({
    citation: place.citation,
    kind: kindOf(toA - fromA, inserted.length, move),
    before: shown(tokens.slice(fromA, toA)),
    after: shown(inserted),
    tracked,
  }));
}

function kindOf(deleted: number, inserted: number, move: string | null): Difference["kind"] {
  if (move !== null) return inserted > 0 ? "moved here" : "moved away";
  if (deleted === 0) return "inserted";
  return inserted === 0 ? "deleted" : "replaced";
}

/** What has no text of its own is named; structure only where there is nothing else. */
function shown(tokens: readonly Token[]): string {
  const texts = tokens.map((token) => {
    const text = shownText([token]);
    return token.kind === "atom" && text === "" ? `[${token.wording}]` : text;
  });
  return texts.join("") || tokens.map(({ wording }) => wording).join("");
}

function lineOf({ citation, kind, before, after, tracked }: Difference): string {
  const what = {
    inserted: `+ ${quoted(after)}`,
    deleted: `- ${quoted(before)}`,
    replaced: `${quoted(before)} => ${quoted(after)}`,
    "moved away": `moved away ${quoted(before)}`,
    "moved here": `moved here ${quoted(after)}`,
    formatting: `${quoted(before)} looks otherwise: ${after}`,
    comment: `comment on ${quoted(before)}: ${quoted(after)}`,
  }[kind];
  return `${citation === "" ? "the text" : citation}: ${what}${tracked === false ? " (untracked)" : ""}\n`;
}

/** With signs for what would not be seen: the end of a paragraph, and spaces at which no line breaks. */
function quoted(text: string): string {
  return `"${text.replaceAll("\n", "¶").replace(/[\u00a0\u202f]/g, "⍽")}"`;
}

const HELP = `
Examples:
  $ compendium compare "Guide draft 1.docx" "Guide draft 2.docx"
  $ compendium compare base.docx "returned/XAA comments.docx" --json

A line reads: place: what. ¶ is the end of a paragraph, ⍽ a no-break space, + and - stand for inserted and deleted.
Differences that B does not track are marked (untracked).
`;
