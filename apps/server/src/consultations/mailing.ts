import type { Role } from "@compendium/contract";
import { delegationsOf, membersOf } from "../people/index.ts";
import { PUBLIC } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { type Mail, queueMail } from "../platform/mail/mail.ts";
import type { Services } from "../platform/services.ts";
import type { Tx } from "../platform/tables.ts";
import {
  announcementMail,
  cancelledMail,
  closedEarlyMail,
  newDeadlineMail,
  type Recipient,
  receiptMail,
  releaseMail,
  reminderMail,
  takenBackMail,
} from "./mails/write.ts";
import { readRound } from "./policy.ts";
import type { CompilationOfRound, RoundOfText, SubmissionOfRound, SubmissionRow } from "./queries.ts";

/** Those who can do something for their delegation, those who answer for it, and those who may look on as well. */
const ACTING: readonly Role[] = ["head", "deputy", "expert"];
const ANSWERING: readonly Role[] = ["head", "deputy"];
const EVERYBODY: readonly Role[] = [...ACTING, "observer"];

/** Tells everybody who may act for a delegation asked that the round is open. Gives how many mails that were. */
export function announce(tx: Tx, services: Services, of: RoundOfText, now: Date): Promise<number> {
  return mailTo(tx, services, of, { delegations: of.round.delegations, roles: ACTING }, now, (to) =>
    announcementMail(to, of, services.settings.url),
  );
}

export function announceNewDeadline(tx: Tx, services: Services, of: RoundOfText, now: Date): Promise<number> {
  return mailTo(tx, services, of, { delegations: of.round.delegations, roles: ACTING }, now, (to) =>
    newDeadlineMail(to, of, services.settings.url),
  );
}

export function announceCancelled(tx: Tx, services: Services, of: RoundOfText, now: Date): Promise<number> {
  return mailTo(tx, services, of, { delegations: of.round.delegations, roles: ACTING }, now, (to) =>
    cancelledMail(to, of, services.settings.url),
  );
}

/** Tells those asked that the round was closed before the deadline that they were told. */
export function announceClosedEarly(
  tx: Tx,
  services: Services,
  of: RoundOfText,
  early: { readonly formerly: Date; readonly reason: string },
  now: Date,
): Promise<number> {
  return mailTo(tx, services, of, { delegations: of.round.delegations, roles: ACTING }, now, (to) =>
    closedEarlyMail(to, of, early, services.settings.url),
  );
}

/** Reminds the delegations given; who they are is the caller's to say: those that have not answered. */
export function remindThose(
  tx: Tx,
  services: Services,
  of: RoundOfText,
  delegations: readonly string[],
  now: Date,
): Promise<number> {
  return mailTo(tx, services, of, { delegations, roles: ACTING }, now, (to) =>
    reminderMail(to, of, services.settings.url),
  );
}

/** The receipt goes to all who answer for the delegation: to whoever submitted, and to whoever must know that it was done. */
export function mailReceipt(
  tx: Tx,
  services: Services,
  of: SubmissionOfRound,
  replaced: SubmissionRow | null,
  counts: string,
  now: Date,
): Promise<number> {
  return mailTo(tx, services, of, { delegations: [of.submission.delegation], roles: ANSWERING }, now, (to) =>
    receiptMail(to, of, replaced, counts, services.settings.url),
  );
}

/** Tells those who got the receipt that it holds no longer, and what stands in its place. */
export function mailTakenBack(
  tx: Tx,
  services: Services,
  of: SubmissionOfRound,
  stands: SubmissionRow | null,
  now: Date,
): Promise<number> {
  return mailTo(tx, services, of, { delegations: [of.submission.delegation], roles: ANSWERING }, now, (to) =>
    takenBackMail(to, of, stands, services.settings.url),
  );
}

export function mailRelease(tx: Tx, services: Services, of: CompilationOfRound, now: Date): Promise<number> {
  return mailTo(tx, services, of, { delegations: of.round.delegations, roles: EVERYBODY }, now, (to) =>
    releaseMail(to, of, services.settings.url),
  );
}

async function mailTo(
  tx: Tx,
  services: Services,
  of: RoundOfText,
  wanted: { readonly delegations: readonly string[]; readonly roles: readonly Role[] },
  now: Date,
  write: (to: Recipient) => Mail,
): Promise<number> {
  const members = await membersOf(tx, of.text.workspace, wanted.delegations);
  const names = new Map((await delegationsOf(tx, of.text.workspace)).map(({ code, name }) => [code, name]));
  const reached = new Set<string>();
  for (const { id, person, delegation, role, language } of members) {
    // Somebody who serves two delegations gets one mail for each.
    const key = `${person.email} ${delegation}`;
    if (delegation === null || !wanted.roles.includes(role) || reached.has(key)) continue;
    // A mail is an answer as any other: it passes the policy, and the text may have been restricted since.
    const membership = { id, workspace: of.text.workspace, role, delegation };
    if (!can({ ...PUBLIC, person, memberships: [membership] }, readRound, of)) continue;
    reached.add(key);
    await queueMail(
      tx,
      services.jobs,
      now,
      write({
        email: person.email,
        delegation: { code: delegation, name: names.get(delegation) ?? delegation },
        language,
      }),
    );
  }
  return reached.size;
}
