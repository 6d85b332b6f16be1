import type {
  DelegationView,
  InterfaceLanguage,
  InvitationView,
  MemberView,
  MeView,
  Role,
  TokenView,
  WorkspaceView,
} from "@compendium/contract";
import { type Actor, delegationsOf, hasRole, isMember } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import type { Settings } from "../platform/settings.ts";
import { appoint, endMembership, manageDelegations, seeAllMembers } from "./policy.ts";
import type { DelegationRow, InvitationRow, MemberRow, TokenRow, WorkspaceRow } from "./queries.ts";

export function presentDelegation({ code, name, kind }: Pick<DelegationRow, "code" | "name" | "kind">): DelegationView {
  return { code, name, kind };
}

export function presentWorkspace(
  actor: Actor,
  workspace: WorkspaceRow,
  { smtpUrl }: Pick<Settings, "smtpUrl">,
): WorkspaceView {
  const { id, name, illustrative, createdAt } = workspace;
  const may: WorkspaceView["may"] = [];
  const mayInvite = appointments(actor, id);
  if (mayInvite.length > 0) may.push("invite");
  if (isMember(actor, id)) may.push("read record");
  if (hasRole(actor, id, "secretariat")) may.push("make text");
  if (can(actor, manageDelegations, workspace)) may.push("manage delegations");
  if (can(actor, seeAllMembers, workspace)) may.push("see all members");
  return {
    id,
    name,
    illustrative,
    createdAt: createdAt.toISOString(),
    may,
    mayInvite,
    sendsMail: smtpUrl !== null,
  };
}

const OF_WORKSPACE = ["secretariat", "chair", "administrator"] as const satisfies readonly Role[];
const OF_DELEGATION = ["head", "deputy", "expert", "observer"] as const satisfies readonly Role[];

function appointments(actor: Actor, workspace: string): WorkspaceView["mayInvite"] {
  // Who may give a role without regard to a delegation may give it in each.
  const mayGive = (role: Role, delegation: string | null = null): boolean =>
    can(actor, appoint, { workspace, role, delegation });
  const own = delegationsOf(actor, workspace);
  return [
    ...OF_DELEGATION.flatMap((role): WorkspaceView["mayInvite"] => {
      if (mayGive(role)) return [{ role, delegations: null }];
      const codes = own.filter((code) => mayGive(role, code));
      return codes.length === 0 ? [] : [{ role, delegations: codes }];
    }),
    ...OF_WORKSPACE.flatMap((role) => (mayGive(role) ? [{ role, delegations: [] }] : [])),
  ];
}

export function presentMe(
  actor: Actor,
  language: InterfaceLanguage | null,
  workspaces: readonly WorkspaceRow[],
  delegations: readonly DelegationRow[],
): MeView {
  return {
    person: actor.person,
    language,
    administersInstallation: actor.administersInstallation,
    memberships: actor.memberships.flatMap(({ id, workspace, role, delegation }) => {
      const at = workspaces.find((each) => each.id === workspace);
      if (at === undefined) return [];
      const of = delegations.find((each) => each.workspace === workspace && each.code === delegation);
      return [
        {
          id,
          workspace: { id: at.id, name: at.name },
          role,
          delegation: of === undefined ? null : presentDelegation(of),
        },
      ];
    }),
  };
}

export function presentMember(actor: Actor, member: MemberRow): MemberView {
  const { id, person, role, delegation, since } = member;
  return {
    id,
    person,
    role,
    delegation,
    since: since.toISOString(),
    may: can(actor, endMembership, member) ? ["end"] : [],
  };
}

export function presentInvitation(row: InvitationRow & { readonly invitedByName: string }): InvitationView {
  const { id, email, role, delegation, expiresAt, invitedByName } = row;
  return { id, email, role, delegation, expiresAt: expiresAt.toISOString(), invitedBy: invitedByName };
}

export function presentToken({ id, name, createdAt, expiresAt, lastUsedAt }: TokenRow): TokenView {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
