import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderNotation } from "../src/render/notation.ts";
import { bodyOf, compileTexts, expectEveryReading } from "./notation/compile-texts.ts";
import { parseNotation } from "./notation/parse-notation.ts";

const PAGES = new URL("../../../docs/tricky-cases/", import.meta.url);
const NAMES = readdirSync(PAGES)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort();

for (const name of NAMES) {
  const page = readFileSync(new URL(name, PAGES), "utf8");
  describe(titleOf(page), () => {
    const cases = casesOf(page);
    test("the page is complete", () => {
      expect(cases.length).toBeGreaterThan(0);
      expect(page).toMatch(/^Why: /m);
      for (const { base, texts, wanted } of cases) expect(wantedReadings(base, texts)).toEqual(parseNotation(wanted));
    });

    for (const { base, texts, wanted, today } of cases) {
      test(today === null ? wanted : `not yet: ${wanted}`, () => {
        const compilation = compileTexts(base, texts);
        const line = renderNotation(bodyOf(compilation));
        expect(line).toBe(today ?? wanted);
        expect(today, "it comes out as wanted: take the line Today away").not.toBe(wanted);
        expectEveryReading(compilation, base, texts);
      });
    }
  });
}

test("the list of cases names every page by its title", () => {
  const readme = readFileSync(new URL("README.md", PAGES), "utf8");
  const listed = [...readme.matchAll(/^- \[(.+)\]\((.+\.md)\)$/gm)].map(([, title, name]) => [name, title]);
  const pages = NAMES.map((name) => [name, titleOf(readFileSync(new URL(name, PAGES), "utf8"))]);
  expect(listed.sort()).toEqual(pages.sort());
});

interface Case {
  readonly base: string;
  /** By code, in the order of the page. */
  readonly texts: ReadonlyMap<string, string>;
  readonly wanted: string;
  /** What the engine gives as long as that is something else; `null` where it gives what is wanted. */
  readonly today: string | null;
}

/** The text of a line begins at its tenth character. */
const TEXT_FROM = 9;

function casesOf(page: string): Case[] {
  return [...page.matchAll(/^```text\n(.*?)^```$/gms)].map(([, block = ""]) => {
    const lines = block
      .split("\n")
      .slice(0, -1)
      .map((line) => [line.slice(0, TEXT_FROM).trim(), line.slice(TEXT_FROM)] as const);
    const named = new Map(lines);
    const [base, wanted] = [named.get("Base"), named.get("Wanted")];
    if (base === undefined || wanted === undefined) throw new SyntaxError(`A line is missing in:\n${block}`);
    const texts = new Map(lines.filter(([name]) => /^[A-Z]{3}$/.test(name)));
    return { base, texts, wanted, today: named.get("Today") ?? null };
  });
}

/** Who changes nothing is not named in the line. */
function wantedReadings(base: string, texts: ReadonlyMap<string, string>): ReturnType<typeof parseNotation> {
  const changed = [...texts].filter(([, text]) => text !== base).sort(([a], [b]) => (a < b ? -1 : 1));
  return { base, texts: new Map(changed) };
}

function titleOf(page: string): string {
  return /^# (.+)$/m.exec(page)?.[1] ?? "";
}
