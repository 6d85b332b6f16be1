import type { Token } from "../model/text.ts";

/** An ideograph says about as much as three letters: a Chinese text has about a third of the length of the English. */
const LETTERS_PER_IDEOGRAPH = 3;
/** An image or a note reference counts like a longish word. */
const LETTERS_PER_ATOM = 8;
const LETTER = /[\p{L}\p{N}]/gu;
const IDEOGRAPH = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** How much a token says, in letters. Punctuation, white space, marks and structure say nothing: 0. */
export function lettersOf(token: Token): number {
  if (token.kind === "atom") return LETTERS_PER_ATOM;
  if (token.kind !== "word") return 0;
  const letters = token.text.match(LETTER)?.length ?? 0;
  return letters > 0 && IDEOGRAPH.test(token.text) ? letters * LETTERS_PER_IDEOGRAPH : letters;
}

/** How many words a token makes: 1 for a word or an atom, a half for an ideograph, 0 for all else. */
export function wordsOf(token: Token): number {
  if (token.kind === "atom") return 1;
  if (lettersOf(token) === 0) return 0;
  return IDEOGRAPH.test(token.text) ? 0.5 : 1;
}

/** `measure` summed over the tokens from `from` to `to`, the end not included. */
export function sumOf(tokens: readonly Token[], from: number, to: number, measure: (token: Token) => number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += measure(tokens[i] as Token);
  return sum;
}
