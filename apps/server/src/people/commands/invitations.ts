import { randomBytes } from "node:crypto";
import { ApiProblem, type Role } from "@compendium/contract";
import { sql } from "kysely";
import type { Actor, Person } from "../../platform/actor.ts";
import { sha256Of } from "../../platform/files/files.ts";
import { newId } from "../../platform/ids.ts";
import { queueMail } from "../../platform/mail/mail.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tables.ts";
import { writeEntry } from "../../record/index.ts";
import { invitationMail } from "../mails.ts";
import {
  delegationsOf,
  findActor,
  findInvitation,
  findPersonByEmail,
  type InvitationRow,
  type WorkspaceRow,
} from "../queries.ts";
import { makePerson } from "./accounts.ts";
import { ledgerOf } from "./ledger-of.ts";
import { addMember } from "./members.ts";

/** How long the link of an invitation works: 14 days. */
const INVITATION_LASTS = 14 * 24 * 60 * 60 * 1000;

/**
 * Invites somebody by e-mail. The link in it is the only copy of the token; `link` is `null`, unless the server sends no
 * mail: then whoever invites passes it on.
 */
export async function invite(
  services: Services,
  actor: Actor & { readonly person: Person },
  workspace: WorkspaceRow,
  given: { readonly email: string; readonly role: Role; readonly delegation: string | null },
): Promise<{ readonly row: InvitationRow & { readonly invitedByName: string }; readonly link: string | null }> {
  const token = randomBytes(24).toString("base64url");
  const link = `${services.settings.url}/invitations/${token}`;
  return inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    const delegations = await delegationsOf(tx, workspace.id);
    const delegation = delegations.find(({ code }) => code === given.delegation) ?? null;
    if (given.delegation !== null && delegation === null) {
      throw new ApiProblem("not-valid", `${given.delegation} is no delegation of this workspace.`);
    }
    const row: InvitationRow = {
      id: newId(),
      workspace: workspace.id,
      email: given.email.toLowerCase(),
      role: given.role,
      delegation: given.delegation,
      token: sha256Of(token),
      invitedBy: actor.person.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_LASTS),
      endedAt: null,
    };
    await tx.insertInto("invitation").values(row).execute();
    await writeEntry(tx, services.clock, {
      ledger: ledgerOf(workspace.id, given.delegation),
      actor,
      act: "invitation.sent",
      object: { kind: "invitation", id: row.id },
      before: null,
      after: row,
      detail: { email: row.email, role: row.role, delegation: row.delegation },
    });
    await queueMail(
      tx,
      services.jobs,
      now,
      invitationMail({
        to: row.email,
        workspace: workspace.name,
        role: row.role,
        delegation: delegation?.name ?? null,
        invitedBy: actor.person.name,
        link,
        expiresAt: row.expiresAt,
      }),
    );
    return {
      row: { ...row, invitedByName: actor.person.name },
      link: services.settings.smtpUrl === null ? link : null,
    };
  });
}

export async function revokeInvitation(services: Services, actor: Actor, invitation: InvitationRow): Promise<void> {
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    const { numUpdatedRows } = await tx
      .updateTable("invitation")
      .set({ endedAt: now })
      .where("id", "=", invitation.id)
      .where("endedAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await writeEntry(tx, services.clock, {
      ledger: ledgerOf(invitation.workspace, invitation.delegation),
      actor,
      act: "invitation.revoked",
      object: { kind: "invitation", id: invitation.id },
      before: invitation,
      after: { ...invitation, endedAt: now },
      detail: { email: invitation.email },
    });
  });
}

/** Takes up an invitation: as the person who is signed in, or with an account that is made now. */
export async function acceptInvitation(
  services: Services,
  hashPassword: (password: string) => Promise<string>,
  actor: Actor,
  token: string,
  given: { readonly name?: string | undefined; readonly password?: string | undefined },
): Promise<void> {
  // Looked for first: a link that somebody made up must not cost the server the slow hash.
  if ((await findInvitation(services.db, token, await services.clock.now(services.db))) === null) throw gone();
  // Slow on purpose, so not while the transaction holds anything.
  const password = given.password === undefined ? null : await hashPassword(given.password);
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    // Held from here on: whoever comes at the same moment waits, and then finds it taken up.
    const invitation = await takeUp(tx, token, now);
    if (invitation === null) throw gone();
    // Held too, for the same person may have several links open at once.
    await sql`select pg_advisory_xact_lock(hashtextextended(${invitation.email}, 0))`.execute(tx);
    const person = await invited(tx, actor, invitation, given.name ?? null, password, now);
    if (await hasRoleAlready(tx, person, invitation)) throw new ApiProblem("not-now", "You have this role already.");
    await addMember(tx, services, { ...actor, person }, { person, ...invitation });
  });
}

async function hasRoleAlready(
  tx: Tx,
  person: Person,
  { workspace, role, delegation }: Pick<InvitationRow, "workspace" | "role" | "delegation">,
): Promise<boolean> {
  const actor = await findActor(tx, person.id, "page");
  const theirs = actor?.memberships ?? [];
  return theirs.some((each) => each.workspace === workspace && each.role === role && each.delegation === delegation);
}

async function takeUp(tx: Tx, token: string, now: Date): Promise<InvitationRow | null> {
  const taken = await tx
    .updateTable("invitation")
    .set({ endedAt: now })
    .where("token", "=", sha256Of(token))
    .where("endedAt", "is", null)
    .where("expiresAt", ">", now)
    .returningAll()
    .executeTakeFirst();
  return taken ?? null;
}

/** The same for one that was never sent: a guess learns nothing. */
function gone(): ApiProblem {
  return new ApiProblem("not-now", "The invitation was taken up, taken back, or is too old.");
}

async function invited(
  tx: Tx,
  actor: Actor,
  invitation: InvitationRow,
  name: string | null,
  password: string | null,
  now: Date,
): Promise<Person> {
  const known = await findPersonByEmail(tx, invitation.email);
  if (known !== null) {
    // Whoever has the link may be somebody else: only the account itself can say that it takes the role.
    if (actor.person?.id !== known.id) {
      throw new ApiProblem("sign-in-needed", `Sign in as ${invitation.email} first, then open the link again.`);
    }
    return known;
  }
  if (name === null || password === null) {
    throw new ApiProblem("not-valid", "Give your name and choose a password.", {
      fields: { name: "Needed for a new account.", password: "Needed for a new account: 12 characters or more." },
    });
  }
  return makePerson(tx, { name, email: invitation.email, password, now });
}
