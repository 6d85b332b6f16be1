/** Chance that can be had again: the same seed gives the same choices. */
export interface Chance {
  /** From 0 to below `end`. */
  below(end: number): number;
  /** One of the values; the row must not be empty. */
  oneOf<Value>(values: readonly Value[]): Value;
  /** True once in `times`. */
  oncePer(times: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state, and neighbouring seeds give streams that have nothing in common.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    oneOf: (values) => values[below(values.length)] as (typeof values)[number],
    oncePer: (times) => below(times) === 0,
  };
}
