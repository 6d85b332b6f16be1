import type { SubmissionView } from "@compendium/contract";
import { delegationsOf, presentDelegation } from "../../people/index.ts";
import type { Db } from "../../platform/tables.ts";
import { presentSubmissions } from "../present.ts";
import { type SubmissionOfRound, submissionsOf } from "../queries.ts";

/** One submission, with what became of it and what it replaced, which the others of its round tell. */
export async function submissionView(db: Db, { round, text, submission }: SubmissionOfRound): Promise<SubmissionView> {
  const delegations = (await delegationsOf(db, text.workspace)).map(presentDelegation);
  const view = presentSubmissions(await submissionsOf(db, round.id), delegations).find(
    ({ id }) => id === submission.id,
  );
  if (view === undefined) throw new Error(`The submission ${submission.id} cannot be shown.`);
  return view;
}
