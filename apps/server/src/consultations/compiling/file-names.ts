import type { FormatName, Heading } from "@compendium/engine";
import { asFileName } from "../../platform/files/as-file-name.ts";
import type { CompilationOfRound } from "../queries.ts";

/** In the order in which they are offered: what one works on first, what other programs read last. */
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

export const FORMATS_IN_ORDER: readonly string[] = Object.keys(ENDINGS);

/** What the files of a compilation are called: `"FSC.DEL-65-21, First round, compilation 2, 2026-03-02 (tracked).docx"`. */
export function fileNamesOf(of: CompilationOfRound): Readonly<Record<FormatName, string>> {
  const named = namedAfter(of, of.compilation.askedAt);
  const names = Object.entries(ENDINGS).map(([format, ending]) => [format, `${named}${ending}`]);
  return Object.fromEntries(names) as Record<FormatName, string>;
}

/** What the names of all files that are written of a compilation begin with, those of its negotiation included. */
export function namedAfter({ compilation, round, draft, text }: CompilationOfRound, at: Date): string {
  return [
    asFileName(draft.symbol === "" ? text.title : draft.symbol, 60),
    asFileName(round.title, 30),
    `compilation ${compilation.number}`,
    at.toISOString().slice(0, 10),
  ].join(", ");
}

/** What stands at the head of them. It tells when the compilation was asked for: whichever worker builds it, it is the same. */
export function headingOf({ compilation, round, draft, text }: CompilationOfRound): Heading {
  const [date = "", time = ""] = compilation.askedAt.toISOString().split("T");
  return {
    title: text.title,
    symbol: draft.symbol,
    round: round.title,
    version: `Compilation ${compilation.number}`,
    date: `${date} ${time.slice(0, 5)} UTC`,
  };
}
