import type { Edit } from "../../model/submission.ts";
import type { Story, Token } from "../../model/text.ts";

/** An edit as Word can hold it. */
export interface WrittenEdit {
  /** Base tokens that are marked as deleted. */
  readonly fromA: number;
  readonly toA: number;
  /** The gap at which it inserts. */
  readonly gap: number;
  /** A base mark that is inserted once more before `inserted`, or `null`. */
  readonly lead: Token | null;
  readonly inserted: readonly Token[];
  /** A base mark that takes the look of another one, or `null`. */
  readonly look: { readonly at: number; readonly token: Token } | null;
}

/**
 * The last mark of a cell, a note or the body stays where it is, whatever is tracked: nothing follows that it could
 * join. To delete the last paragraph, Word deletes the mark before it; to add one, it inserts a mark before the last. The
 * text is the same; the last mark takes the look that its paragraph is to have. `isFree` tells whether the delegation
 * does nothing else to a mark, nor behind it.
 */
export function writtenEdit({ tokens }: Story, edit: Edit, isFree: (mark: number) => boolean): WrittenEdit {
  const { fromA, toA, inserted } = edit;
  const plain: WrittenEdit = { fromA, toA, gap: toA, lead: null, inserted, look: null };
  const before = tokens[fromA - 1];
  if (edit.move !== null) return plain;
  if (before?.kind !== "mark" || !isEnd(tokens[toA]) || !isFree(fromA - 1)) return plain;
  if (inserted.length === 0 && tokens[toA - 1]?.kind === "mark") {
    const last = tokens[toA - 1] as Token;
    const look = last.format === before.format ? null : { at: toA - 1, token: before };
    return { ...plain, fromA: fromA - 1, toA: toA - 1, gap: toA - 1, look };
  }
  const added = inserted.at(-1);
  if (fromA === toA && added?.kind === "mark") {
    const look = added.format === before.format ? null : { at: fromA - 1, token: added };
    return { fromA: fromA - 1, toA: fromA - 1, gap: fromA - 1, lead: before, inserted: inserted.slice(0, -1), look };
  }
  return plain;
}

/** True for what comes after the last paragraph of a cell or of a story. */
function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "close" || token.kind === "section";
}
