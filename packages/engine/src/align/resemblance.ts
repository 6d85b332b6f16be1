import { lettersOf } from "../compare/weight.ts";
import type { Block, Container, Token } from "../model/text.ts";

/**
 * Blocks with a smaller share of letters in common have nothing to do with each other: one was deleted, the other
 * inserted. Measured on the guide in fixtures/illustrative: 99 in 100 pairs of its paragraphs are less alike than 0.24,
 * and those above 0.45 say the same thing twice. At 0.35, "Is there a national threat assessment?" matches "Is there a
 * national action plan?"; above 0.5, a paragraph of which every second word was replaced has no partner. Tables and
 * rows have short cells: a row with one cell of two rewritten is still this row.
 */
const LEAST_LIKENESS = { paragraph: 0.45, table: 0.25, row: 0.35, cell: 0.2, group: 0.35 };
/**
 * If this share of the shorter paragraph, of at least `LEAST_LETTERS`, is found in the longer one, they belong together
 * however long the other is: a paragraph that grew to three times its length is still the same.
 */
const LEAST_CONTAINED = 0.8;
const LEAST_LETTERS = 30;

/** The words of a block, without order, for a quick guess how alike two blocks are. */
export interface Bag {
  /** Ascending; a word that occurs twice is there twice. */
  readonly words: Int32Array;
  /** Letters of all words together. */
  readonly letters: number;
}

/** What is remembered of a block. */
interface Known extends Bag {
  readonly key: number;
}

/** What is remembered of a wording, so that every word is measured once and not once for each place. */
interface Wording {
  readonly id: number;
  /** `null` for what says nothing about which block this is: punctuation, marks, structure. */
  readonly word: number | null;
}

/** Remembers what is needed to compare blocks; of a block itself only as long as somebody else holds it. */
export class Resemblance {
  readonly #wordings = new Map<string, Wording>();
  readonly #words = new Map<string, number>();
  readonly #lettersOfWord: number[] = [];
  readonly #keys = new Map<string, number>();
  readonly #blocks = new WeakMap<Block, Known>();

  /** Equal for two blocks exactly if they have the same kind and say the same, token for token. */
  keyOf(block: Block): number {
    return this.#know(block).key;
  }

  bagOf(block: Block): Bag {
    return this.#know(block);
  }

  lettersOfWord(word: number): number {
    return this.#lettersOfWord[word] ?? 0;
  }

  /** Letters of the words that both bags hold. */
  common(a: Bag, b: Bag): number {
    let letters = 0;
    for (let i = 0, k = 0; i < a.words.length && k < b.words.length; ) {
      const wordA = a.words[i] as number;
      const wordB = b.words[k] as number;
      if (wordA === wordB) letters += this.lettersOfWord(wordA);
      if (wordA <= wordB) i++;
      if (wordB <= wordA) k++;
    }
    return letters;
  }

  /** The words of `a` that are not in `b`. */
  without(a: Bag, b: Bag): Bag {
    const words: number[] = [];
    let letters = 0;
    let k = 0;
    for (const word of a.words) {
      while (k < b.words.length && (b.words[k] as number) < word) k++;
      if (b.words[k] === word) k++;
      else {
        words.push(word);
        letters += this.lettersOfWord(word);
      }
    }
    return { words: Int32Array.from(words), letters };
  }

  /** Letters in common as a share of all: 0 without a common word, 1 for the same words in whatever order. */
  likeness(a: Block, b: Block): number {
    const bagA = this.bagOf(a);
    const bagB = this.bagOf(b);
    return bagA.letters + bagB.letters === 0 ? 0 : (2 * this.common(bagA, bagB)) / (bagA.letters + bagB.letters);
  }

  /** What a pairing of the two is worth, in letters; 0 if they are not alike enough to be paired. */
  worth(a: Block, b: Block): number {
    if (a.kind !== b.kind) return 0;
    const bagA = this.bagOf(a);
    const bagB = this.bagOf(b);
    // Less than one letter, so that empty paragraphs and rows of asterisks pair up only where nothing else is at stake.
    if (this.keyOf(a) === this.keyOf(b)) return bagA.letters + 0.5;
    const common = this.common(bagA, bagB);
    if (common === 0) return 0;
    const likeness = this.likeness(a, b);
    const shorter = Math.min(bagA.letters, bagB.letters);
    const contained = a.kind === "paragraph" && shorter >= LEAST_LETTERS && common >= LEAST_CONTAINED * shorter;
    return likeness >= LEAST_LIKENESS[a.kind] || contained ? common * Math.max(likeness, 0.5) : 0;
  }

  #know(block: Block): Known {
    const before = this.#blocks.get(block);
    if (before !== undefined) return before;
    const known = block.kind === "paragraph" ? this.#readTokens(block.tokens) : this.#gather(block);
    this.#blocks.set(block, known);
    return known;
  }

  #readTokens(tokens: readonly Token[]): Known {
    const ids: number[] = [];
    const words: number[] = [];
    let letters = 0;
    for (const token of tokens) {
      const { id, word } = this.#wordingOf(token);
      ids.push(id);
      if (word === null) continue;
      words.push(word);
      letters += this.lettersOfWord(word);
    }
    return { key: idOf(this.#keys, `tokens ${ids.join(" ")}`), words: Int32Array.from(words).sort(), letters };
  }

  // From what is known of the children: to read the tokens again on each level would cost the square of the depth.
  #gather({ kind, open, children, close }: Container): Known {
    const inside = children.map((child) => this.#know(child));
    const keys = [this.#wordingOf(open).id, ...inside.map(({ key }) => key), this.#wordingOf(close).id];
    const words = new Int32Array(inside.reduce((sum, bag) => sum + bag.words.length, 0));
    let at = 0;
    for (const bag of inside) {
      words.set(bag.words, at);
      at += bag.words.length;
    }
    const letters = inside.reduce((sum, bag) => sum + bag.letters, 0);
    return { key: idOf(this.#keys, `${kind} ${keys.join(" ")}`), words: words.sort(), letters };
  }

  #wordingOf(token: Token): Wording {
    return this.#wordings.get(token.wording) ?? this.#measure(token);
  }

  #measure(token: Token): Wording {
    const letters = lettersOf(token);
    // Case and the space after a word say nothing about which block this is; an atom has only its wording.
    const name = token.kind === "atom" ? `\n${token.wording}` : token.text.trim().toLowerCase();
    const word = letters > 0 ? idOf(this.#words, name) : null;
    if (word !== null) this.#lettersOfWord[word] = letters;
    const wording = { id: this.#wordings.size, word };
    this.#wordings.set(token.wording, wording);
    return wording;
  }
}

function idOf(ids: Map<string, number>, text: string): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size);
  return ids.size - 1;
}
