import { seeded } from "../../../../fixtures/generated/random.ts";
import { judge, type Verdict } from "./laws.ts";
import { mutateFile } from "./mutate-file.ts";
import { familiesOf, readOriginal } from "./originals.ts";

/** What one seed gave. */
export interface Run {
  readonly seed: number;
  readonly verdict: Verdict;
  /** The files with what was done to them, one line each. */
  readonly what: readonly string[];
  readonly milliseconds: number;
}

/** The files of a run, so that they can be looked at. */
export interface RunFiles {
  readonly base: Uint8Array;
  readonly submissions: readonly Uint8Array[];
  readonly what: readonly string[];
}

const FAMILIES = familiesOf();

/** Makes a base text and one or two submissions of real files, at least one of them mutated. */
export function filesOf(seed: number): RunFiles {
  const random = seeded(seed);
  const family = random.pick(FAMILIES);
  const other = readOriginal(random.pick(FAMILIES).base);
  const isBaseMutated = random.chance(1 / 3);
  const what: string[] = [];
  const make = (role: string, name: string, isMutated: boolean): Uint8Array => {
    const bytes = readOriginal(name);
    const mutated = isMutated ? mutateFile(bytes, other, random) : { bytes, what: [] };
    what.push(`${role}: ${name}`, ...mutated.what.map((line) => `  ${line}`));
    return mutated.bytes;
  };
  const base = make("base", family.base, isBaseMutated);
  const count = random.chance(1 / 3) ? 2 : 1;
  const submissions = Array.from({ length: count }, () =>
    make("submission", random.pick(family.copies), !isBaseMutated || random.chance(1 / 2)),
  );
  return { base, submissions, what };
}

export function runOnce(seed: number, isStrict: boolean): Run {
  const { base, submissions, what } = filesOf(seed);
  const before = performance.now();
  const verdict = judge(base, submissions, isStrict);
  return { seed, verdict, what, milliseconds: performance.now() - before };
}
