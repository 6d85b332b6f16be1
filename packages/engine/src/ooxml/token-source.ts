import type { AtomPiece, ClosePiece, Look, MarkPiece, OpenPiece, SectionPiece, TextPiece } from "./pieces.ts";
import type { XmlElement } from "./xml.ts";

/** What the reader keeps with every token of a Word file, so that the token can be written again. */
export type TokenSource =
  | WordSource
  | { readonly kind: "atom"; readonly piece: AtomPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "mark"; readonly piece: MarkPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "open"; readonly piece: OpenPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "close"; readonly piece: ClosePiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "section"; readonly piece: SectionPiece; readonly markers: readonly PlacedMarker[] };

/**
 * The stretches of runs that a word is made of: itself, and `rest` where it goes on in other runs. Nearly all words are
 * in one run: with a list in each of them a base text took a fifth more memory.
 */
export interface WordSource extends Slice {
  readonly kind: "word";
  readonly rest: readonly Slice[];
  readonly markers: readonly PlacedMarker[];
}

/** Characters `from` to `to` (UTF-16, half-open) of one run's text. */
export interface Slice {
  readonly piece: TextPiece;
  readonly from: number;
  readonly to: number;
}

/** Something without width that stands `at` characters into the token; 0 is before it. Never after its end. */
export interface PlacedMarker {
  readonly at: number;
  readonly element: XmlElement;
}

/** The source of a word made of these stretches. */
export function wordSource(
  { piece, from, to }: Slice,
  rest: readonly Slice[] = NONE,
  markers: readonly PlacedMarker[] = NONE,
): WordSource {
  return { kind: "word", piece, from, to, rest, markers };
}

const NONE: readonly never[] = [];

/** The stretches of runs that a word is made of, in order. */
export function slicesOf(word: WordSource): readonly Slice[] {
  return word.rest.length === 0 ? [word] : [word, ...word.rest];
}

/** The pieces that a token was made of, in order: of a word, one for each stretch. */
export function piecesOf(source: TokenSource): readonly TokenSource["piece"][] {
  return source.kind === "word" ? slicesOf(source).map(({ piece }) => piece) : [source.piece];
}

/** How the pieces look that a token was made of; what closes structure has no look. */
export function looksOf(source: TokenSource): readonly Look[] {
  return source.kind === "close" ? [] : piecesOf(source).flatMap((piece) => ("look" in piece ? [piece.look] : []));
}

/** True where two tokens were made of the very same characters of the file. */
export function sameSource(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return false;
  const x = a as TokenSource;
  const y = b as TokenSource;
  if (x.kind === "word" && y.kind === "word") {
    return (
      isSameSlice(x, y)
      && x.rest.length === y.rest.length
      && x.rest.every((slice, i) => isSameSlice(slice, y.rest[i] as Slice))
    );
  }
  return x.kind !== "word" && y.kind !== "word" && x.piece === y.piece;
}

function isSameSlice(a: Slice, b: Slice): boolean {
  return a.piece === b.piece && a.from === b.from && a.to === b.to;
}
