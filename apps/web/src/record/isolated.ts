/** Longer than this, in characters, a value is cut: it stands whole among the particulars. */
const LONGEST_NAMED = 120;

/** A value as it stands in a sentence: on its own, whichever way the sentence around it is written. */
export function isolated(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "…";
  const words = String(value);
  // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9).
  return `\u2068${words.length > LONGEST_NAMED ? `${words.slice(0, LONGEST_NAMED)} …` : words}\u2069`;
}
