import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROBLEMS } from "../src/index.ts";

const MANUAL = readFileSync(new URL("../../../docs/reference/problems.md", import.meta.url), "utf8");

/** The text under each heading of the second level. */
const SECTIONS = new Map(
  MANUAL.split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

test("the manual explains every problem once, in alphabetical order, and no other", () => {
  const headings = [...MANUAL.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(Object.keys(PROBLEMS).sort());
});

test.each([...SECTIONS])("the section on %s says what it means, how it comes about and what to do", (_, section) => {
  const parts = [...section.matchAll(/^\*\*(.*?)\*\*/gm)].map(([, title]) => title);
  expect(parts).toEqual(["What it means.", "How it comes about.", "What to do."]);
});
