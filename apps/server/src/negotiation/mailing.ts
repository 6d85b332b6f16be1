import type { Role } from "@compendium/contract";
import type { CompilationOfRound } from "../consultations/index.ts";
import { membersOf } from "../people/index.ts";
import { type Actor, PUBLIC } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { type Mail, queueMail } from "../platform/mail/mail.ts";
import type { Services } from "../platform/services.ts";
import type { Tx } from "../platform/tables.ts";
import type { DraftRow } from "../texts/index.ts";
import { meetingMail, nextDraftMail, type Recipient } from "./mails/write.ts";
import { readNegotiation } from "./policy.ts";
import type { PlannedMeeting } from "./queries.ts";

/** Those who negotiate, and those who serve them. Observers look on, and are not written to. */
const NEGOTIATING: readonly Role[] = ["head", "deputy", "expert", "chair", "secretariat"];

/** Tells of a meeting that somebody planned, or of its new time or venue. */
export function mailMeeting(
  tx: Tx,
  services: Services,
  by: Actor,
  what: "planned" | "moved",
  of: PlannedMeeting,
  now: Date,
): Promise<void> {
  return mailToOthers(tx, services, by, of, now, (to) => meetingMail(what, to, of, services.settings.url));
}

export function mailNextDraft(
  tx: Tx,
  services: Services,
  by: Actor,
  of: CompilationOfRound,
  next: DraftRow,
  now: Date,
): Promise<void> {
  return mailToOthers(tx, services, by, of, now, (to) => nextDraftMail(to, of, next, services.settings.url));
}

/** One mail to each who follows the negotiation and has a part in it, but to whoever did it: they know. */
async function mailToOthers(
  tx: Tx,
  services: Services,
  by: Actor,
  of: CompilationOfRound,
  now: Date,
  write: (to: Recipient) => Mail,
): Promise<void> {
  const members = await membersOf(tx, of.text.workspace);
  const persons = Map.groupBy(
    members.filter(({ role }) => NEGOTIATING.includes(role)),
    ({ person }) => person.id,
  );
  for (const [id, memberships] of persons) {
    const [first] = memberships;
    if (first === undefined || id === by.person?.id) continue;
    // A mail is an answer as any other: it passes the policy.
    if (!can({ ...PUBLIC, person: first.person, memberships }, readNegotiation, of)) continue;
    await queueMail(tx, services.jobs, now, write({ email: first.person.email, language: first.language }));
  }
}
