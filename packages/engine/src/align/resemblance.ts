import { lettersOf } from "../compare/weight.ts";
import { type Block, tokensOf } from "../model/text.ts";

/**
 * Blocks less alike than this have nothing to do with each other: one was deleted, the other inserted. Share of common
 * letters, see `likeness`. TODO story
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

/** Remembers, for the blocks of one alignment, what is needed to compare them. */
export class Resemblance {
  readonly #wordIds = new Map<string, number>();
  readonly #lettersOfWord: number[] = [];
  readonly #wordingIds = new Map<string, number>();
  readonly #keyIds = new Map<string, number>();
  readonly #bags = new Map<Block, Bag>();
  readonly #keys = new Map<Block, number>();

  /** Equal for two blocks exactly if they have the same kind and say the same, token for token. */
  keyOf(block: Block): number {
    const known = this.#keys.get(block);
    if (known !== undefined) return known;
    const ids = tokensOf(block).map(({ wording }) => idOf(this.#wordingIds, wording));
    const key = idOf(this.#keyIds, `${block.kind} ${ids.join(" ")}`);
    this.#keys.set(block, key);
    return key;
  }

  bagOf(block: Block): Bag {
    const known = this.#bags.get(block);
    if (known !== undefined) return known;
    const words: number[] = [];
    let letters = 0;
    for (const token of tokensOf(block)) {
      const weight = lettersOf(token);
      if (weight === 0) continue;
      // Case and the space after a word say nothing about which paragraph this is; an atom has only its wording.
      const id = idOf(this.#wordIds, token.kind === "atom" ? `\n${token.wording}` : token.text.trim().toLowerCase());
      this.#lettersOfWord[id] = weight;
      words.push(id);
      letters += weight;
    }
    const bag = { words: Int32Array.from(words).sort(), letters };
    this.#bags.set(block, bag);
    return bag;
  }

  lettersOfWord(word: number): number {
    return this.#lettersOfWord[word] ?? 0;
  }

  /** Letters of the words that both bags hold. */
  common(a: Bag, b: Bag): number {
    let letters = 0;
    for (let i = 0, k = 0; i < a.words.length && k < b.words.length;) {
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

  /** What a pairing of the two is worth, in letters; 0 if they are not alike enough to be paired. */
  worth(a: Block, b: Block): number {
    if (a.kind !== b.kind) return 0;
    const bagA = this.bagOf(a);
    const bagB = this.bagOf(b);
    // Less than one letter, so that empty paragraphs and rules of asterisks pair up only where nothing else is at stake.
    if (this.keyOf(a) === this.keyOf(b)) return bagA.letters + 0.5;
    const common = this.common(bagA, bagB);
    if (common === 0) return 0;
    const likeness = (2 * common) / (bagA.letters + bagB.letters);
    const shorter = Math.min(bagA.letters, bagB.letters);
    const contained = a.kind === "paragraph" && shorter >= LEAST_LETTERS && common >= LEAST_CONTAINED * shorter;
    return likeness >= LEAST_LIKENESS[a.kind] || contained ? common * Math.max(likeness, 0.5) : 0;
  }
}

function idOf(ids: Map<string, number>, text: string): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size);
  return ids.size - 1;
}
