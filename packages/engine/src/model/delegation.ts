/** Who proposes: a State, an organisation, or a group that speaks for several States. */
export interface Delegation {
  /**
   * Short and unique in a round: an ISO 3166-1 alpha-3 code, or another word of letters, digits, `-` and `.`, such as
   * `EU`. Never a semicolon or a space: joint authors in Word are written `CHE; USA`.
   */
  readonly code: string;
  /** The name that readers see: `Switzerland`. */
  readonly name: string;
}

/** True for what can be the code of a delegation. */
export function isDelegationCode(code: string): boolean {
  return /^[\p{L}\p{N}.-]+$/u.test(code);
}

/** A delegation's code, as it stands in all lists of sponsors. */
export type DelegationCode = string;

/** A delegation as the author of a tracked change, with the persons behind it where they are to be named. */
export interface Author {
  readonly code: DelegationCode;
  readonly persons: readonly string[];
}

/**
 * The author of a tracked change that several delegations make: `"XAA; XBB"`, with persons `"XAA (A. Lund); XBB"`. Word
 * knows one author for each change.
 */
export function authorOf(authors: readonly Author[]): string {
  return authors
    .map(({ code, persons }) => (persons.length === 0 ? code : `${code} (${persons.join(", ").replaceAll(";", ",")})`))
    .join("; ");
}

/** The delegations behind an author as `authorOf` wrote it. */
export function delegationsOf(author: string): DelegationCode[] {
  return author.split("; ").map((one) => one.split(" ", 1)[0] as string);
}
