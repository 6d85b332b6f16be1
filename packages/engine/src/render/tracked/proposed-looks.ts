import type { Token } from "../../model/text.ts";
import type { Look } from "../../ooxml/pieces.ts";
import { slicesOf, type TokenSource } from "../../ooxml/token-source.ts";

/** True where Word can record the new look of a token as a change of formatting. */
export function canTrack(before: Token, after: Token): boolean {
  const kept = before.source as TokenSource | null;
  // A field keeps the looks of its runs, and is written with them as it is.
  const isWhole = kept?.kind === "atom" && kept.piece.level !== "in-run";
  return !isWhole && wrapperKeys(before.format) === wrapperKeys(after.format) && sectionsAgree(before, after);
}

/** The look of a token, of a word that of its beginning; `null` for what has none. */
export function lookOf(token: Token): Look | null {
  const kept = token.source as TokenSource | null;
  if (kept === null || kept.kind === "close") return null;
  return kept.piece.look;
}

/** The look of a word at one of its characters, and the character up to which it goes; `null` for what is no word. */
export function lookAt(token: Token, at: number): { readonly look: Look; readonly end: number } | null {
  const kept = token.source as TokenSource | null;
  if (kept?.kind !== "word") return null;
  let begin = 0;
  for (const { piece, from, to } of slicesOf(kept)) {
    if (at < begin + to - from) return { look: piece.look, end: begin + to - from };
    begin += to - from;
  }
  return null;
}

/** What stands in braces in a format: links and content controls. */
function wrapperKeys(format: string): string {
  return (format.match(/\{[^}]*\}/g) ?? []).join("");
}

/** A section cannot begin or end with a change of formatting. */
function sectionsAgree(before: Token, after: Token): boolean {
  return before.kind !== "mark" || before.format.includes("<w:sectPr>") === after.format.includes("<w:sectPr>");
}
