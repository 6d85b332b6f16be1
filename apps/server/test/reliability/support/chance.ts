/** Chance that can be had again: the same seed gives the same numbers. */
export interface Chance {
  readonly seed: number;
  /** A whole number, `from` and `to` among them. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <One>(of: readonly One[]) => One;
}

/** Of the seed that `RELIABILITY_SEED` gives, else of a new one; either way it is printed, so that a failure can be repeated. */
export function chance(what: string): Chance {
  const seed = Number(process.env.RELIABILITY_SEED ?? Date.now() % 1_000_000);
  console.log(`${what}: RELIABILITY_SEED=${seed}`);
  return chanceOf(seed);
}

/** Mulberry32: small, and good enough to choose whom to kill. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    seed,
    between,
    pick: (of) => {
      const one = of[between(0, of.length - 1)];
      if (one === undefined) throw new RangeError("There is nothing to choose from.");
      return one;
    },
  };
}
