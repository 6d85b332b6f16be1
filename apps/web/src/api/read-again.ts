import type { OperationId } from "@compendium/contract";
import type { QueryClient } from "@tanstack/react-query";
import { isLasting } from "./need.ts";
import type { Spared } from "./take-in.ts";

/**
 * For how long, in milliseconds, the page waits after one's own act for the server to tell of it: that comes a moment
 * before or after the answer, and both are read at once.
 */
export const AFTER_OWN_ACT = 100;

/**
 * Milliseconds in which changes of others are gathered while they go on: 57 submissions in the last minute are not 57 new
 * readings.
 */
export const AFTER_NEWS = 1000;

interface Due {
  readonly at: number;
  readonly spared: Spared;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** When a page reads again next. */
const dues = new WeakMap<QueryClient, Due>();

/** When a page last read again, in milliseconds of its clock. */
const lastReads = new WeakMap<QueryClient, number>();

const NOTHING: Spared = new Set();

/** Has everything that can have changed read again now. What was to be read again soon is read with it. */
export function readAgain(queries: QueryClient, spared: Spared = NOTHING): Promise<void> {
  clearTimeout(dues.get(queries)?.timer);
  dues.delete(queries);
  lastReads.set(queries, Date.now());
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const id = queryKey[0] as OperationId;
      return !isLasting(id) && !spared.has(id);
    },
  });
}

/** The same within so many milliseconds: once, for all who ask until then. Spared is what all of them spare. */
export function readAgainWithin(queries: QueryClient, ms: number, spared: Spared = NOTHING): void {
  const due = dues.get(queries);
  clearTimeout(due?.timer);
  const at = Math.min(due?.at ?? Number.POSITIVE_INFINITY, Date.now() + ms);
  const bySome = due === undefined ? spared : new Set([...due.spared].filter((id) => spared.has(id)));
  dues.set(queries, {
    at,
    spared: bySome,
    timer: setTimeout(() => void readAgain(queries, bySome), Math.max(0, at - Date.now())),
  });
}

/** Somebody else changed something: it is read at once where the page has rested, for a meeting follows its chair. */
export function readNews(queries: QueryClient, spared: Spared): void {
  const rested = Date.now() - (lastReads.get(queries) ?? 0) > AFTER_NEWS;
  readAgainWithin(queries, rested ? AFTER_OWN_ACT : AFTER_NEWS, spared);
}
