import { WORD_FILE } from "@compendium/contract";
import { delegationsOf, presentDelegation } from "../../people/index.ts";
import { signedInAs } from "../../platform/actor.ts";
import { can } from "../../platform/can.ts";
import { readFile } from "../../platform/files/files.ts";
import { onSubject, type Route, route } from "../../platform/http/route.ts";
import type { Services } from "../../platform/services.ts";
import { admit, enterSubmission, takeBack, withdraw } from "../commands/submissions.ts";
import {
  admitSubmission,
  manageRound,
  readRound,
  readSubmission,
  takeBackSubmission,
  withdrawSubmission,
} from "../policy.ts";
import { presentSubmissions } from "../present.ts";
import { findRound, findSubmission, type SubmissionOfRound, submissionsOf } from "../queries.ts";
import { submissionView } from "./submission-view.ts";

export function submissionRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const round = ({ round: id }: { readonly round: string }) => findRound(db, id);
  const submission = ({ submission: id }: { readonly submission: string }) => findSubmission(db, id);
  const present = (of: SubmissionOfRound) => submissionView(db, of);
  return [
    route("listSubmissions", onSubject(round, readRound), async (_, { actor, subject }) => {
      const delegations = (await delegationsOf(db, subject.text.workspace)).map(presentDelegation);
      const rows = await submissionsOf(db, subject.round.id);
      // Of one delegation one may read all or none: so the states, told from what is visible, are the true ones.
      const visible = rows.filter((each) => can(actor, readSubmission, { ...subject, submission: each }));
      return presentSubmissions(visible, delegations);
    }),
    route("enterSubmission", onSubject(round, readRound, manageRound), async ({ body, arrivedAt, ...given }, asked) => {
      const at = new Date(arrivedAt);
      const actor = signedInAs(asked.actor);
      return present(await enterSubmission(services, actor, asked.subject, { ...given, arrivedAt: at, bytes: body }));
    }),
    route("readSubmission", onSubject(submission, readSubmission), (_, { subject }) => present(subject)),
    route("downloadSubmission", onSubject(submission, readSubmission), async (_, { subject }) => ({
      bytes: await readFile(db, subject.submission.sha256),
      name: subject.submission.fileName,
      type: WORD_FILE,
    })),
    route("withdraw", onSubject(submission, readSubmission, withdrawSubmission), async (_, { actor, subject }) =>
      present(await withdraw(services, actor, subject)),
    ),
    route("takeBack", onSubject(submission, readSubmission, takeBackSubmission), async ({ body }, { actor, subject }) =>
      present(await takeBack(services, signedInAs(actor), subject, body.reason)),
    ),
    route("admit", onSubject(submission, readSubmission, admitSubmission), async ({ body }, { actor, subject }) =>
      present(await admit(services, signedInAs(actor), subject, body.reason)),
    ),
  ];
}
