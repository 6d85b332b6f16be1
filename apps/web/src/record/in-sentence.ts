import { isolated } from "../design/isolated.ts";

/** Longer than this, in characters, a value is cut: it stands whole among the particulars. */
const LONGEST_NAMED = 120;

/** A value as it stands in a sentence: on its own, whichever way the sentence around it is written. */
export function inSentence(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "…";
  const words = String(value);
  return isolated(words.length > LONGEST_NAMED ? `${words.slice(0, LONGEST_NAMED)} …` : words);
}
