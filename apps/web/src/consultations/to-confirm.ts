import { ApiProblem } from "@compendium/contract";

/** What the server wants confirmed before it takes a file. */
export interface ToConfirm {
  /** The submission that would be replaced; `null` for none. */
  readonly replaces: string | null;
  /** Other delegations of which the file's name tells. */
  readonly namedFor: readonly string[];
}

/** `null` for any other problem, and for none. */
export function toConfirmOf(problem: Error | null): ToConfirm | null {
  if (!(problem instanceof ApiProblem) || problem.code !== "not-confirmed") return null;
  return problem.current as ToConfirm;
}
