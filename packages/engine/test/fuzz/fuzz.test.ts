import { expect, test } from "vitest";
import { CORPUS } from "../ooxml/corpus.ts";
import { LONGEST, type Tally, tryMany } from "./campaign.ts";

/** Tried in this order as far as the time goes, so that a red check is never a matter of luck. By hand: `run.ts`. */
const SEEDS = Array.from({ length: 1000 }, (_, i) => i + 1);
/** Milliseconds: about what the whole check can spare. */
const FIXED = 40_000;

test("mutated files are refused with a problem, or compile and keep the laws", {
  timeout: FIXED + 3 * LONGEST,
}, async () => {
  const tally = await tryMany(SEEDS, FIXED);
  expectNoFailure(tally);
  // Otherwise the mutations only test the reader of zip and XML, or nothing at all.
  const count = (name: string): number =>
    [...tally.verdicts].reduce((sum, [key, n]) => sum + (key.startsWith(name) ? n : 0), 0);
  expect(count("holds")).toBeGreaterThan(tally.runs / 3);
  expect(count("refused")).toBeGreaterThan(tally.runs / 20);
});

/** What is printed has the seed, with which `run.ts --only --seed` gives the files again. */
function expectNoFailure({ failures, runs }: Tally): void {
  const told = failures.map(({ seed: own, verdict, what }) =>
    [`seed ${own}`, ...what, JSON.stringify(verdict)].join("\n"),
  );
  expect(told.join("\n\n"), `${runs} runs, ${CORPUS.length} files of the corpus`).toBe("");
  expect(runs).toBeGreaterThan(20);
}
