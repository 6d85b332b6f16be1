import type { RecordEntry } from "@compendium/contract";
import { hashOfEntry } from "./entry.ts";

/** Where a chain is broken, in words. */
export interface Break {
  readonly number: number;
  readonly what: string;
}

/** What the chain should end with, where somebody knows: from the ledger itself, or from a receipt. */
export interface KnownHead {
  readonly entries: number;
  readonly head: string | null;
}

/**
 * Checks a chain from its first entry on: that no entry was changed, removed, put in or moved. That the last entries were
 * not cut off shows only against a head that somebody kept, such as the one in a receipt.
 */
export function verifyChain(entries: readonly RecordEntry[], known: KnownHead | null): readonly Break[] {
  const breaks: Break[] = [];
  let previous: string | null = null;
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index + 1) {
      breaks.push({ number: entry.number, what: `entry ${index + 1} should stand here` });
    }
    if (entry.previous !== previous) {
      breaks.push({ number: entry.number, what: "it does not follow on the entry before it" });
    }
    if (hashOfEntry(entry) !== entry.hash) {
      breaks.push({ number: entry.number, what: "it was changed after it was written" });
    }
    previous = entry.hash;
  }
  if (known !== null && (known.entries !== entries.length || known.head !== previous)) {
    breaks.push({
      number: entries.length,
      what: `the chain should end with entry ${known.entries}, hash ${known.head}`,
    });
  }
  return breaks;
}
