import { readInline } from "../../../../fixtures/docx-builder/inline-notation.ts";
import { type Block, paragraph, type Table, type WordText } from "../../../../fixtures/docx-builder/model.ts";
import { savedBySecretariat } from "../../../../fixtures/docx-builder/saved-by-secretariat.ts";
import { writeDocx } from "../../../../fixtures/docx-builder/write-docx.ts";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import type { Compilation } from "../../src/model/compilation.ts";
import type { Block as TextBlock } from "../../src/model/text.ts";
import { openPackage, type WordPackage } from "../../src/ooxml/word-package.ts";
import type { Heading } from "../../src/render/heading.ts";
import { type BaseText, readBase } from "../../src/submission/base-text.ts";
import { readSubmission } from "../../src/submission/read-submission.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";

/**
 * A text, one paragraph a line: `# ` a numbered heading, `1. ` a numbered paragraph, `(a) ` one of the second level,
 * `| a | b` a row of a table, everything else plain. `**bold**`, `_italic_`; `[^key]` refers to a note.
 */
export type Lines = readonly string[];

export interface Round {
  readonly base: BaseText;
  readonly compilation: Compilation;
}

export interface RoundOptions {
  /** Words of notes by key. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Names of delegations by code; the code where there is none. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What is said of a compilation that is printed. */
export const HEADING: Heading = {
  title: "Guide",
  symbol: "FSC.DEL/65/21",
  round: "First round",
  version: "Compilation 2",
  date: "2026-03-02 09:00 UTC",
};

/** A base text and what delegations made of it with tracking off, as Word files, read and compiled. */
export function roundOf(base: Lines, texts: Readonly<Record<string, Lines>>, options: RoundOptions = {}): Round {
  const { notes = {}, names = {} } = options;
  const read = readBase(open(writeDocx(wordText(base, notes))));
  const delegations = Object.keys(texts).map((code) => ({ code, name: names[code] ?? code }));
  const submissions = delegations.map((delegation) => {
    const bytes = writeDocx(wordText(texts[delegation.code] ?? [], notes));
    const file = { name: `${delegation.code}.docx`, sha256: "0".repeat(64), bytes: bytes.length };
    return readSubmission(read, open(bytes), delegation, file);
  });
  return { base: read, compilation: consolidate(read, submissions, delegations) };
}

export function open(bytes: Uint8Array): WordPackage {
  return openPackage(bytes, nodeInflater());
}

/** The body of a Word file as its reader sees it, one paragraph a line, an automatic number before it. */
export function linesOf(bytes: Uint8Array): string[] {
  const lines = (blocks: readonly TextBlock[]): string[] =>
    blocks.flatMap((block) => {
      if (block.kind !== "paragraph") return lines(block.children);
      const text = block.tokens.map((token) => (token.kind === "mark" ? "" : token.text)).join("");
      return [block.label === "" ? text : `${block.label} ${text}`];
    });
  return lines(readBase(open(bytes)).stories[0]?.blocks ?? []);
}

function wordText(lines: Lines, notes: Readonly<Record<string, string>>): WordText {
  return {
    title: "Small text",
    body: blocksOf(lines),
    notes: Object.entries(notes)
      .filter(([key]) => lines.some((line) => line.includes(`[^${key}]`)))
      .map(([key, words]) => ({ key, trace: {}, paragraphs: [paragraph(`note/${key}`, "FootnoteText", words)] })),
    headers: [{ key: "header", paragraphs: [paragraph("header/text", "Header", "Draft of January")] }],
    footers: [{ key: "footer", paragraphs: [paragraph("footer/text", "Footer", "Secretariat")] }],
    lastSection: { header: "header", footer: "footer" },
    comments: [],
    images: new Map(),
    saved: { ...savedBySecretariat(), paragraphIds: false },
  };
}

function blocksOf(lines: Lines): Block[] {
  const blocks: Block[] = [];
  let table: Table | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.startsWith("| ")) {
      const cells = line.slice(2).split(" | ");
      table ??= { kind: "table", key: `table ${i}`, widths: cells.map(() => 2000), rows: [] };
      if (table.rows.length === 0) blocks.push(table);
      const written = cells.map((cell, n) => ({
        paragraphs: [paragraph(`${i}/${n}`, "TableText", readInline(cell))],
      }));
      table.rows.push({ key: `row ${i}`, cells: written, header: false, trace: {} });
      continue;
    }
    table = null;
    const [, sign = "", words = line] = /^(# |1\. |\(a\) )(.*)$/s.exec(line) ?? [];
    const made = paragraph(`line ${i}`, STYLES[sign] ?? "Normal", readInline(words));
    if (sign === "(a) ") made.numbering = { list: 2, level: 1 };
    blocks.push(made);
  }
  return blocks;
}

const STYLES: Readonly<Record<string, string>> = {
  "# ": "Heading1",
  "1. ": "NumberedParagraph",
  "(a) ": "ListParagraph",
};
