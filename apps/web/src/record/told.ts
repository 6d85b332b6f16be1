import type { RecordAct, RecordEntry } from "@compendium/contract";
import { RECORD_ACTS } from "@compendium/contract/acts";

/** An act that this program has words for. An entry that another version wrote may tell of one that it does not know. */
export function knownAct(act: string): RecordAct | undefined {
  return RECORD_ACTS.find((known) => known === act);
}

/** What the sentence of an act names; each value on its own, whichever way the sentence around it is written. */
export function namedIn({ detail }: RecordEntry): Readonly<Record<string, string | number>> {
  const named = NAMED.map((name) => [name, isolated(detail[name])] as const);
  return Object.fromEntries(named);
}

const NAMED = [
  "citation",
  "code",
  "delegation",
  "email",
  "name",
  "number",
  "person",
  "reason",
  "symbol",
  "title",
  "words",
] as const;

/** Longer than this, in characters, a value is cut: it stands whole among the particulars. */
const LONGEST_NAMED = 120;

function isolated(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "…";
  const words = String(value);
  // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9).
  return `\u2068${words.length > LONGEST_NAMED ? `${words.slice(0, LONGEST_NAMED)} …` : words}\u2069`;
}
