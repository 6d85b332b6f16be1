const WHITE_OR_INVISIBLE = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;
const QUOTATION_MARKS = /["'`\u00AB\u00BB\u02BC\u2018-\u201F\u2032\u2033\u2039\u203A\u300C-\u300F\uFF02\uFF07]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;

/**
 * True where two different wordings differ only in spacing, in the kind of quotation marks, apostrophes, dashes or
 * hyphens, in case, or in how Unicode puts an accented letter together. False for equal wordings: they are identical.
 * A hint for a reader who sees two proposals that look alike; nothing may fold them into one.
 */
export function nearIdentical(a: string, b: string): boolean {
  return a !== b && essence(a) === essence(b);
}

/** What is left of a wording without all that: equal exactly for wordings that are identical or nearly so. */
export function essence(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(WHITE_OR_INVISIBLE, "")
    .replace(QUOTATION_MARKS, "'")
    .replace(DASHES, "-");
}
