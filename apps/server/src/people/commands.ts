import { randomBytes } from "node:crypto";
import { delegation as catalogueDelegation, inDelegationsOrder } from "@compendium/catalogue";
import { ApiProblem, type Role } from "@compendium/contract";
import type { Actor, Person } from "../platform/actor.ts";
import { sha256Of } from "../platform/files/files.ts";
import { newId } from "../platform/ids.ts";
import { tell } from "../platform/live/live.ts";
import { queueMail } from "../platform/mail/mail.ts";
import { inTransaction, type Services } from "../platform/services.ts";
import type { Tx } from "../platform/tables.ts";
import { delegationLedger, workspaceLedger, writeEntry } from "../record/index.ts";
import { invitationMail } from "./mails.ts";
import {
  type DelegationRow,
  delegationsOf,
  findInvitation,
  findPersonByEmail,
  type InvitationRow,
  type TokenRow,
  type WorkspaceRow,
} from "./queries.ts";

/** How long the link of an invitation works: 14 days. */
const INVITATION_LASTS = 14 * 24 * 60 * 60 * 1000;

/** Makes a workspace in a transaction that the caller has begun. */
export async function makeWorkspace(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  name: string,
  illustrative = false,
): Promise<WorkspaceRow> {
  const workspace = { id: newId(), name, illustrative, createdAt: await clock.now(tx) };
  await tx.insertInto("workspace").values(workspace).execute();
  await writeEntry(tx, clock, {
    ledger: workspaceLedger(workspace.id),
    actor,
    act: "workspace.made",
    object: { kind: "workspace", id: workspace.id },
    before: null,
    after: workspace,
    detail: { name },
  });
  return workspace;
}

/** Admits a delegation, at its place in the order of names. */
export async function admitDelegation(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  workspace: string,
  given: {
    readonly code: string;
    readonly name?: string | undefined;
    readonly kind?: DelegationRow["kind"] | undefined;
  },
): Promise<DelegationRow> {
  const known = catalogueDelegation(given.code);
  const name = given.name ?? known?.names.en.short;
  if (name === undefined) {
    throw new ApiProblem(
      "not-valid",
      `No State or organisation known here has the code ${given.code}. Give its name as well.`,
      {
        fields: { name: "Needed for a code that the catalogue does not know." },
      },
    );
  }
  const others = await delegationsOf(tx, workspace);
  if (others.some(({ code }) => code === given.code)) {
    throw new ApiProblem("already-exists", `${given.code} is a delegation of this workspace already.`);
  }
  const kind = given.kind ?? (known?.kind === "organisation" ? "organisation" : "state");
  const row: DelegationRow = { workspace, code: given.code, name, kind, position: others.length };
  await tx.insertInto("delegation").values(row).execute();
  const ordered = inDelegationsOrder([...others, row]);
  for (const [position, { code }] of ordered.entries()) {
    await tx
      .updateTable("delegation")
      .set({ position })
      .where("workspace", "=", workspace)
      .where("code", "=", code)
      .execute();
  }
  await writeEntry(tx, clock, {
    ledger: workspaceLedger(workspace),
    actor,
    act: "delegation.admitted",
    object: { kind: "delegation", id: row.code },
    before: null,
    after: { code: row.code, name, kind },
    detail: { code: row.code, name },
  });
  return row;
}

/** Makes somebody a member. */
export async function addMember(
  tx: Tx,
  { clock }: Pick<Services, "clock">,
  actor: Actor,
  given: {
    readonly person: Person;
    readonly workspace: string;
    readonly role: Role;
    readonly delegation: string | null;
  },
): Promise<string> {
  const { person, workspace, role, delegation } = given;
  const membership = {
    id: newId(),
    person: person.id,
    workspace,
    role,
    delegation,
    since: await clock.now(tx),
    endedAt: null,
  };
  await tx.insertInto("membership").values(membership).execute();
  await writeEntry(tx, clock, {
    ledger: ledgerOf(workspace, delegation),
    actor,
    act: "member.joined",
    object: { kind: "membership", id: membership.id },
    before: null,
    after: membership,
    detail: { person: person.name, role, delegation },
  });
  await tell(
    tx,
    { kind: "people", id: membership.id, workspace, at: membership.since.toISOString() },
    { to: "members" },
  );
  return membership.id;
}

/** Ends a membership. Refused for the last administrator of a workspace. */
export async function endMembership(
  services: Services,
  actor: Actor,
  workspace: string,
  membership: string,
): Promise<void> {
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    // Held, so that two administrators cannot remove each other at once.
    const members = await tx
      .selectFrom("membership")
      .selectAll()
      .where("workspace", "=", workspace)
      .where("endedAt", "is", null)
      .forUpdate()
      .execute();
    const ended = members.find(({ id }) => id === membership);
    if (ended === undefined) throw new ApiProblem("not-now", "This membership has ended already.");
    const administrators = members.filter(({ role }) => role === "administrator");
    if (ended.role === "administrator" && administrators.length === 1) {
      throw new ApiProblem("not-now", "The last administrator cannot go. Appoint another first.");
    }
    await tx.updateTable("membership").set({ endedAt: now }).where("id", "=", membership).execute();
    await writeEntry(tx, services.clock, {
      ledger: ledgerOf(workspace, ended.delegation),
      actor,
      act: "member.left",
      object: { kind: "membership", id: membership },
      before: ended,
      after: { ...ended, endedAt: now },
      detail: { role: ended.role, delegation: ended.delegation },
    });
    await tell(tx, { kind: "people", id: membership, workspace, at: now.toISOString() }, { to: "members" });
  });
}

/** Invites somebody by e-mail. The link in it is the only copy of the token. */
export async function invite(
  services: Services,
  actor: Actor & { readonly person: Person },
  workspace: WorkspaceRow,
  given: { readonly email: string; readonly role: Role; readonly delegation: string | null },
): Promise<InvitationRow & { readonly invitedByName: string }> {
  const token = randomBytes(24).toString("base64url");
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
        link: `${services.settings.url}/invitations/${token}`,
        expiresAt: row.expiresAt,
      }),
    );
    return { ...row, invitedByName: actor.person.name };
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
  // Slow on purpose, so not while the transaction holds anything.
  const password = given.password === undefined ? null : await hashPassword(given.password);
  await inTransaction(services, async (tx) => {
    const now = await services.clock.now(tx);
    const invitation = await findInvitation(tx, token, now);
    if (invitation === null) throw new ApiProblem("not-now", "The invitation was taken up, taken back, or is too old.");
    const person = await invited(tx, actor, invitation, given.name ?? null, password, now);
    const { numUpdatedRows } = await tx
      .updateTable("invitation")
      .set({ endedAt: now })
      .where("id", "=", invitation.id)
      .where("endedAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ApiProblem("not-now", "The invitation was taken up already.");
    await addMember(tx, services, { ...actor, person }, { person, ...invitation });
  });
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

/** Makes an account. `password` is hashed already; `null` for an account that signs in in other ways. */
export async function makePerson(
  tx: Tx,
  given: {
    readonly name: string;
    readonly email: string;
    readonly password: string | null;
    readonly now: Date;
    readonly administersInstallation?: boolean;
    readonly illustrative?: boolean;
  },
): Promise<Person> {
  const { name, password, now, administersInstallation = false, illustrative = false } = given;
  const id = newId();
  const email = given.email.toLowerCase();
  const dates = { createdAt: now, updatedAt: now };
  await tx
    .insertInto("person")
    .values({ id, name, email, emailVerified: true, administersInstallation, illustrative, language: null, ...dates })
    .execute();
  if (password !== null) {
    await tx
      .insertInto("account")
      .values({ id: newId(), accountId: id, providerId: "credential", userId: id, password, ...dates })
      .execute();
  }
  return { id, name, email };
}

/** Makes an access token. The token itself is in the answer, and nowhere else. */
export async function createToken(
  services: Services,
  person: Person,
  name: string,
  days: number,
): Promise<{ readonly token: string; readonly row: TokenRow }> {
  const id = newId();
  const token = `cmp_${id}_${randomBytes(24).toString("base64url")}`;
  const createdAt = await services.clock.now(services.db);
  const row: TokenRow = {
    id,
    person: person.id,
    name,
    token: sha256Of(token),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * 24 * 60 * 60 * 1000),
    lastUsedAt: null,
    revokedAt: null,
  };
  await services.db.insertInto("accessToken").values(row).execute();
  return { token, row };
}

export async function revokeToken(services: Services, person: Person, id: string): Promise<void> {
  await services.db
    .updateTable("accessToken")
    .set({ revokedAt: await services.clock.now(services.db) })
    .where("id", "=", id)
    .where("person", "=", person.id)
    .where("revokedAt", "is", null)
    .execute();
}

/** What concerns a delegation's members stands in its own chain. */
function ledgerOf(workspace: string, delegation: string | null): string {
  return delegation === null ? workspaceLedger(workspace) : delegationLedger(workspace, delegation);
}
