import type { CommentEntry } from "./compilation-document.ts";

/** A comment with the answers to it, and theirs, in their order. */
export interface CommentThread {
  readonly comment: CommentEntry;
  readonly answers: readonly CommentThread[];
}

/** Comments as threads, in the order of the comments that begin them. What answers a comment not given begins its own. */
export function threadsOf(comments: readonly CommentEntry[]): CommentThread[] {
  const known = new Set(comments.map(({ id }) => id));
  const answersTo = new Map<string, CommentEntry[]>();
  for (const comment of comments) {
    const parent = comment.parent ?? "";
    answersTo.set(parent, [...(answersTo.get(parent) ?? []), comment]);
  }
  // Threads that run in a circle, which only a damaged file has, begin nowhere: each comment is then its own thread.
  const seen = new Set<string>();
  const thread = (comment: CommentEntry): CommentThread[] => {
    if (seen.has(comment.id)) return [];
    seen.add(comment.id);
    return [{ comment, answers: (answersTo.get(comment.id) ?? []).flatMap(thread) }];
  };
  const roots = comments.filter(({ parent }) => parent === null || !known.has(parent));
  return [...roots, ...comments].flatMap(thread);
}
