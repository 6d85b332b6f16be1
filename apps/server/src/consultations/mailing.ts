import { membersOf } from "../people/index.ts";
import { PUBLIC } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { queueMail } from "../platform/mail/mail.ts";
import type { Services } from "../platform/services.ts";
import type { Tx } from "../platform/tables.ts";
import { announcementMail, newDeadlineMail, reminderMail } from "./mails.ts";
import { readRound } from "./policy.ts";
import type { RoundOfText } from "./queries.ts";

/** Tells everybody who may act for a delegation asked that the round is open. Gives how many mails that were. */
export function announce(tx: Tx, services: Services, of: RoundOfText, now: Date): Promise<number> {
  return mailTo(tx, services, of, of.round.delegations, now, (to) => announcementMail(to, of, services.settings.url));
}

export function announceNewDeadline(tx: Tx, services: Services, of: RoundOfText, now: Date): Promise<number> {
  return mailTo(tx, services, of, of.round.delegations, now, (to) => newDeadlineMail(to, of, services.settings.url));
}

/** Reminds the delegations given; who they are is the caller's to say: those that have not answered. */
export function remindThose(
  tx: Tx,
  services: Services,
  of: RoundOfText,
  delegations: readonly string[],
  now: Date,
): Promise<number> {
  return mailTo(tx, services, of, delegations, now, (to) => reminderMail(to, of, services.settings.url));
}

async function mailTo(
  tx: Tx,
  services: Services,
  of: RoundOfText,
  delegations: readonly string[],
  now: Date,
  write: (to: { readonly email: string; readonly delegation: string }) => ReturnType<typeof announcementMail>,
): Promise<number> {
  const members = await membersOf(tx, of.text.workspace, delegations);
  const reached = new Set<string>();
  for (const { id, person, delegation, role } of members) {
    // Somebody who serves two delegations gets one mail for each.
    const key = `${person.email} ${delegation}`;
    if (delegation === null || role === "observer" || reached.has(key)) continue;
    // A mail is an answer as any other: it passes the policy, and the text may have been restricted since.
    const membership = { id, workspace: of.text.workspace, role, delegation };
    if (!can({ ...PUBLIC, person, memberships: [membership] }, readRound, of)) continue;
    reached.add(key);
    await queueMail(tx, services.jobs, now, write({ email: person.email, delegation }));
  }
  return reached.size;
}
