import type { DelegationView, RoundView, SubmissionView } from "@compendium/contract";

/** Those that are compiled as things are: of each delegation the last that counts. */
export function standing(submissions: readonly SubmissionView[]): readonly SubmissionView[] {
  return submissions.filter(({ state, late, admitted }) => state === "stands" && (!late || admitted !== null));
}

/** What each delegation asked has done, told from all submissions of the round. */
interface Answers {
  /** Who has submitted, or had somebody submit on their behalf. */
  readonly answered: readonly DelegationView[];
  /** Who has only submitted what is late, and was not admitted. */
  readonly late: readonly DelegationView[];
  /** Nobody where nobody was asked: in a round that holds what was carried. */
  readonly missing: readonly DelegationView[];
}

export function answersIn({ delegations, carriedFrom }: RoundView, submissions: readonly SubmissionView[]): Answers {
  const answered = new Set(
    standing(submissions).flatMap(({ delegation, onBehalfOf }) => [delegation.code, ...onBehalfOf]),
  );
  const late = new Set(
    submissions
      .filter(({ state, delegation }) => state === "stands" && !answered.has(delegation.code))
      .map(({ delegation }) => delegation.code),
  );
  return {
    answered: delegations.filter(({ code }) => answered.has(code)),
    late: delegations.filter(({ code }) => late.has(code)),
    missing: carriedFrom === null ? delegations.filter(({ code }) => !answered.has(code) && !late.has(code)) : [],
  };
}
