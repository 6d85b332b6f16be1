/** A number at the head of a paragraph, as far as its look tells where it stands among others. */
export interface NumberLabel {
  /** As a reader cites it: the label without dots at its end. */
  readonly cited: string;
  /** The level of an automatic number, from 0; `null` for one that was typed. */
  readonly level: number | null;
  /** How many numbers the label is made of: 2 for `1.1`. */
  readonly depth: number;
  /** Of the last number in the label: the outermost kind is 0. */
  readonly rank: number;
  /** The same for numbers that count on from each other: `(a)` and `(b)`. */
  readonly shape: string;
}

/** What a reader would call a bullet; Word draws a hollow one with the letter o. */
export function isBullet(label: string): boolean {
  return label !== "" && (label === "o" || !/[\p{L}\p{N}]/u.test(label));
}

/** The number typed at the head of a text: `"14."`, `"(b)"`, `"2.1"` before a tab; `""` if there is none. */
export function typedNumber(text: string): string {
  return TYPED.exec(text)?.[1] ?? "";
}

/** The number typed at the head of a heading: `"Part II"`, `"Article 5"`, `"IV."`; `""` if there is none. */
export function typedHeadingNumber(text: string): string {
  return (TYPED_NAMED.exec(text) ?? TYPED_HEADING.exec(text))?.[1] ?? "";
}

/** The label without what ends it: `"14"` of `"14."`. */
export function withoutEnd(label: string): string {
  return label.replace(/[.:\s]+$/, "");
}

/** True for a label that says what it numbers: `"Article 5"`. */
export function isNamed(label: string): boolean {
  return /\p{L}+\s+\S/u.test(label);
}

/**
 * Reads a label. `open` are the numbers that it may count on from, outermost first: they tell whether an i is the
 * letter after h or the number one.
 */
export function readLabel(label: string, level: number | null, open: readonly NumberLabel[]): NumberLabel {
  const cited = withoutEnd(label);
  const numbers = cited.match(NUMBERS) ?? [];
  const pattern = cited.replace(NUMBERS, "#");
  const last = numbers.at(-1) ?? "";
  const rank = isNamed(cited)
    ? NAMED
    : rankOf(last, (kind) => {
        const former = open.findLast((other) => other.level === level && other.shape === `${kind}${pattern}`);
        return former?.cited.match(NUMBERS)?.at(-1) ?? null;
      });
  return { cited, level, depth: numbers.length, rank, shape: `${rank}${pattern}` };
}

/** The chain with a further number, which replaces the one that it counts on from and all below that. */
export function extended(chain: readonly NumberLabel[], label: NumberLabel): NumberLabel[] {
  const former = chain.findLastIndex((other) => other.level === label.level && other.shape === label.shape);
  if (former >= 0) return [...chain.slice(0, former), label];
  const repeated = chain.findLastIndex(({ cited }) => label.cited.startsWith(`${cited}.`));
  // A number like 2.1 tells all that is above it, and stands below nothing that it does not repeat.
  const isWhole = label.depth > 1 && label.rank !== NAMED;
  const above = repeated >= 0 || isWhole ? repeated : chain.findLastIndex((other) => isBelow(label, other));
  return [...chain.slice(0, above + 1), label];
}

/**
 * The numbers of a chain, outermost first, as one citation: `"para. 14 (b)"`, `"Article 5, para. 2 (a)"`. A number that
 * repeats the one above it, as 1.1 repeats 1, stands for both.
 */
export function citeChain(chain: readonly NumberLabel[]): string {
  const numbers: string[] = [];
  for (const { cited } of chain) {
    if (cited.startsWith(`${numbers.at(-1) ?? ""}.`)) numbers.pop();
    numbers.push(cited);
  }
  let out = "";
  numbers.forEach((number, i) => {
    const above = numbers[i - 1];
    const begins = above === undefined || (isNamed(above) && /^[\p{L}\p{N}]/u.test(number));
    const part = isNamed(number) ? number : begins ? `para. ${withoutBracket(number)}` : number;
    out += above === undefined ? part : `${begins || isNamed(number) ? ", " : " "}${part}`;
  });
  return out;
}

/**
 * True if `label` stands below `other`. Levels count only within one list, and the look of a number is all that tells
 * one list from another: an (a) on the first level of its own list stands below the 14 on the second of another.
 */
function isBelow(label: NumberLabel, other: NumberLabel): boolean {
  if (label.rank > other.rank) return true;
  if (label.level !== null && other.level !== null && label.level !== other.level) return label.level > other.level;
  return label.rank === other.rank && label.depth > other.depth;
}

/** `3)` is cited as 3; a pair of brackets stays. */
export function withoutBracket(cited: string): string {
  return cited.includes("(") ? cited : cited.replace(/\)$/, "");
}

// A decimal alone, as in "1.5 per cent", is a number of the text and not of the paragraph.
const TYPED = /^\s*(\d{1,3}(?:\.\d{1,3})*(?:[.)](?=\s)|(?=\t))|\(?(?:[a-z]{1,2}|[ivx]{1,6}|\d{1,3})\)(?=\s))/;
const TYPED_HEADING = /^\s*((?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d{1,3})*)[.)])(?=\s)/;
const NAMES = "Part|PART|Chapter|CHAPTER|Article|ARTICLE|Section|SECTION|Annex|ANNEX|Appendix|APPENDIX";
const TYPED_NAMED = new RegExp(`^\\s*((?:${NAMES})\\s+(?:[IVXLC]+|\\d+|[A-Z]))(?![\\p{L}\\p{N}])`, "u");

/** Numbers within a label: digits, Roman numbers, and letters by themselves. */
const NUMBERS = /\p{N}+|(?<![\p{L}\p{N}])(?:[ivxlcdm]+|[IVXLCDM]+|\p{L}{1,2})(?![\p{L}\p{N}])/gu;

/** As drafters nest them: Article 5, I, A, 1, (a), (i). */
const NAMED = 0;
const UPPER_ROMAN = 1;
const UPPER_LETTER = 2;
const DECIMAL = 3;
const LOWER_LETTER = 4;
const LOWER_ROMAN = 5;

/** `former` gives the last open number of a kind with the same dress, or `null`. */
function rankOf(number: string, former: (rank: number) => string | null): number {
  if (/\p{N}/u.test(number)) return DECIMAL;
  const upper = number !== number.toLowerCase();
  const letter = upper ? UPPER_LETTER : LOWER_LETTER;
  const roman = upper ? UPPER_ROMAN : LOWER_ROMAN;
  if (!/^[ivxlcdm]+$/i.test(number)) return letter;
  if (number.length > 1) return roman;
  const before = former(letter);
  if (before !== null && before.length === 1 && before.charCodeAt(0) + 1 === number.charCodeAt(0)) return letter;
  return former(roman) !== null || number.toLowerCase() === "i" ? roman : letter;
}
