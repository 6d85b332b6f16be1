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

/** A delegation's code, as it stands in all lists of sponsors. */
export type DelegationCode = string;

/** The author of a tracked change that several delegations make: `"XAA; XBB"`. Word knows one author for each change. */
export function authorOf(codes: readonly DelegationCode[]): string {
  return codes.join("; ");
}

/** The delegations behind an author as `authorOf` wrote it. */
export function delegationsOf(author: string): DelegationCode[] {
  return author.split("; ");
}
