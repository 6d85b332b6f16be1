import { type Author, authorOf, type DelegationCode } from "../../model/delegation.ts";
import type { Comment } from "../../model/submission.ts";

/** Whom a tracked Word file names as those behind its changes and comments. */
export interface Authorship {
  /**
   * True where all that is proposed is one delegation's, whoever made it: it is written as if one hand had made it, and
   * accepting everything gives the text that all of them propose together.
   */
  readonly isOneHand: boolean;
  /** The author of a change that all of these make. Never empty. */
  changeBy(authors: readonly Author[]): string;
  commentBy(delegation: DelegationCode, comment: Comment): Commenter;
}

export interface Commenter {
  readonly author: string;
  readonly initials: string;
}

/** Each change carries the codes of its delegations; with `names`, the persons beside them: `"XAA (A. Lund); XBB"`. */
export function byDelegations(names: boolean): Authorship {
  return {
    isOneHand: false,
    changeBy: (authors) => authorOf(names ? authors : authors.map(({ code }) => ({ code, persons: [] }))),
    commentBy: (code, { by }) => ({
      author: authorOf([{ code, persons: names ? personsIn(by.author) : [] }]),
      initials: code,
    }),
  };
}

/** Each change carries the names of its persons: `"A. Lund; B. Ek"`; where nobody is named, what `otherwise` gives. */
export function byPersons(otherwise: (code: DelegationCode) => string): Authorship {
  const nameOf = (code: DelegationCode, persons: readonly string[]): readonly string[] =>
    persons.length > 0 ? persons : [otherwise(code)];
  return {
    isOneHand: true,
    changeBy: (authors) => [...new Set(authors.flatMap(({ code, persons }) => nameOf(code, persons)))].join("; "),
    commentBy: (code, { by, initials }) => ({ author: nameOf(code, personsIn(by.author)).join("; "), initials }),
  };
}

/** Every change and comment carries one name, that of a delegation. */
export function byOne(author: Commenter): Authorship {
  return { isOneHand: true, changeBy: () => author.author, commentBy: () => author };
}

function personsIn(author: string): string[] {
  return author === "" ? [] : [author];
}
