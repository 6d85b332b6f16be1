import type { RedlineEntry } from "@compendium/engine";

/** Words kept at each end of a long stretch that a proposal leaves as it is: enough to find the place in the text. */
const WORDS_AT_END = 4;

/**
 * A redline for the line of the text, in which rival wordings stand side by side: long kept stretches lose their middle,
 * so that what differs is seen. The card has the whole.
 */
export function shortened(redline: readonly RedlineEntry[]): readonly RedlineEntry[] {
  return redline.map((entry) => (entry.kind === "kept" ? { ...entry, text: withoutMiddle(entry.text) } : entry));
}

function withoutMiddle(text: string): string {
  const words = text.split(/(?<=\s)/);
  if (words.length <= 2 * WORDS_AT_END + 2) return text;
  return `${words.slice(0, WORDS_AT_END).join("")}… ${words.slice(-WORDS_AT_END).join("")}`;
}
