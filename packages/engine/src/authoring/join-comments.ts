import type { PlacedComment } from "../model/compilation.ts";

/** The comments of several units, each once. */
export interface JoinedComments {
  readonly comments: readonly PlacedComment[];
  /** For comments that were left out, the same one that stays; both by unit and id, `"2 7"`. */
  readonly twins: ReadonlyMap<string, string>;
}

/**
 * Leaves out comments that another unit has as well: same person and time, same words, same place, same thread. That
 * happens where one expert went on with the file of another.
 */
export function joinComments(comments: readonly PlacedComment[]): JoinedComments {
  const byKey = new Map(comments.map((placed) => [commentKey(placed.delegation, placed.comment.id), placed]));
  const sense = (placed: PlacedComment, seen: readonly PlacedComment[] = []): string => {
    const { story, from, to, by, initials, paragraphs, parent } = placed.comment;
    const above = parent === null ? undefined : byKey.get(commentKey(placed.delegation, parent));
    // A file can make a circle of its threads.
    const thread = above === undefined || seen.includes(above) ? null : sense(above, [...seen, placed]);
    return JSON.stringify([story, from.gap, to.gap, by.author, by.date, initials, paragraphs, thread]);
  };
  const first = new Map<string, PlacedComment>();
  const twins = new Map<string, string>();
  for (const placed of comments) {
    // Who wrote the same twice in one file meant it twice.
    const key = `${sense(placed)} ${countBefore(comments, placed, sense)}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, placed);
    else {
      const own = commentKey(placed.delegation, placed.comment.id);
      twins.set(own, commentKey(known.delegation, known.comment.id));
      if (known.comment.resolved && !placed.comment.resolved)
        first.set(key, { ...known, comment: { ...known.comment, resolved: false } });
    }
  }
  return { comments: [...first.values()], twins };
}

/** How a comment is told among those of all units. */
function commentKey(unit: string, id: string): string {
  return `${unit} ${id}`;
}

function countBefore(
  comments: readonly PlacedComment[],
  placed: PlacedComment,
  sense: (placed: PlacedComment) => string,
): number {
  const own = sense(placed);
  let count = 0;
  for (const other of comments) {
    if (other === placed) break;
    if (other.delegation === placed.delegation && sense(other) === own) count++;
  }
  return count;
}
