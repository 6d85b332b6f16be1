import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problemsManual } from "../src/help/manual.ts";
import { PROBLEM_HELP } from "../src/help/problem-help.ts";
import { ApiProblem, PROBLEMS, type ProblemCode } from "../src/index.ts";

const MANUAL = readFileSync(new URL("../../../docs/reference/api-problems.md", import.meta.url), "utf8");

test("the manual is what the table gives: npm run openapi --workspace packages/contract", () => {
  expect(MANUAL).toBe(problemsManual());
});

test.each(Object.entries(PROBLEM_HELP))("%s is explained in sentences: when it comes, and what to do", (_, help) => {
  expect(help.when).toMatch(/^[A-Z`].+\.$/);
  expect(help.advice).toMatch(/^[A-Z`].+\.$/);
});

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
    "not-confirmed",
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
