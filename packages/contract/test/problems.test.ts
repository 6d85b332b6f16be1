import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ApiProblem, PROBLEMS, type ProblemCode } from "../src/index.ts";

const MANUAL = readFileSync(new URL("../../../docs/reference/api-problems.md", import.meta.url), "utf8");

const sections = new Map(
  MANUAL.split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

test("the manual has a section for each problem, in the order of the table, and for no other", () => {
  expect([...sections.keys()]).toEqual(Object.keys(PROBLEMS));
});

test.each(Object.entries(PROBLEMS))(
  "the section of %s tells its status and title, when it comes, and what to do",
  (code, { status, title }) => {
    const section = sections.get(code) ?? "";
    expect(section).toContain(`**Status ${status}.** ${title}.\n`);
    expect(section).toMatch(/\n\n\*\*When\.\*\* [A-Z`].+\.\n\n\*\*What to do\.\*\* [A-Z`].+\.\n+$/s);
  },
);

test("the codes are those of version 1, which keeps them: add, and never rename", () => {
  const kept: readonly ProblemCode[] = [
    "not-valid",
    "sign-in-needed",
    "not-allowed",
    "not-same-site",
    "not-found",
    "changed-meanwhile",
    "not-now",
    "already-exists",
    "rival-wordings",
    "too-large",
    "wrong-type",
    "file-not-read",
    "too-many",
    "locked-out",
    "server-fault",
    "store-unavailable",
    "store-full",
  ];
  expect(Object.keys(PROBLEMS)).toEqual(expect.arrayContaining([...kept]));
});

test("a problem reads as a sentence that says what, and what to do", () => {
  expect(new ApiProblem("not-now", "Clear the submission first.").message).toBe(
    "The present state does not allow this. Clear the submission first.",
  );
});
