import { type Token, textOf } from "../../model/text.ts";
import type { AtomPiece } from "../../ooxml/pieces.ts";
import { type Slice, slicesOf, type TokenSource, wordSource } from "../../ooxml/token-source.ts";
import type { XmlElement } from "../../ooxml/xml.ts";
import { editorWords, wordsLike } from "./editor-tokens.ts";

/** How many notes of each kind a story refers to before each of its tokens, those with a mark of their own left out. */
export class NoteNumbers {
  readonly #before: readonly Readonly<Record<NoteKind, number>>[];

  constructor(tokens: readonly Token[]) {
    const counts = { footnote: 0, endnote: 0 };
    const before = tokens.map((token) => {
      const now = { ...counts };
      const note = noteIn(token);
      if (note !== null && !note.hasOwnMark) counts[note.kind]++;
      return now;
    });
    this.#before = [...before, counts];
  }

  /** At most as many as tokens: the gap behind the last one counts too. */
  before(gap: number, kind: NoteKind): number {
    return this.#before[gap]?.[kind] ?? 0;
  }
}

export type NoteKind = "footnote" | "endnote";

/**
 * A new note, told in the text: `[Footnote 5 bis: …]`. As a note of Word it would renumber those of the base text; a
 * mark of its own would not (ECMA-376 Part 1, 17.11.14), but LibreOffice shows such a mark twice and takes the notes
 * behind it for each other's.
 */
export function noteInText({ stories }: Token, kind: NoteKind, mark: string): Token {
  const words = stories.flatMap(({ tokens }) => tokens.filter((token) => !isOwnNumber(token)));
  const text = textOf(words)
    .trim()
    .replaceAll(/\s*\n\s*/g, " ¶ ");
  return editorWords(`[${kind === "footnote" ? "Footnote" : "Endnote"} ${mark}: ${text}]`, "plain");
}

/** The number of a note of the base text, where its words are repeated: a note cannot be referred to twice. */
export function noteNumber(token: Token, number: number): Token {
  const piece = atomOf(token);
  return piece === null ? token : wordsLike(String(number), piece.look);
}

/**
 * A token of the base text as it can stand there once more. A diagram, a chart or an embedded object leads to parts
 * that lead to others; where its words are repeated, its name stands for it.
 */
export function repeated(token: Token): Token {
  const piece = atomOf(token);
  return piece?.nodes.some(leadsFurther) ? wordsLike(token.text, piece.look) : token;
}

/** What a token refers to, if it refers to a note. */
export function noteIn(token: Token): { readonly kind: NoteKind; readonly hasOwnMark: boolean } | null {
  const piece = atomOf(token);
  const kind = piece?.stories[0]?.kind;
  if (piece === null || kind === undefined || kind === "textbox") return null;
  const own = piece.nodes[0]?.attribute("w:customMarkFollows") ?? null;
  return { kind, hasOwnMark: own !== null && own !== "0" && own !== "false" };
}

/** The token without the white space at its end; `null` where nothing else is in it. */
export function trimmedEnd(token: Token): Token | null {
  const text = token.text.trimEnd();
  if (token.kind !== "word" || text === token.text) return token;
  if (text === "") return null;
  const kept = token.source as TokenSource | null;
  if (kept?.kind !== "word") return editorWords(text, "plain");
  const slices: Slice[] = [];
  let left = text.length;
  for (const { piece, from, to } of slicesOf(kept)) {
    if (left <= 0) break;
    slices.push({ piece, from, to: Math.min(to, from + left) });
    left -= to - from;
  }
  return { ...token, text, wording: text, source: wordSource(slices[0] as Slice, slices.slice(1)) };
}

function isOwnNumber(token: Token): boolean {
  return atomOf(token)?.nodes.some(({ name }) => name === "w:footnoteRef" || name === "w:endnoteRef") ?? false;
}

function leadsFurther(node: XmlElement): boolean {
  return /^(?:dgm:relIds|cx?:chart|o:OLEObject|w:control)$/.test(node.name) || node.elements().some(leadsFurther);
}

function atomOf({ source }: Token): AtomPiece | null {
  const kept = source as TokenSource | null;
  return kept?.kind === "atom" ? kept.piece : null;
}
