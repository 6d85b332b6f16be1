import type { Reading } from "./name-index.ts";
import { isCapitals, type Word } from "./words.ts";

/**
 * Codes of three letters that are also little words of English, French, German, Italian or Spanish. In a name all in
 * capitals they are words where they stand between words: `REMARQUES SUR LE PROJET`. So is `AND` in any name.
 */
const LITTLE_WORDS = list("and are can nor per sur est che aus ago ton fin com son");

/** Names that are words of another language or persons' names, folded; they count only with a capital. */
const WORDS_UNLESS_CAPITAL = list("island granada grenade equateur maurice dominique polish того перу куба");

/** Codes of two letters that are words in one of the languages, or abbreviations of something else. */
const NEVER_ALPHA_2 = list(`
  in no is it to me my be at by so do am as la se si et er co al pa il ad ne ma li mu es om
  cd ps cv id tv md cr sc st va ga sg fm ag tm mc pm hr ai mr ml mm km cm mg mt td sm gm ss vc ve cc bo ni sd ge ie ir
  ec cf ci na pg ba bw sa eg
`);

/** Codes of two letters that are also codes of languages: `guide_FR` may be the French text, `Comments FR` is not. */
const LANGUAGE_CODES = list("de fr ru ar es sv tr pl pt");

/** Words beside which a code of two letters can only be the one who wrote. */
const CONTRIBUTIONS = list(`
  comment comments commented proposal proposals edit edits input inputs amendment amendments remark remarks suggestion
  suggestions contribution contributions submission submissions position positions delegation response feedback
  changes redline markup compilation commentaires propositions observations amendements comentarios propuestas
  kommentare vorschlage комментарии предложения замечания
`);

/** Words of file names that tell a state of the file and not what it says. */
const FILE_WORDS = list("v ver version rev draft clean final tc track tracked del add corr docx copy");

const TEXT_WORDS = list("translation version language text edition");
const BETWEEN = list("by from of");

/** Whether `count` words from `at` on, in this place of the file name, can mean what the reading says. */
export function isCredible(reading: Reading, words: readonly Word[], at: number, count: number): boolean {
  const read = words.slice(at, at + count);
  const first = read[0];
  if (first === undefined) return false;
  if (reading.needs === "capitals" && !read.every(({ written }) => isCapitals(written))) return false;
  // Two letters cut out of a longer run would be a guess, `AU` in `AUTfinal`; but not in `EUComments`.
  const short = count === 1 && /^[a-z]{2}$/u.test(first.folded);
  if (short && !first.apart && !CONTRIBUTIONS.has(folded(words, at + 1))) return false;
  if (WORDS_UNLESS_CAPITAL.has(first.folded) && count === 1 && !startsWithCapital(first.written)) return false;

  switch (reading.as) {
    case "name":
      return true;
    case "adjective":
      // "Swiss comments" come from Switzerland; a "Dutch translation" may come from anybody.
      return !TEXT_WORDS.has(folded(words, at + count));
    case "code":
      return !(isLittleWord(words, at) || isMonth(words, at) || isAbbreviation(words, at));
    case "alpha-2":
      if (NEVER_ALPHA_2.has(first.folded)) return false;
      if (LANGUAGE_CODES.has(first.folded)) return !allCapitals(words, at) && besideContribution(words, at);
      return true;
  }
}

function isLittleWord(words: readonly Word[], at: number): boolean {
  const word = folded(words, at);
  if (!LITTLE_WORDS.has(word) || !isText(words[at - 1]) || !isText(words[at + 1])) return false;
  return word === "and" || allCapitals(words, at);
}

/** `MAR` is Morocco in `65-21-MAR`, and March in `15 MAR 2021`, `MAR2021` and `15-MAR comments`. */
function isMonth(words: readonly Word[], at: number): boolean {
  if (folded(words, at) !== "mar") return false;
  if (/^(?:19|20)\d\d$/u.test(folded(words, at + 1))) return true;
  const day = /^(?:0?[1-9]|[12]\d|3[01])$/u.test(folded(words, at - 1));
  return day && !/^\d+$/u.test(folded(words, at - 2)) && !FILE_WORDS.has(folded(words, at - 2));
}

/** `COM(2021)` is the European Commission, `NAM` the Non-Aligned Movement, `POL-MIL` political-military. */
function isAbbreviation(words: readonly Word[], at: number): boolean {
  const code = folded(words, at);
  const next = folded(words, at + 1);
  return code === "nam" || (code === "com" && /^\d+$/u.test(next)) || (code === "pol" && next === "mil");
}

function besideContribution(words: readonly Word[], at: number): boolean {
  const before = BETWEEN.has(folded(words, at - 1)) ? at - 2 : at - 1;
  return CONTRIBUTIONS.has(folded(words, before)) || CONTRIBUTIONS.has(folded(words, at + 1));
}

/** True if the words other than the one at `at` are all in capitals, so that capitals tell nothing. */
function allCapitals(words: readonly Word[], at: number): boolean {
  const others = words.filter((word, i) => i !== at && isText(word));
  return others.length > 0 && others.every(({ written }) => isCapitals(written));
}

/** A word that says something: no number, no single letter, no word of file names. */
function isText(word: Word | undefined): boolean {
  return word !== undefined && /\p{L}{2}/u.test(word.folded) && !FILE_WORDS.has(word.folded);
}

function folded(words: readonly Word[], at: number): string {
  return words[at]?.folded ?? "";
}

function startsWithCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
