import type { Role } from "@compendium/contract";
import { hasRole, isMember, isOf } from "../platform/actor.ts";
import { act, can } from "../platform/can.ts";
import type { InvitationRow, MemberRow, WorkspaceRow } from "./queries.ts";

/** A workspace shows itself to its members; what is public in it shows itself. */
export const readWorkspace = act<WorkspaceRow>("read the workspace", (actor, { id }) => isMember(actor, id));

export const makeWorkspace = act<null>("make a workspace", (actor) => actor.administersInstallation);

export const manageDelegations = act<WorkspaceRow>("admit delegations", (actor, { id }) =>
  hasRole(actor, id, "administrator", "secretariat"),
);

/** Whom an invitation would make what. */
export interface Appointment {
  readonly workspace: string;
  readonly role: Role;
  readonly delegation: string | null;
}

/**
 * The secretariat may invite anybody but an administrator; heads and deputies of a delegation its experts and observers,
 * and a head also its deputies.
 */
export const appoint = act<Appointment>("give somebody this role", (actor, { workspace, role, delegation }) => {
  if (hasRole(actor, workspace, "administrator")) return true;
  if (hasRole(actor, workspace, "secretariat")) return role !== "administrator";
  if (delegation === null) return false;
  if (role === "expert" || role === "observer") return isOf(actor, workspace, delegation, "head", "deputy");
  return role === "deputy" && isOf(actor, workspace, delegation, "head");
});

/** Whoever could give a membership can end it, and everybody their own. */
export const endMembership = act<MemberRow>(
  "end the membership",
  (actor, member) => can(actor, appoint, member) || member.person.id === actor.person?.id,
);

/** Those of one's own delegation, and those who serve all; for the administrator and the secretariat, everybody. */
export const readMember = act<MemberRow>("read who is a member", (actor, { workspace, delegation }) => {
  if (hasRole(actor, workspace, "administrator", "secretariat")) return true;
  return isMember(actor, workspace) && (delegation === null || isOf(actor, workspace, delegation));
});

/** Whether somebody sees who belongs to any delegation, and so also that nobody does. */
export const seeAllMembers = act<WorkspaceRow>("see all members", (actor, { id }) =>
  hasRole(actor, id, "administrator", "secretariat"),
);

export const readInvitation = act<Pick<InvitationRow, "workspace" | "delegation">>(
  "read whom one invited",
  (actor, { workspace, delegation }) =>
    hasRole(actor, workspace, "administrator", "secretariat")
    || (delegation !== null && isOf(actor, workspace, delegation, "head", "deputy")),
);
