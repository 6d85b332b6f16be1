import type { RedlineEntry } from "@compendium/engine";

/** Words kept at each end of a long stretch that a proposal leaves as it is: enough to find the place in the text. */
const KEPT_WORDS = 4;
/** The same for what it strikes or puts in: enough to judge whether to look closer. */
const CHANGED_WORDS = 25;
/** Stretches of one wording in the line of the text. More than these nobody reads side by side. */
const STRETCHES = 24;

/** What a wording can have and still be shown whole, in characters and stretches. */
const WHOLE_CHARACTERS = 4000;
const WHOLE_STRETCHES = 80;

/**
 * A redline for where rival wordings stand side by side: long stretches lose their middle, and a very long wording its
 * end, so that what differs is seen. The card has the whole.
 */
export function shortened(redline: readonly RedlineEntry[]): readonly RedlineEntry[] {
  const shorter = redline.slice(0, STRETCHES).map((entry) => {
    const words = entry.kind === "kept" ? KEPT_WORDS : CHANGED_WORDS;
    return { ...entry, text: withoutMiddle(entry.text, words) };
  });
  return redline.length > STRETCHES ? [...shorter, { kind: "kept", text: " …" }] : shorter;
}

/** True for a wording that takes pages: it is shown shortened until somebody asks for the whole. */
export function isLong(redline: readonly RedlineEntry[]): boolean {
  const characters = redline.reduce((sum, { text }) => sum + text.length, 0);
  return characters > WHOLE_CHARACTERS || redline.length > WHOLE_STRETCHES;
}

function withoutMiddle(text: string, wordsAtEnd: number): string {
  // Only the ends are taken apart: a stretch can be a hundred pages long.
  const reach = 40 * wordsAtEnd;
  if (text.length <= reach) return withoutMiddleWords(text.split(/(?<=\s)/), wordsAtEnd);
  return withoutMiddleWords(`${text.slice(0, reach)} ${text.slice(-reach)}`.split(/(?<=\s)/), wordsAtEnd);
}

function withoutMiddleWords(words: readonly string[], wordsAtEnd: number): string {
  if (words.length <= 2 * wordsAtEnd + 2) return words.join("");
  return `${words.slice(0, wordsAtEnd).join("")}… ${words.slice(-wordsAtEnd).join("")}`;
}
