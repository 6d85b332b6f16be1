import type { Edit } from "../../model/submission.ts";
import type { Story, Token } from "../../model/text.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";

/** An insertion as Word can hold it. */
export interface WrittenInsertion {
  /** The gap at which it stands. */
  readonly gap: number;
  /** A base mark that is inserted once more before the rest, or `null`. */
  readonly lead: Token | null;
  readonly tokens: readonly Token[];
  /** The look that the base mark at `gap` takes, or `null`. */
  readonly look: Token | null;
}

/**
 * The last mark of a cell, a note or the body stays where it is, whatever is tracked: nothing follows that it could
 * join. To add a paragraph after the last one, Word inserts a mark before the last mark. The text is the same; the last
 * mark takes the look that the new paragraph is to have. `isFree` tells whether the delegation does nothing else to a
 * mark, nor behind it.
 */
export function writtenInsertion({ tokens }: Story, edit: Edit, isFree: (mark: number) => boolean): WrittenInsertion {
  const { fromA, toA, inserted } = edit;
  const before = tokens[fromA - 1];
  const added = inserted.at(-1);
  // A table comes before the words that it takes the place of: they are then still in one paragraph with their mark.
  if (fromA < toA && inserted.some(({ kind }) => kind === "open"))
    return { gap: fromA, lead: null, tokens: inserted, look: null };
  const isBehindLast = fromA === toA && before?.kind === "mark" && isEnd(tokens[toA]) && added?.kind === "mark";
  const isWhole = takesWholeParagraph(tokens[fromA - 2]) || takesWholeParagraph(inserted.at(-2));
  if (!isBehindLast || isWhole || edit.move !== null || !isFree(fromA - 1))
    return { gap: toA, lead: null, tokens: inserted, look: null };
  return {
    gap: fromA - 1,
    lead: before,
    tokens: inserted.slice(0, -1),
    look: added.format === before.format ? null : added,
  };
}

/** True for what is written with the mark behind it, such as a table of contents: the mark cannot be parted from it. */
export function takesWholeParagraph(token: Token | undefined): boolean {
  const source = (token?.source ?? null) as TokenSource | null;
  return source?.kind === "atom" && source.piece.level === "block";
}

/** Positions of the marks that end a cell, a note or the body. */
export function lastMarks({ tokens }: Story): number[] {
  return tokens.flatMap((token, at) => (token.kind === "mark" && isEnd(tokens[at + 1]) ? [at] : []));
}

/** True for what comes after the last paragraph of a cell or of a story. */
function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "close" || token.kind === "section";
}
