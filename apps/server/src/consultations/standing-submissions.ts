import type { SubmissionRow } from "./queries.ts";

/** What became of a submission: `stands` goes into a compilation, unless it is late and was not admitted. */
export type SubmissionState = "stands" | "replaced" | "withdrawn" | "taken back";

/**
 * The state of each submission of one round, by its identifier. A later one replaces an earlier of the same delegation,
 * even if it is withdrawn afterwards: what was replaced does not come back by itself. A late one that nobody admitted
 * replaces nothing, and one that was entered by mistake has replaced nothing once it is taken back.
 */
export function statesOf(submissions: readonly SubmissionRow[]): ReadonlyMap<string, SubmissionState> {
  return new Map(
    submissions.map((each) => {
      if (each.withdrawnAt !== null) return [each.id, "withdrawn"];
      if (each.takenBackAt !== null) return [each.id, "taken back"];
      const isReplaced = submissions.some(
        (other) =>
          other.delegation === each.delegation
          && other.number > each.number
          && isAdmitted(other)
          && other.takenBackAt === null,
      );
      return [each.id, isReplaced ? "replaced" : "stands"];
    }),
  );
}

/** The submissions that are compiled: of each delegation the last that counts, in the order given. */
export function standing(submissions: readonly SubmissionRow[]): readonly SubmissionRow[] {
  const states = statesOf(submissions);
  return submissions.filter((each) => states.get(each.id) === "stands" && isAdmitted(each));
}

function isAdmitted({ late, admittedAt }: SubmissionRow): boolean {
  return !late || admittedAt !== null;
}
