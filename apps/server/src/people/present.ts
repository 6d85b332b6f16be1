import type {
  DelegationView,
  InterfaceLanguage,
  InvitationView,
  MemberView,
  MeView,
  TokenView,
  WorkspaceView,
} from "@compendium/contract";
import { type Actor, hasRole, isMember } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { manageDelegations } from "./policy.ts";
import type { DelegationRow, InvitationRow, MemberRow, TokenRow, WorkspaceRow } from "./queries.ts";

export function presentDelegation({ code, name, kind }: Pick<DelegationRow, "code" | "name" | "kind">): DelegationView {
  return { code, name, kind };
}

export function presentWorkspace(actor: Actor, workspace: WorkspaceRow): WorkspaceView {
  const { id, name, illustrative, createdAt } = workspace;
  const may: WorkspaceView["may"] = [];
  if (hasRole(actor, id, "administrator", "secretariat", "head", "deputy")) may.push("invite");
  if (isMember(actor, id)) may.push("read record");
  if (hasRole(actor, id, "secretariat")) may.push("make text");
  if (can(actor, manageDelegations, workspace)) may.push("manage delegations");
  return { id, name, illustrative, createdAt: createdAt.toISOString(), may };
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

export function presentMember({ id, person, role, delegation, since }: MemberRow): MemberView {
  return { id, person, role, delegation, since: since.toISOString() };
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
