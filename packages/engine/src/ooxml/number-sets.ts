/** Writes a number from 1; `null` for one that it has no sign for. */
export type NumberWriter = (n: number) => string | null;

/** Word gives up on letters after 780, thirty times the alphabet. */
export const REPEATED_MOST = 30;

/** The set once through, then each sign twice, and so on: `y, z, aa, bb`. */
export function repeated(set: readonly string[]): NumberWriter {
  return (n) => {
    const times = Math.ceil(n / set.length);
    return times > REPEATED_MOST ? null : (set[(n - 1) % set.length] as string).repeat(times);
  };
}

/** The set once through. */
export function once(set: readonly string[]): NumberWriter {
  return (n) => set[n - 1] ?? null;
}

/** Decimal with other digits; the set begins with zero. */
export function positional(set: readonly string[]): NumberWriter {
  return (n) => String(n).replace(/\d/g, (digit) => set[Number(digit)] as string);
}
