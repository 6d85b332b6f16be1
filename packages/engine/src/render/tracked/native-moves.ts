import type { CompiledStory } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Edit } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import type { Authors } from "./authors.ts";
import type { Insertion, MoveEnd, OtherLook } from "./markup.ts";

/** The end of a move where the words are taken away. */
export function isTakenAway(edit: Edit): boolean {
  return edit.inserted.length === 0;
}

/**
 * The moves that Word can show as moves (ECMA-376 Part 1, 17.13.5.21 to 28), by the edits of both ends. A stretch that
 * others delete, reformat or write into, or that holds a table, is shown as deleted here and inserted there; in the
 * compilation it is a move all the same.
 */
export function nativeMoves(
  { story, passages }: CompiledStory,
  deleted: ReadonlyMap<number, Authors>,
  inserted: ReadonlyMap<number, readonly Insertion[]>,
  looks: ReadonlyMap<number, readonly OtherLook[]>,
): Map<Edit, MoveEnd> {
  const ends = new Map<string, { from?: Edit; to?: Edit }>();
  for (const { delegations, edits } of passages.flatMap(({ proposals }) =>
    proposals.flatMap(({ variants }) => variants),
  )) {
    for (const edit of edits) {
      if (edit.move === null) continue;
      // Both ends must have the same sponsors: whoever accepts one must accept the other.
      const key = JSON.stringify([delegations, edit.move]);
      const end = ends.get(key) ?? {};
      ends.set(key, end);
      end[isTakenAway(edit) ? "from" : "to"] = edit;
    }
  }
  const moves = new Map<Edit, MoveEnd>();
  for (const [key, { from, to }] of ends) {
    const by = from === undefined ? undefined : deleted.get(from.fromA);
    if (from === undefined || to === undefined || by === undefined) continue;
    const [delegations] = JSON.parse(key) as [DelegationCode[]];
    if (!isAlone(from, delegations) || !isText(to.inserted)) continue;
    const end: MoveEnd = { name: `${story.id}-move-${moves.size / 2 + 1}`, by };
    moves.set(from, end);
    moves.set(to, end);
  }
  return moves;

  function isAlone({ fromA, toA }: Edit, delegations: readonly DelegationCode[]): boolean {
    for (let at = fromA; at < toA; at++) {
      if (looks.has(at) || (at > fromA && inserted.has(at))) return false;
      if (deleted.get(at)?.codes.join() !== delegations.join()) return false;
    }
    return isText(story.tokens.slice(fromA, toA));
  }
}

function isText(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind }) => kind === "word" || kind === "mark");
}
