/** Written without spaces between words; each character is a token, so that a change of one word stays small. */
const UNSPACED =
  "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FC\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]";
/** White space, the zero-width space included. */
const WHITE = "[\\s\\u200B]";
/** Letters, marks and digits, and the invisible signs inside a word: soft hyphen, joiner, non-joiner. */
const LETTER = `(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}]`;
const INVISIBLE = "[\\u00AD\\u200C\\u200D]";
/** What ties two parts of one word: apostrophes, hyphens, the Catalan dot. */
const TIE = `['\\u2019\\-\\u2010\\u2011\\u00B7](?=${LETTER})`;
/** Points and commas between two digits, the Arabic ones too: 1,540 and 3.5. */
const POINT = "[.,\\u066B\\u066C](?<=\\p{N}.)(?=\\p{N})";
const WORD = `${LETTER}(?:${LETTER}|${INVISIBLE}|${TIE}|${POINT})*`;
const TOKEN = new RegExp(`^${WHITE}+|(?:${UNSPACED}\\p{M}*|${WORD}|[^])${WHITE}*`, "gu");

/**
 * Splits text into words, or single punctuation characters, each with all white space after it. White space at the very
 * beginning is a token of its own. The tokens joined give the text again; `""` gives none.
 *
 * Bare words would lose the spacing, so a submission could not be rebuilt. Spaces as tokens of their own would let a
 * comparison keep the spaces and replace every word between them. The price: `"shall "` and the `"shall"` before a
 * comma are two wordings, so to insert ", where feasible," after a word replaces this word too. That is exact (the
 * space moves behind the comma), it is the same for everyone who does it, and it costs one word.
 */
export function splitWords(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
