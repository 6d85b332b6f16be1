import type { InvitationView, MembershipView, peopleOperations, TokenView, WorkspaceView } from "../../people.ts";
import { ankervale, brindovar, head, secretary, workspace } from "./cast.ts";
import type { Examples } from "./example.ts";

const about: WorkspaceView = {
  id: workspace,
  name: "Guide on border controls",
  illustrative: false,
  createdAt: "2026-01-12T08:30:00.000Z",
  may: ["invite", "read record", "make text", "manage delegations", "see all members"],
  mayInvite: [
    { role: "secretariat", delegations: [] },
    { role: "head", delegations: null },
  ],
  sendsMail: true,
};

const membership: MembershipView = {
  id: "g2f7c4x9k1v6s3ta",
  workspace: { id: workspace, name: about.name },
  role: "head",
  delegation: ankervale,
};

const invitation: InvitationView = {
  id: "z0w5e8q3n7b2j9ph",
  email: "joren.astel@example.org",
  role: "expert",
  delegation: "XAA",
  expiresAt: "2026-02-23T09:00:00.000Z",
  invitedBy: head.name,
};

const token: TokenView = {
  id: "d6r1m8y3h5t0g4kc",
  name: "Command line at the office",
  createdAt: "2026-02-09T09:00:00.000Z",
  expiresAt: "2026-05-10T09:00:00.000Z",
  lastUsedAt: null,
};

const link = "mJ3vQe8xT1rNw6kYb0cZs5hAf9uLg2pD";

export const peopleExamples: Examples<typeof peopleOperations> = {
  setLanguage: { input: { body: { language: "fr" } } },
  readMe: {
    input: {},
    answer: { person: head, language: "fr", memberships: [membership], administersInstallation: false },
  },
  listDemonstrationPersons: {
    input: {},
    answer: [{ id: head.id, name: head.name, role: "head", delegation: ankervale }],
  },
  signInForDemonstration: { input: { body: { person: head.id } } },
  listWorkspaces: { input: {}, answer: [about] },
  createWorkspace: { input: { body: { name: about.name } }, answer: about },
  readWorkspace: { input: { workspace }, answer: about },
  listDelegations: { input: { workspace }, answer: [ankervale, brindovar] },
  addDelegation: {
    input: { workspace, body: { code: "XBB", name: "Brindovar", kind: "state" } },
    answer: brindovar,
  },
  addDelegations: {
    input: { workspace, body: { codes: ["XAA", "XBB"] } },
    answer: { admitted: [brindovar], already: ["XAA"] },
  },
  listGroups: {
    input: {},
    answer: [{ code: "P5", kind: "classification", members: ["CHN", "FRA", "GBR", "RUS", "USA"], asOf: "2026-11-24" }],
  },
  listMembers: {
    input: { workspace },
    answer: [
      {
        id: "k9s4v1d6x2c7q0wf",
        person: secretary,
        role: "secretariat",
        delegation: null,
        since: "2026-01-12T08:30:00.000Z",
        may: [],
      },
      {
        id: membership.id,
        person: head,
        role: "head",
        delegation: "XAA",
        since: "2026-01-20T14:05:00.000Z",
        may: ["end"],
      },
    ],
  },
  endMembership: { input: { workspace, membership: membership.id } },
  listInvitations: { input: { workspace }, answer: [invitation] },
  invite: {
    input: { workspace, body: { email: invitation.email, role: "expert", delegation: "XAA" } },
    answer: { ...invitation, link: null },
  },
  revokeInvitation: { input: { workspace, invitation: invitation.id } },
  readInvitation: {
    input: { token: link },
    answer: {
      workspace: about.name,
      email: invitation.email,
      role: "expert",
      delegation: ankervale,
      invitedBy: head.name,
      isKnown: false,
    },
  },
  acceptInvitation: {
    input: { token: link, body: { name: "Joren Astel", password: "a long sentence is best" } },
  },
  listTokens: { input: {}, answer: [token] },
  createToken: {
    input: { body: { name: token.name, days: 90 } },
    answer: { token: "cmp_d6r1m8y3h5t0g4kc_Qe8xT1rNw6kYb0cZs5hAf9uLg2pDmJ3v", about: token },
  },
  revokeToken: { input: { token: token.id } },
};
