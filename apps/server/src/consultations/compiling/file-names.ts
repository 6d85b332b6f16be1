import type { FormatName } from "@compendium/engine";
import type { CompilationOfRound } from "../queries.ts";

const ENDINGS: Readonly<Record<FormatName, string>> = {
  tracked: " (tracked).docx",
  rolling: " (rolling text).docx",
  table: " (table).docx",
  html: ".html",
  traceability: ".csv",
  notation: ".txt",
  json: ".json",
  receipts: " (receipts).txt",
};

/** What the files of a compilation are called: `"FSC.DEL-65-21 compilation 2 (tracked).docx"`. */
export function fileNamesOf({ compilation, draft, text }: CompilationOfRound): Readonly<Record<FormatName, string>> {
  // What Windows and macOS do not take in a name.
  const of = (draft.symbol === "" ? text.title : draft.symbol).replaceAll(/[/\\:*?"<>|]/g, "-").slice(0, 80);
  const named = Object.entries(ENDINGS).map(([format, ending]) => [
    format,
    `${of} compilation ${compilation.number}${ending}`,
  ]);
  return Object.fromEntries(named) as Record<FormatName, string>;
}
