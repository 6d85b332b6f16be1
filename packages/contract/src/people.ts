import { z } from "zod";
import { operation } from "./operation-of.ts";
import { DelegationCode, Id, Instant, InterfaceLanguage } from "./shapes.ts";

export const Role = z
  .enum(["administrator", "secretariat", "chair", "head", "deputy", "expert", "observer"])
  .describe("`head`, `deputy`, `expert` and `observer` belong to a delegation, the others to the workspace");

export const DelegationView = z
  .object({
    code: DelegationCode,
    name: z.string().describe("In English, as documents print it"),
    kind: z.enum(["state", "organisation"]).describe("Only States take part in consensus"),
  })
  .meta({ id: "Delegation" });

export const MembershipView = z
  .object({
    id: Id,
    workspace: z.object({ id: Id, name: z.string() }),
    role: Role,
    delegation: DelegationView.nullable(),
  })
  .meta({ id: "Membership" });

export const MeView = z
  .object({
    person: z
      .object({ id: z.string(), name: z.string(), email: z.string() })
      .nullable()
      .describe("`null` for somebody who is not signed in"),
    language: InterfaceLanguage.nullable().describe("In which they read mails; `null` where they have not said"),
    memberships: z.array(MembershipView),
    administersInstallation: z.boolean(),
  })
  .meta({ id: "Me" });

export const WorkspaceView = z
  .object({
    id: Id,
    name: z.string(),
    illustrative: z.boolean().describe("Made to show the product: nobody in it is real"),
    createdAt: Instant,
    may: z.array(z.enum(["invite", "read record", "make text", "manage delegations", "see all members"])),
    mayInvite: z
      .array(
        z.object({
          role: Role,
          delegations: z
            .array(DelegationCode)
            .nullable()
            .describe("Of which one may make somebody this: `null` for any, empty for a role of the workspace"),
        }),
      )
      .describe("In which roles one may invite somebody"),
    sendsMail: z.boolean().describe("False where no mail server is set: then mails are kept as files on the server"),
  })
  .meta({ id: "Workspace" });

export const MemberView = z
  .object({
    id: Id.describe("Of the membership"),
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: Role,
    delegation: DelegationCode.nullable(),
    since: Instant,
    may: z.array(z.enum(["end"])),
  })
  .meta({ id: "Member" });

export const InvitationView = z
  .object({
    id: Id,
    email: z.string(),
    role: Role,
    delegation: DelegationCode.nullable(),
    expiresAt: Instant,
    invitedBy: z.string(),
  })
  .meta({ id: "Invitation" });

const GroupView = z
  .object({
    code: z.string(),
    kind: z.enum(["organisation", "partners", "export control regime", "regional group", "classification"]),
    members: z.array(DelegationCode).describe("States only, by their codes"),
    asOf: z.string().describe("The day on which the list was taken"),
  })
  .meta({ id: "Group" });

export const TokenView = z
  .object({ id: Id, name: z.string(), createdAt: Instant, expiresAt: Instant, lastUsedAt: Instant.nullable() })
  .meta({ id: "Token" });

const Workspace = z.object({ workspace: Id });
const Invitation = z.object({ token: z.string().min(20).max(100) });

export const peopleOperations = {
  readMe: operation("GET", "/me", { summary: "Who asks, and what they are member of", answer: MeView }),
  setLanguage: operation("PUT", "/me/language", {
    summary: "Say in which language one reads mails",
    body: z.object({ language: InterfaceLanguage }),
    answer: null,
  }),
  listDemonstrationPersons: operation("GET", "/demonstration/persons", {
    summary: "Whom one can sign in as, in demonstration mode",
    answer: z.array(z.object({ id: z.string(), name: z.string(), role: Role, delegation: DelegationView.nullable() })),
  }),
  signInForDemonstration: operation("POST", "/demonstration/sign-in", {
    summary: "Sign in as one of them, with one click",
    body: z.object({ person: z.string() }),
    answer: null,
  }),
  listWorkspaces: operation("GET", "/workspaces", {
    summary: "The workspaces of which one may read anything",
    answer: z.array(WorkspaceView),
  }),
  createWorkspace: operation("POST", "/workspaces", {
    summary: "Make a workspace, of which one becomes administrator",
    body: z.object({ name: z.string().trim().min(1).max(200) }),
    answer: WorkspaceView,
  }),
  readWorkspace: operation("GET", "/workspaces/{workspace}", {
    summary: "A workspace",
    parameters: Workspace,
    answer: WorkspaceView,
  }),
  listDelegations: operation("GET", "/workspaces/{workspace}/delegations", {
    summary: "The delegations of a workspace, in the order in which they are named",
    parameters: Workspace,
    answer: z.array(DelegationView),
  }),
  addDelegation: operation("POST", "/workspaces/{workspace}/delegations", {
    summary: "Admit a delegation to a workspace",
    parameters: Workspace,
    body: z.object({
      code: DelegationCode,
      name: z.string().trim().min(1).max(200).optional().describe("Needed where the catalogue does not know the code"),
      kind: z.enum(["state", "organisation"]).optional(),
    }),
    answer: DelegationView,
    problems: ["already-exists"],
  }),
  addDelegations: operation("POST", "/workspaces/{workspace}/delegations/list", {
    summary: "Admit several delegations at once: all that are given, or none",
    description:
      "For codes that the catalogue knows. `not-valid` names what is no such code; its `current.suggestions` says for each, as it was written, which code is meant, where that is certain.",
    parameters: Workspace,
    body: z.object({
      codes: z.array(z.string().trim().min(1).max(200)).max(400).default([]),
      group: z.string().max(60).nullable().default(null).describe("All members of this group of the catalogue as well"),
    }),
    answer: z.object({
      admitted: z.array(DelegationView),
      already: z.array(DelegationCode).describe("Those that were delegations of the workspace before"),
    }),
  }),
  listGroups: operation("GET", "/groups", {
    summary: "Groups of States that the catalogue knows, whose members can be admitted together",
    answer: z.array(GroupView),
  }),
  listMembers: operation("GET", "/workspaces/{workspace}/members", {
    summary: "The members of a workspace whom one may see",
    parameters: Workspace,
    answer: z.array(MemberView),
  }),
  endMembership: operation("DELETE", "/workspaces/{workspace}/members/{membership}", {
    summary: "End somebody's membership",
    parameters: z.object({ workspace: Id, membership: Id }),
    answer: null,
    problems: ["not-now"],
  }),
  listInvitations: operation("GET", "/workspaces/{workspace}/invitations", {
    summary: "Invitations that nobody has taken up yet",
    parameters: Workspace,
    answer: z.array(InvitationView),
  }),
  invite: operation("POST", "/workspaces/{workspace}/invitations", {
    summary: "Invite somebody by e-mail",
    description:
      "Heads and deputies invite for their own delegation. The link in the e-mail is the only copy of the invitation; where the server sends no mail, `link` is, this once.",
    parameters: Workspace,
    body: z.object({ email: z.email(), role: Role, delegation: DelegationCode.nullable().default(null) }),
    answer: InvitationView.extend({
      link: z.string().nullable().describe("To be passed on to whom it is for, where the server sends no mail"),
    }),
  }),
  revokeInvitation: operation("DELETE", "/workspaces/{workspace}/invitations/{invitation}", {
    summary: "Take an invitation back",
    parameters: z.object({ workspace: Id, invitation: Id }),
    answer: null,
  }),
  readInvitation: operation("GET", "/invitations/{token}", {
    summary: "What an invitation is for: whoever has the link may read it",
    parameters: Invitation,
    answer: z.object({
      workspace: z.string(),
      email: z.string(),
      role: Role,
      delegation: DelegationView.nullable(),
      invitedBy: z.string(),
      isKnown: z.boolean().describe("Whether there is an account for this address already, to sign in with"),
    }),
  }),
  acceptInvitation: operation("POST", "/invitations/{token}/accept", {
    summary: "Take up an invitation: with a new account, or as the one that is signed in",
    parameters: Invitation,
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      password: z.string().min(12).max(128).optional(),
    }),
    answer: null,
    problems: ["not-now"],
  }),
  listTokens: operation("GET", "/me/tokens", { summary: "One's access tokens", answer: z.array(TokenView) }),
  createToken: operation("POST", "/me/tokens", {
    summary: "Make an access token; it is shown this once",
    description:
      "Who has the token may do everything that its owner may. It belongs to its owner alone: do not share it.",
    body: z.object({
      name: z.string().trim().min(1).max(100),
      days: z.int().min(1).max(366).default(90).describe("For how many days it is good"),
    }),
    answer: z.object({ token: z.string(), about: TokenView }),
  }),
  revokeToken: operation("DELETE", "/me/tokens/{token}", {
    summary: "Revoke an access token",
    parameters: z.object({ token: Id }),
    answer: null,
  }),
} as const;

/** What is told of something that is no code of a delegation, where a code belongs. */
export interface DelegationSuggestion {
  readonly written: string;
  /** `null` where it is not certain what is meant. */
  readonly code: string | null;
  readonly name: string | null;
}

export type Role = z.output<typeof Role>;
export type DelegationView = z.output<typeof DelegationView>;
export type MembershipView = z.output<typeof MembershipView>;
export type MeView = z.output<typeof MeView>;
export type WorkspaceView = z.output<typeof WorkspaceView>;
export type MemberView = z.output<typeof MemberView>;
export type InvitationView = z.output<typeof InvitationView>;
export type TokenView = z.output<typeof TokenView>;
