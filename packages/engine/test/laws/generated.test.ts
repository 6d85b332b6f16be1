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

test.each([
  { seed: 1093028052, paragraphs: 15, submissions: 8, edits: 3 }, // one of them puts a note in it
  { seed: 681193935, paragraphs: 13, submissions: 3, edits: 1 }, // both move it
] as const)(
  "two delegations take the last paragraph away: the tracked file gives it back as both want it: %o",
  (size) => {
    const { base, submissions } = generateSet({ ...size, mode: "tracked" });
    const { tracked } = compileFiles(base, submissions);
    expect(tracked.untrackable).toEqual([]);
    expect(brokenLaws(base, submissions)).toEqual([]);
  },
);

test("rival looks for the last paragraph: the tracked file holds the first, and tells of the other", () => {
  const rivals: SetOptions = { seed: 1134699708, paragraphs: 14, submissions: 3, edits: 7, mode: "mixed" };
  const { base, submissions } = generateSet(rivals);
  const { tracked } = compileFiles(base, submissions);
  expect(tracked.untrackable).toEqual([{ story: "body", at: 576, delegations: ["XAA"], what: "formatting" }]);
  expect(brokenLaws(base, submissions)).toEqual([]);
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
