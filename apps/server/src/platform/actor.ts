import type { Role } from "@compendium/contract";

/** Who asks for something, with everything that a policy may look at. */
export interface Actor {
  /** `null` for the public. */
  readonly person: Person | null;
  readonly memberships: readonly Membership[];
  readonly administersInstallation: boolean;
  /** How they come: a page or script with the browser's session, a personal access token, a job of the server's own. */
  readonly via: "page" | "token" | "job" | "command";
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Membership {
  readonly id: string;
  readonly workspace: string;
  readonly role: Role;
  /** Set exactly for the roles of a delegation. */
  readonly delegation: string | null;
}

/** Somebody who is not signed in. */
export const PUBLIC: Actor = { person: null, memberships: [], administersInstallation: false, via: "page" };

/** The server itself, when a job acts. Policies are not asked for it: a command decides what its job does. */
export const SYSTEM: Actor = { person: null, memberships: [], administersInstallation: false, via: "job" };

export function hasRole(actor: Actor, workspace: string, ...roles: readonly Role[]): boolean {
  return actor.memberships.some((each) => each.workspace === workspace && roles.includes(each.role));
}

/** Whether the actor has one of the roles in this delegation of this workspace; any role without one named. */
export function isOf(actor: Actor, workspace: string, delegation: string, ...roles: readonly Role[]): boolean {
  return actor.memberships.some(
    (each) =>
      each.workspace === workspace
      && each.delegation === delegation
      && (roles.length === 0 || roles.includes(each.role)),
  );
}

/** The delegations of this workspace to which the actor belongs, without repetition. */
export function delegationsOf(actor: Actor, workspace: string): readonly string[] {
  const codes = actor.memberships.flatMap((each) =>
    each.workspace === workspace && each.delegation !== null ? [each.delegation] : [],
  );
  return [...new Set(codes)];
}

export function isMember(actor: Actor, workspace: string): boolean {
  return actor.memberships.some((each) => each.workspace === workspace);
}

/** The same actor, of whom it is known that they are signed in. Throws for the public, whom no policy lets this far. */
export function signedInAs(actor: Actor): Actor & { readonly person: Person } {
  const { person } = actor;
  if (person === null) throw new Error("A policy let somebody in who is not signed in.");
  return { ...actor, person };
}
