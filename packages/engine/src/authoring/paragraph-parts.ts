import { splitWords } from "../compare/words.ts";
import type { Token } from "../model/text.ts";
import type { Emphasis, ParagraphContent } from "./paragraph-proposal.ts";

/** A paragraph as what is compared: words, what is kept whole, and paragraph marks. */
export type Part<Word> = ({ readonly kind: "word"; readonly text: string } & Word) | AtomPart | MarkPart;

interface AtomPart {
  readonly kind: "atom";
  /** Position in the story. */
  readonly at: number;
}

interface MarkPart {
  readonly kind: "mark";
}

/** A word of the base paragraph: where each of its characters (UTF-16) comes from. */
export interface BaseWord {
  readonly characters: readonly BaseCharacter[];
}

export interface BaseCharacter {
  /** Counted from the beginning of the paragraph. */
  readonly token: number;
  readonly offset: number;
}

/** A proposed word, with the emphasis of each of its characters (UTF-16). */
export interface ProposedWord {
  readonly emphasis: readonly Emphasis[];
}

/**
 * The parts of a base paragraph that begins at `from`. Words are told by what a reader sees: whether a hyphen is a letter
 * or an element of its own makes no difference.
 */
export function baseParts(tokens: readonly Token[], from: number): Part<BaseWord>[] {
  const parts: Part<BaseWord>[] = [];
  let text = "";
  let characters: BaseCharacter[] = [];
  const flush = (): void => {
    for (const [word, start] of placedWords(text))
      parts.push({ kind: "word", text: word, characters: characters.slice(start, start + word.length) });
    text = "";
    characters = [];
  };
  for (const [token, { kind, text: own }] of tokens.entries()) {
    if (kind === "word") {
      text += own;
      for (let offset = 0; offset < own.length; offset++) characters.push({ token, offset });
      continue;
    }
    flush();
    parts.push(kind === "mark" ? { kind } : { kind: "atom", at: from + token });
  }
  return parts;
}

/** The parts of one or several proposed paragraphs. */
export function proposedParts(content: readonly ParagraphContent[]): Part<ProposedWord>[] {
  const parts: Part<ProposedWord>[] = [];
  for (const paragraph of content) {
    let text = "";
    let emphasis: Emphasis[] = [];
    const flush = (): void => {
      for (const [word, start] of placedWords(text))
        parts.push({ kind: "word", text: word, emphasis: emphasis.slice(start, start + word.length) });
      text = "";
      emphasis = [];
    };
    for (const piece of paragraph) {
      if (piece.kind === "text") {
        text += piece.text;
        for (let i = 0; i < piece.text.length; i++) emphasis.push(piece.emphasis);
        continue;
      }
      flush();
      parts.push({ kind: "atom", at: piece.at });
    }
    flush();
    parts.push({ kind: "mark" });
  }
  return parts;
}

/** Characters that Word has elements for: a tab, a line break, a page break. Each is a token of its own. */
export const CHARACTERS = /([\t\v\f])/;

function placedWords(text: string): [word: string, start: number][] {
  let start = 0;
  return text
    .split(CHARACTERS)
    .flatMap((part) => (CHARACTERS.test(part) ? [part] : splitWords(part)))
    .map((word) => {
      start += word.length;
      return [word, start - word.length];
    });
}
