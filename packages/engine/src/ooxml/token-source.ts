import type { AtomPiece, ClosePiece, MarkPiece, OpenPiece, SectionPiece, TextPiece } from "./pieces.ts";
import type { XmlElement } from "./xml.ts";

/** What the reader keeps with every token of a Word file, so that the token can be written again. */
export type TokenSource =
  | { readonly kind: "word"; readonly slices: readonly Slice[]; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "atom"; readonly piece: AtomPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "mark"; readonly piece: MarkPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "open"; readonly piece: OpenPiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "close"; readonly piece: ClosePiece; readonly markers: readonly PlacedMarker[] }
  | { readonly kind: "section"; readonly piece: SectionPiece; readonly markers: readonly PlacedMarker[] };

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

/** True where two tokens were made of the very same characters of the file. */
export function sameSource(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return false;
  const x = a as TokenSource;
  const y = b as TokenSource;
  if (x.kind === "word" && y.kind === "word") {
    return (
      x.slices.length === y.slices.length
      && x.slices.every((slice, i) => {
        const other = y.slices[i] as Slice;
        return slice.piece === other.piece && slice.from === other.from && slice.to === other.to;
      })
    );
  }
  return x.kind !== "word" && y.kind !== "word" && x.piece === y.piece;
}
