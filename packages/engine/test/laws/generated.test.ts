import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateSet, type SetOptions } from "../../../../fixtures/generated/generate-set.ts";
import { compileFiles } from "./compile-files.ts";
import { brokenLaws } from "./holds.ts";
import { expectLaws } from "./not-yet.ts";
import { brokenSponsors } from "./true-sponsors.ts";

const SIZES: readonly Omit<SetOptions, "mode">[] = [
  { seed: 1, paragraphs: 40, submissions: 1, edits: 12 },
  { seed: 2, paragraphs: 40, submissions: 5, edits: 12 },
  { seed: 3, paragraphs: 60, submissions: 20, edits: 10 },
  { seed: 4, paragraphs: 40, submissions: 57, edits: 6 },
];

describe.each(SIZES)("$submissions generated submissions", { timeout: 60_000 }, (size) => {
  test.each(["tracked", "untracked", "mixed"] as const)("%s: the laws hold", (mode) => {
    const { base, submissions } = generateSet({ ...size, mode });
    expectLaws(`${size.submissions} generated submissions, ${mode}: laws`, brokenLaws(base, submissions));
  });

  test.each(["tracked", "untracked", "mixed"] as const)("%s: the sponsors are those of the manifest", (mode) => {
    const { base, submissions, manifest } = generateSet({ ...size, mode });
    const { compilation } = compileFiles(base, submissions);
    expectLaws(
      `${size.submissions} generated submissions, ${mode}: sponsors`,
      brokenSponsors(compilation, manifest.edits),
    );
  });
});

test("two delegations delete the last paragraph, and a third puts a note in it", () => {
  const { base, submissions } = generateSet({
    seed: 1093028052,
    paragraphs: 15,
    submissions: 8,
    edits: 3,
    mode: "tracked",
  });
  expectLaws("generated set 1093028052: laws", brokenLaws(base, submissions));
});

test("a generated set is the same for the same seed and another for another, and has co-sponsors and rivals", () => {
  const options: SetOptions = { seed: 7, paragraphs: 40, submissions: 5, edits: 12, mode: "mixed" };
  const set = generateSet(options);
  expect(generateSet(options)).toEqual(set);
  expect(generateSet({ ...options, seed: 8 }).base).not.toEqual(set.base);
  expect(set.manifest.edits.length).toBeGreaterThan(50);
  expect(set.manifest.proposals.filter(({ sponsors }) => sponsors.length > 1).length).toBeGreaterThan(5);
  expect(new Set(set.manifest.edits.map(({ kind }) => kind)).size).toBeGreaterThan(6);
});

test("the laws hold for any generated Word files of up to eight delegations", { timeout: 60_000 }, () => {
  const sets = fc.record({
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    paragraphs: fc.integer({ min: 12, max: 40 }),
    submissions: fc.integer({ min: 1, max: 8 }),
    edits: fc.integer({ min: 1, max: 12 }),
    mode: fc.constantFrom("tracked", "untracked", "mixed"),
  });
  const holds = fc.property(sets, (options: SetOptions) => {
    const { base, submissions } = generateSet(options);
    expect(brokenLaws(base, submissions)).toEqual([]);
  });
  fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false });
});
