import { fold } from "../fold.ts";

/** A word of a file name: letters, or one Chinese character, or a number. */
export interface Word {
  /** As it is written in the file name, accents composed. */
  readonly written: string;
  /** Without accents and case. */
  readonly folded: string;
  /** True if no letter or digit stands right before or right behind: false in `CH` of `CHEcomments`. */
  readonly apart: boolean;
}

const EXTENSION = /\.(docx?|docm|dotx?|dotm|odt|rtf|pdf|txt|html?|zip)$/iu;

/**
 * One Chinese character is a word, as nothing stands between Chinese words. Letters end where a digit begins, and
 * where camelCase begins a new word: `EUComments_CHEv2` is `EU Comments CHE v 2`.
 */
const WORD = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})\p{L}\p{M}*)+/gu;
const CAMEL_CASE = /(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{Lu}\p{M}*)(?=\p{Lu}\p{M}*\p{Ll})/u;

/** Without this, camelCase would cut `CHEv2` into `CH` and `Ev`. */
const VERSION_AFTER_CODE = /(?<=\p{Lu})(?=v\d)/gu;

/** The words of a file name in order; folders before it and a known ending such as `.docx` left out. */
export function wordsOfFileName(fileName: string): readonly Word[] {
  let name = fileName.replace(/^.*[/\\]/su, "");
  while (EXTENSION.test(name)) name = name.replace(EXTENSION, "");
  return wordsOf(name);
}

/** The words of a text in order. */
export function wordsOf(text: string): readonly Word[] {
  const composed = text.normalize("NFC").replace(VERSION_AFTER_CODE, " ");
  return [...composed.matchAll(WORD)].flatMap(({ 0: run, index }) => {
    const alone = !isLetterOrDigit(composed[index - 1]) && !isLetterOrDigit(composed[index + run.length]);
    const parts = run.split(CAMEL_CASE);
    return parts.map((written) => ({ written, folded: fold(written), apart: alone && parts.length === 1 }));
  });
}

/** The key under which a row of words is looked up. */
export function keyOf(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(" ");
}

export function isCapitals(written: string): boolean {
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

function isLetterOrDigit(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
