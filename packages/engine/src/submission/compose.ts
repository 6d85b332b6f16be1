import type { TokenChange } from "../compare/token-change.ts";

/**
 * A difference between the base text (A) and a submission (B), made of what was changed silently (base to the file's
 * rejected view R) and what was tracked (R to B).
 */
export interface ComposedChange<Silent extends TokenChange, Tracked extends TokenChange> extends TokenChange {
  readonly silent: readonly Silent[];
  readonly tracked: readonly Tracked[];
}

/**
 * Joins two steps, A to R and R to B, into one, A to B. Changes of the two steps that overlap or touch become one; those
 * of one step stay apart, as they were.
 */
export function compose<Silent extends TokenChange, Tracked extends TokenChange>(
  silent: readonly Silent[],
  tracked: readonly Tracked[],
): ComposedChange<Silent, Tracked>[] {
  const composed: ComposedChange<Silent, Tracked>[] = [];
  let s = 0;
  let t = 0;
  // How much further a position is in A, and in B, than in R, between changes.
  let aheadA = 0;
  let aheadB = 0;
  while (s < silent.length || t < tracked.length) {
    const group: { silent: Silent[]; tracked: Tracked[] } = { silent: [], tracked: [] };
    let from = Infinity;
    let to = -Infinity;
    let last: "silent" | "tracked" | null = null;
    const beforeA = aheadA;
    const beforeB = aheadB;
    for (;;) {
      // In the silent step R is the second text, in the tracked step the first.
      const nextSilent = silent[s];
      const nextTracked = tracked[t];
      const silentFrom = nextSilent?.fromB ?? Infinity;
      const trackedFrom = nextTracked?.fromA ?? Infinity;
      const takeSilent =
        nextSilent !== undefined && silentFrom <= trackedFrom && belongs(silentFrom, to, last === "tracked");
      if (takeSilent || (nextSilent !== undefined && last !== null && belongs(silentFrom, to, last === "tracked"))) {
        group.silent.push(nextSilent);
        from = Math.min(from, silentFrom);
        to = Math.max(to, nextSilent.toB);
        aheadA += nextSilent.toA - nextSilent.fromA - (nextSilent.toB - nextSilent.fromB);
        last = "silent";
        s++;
      } else if (nextTracked !== undefined && belongs(trackedFrom, to, last === "silent")) {
        group.tracked.push(nextTracked);
        from = Math.min(from, trackedFrom);
        to = Math.max(to, nextTracked.toA);
        aheadB += nextTracked.toB - nextTracked.fromB - (nextTracked.toA - nextTracked.fromA);
        last = "tracked";
        t++;
      } else break;
    }
    composed.push({ fromA: from + beforeA, toA: to + aheadA, fromB: from + beforeB, toB: to + aheadB, ...group });
  }
  return composed;

  /** Whether a change that begins at `from` goes with the group that ends at `to`. */
  function belongs(from: number, to: number, isOtherStep: boolean): boolean {
    return to === -Infinity || from < to || (isOtherStep && from === to);
  }
}
