/**
 * One difference between two rows of tokens: `fromA` to `toA` of A is replaced by `fromB` to `toB` of B. Positions
 * count tokens from 0; ends are not included. An empty side makes it a pure insertion or a pure deletion; never both
 * are empty.
 */
export interface TokenChange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

export function moveBy(change: TokenChange, a: number, b: number): TokenChange {
  return { fromA: change.fromA + a, toA: change.toA + a, fromB: change.fromB + b, toB: change.toB + b };
}

/** Both sides hold something: words were replaced, not only added or taken away. */
export function isReplacement(change: TokenChange): boolean {
  return change.fromA < change.toA && change.fromB < change.toB;
}
