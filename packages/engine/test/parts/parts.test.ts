import { expect, test } from "vitest";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import { nodeInflater } from "../../node/index.ts";
import { joinDocuments, splitDocument } from "../../parts/index.ts";
import {
  type CompilationDocument,
  consolidate,
  openPackage,
  readBase,
  readSubmission,
  toDocument,
} from "../../src/index.ts";

/** A compilation of generated submissions; the seed is in the name of each test. */
function compiled(seed: number): CompilationDocument {
  const set = generateSet({ seed, paragraphs: 60, submissions: 5, edits: 25, mode: "mixed" });
  const base = readBase(openPackage(set.base, nodeInflater));
  const delegations = set.submissions.map(({ code }) => ({ code, name: code }));
  const submissions = set.submissions.map(({ code, file, bytes }) =>
    readSubmission(base, openPackage(bytes, nodeInflater), { code, name: code }, { name: file, sha256: "", bytes: 0 }),
  );
  return toDocument(consolidate(base, submissions, delegations));
}

/** Comments of one story keep their order, and nothing else is promised of them. */
function withCommentsByStory(document: CompilationDocument) {
  return { ...document, comments: Object.groupBy(document.comments, ({ story }) => story) };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("all parts together are the compilation again, seed %d", (seed) => {
  const whole = compiled(seed);
  for (const blocks of [1, 7, 30, 100_000]) {
    const parts = splitDocument(whole, blocks);
    expect(withCommentsByStory(joinDocuments(parts))).toEqual(withCommentsByStory(whole));
    if (blocks === 7) expect(parts.length).toBeGreaterThan(3);
    if (blocks === 100_000) expect(parts).toHaveLength(1);
  }
});

test("no passage reaches over the end of its part", () => {
  const parts = splitDocument(compiled(9), 3);
  for (const [at, part] of parts.entries()) {
    const next =
      parts[at + 1]?.stories.find(({ kind }) => kind === "body")?.blocks[0]?.from ?? Number.POSITIVE_INFINITY;
    const body = part.stories.find(({ kind }) => kind === "body");
    for (const { to } of body?.passages ?? []) expect(to).toBeLessThanOrEqual(next);
  }
});

test("a note comes with the paragraph on which it hangs", () => {
  const parts = splitDocument(compiled(10), 5);
  let notes = 0;
  for (const part of parts) {
    const here = new Set(part.stories.filter(({ blocks }) => blocks.length > 0).map(({ id }) => id));
    for (const block of part.stories.find(({ kind }) => kind === "body")?.blocks ?? []) {
      if (block.kind !== "paragraph") continue;
      for (const id of Object.values(block.inner ?? {}).flat()) {
        notes += 1;
        expect(here).toContain(id);
      }
    }
  }
  expect(notes).toBeGreaterThan(0);
});
