import { compareTokens } from "../compare/compare-tokens.ts";
import { shortestEdit } from "../compare/shortest-edit.ts";
import type { TokenChange } from "../compare/token-change.ts";
import type { Story, Token } from "../model/text.ts";
import type { Identifiers } from "../ooxml/look.ts";
import type { AtomPiece, MarkPiece, Piece } from "../ooxml/pieces.ts";
import { slicesOf } from "../ooxml/token-source.ts";
import { emphasisOf } from "../render/emphasis.ts";
import { sourceOf } from "../submission/base-text.ts";
import type { FoundParagraph } from "./find-paragraph.ts";
import { lookOfMark, neighbourLook, type Surroundings, surroundingsAt } from "./neighbour-look.ts";
import {
  type BaseCharacter,
  type BaseWord,
  baseParts,
  type Part,
  type ProposedWord,
  proposedParts,
} from "./paragraph-parts.ts";
import type { Emphasis, OneOrMore, ParagraphContent } from "./paragraph-proposal.ts";
import { asRead, markLike, markOf, typedPieces } from "./typed-pieces.ts";
import { withEmphasis } from "./with-emphasis.ts";

/** A base paragraph in the wording that is proposed for it, and what is another than in the base. */
export interface ProposedRow {
  /** As a reader of the written file will have them, each paragraph with its mark. */
  readonly tokens: readonly Token[];
  /** Positions of A count the tokens of the base paragraph from 0, those of B `tokens`. */
  readonly changes: readonly TokenChange[];
}

/**
 * Words a paragraph anew. Words that stay are the base's own, in its look, and so is everything kept whole; they are made
 * into tokens by the same steps that read a file, so that the written file is read back as just these tokens.
 *
 * `storiesOf` tells what hangs on a token of the base, a note for one, where it comes to stand elsewhere. What changed is
 * told as for a file that was marked up without tracking: see `compareTokens`.
 */
export function proposeWording(
  found: FoundParagraph,
  content: OneOrMore<ParagraphContent>,
  identifiers: Identifiers,
  storiesOf: (token: Token) => readonly Story[],
): ProposedRow {
  const { tokens: base } = found.paragraph;
  const row = new RowWriter(found, identifiers).write(proposedParts(content));
  const tokens = asRead(row.pieces).map((token) => {
    const source = sourceOf(token);
    const at = source?.kind === "atom" ? row.atoms.get(source.piece) : undefined;
    return at === undefined ? token : { ...token, stories: storiesOf(base[at - found.from] as Token) };
  });
  // A note reference says the same as any other, and a new mark as the base's: here only the very same one is kept.
  const asBase = base.map((token, i) => named(token, token.kind === "mark" ? "mark" : `atom ${found.from + i}`));
  const asProposed = tokens.map((token) => {
    const source = sourceOf(token);
    if (source?.kind === "mark") return named(token, source.piece === row.mark ? "mark" : "new mark");
    return named(token, `atom ${source?.kind === "atom" ? row.atoms.get(source.piece) : ""}`);
  });
  return { tokens, changes: compareTokens(asBase, asProposed) };
}

/** New paragraphs in the look of a paragraph of the base. */
export function newParagraphs(
  like: FoundParagraph,
  content: OneOrMore<ParagraphContent>,
  identifiers: Identifiers,
): readonly Token[] {
  return asRead(new RowWriter(like, identifiers).writeNew(proposedParts(content)));
}

function named(token: Token, wording: string): Token {
  return token.kind === "word" ? token : { ...token, wording };
}

interface WrittenRow {
  readonly pieces: readonly Piece[];
  /** The mark that is the base's own. */
  readonly mark: MarkPiece | null;
  /** Pieces kept whole, with their positions in the story. */
  readonly atoms: ReadonlyMap<AtomPiece, number>;
}

class RowWriter {
  readonly #found: FoundParagraph;
  readonly #identifiers: Identifiers;
  readonly #tokens: readonly Token[];
  readonly #parts: readonly Part<BaseWord>[];
  readonly #pieces: Piece[] = [];
  readonly #atoms = new Map<AtomPiece, number>();
  /** How new words look, by the last place before them that stays. */
  readonly #looks = new Map<number, Surroundings>();

  constructor(found: FoundParagraph, identifiers: Identifiers) {
    this.#found = found;
    this.#identifiers = identifiers;
    this.#tokens = found.paragraph.tokens;
    this.#parts = baseParts(this.#tokens, found.from);
  }

  write(proposed: readonly Part<ProposedWord>[]): WrittenRow {
    const stays = keptParts(this.#parts, proposed);
    const ownMark = this.#ownMark(proposed, stays);
    const emphasised = this.#emphasised(proposed, stays);
    let mark: MarkPiece | null = null;
    for (const [i, part] of proposed.entries()) {
      const base = this.#parts[stays.get(i) ?? -1];
      if (part.kind === "mark") {
        const piece = this.#mark(i === ownMark);
        if (i === ownMark) mark = piece;
        this.#pieces.push(piece);
      } else if (part.kind === "atom") this.#atom(part.at);
      else if (base?.kind === "word") this.#keptWord(base, part, emphasised);
      else this.#newWord(part, this.#between(i, proposed.length, stays));
    }
    return { pieces: this.#pieces, mark, atoms: this.#atoms };
  }

  writeNew(proposed: readonly Part<ProposedWord>[]): readonly Piece[] {
    const words = this.#parts.flatMap((part) => (part.kind === "word" ? this.#surroundings(part) : []));
    const look = words.find(({ wrappers }) => wrappers.length === 0)?.look ?? this.#otherwise.look;
    for (const part of proposed) {
      if (part.kind === "mark") this.#pieces.push(this.#mark(false));
      else if (part.kind === "word") this.#newWord(part, { look, wrappers: [] });
    }
    return this.#pieces;
  }

  /** Which proposed mark is the base's own: where a section ends with it, the last. */
  #ownMark(proposed: readonly Part<ProposedWord>[], stays: ReadonlyMap<number, number>): number {
    const kept = proposed.findIndex(({ kind }, i) => kind === "mark" && stays.has(i));
    const last = proposed.length - 1;
    return kept < 0 || this.#baseMark.look.now?.child("w:sectPr") ? last : kept;
  }

  /** Base tokens of which some letter is to have another emphasis than a reader was shown. */
  #emphasised(proposed: readonly Part<ProposedWord>[], stays: ReadonlyMap<number, number>): ReadonlySet<number> {
    const others = new Set<number>();
    for (const [i, part] of proposed.entries()) {
      const base = this.#parts[stays.get(i) ?? -1];
      if (part.kind !== "word" || base?.kind !== "word") continue;
      for (const [k, { token }] of base.characters.entries()) {
        const isSeen = !/\s/u.test(part.text.charAt(k));
        if (isSeen && part.emphasis[k] !== emphasisOf(this.#tokens[token] as Token)) others.add(token);
      }
    }
    return others;
  }

  #keptWord({ characters }: BaseWord, { emphasis }: ProposedWord, emphasised: ReadonlySet<number>): void {
    const wanted = (i: number): Emphasis | null => {
      const { token } = characters[i] as BaseCharacter;
      return emphasised.has(token) ? (emphasis[i] ?? "") : null;
    };
    for (let from = 0; from < characters.length; ) {
      const { token, offset } = characters[from] as BaseCharacter;
      let to = from + 1;
      while (to < characters.length && characters[to]?.token === token && wanted(to) === wanted(from)) to++;
      this.#base(this.#tokens[token] as Token, offset, offset + to - from, wanted(from));
      from = to;
    }
  }

  /** Characters `from` to `to` of a base token; with `null`, in the emphasis that they have. */
  #base(token: Token, from: number, to: number, emphasis: Emphasis | null): void {
    const source = sourceOf(token);
    if (source?.kind === "atom") this.#pieces.push({ ...source.piece, changes: [] });
    if (source?.kind !== "word") return;
    let passed = 0;
    for (const { piece, from: start, to: end } of slicesOf(source)) {
      const text = piece.text.slice(start + Math.max(from - passed, 0), Math.min(end, start + to - passed));
      passed += end - start;
      if (text === "") continue;
      const look = emphasis === null ? piece.look : withEmphasis(piece.look, emphasis, this.#identifiers);
      this.#pieces.push({ ...piece, text, look, changes: [] });
    }
  }

  #newWord({ text, emphasis }: { readonly text: string } & ProposedWord, { look, wrappers }: Surroundings): void {
    for (let from = 0; from < text.length; ) {
      const sign = emphasis[from] ?? "";
      let to = from + 1;
      while (to < text.length && emphasis[to] === sign) to++;
      this.#pieces.push(
        ...typedPieces(text.slice(from, to), { look: withEmphasis(look, sign, this.#identifiers), wrappers }),
      );
      from = to;
    }
  }

  #atom(at: number): void {
    const source = sourceOf(this.#tokens[at - this.#found.from] as Token);
    if (source?.kind !== "atom") return;
    const piece: AtomPiece = { ...source.piece, changes: [] };
    this.#atoms.set(piece, at);
    this.#pieces.push(piece);
  }

  /** A new paragraph looks like this one, but ends no section. */
  #mark(isOwn: boolean): MarkPiece {
    return isOwn ? { ...this.#baseMark, changes: [] } : markLike(this.#baseMark, this.#identifiers);
  }

  get #baseMark(): MarkPiece {
    return markOf(this.#found.paragraph);
  }

  get #otherwise(): Surroundings {
    return lookOfMark(this.#found.paragraph, this.#identifiers);
  }

  /** How new words look at place `i` of the proposed row; the same at all places between two that stay. */
  #between(i: number, end: number, stays: ReadonlyMap<number, number>): Surroundings {
    let before = i;
    while (before >= 0 && !stays.has(before)) before--;
    const known = this.#looks.get(before);
    if (known !== undefined) return known;
    let after = i;
    while (after < end && !stays.has(after)) after++;
    const from = (stays.get(before) ?? -1) + 1;
    const to = stays.get(after) ?? this.#parts.length;
    const seen = (parts: readonly Part<BaseWord>[]): Surroundings[] =>
      parts.flatMap((part) => (part.kind === "word" ? this.#surroundings(part) : []));
    const found = neighbourLook(
      seen(this.#parts.slice(from, to)),
      seen(this.#parts.slice(0, from)).at(-1) ?? null,
      seen(this.#parts.slice(to))[0] ?? null,
    );
    const look = found ?? this.#otherwise;
    this.#looks.set(before, look);
    return look;
  }

  #surroundings({ characters }: BaseWord): Surroundings[] {
    return characters.map(({ token, offset }) => surroundingsAt(this.#tokens[token] as Token, offset));
  }
}

/** The places of proposed parts that stay, each with the place of the base part that it is. */
function keptParts(
  base: readonly Part<BaseWord>[],
  proposed: readonly Part<ProposedWord>[],
): ReadonlyMap<number, number> {
  const numbers = new Map<string, number>();
  const numberOf = (part: Part<unknown>): number => {
    const key = part.kind === "word" ? `word ${part.text}` : part.kind === "atom" ? `atom ${part.at}` : "mark";
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const { changes } = shortestEdit(Int32Array.from(base, numberOf), Int32Array.from(proposed, numberOf));
  const stays = new Map<number, number>();
  let a = 0;
  let b = 0;
  for (const { fromA, toA, toB } of [...changes, { fromA: base.length, toA: 0, toB: 0 }]) {
    while (a < fromA) stays.set(b++, a++);
    a = toA;
    b = toB;
  }
  return stays;
}
