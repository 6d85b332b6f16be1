import type { FormatName } from "@compendium/engine";

export interface FileFormat {
  /** As --format takes it. */
  readonly name: FormatName;
  /** The file in the output folder. */
  readonly file: string;
  readonly about: string;
}

const FILES: Readonly<Record<FormatName, readonly [file: string, about: string]>> = {
  tracked: ["compilation.docx", "every proposal as a tracked change of Word"],
  rolling: ["rolling-text.docx", "one text with brackets and attributions"],
  table: ["table.docx", "a row for each passage, to decide in a meeting"],
  html: ["compilation.html", "a page to read in a browser, without a network"],
  json: ["compilation.json", "the compilation for programs"],
  notation: ["compilation.txt", "the compilation as plain text in brackets"],
  traceability: ["traceability.csv", "who proposes what, from which file"],
  receipts: ["receipts.txt", "what is recorded of each file, with proof"],
};

/** Every format of the engine with its file, in the order in which they are written and listed. */
export const FILE_FORMATS: readonly FileFormat[] = Object.entries(FILES).map(([name, [file, about]]) => ({
  name: name as FormatName,
  file,
  about,
}));
