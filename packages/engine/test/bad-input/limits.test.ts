import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROBLEMS } from "../../src/index.ts";
import { LIMITS } from "../../src/ooxml/limits.ts";
import { DEEPEST } from "../../src/ooxml/xml-reader.ts";
import {
  LEAST_BASE_LETTERS,
  LEAST_LETTERS,
  LEAST_LIKENESS,
  LEAST_PARAGRAPHS,
} from "../../src/submission/check-submissions.ts";

const PAGE = readFileSync(new URL("../../../../docs/reference/limits.md", import.meta.url), "utf8");
const MIB = 1024 * 1024;

test("the manual gives every limit with its number, and no other", () => {
  const rows = [...PAGE.matchAll(/^\| ([^|-].*?) \| (.*?) \|/gm)].slice(1).map(([, name, number]) => [name, number]);
  expect(rows).toEqual([
    ["size of the file", `${LIMITS.fileBytes / MIB} MiB`],
    ["entries in the file", LIMITS.entries.toLocaleString("en")],
    ["size of one part, unpacked", `${LIMITS.entryBytes / MIB} MiB`],
    ["size of all parts that are read, unpacked", `${LIMITS.totalBytes / MIB} MiB`],
    ["unpacked bytes for one packed byte", `${LIMITS.ratio}, in parts above ${LIMITS.ratioFromBytes / MIB} MiB`],
    ["elements inside one another", `${DEEPEST}`],
  ]);
  // A limit that is added must come into the table above.
  expect(Object.keys(LIMITS)).toHaveLength(6);
});

test("it says when a file counts as another text", () => {
  const text = PAGE.replaceAll("\n", " ");
  expect(text).toContain(`less than ${LEAST_LIKENESS * 100} % of the paragraphs`);
  expect(text).toContain(`less than ${LEAST_LETTERS * 100} % of the letters`);
  expect(text).toContain(`fewer than ${LEAST_PARAGRAPHS} paragraphs`);
  expect(text).toContain(`fewer than ${LEAST_BASE_LETTERS} letters`);
});

test("its links lead to problems that there are", () => {
  const named = [...PAGE.matchAll(/problems\.md#([\w-]+)/g)].map(([, code]) => code as string);
  expect(named.length).toBeGreaterThan(0);
  for (const code of named) expect(Object.keys(PROBLEMS)).toContain(code);
});

test("SECURITY.md and the page on problems lead to it", () => {
  for (const page of ["SECURITY.md", "docs/reference/problems.md"]) {
    expect(readFileSync(new URL(`../../../../${page}`, import.meta.url), "utf8")).toContain("limits.md");
  }
});
