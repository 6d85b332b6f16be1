import { InterfaceLanguage } from "@compendium/contract";
import type { Selectable } from "kysely";
import type { Actor, Membership, Person } from "../platform/actor.ts";
import { sha256Of } from "../platform/files/files.ts";
import type { Db, Tables } from "../platform/tables.ts";

export type WorkspaceRow = Selectable<Tables["workspace"]>;
export type DelegationRow = Selectable<Tables["delegation"]>;
export type InvitationRow = Selectable<Tables["invitation"]>;
export type TokenRow = Selectable<Tables["accessToken"]>;

/** A member of a workspace, with who they are. */
export interface MemberRow {
  readonly id: string;
  readonly workspace: string;
  readonly role: Membership["role"];
  readonly delegation: string | null;
  readonly since: Date;
  readonly person: Person;
  /** In which they read mails. */
  readonly language: InterfaceLanguage;
}

export async function findWorkspace(db: Db, id: string): Promise<WorkspaceRow | null> {
  return (await db.selectFrom("workspace").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

export function workspaces(db: Db): Promise<readonly WorkspaceRow[]> {
  return db.selectFrom("workspace").selectAll().orderBy("name").execute();
}

/** In the order in which they are named. */
export function delegationsOf(db: Db, workspace: string): Promise<readonly DelegationRow[]> {
  return db.selectFrom("delegation").selectAll().where("workspace", "=", workspace).orderBy("position").execute();
}

/** In which somebody reads mails; `null` where they have not said. */
export async function languageOf(db: Db, person: string): Promise<InterfaceLanguage | null> {
  const found = await db.selectFrom("person").select("language").where("id", "=", person).executeTakeFirst();
  return InterfaceLanguage.nullable()
    .catch(null)
    .parse(found?.language ?? null);
}

/** Everybody who is a member now; of some delegations only, if any are given. */
export async function membersOf(
  db: Db,
  workspace: string,
  delegations: readonly string[] | null = null,
): Promise<readonly MemberRow[]> {
  let query = memberships(db).where("workspace", "=", workspace).where("endedAt", "is", null);
  if (delegations !== null) query = query.where("delegation", "in", delegations.length === 0 ? [""] : [...delegations]);
  return (await query.orderBy("name").execute()).map(memberOf);
}

/** A membership, ended or not. */
export async function findMembership(db: Db, id: string): Promise<MemberRow | null> {
  const row = await memberships(db).where("membership.id", "=", id).executeTakeFirst();
  return row === undefined ? null : memberOf(row);
}

/** An actor by the person's identifier; `null` if there is nobody. */
export async function findActor(db: Db, person: string, via: Actor["via"]): Promise<Actor | null> {
  return actorIn(await withMemberships(db).where("person.id", "=", person).execute(), via);
}

export interface ActorOfSession {
  readonly actor: Actor;
  /** Whether the person is made up: such sessions count in demonstration mode only. */
  readonly illustrative: boolean;
  readonly session: { readonly token: string; readonly since: Date; readonly endsAt: Date };
}

/** Whoever has the session of this token, if it lasts beyond `now`. */
export async function findActorOfSession(db: Db, token: string, now: Date): Promise<ActorOfSession | null> {
  const rows = await withMemberships(db)
    .innerJoin("session", "session.userId", "person.id")
    .where("session.token", "=", token)
    .where("session.expiresAt", ">", now)
    .select(["illustrative", "session.createdAt as sessionSince", "session.expiresAt as sessionEndsAt"])
    .execute();
  const actor = actorIn(rows, "page");
  const first = rows[0];
  if (actor === null || first === undefined) return null;
  const session = { token, since: first.sessionSince, endsAt: first.sessionEndsAt };
  return { actor, illustrative: first.illustrative, session };
}

/** A person with every membership that has not ended: a row for each, one without if there is none. */
function withMemberships(db: Db) {
  return db
    .selectFrom("person")
    .leftJoin("membership", (join) => join.onRef("membership.person", "=", "person.id").on("endedAt", "is", null))
    .select(["person.id as personId", "name", "email", "administersInstallation"])
    .select(["membership.id", "workspace", "role", "delegation"]);
}

type PersonWithMembership = Awaited<ReturnType<ReturnType<typeof withMemberships>["execute"]>>[number];

function actorIn(rows: readonly PersonWithMembership[], via: Actor["via"]): Actor | null {
  const first = rows[0];
  if (first === undefined) return null;
  return {
    person: { id: first.personId, name: first.name, email: first.email },
    administersInstallation: first.administersInstallation,
    memberships: rows.flatMap(({ id, workspace, role, delegation }) =>
      id === null || workspace === null || role === null ? [] : [{ id, workspace, role, delegation }],
    ),
    via,
  };
}

/** Invitations that can still be taken up. */
export function openInvitations(
  db: Db,
  workspace: string,
  now: Date,
): Promise<readonly (InvitationRow & { readonly invitedByName: string })[]> {
  return db
    .selectFrom("invitation")
    .innerJoin("person", "person.id", "invitation.invitedBy")
    .selectAll("invitation")
    .select("person.name as invitedByName")
    .where("workspace", "=", workspace)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("invitation.createdAt")
    .execute();
}

/** The invitation of a link; `null` if there is none that can still be taken up. */
export async function findInvitation(
  db: Db,
  token: string,
  now: Date,
): Promise<(InvitationRow & { readonly invitedByName: string }) | null> {
  const found = await db
    .selectFrom("invitation")
    .innerJoin("person", "person.id", "invitation.invitedBy")
    .selectAll("invitation")
    .select("person.name as invitedByName")
    .where("token", "=", sha256Of(token))
    .where("endedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return found ?? null;
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const found = await db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return found ?? null;
}

/** Tokens that are neither revoked nor expired. */
export function tokensOf(db: Db, person: string, now: Date): Promise<readonly TokenRow[]> {
  return db
    .selectFrom("accessToken")
    .selectAll()
    .where("person", "=", person)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("createdAt")
    .execute();
}

export async function isInventedPerson(db: Db, person: string): Promise<boolean> {
  const found = await db.selectFrom("person").select("illustrative").where("id", "=", person).executeTakeFirst();
  return found?.illustrative === true;
}

/** Those whom one can sign in as in demonstration mode: illustrative persons, and nobody else. */
export async function illustrativeMembers(db: Db): Promise<readonly MemberRow[]> {
  const rows = await memberships(db)
    .where("person.illustrative", "=", true)
    .where("endedAt", "is", null)
    .orderBy("person.createdAt")
    .orderBy("name")
    .execute();
  return rows.map(memberOf);
}

/** Memberships, ended or not, with whose they are. */
function memberships(db: Db) {
  return db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person")
    .select(["membership.id", "workspace", "role", "delegation", "since"])
    .select(["person.id as personId", "name", "email", "language"]);
}

function memberOf({
  personId,
  name,
  email,
  language,
  ...row
}: Omit<MemberRow, "person" | "language"> & {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
}): MemberRow {
  return { ...row, person: { id: personId, name, email }, language: InterfaceLanguage.catch("en").parse(language) };
}
