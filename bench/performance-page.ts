import { readFileSync, writeFileSync } from "node:fs";

/** Where the tables stand; the rest of the page is written by hand. */
const PAGE = new URL("../docs/reference/performance.md", import.meta.url);
const BEGIN = "<!-- Written by bench/run.ts: begin -->";
const END = "<!-- Written by bench/run.ts: end -->";

/** Puts tables into docs/reference/performance.md in place of the last ones. Throws if the marks of the place are gone. */
export function writePerformancePage(tables: string): void {
  const page = readFileSync(PAGE, "utf8");
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/reference/performance.md lacks "${BEGIN}" before "${END}"`);
  writeFileSync(PAGE, `${page.slice(0, from + BEGIN.length)}\n\n${tables}\n\n${page.slice(to)}`);
}
