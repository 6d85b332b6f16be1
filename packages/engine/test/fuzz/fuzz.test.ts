import { expect, test } from "vitest";
import { CORPUS } from "../ooxml/corpus.ts";
import { LONGEST, type Tally, tryMany } from "./campaign.ts";

/** Seeds that are always tried, as far as the time goes. */
const SEEDS = Array.from({ length: 1000 }, (_, i) => i + 1);
/** Milliseconds for each test: together about what the whole check can spare. */
const FIXED = 25_000;
const CHANCE = 20_000;

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

const seed = Math.floor(Math.random() * 2 ** 31);

test(`and others, by chance, from seed ${seed}`, { timeout: CHANCE + 3 * LONGEST }, async () => {
  expectNoFailure(await tryMany(from(seed), CHANCE));
});

function* from(first: number): Generator<number> {
  for (let next = first; ; next++) yield next;
}

/** What is printed has the seed, with which `run.ts --only --seed` gives the files again. */
function expectNoFailure({ failures, runs }: Tally): void {
  const told = failures.map(({ seed: own, verdict, what }) =>
    [`seed ${own}`, ...what, JSON.stringify(verdict)].join("\n"),
  );
  expect(told.join("\n\n"), `${runs} runs, ${CORPUS.length} files of the corpus`).toBe("");
  expect(runs).toBeGreaterThan(20);
}
