/** The label of what is inserted behind `"14."`: `"14 bis."` for the first (`count` 0), then `"14 ter."` */
export function labelBehind(label: string, count: number): string {
  return withWord(label, ordinalWord(count));
}

/** The label of what is inserted before the first of a list: `"1 ante."`, then `"1 ante bis."` */
export function labelBefore(label: string, count: number): string {
  return withWord(label, count === 0 ? "ante" : `ante ${ordinalWord(count - 1)}`);
}

/** As Latin counts on from the first: bis is the second of that number. */
const ORDINALS = [
  "bis",
  "ter",
  "quater",
  "quinquies",
  "sexies",
  "septies",
  "octies",
  "nonies",
  "decies",
  "undecies",
  "duodecies",
  "terdecies",
  "quaterdecies",
  "quindecies",
  "sedecies",
  "septendecies",
  "duodevicies",
  "undevicies",
  "vicies",
] as const;

/** Few readers know the words beyond twenty: from there on, figures. */
function ordinalWord(count: number): string {
  return ORDINALS[count] ?? String(count + 2);
}

/** Before the signs that end a label: `(b bis)`. */
function withWord(label: string, word: string): string {
  return label.replace(/[^\p{L}\p{N}]*$/u, (end) => ` ${word}${end}`);
}
