import type { RecordEntry } from "@compendium/contract";
import { hashOfEntry } from "./entry.ts";

/** Where a chain is broken, in words. */
export interface Break {
  readonly number: number;
  readonly what: string;
}

/** What the chain should end with, where somebody knows: from the ledger itself, or from a backup's manifest. */
export interface KnownHead {
  readonly entries: number;
  readonly head: string | null;
}

/** Checks a chain entry by entry, so that one of any length passes through. */
export interface ChainCheck {
  readonly add: (entry: RecordEntry) => readonly Break[];
  /** That the last entries were not cut off shows only against an end that somebody kept. */
  readonly end: (known: KnownHead | null) => readonly Break[];
}

/** Checks that no entry was changed, removed, put in or moved, from the first on. One fault is told once. */
export function checkChain(): ChainCheck {
  let last = 0;
  let head: string | null = null;
  return {
    add: (entry) => {
      const breaks: Break[] = [];
      const { number } = entry;
      const tell = (what: string, at = number) => breaks.push({ number: at, what });
      const isMoved = number <= last;
      if (isMoved) tell(`it stands after entry ${last}, where it does not belong`);
      else if (number > last + 1) tell(missing(last + 1, number - 1), last + 1);
      else if (entry.previous !== head) {
        tell("it does not follow on the entry before it: that one was replaced, or this one was put in");
      }
      if (hashOfEntry(entry) !== entry.hash) tell("it was changed after it was written");
      if (!isMoved) {
        last = number;
        head = entry.hash;
      }
      return breaks;
    },
    end: (known) => {
      if (known === null || (known.entries === last && known.head === head)) return [];
      if (known.entries > last) {
        return [{ number: last + 1, what: `${missing(last + 1, known.entries)}: the chain was cut off` }];
      }
      const number = known.entries;
      return known.entries < last
        ? [{ number: number + 1, what: `the chain should end with entry ${number}, and goes on` }]
        : [{ number, what: `the chain should end with the hash ${known.head}, and ends with ${head}` }];
    },
  };
}

/** Checks a chain that is at hand as a whole. */
export function verifyChain(entries: readonly RecordEntry[], known: KnownHead | null): readonly Break[] {
  const check = checkChain();
  return [...entries.flatMap(check.add), ...check.end(known)];
}

function missing(from: number, to: number): string {
  return from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`;
}
