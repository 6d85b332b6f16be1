import { readFileSync, writeFileSync } from "node:fs";

/** A page with a place for tables; the rest of it is written by hand. */
interface PerformancePage {
  readonly name: string;
  /** What writes the tables: the marks of their place say so. */
  readonly writtenBy: string;
}

/** Of the engine. */
export const ENGINE_PAGE: PerformancePage = { name: "performance.md", writtenBy: "bench/run.ts" };

/** Of the server. */
export const SERVER_PAGE: PerformancePage = { name: "performance-server.md", writtenBy: "bench/server/run.ts" };

/** Puts tables into a page of docs/reference in place of the last ones. Throws if the marks of the place are gone. */
export function writePerformancePage(tables: string, { name, writtenBy }: PerformancePage): void {
  const path = new URL(`../docs/reference/${name}`, import.meta.url);
  const begin = `<!-- Written by ${writtenBy}: begin -->`;
  const page = readFileSync(path, "utf8");
  const from = page.indexOf(begin);
  const to = page.indexOf(`<!-- Written by ${writtenBy}: end -->`);
  if (from < 0 || to < from) throw new Error(`docs/reference/${name} lacks "${begin}" before its end`);
  writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${tables}\n\n${page.slice(to)}`);
}
