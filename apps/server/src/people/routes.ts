import { groups } from "@compendium/catalogue";
import { ApiProblem } from "@compendium/contract";
import { type Person, signedInAs } from "../platform/actor.ts";
import { can } from "../platform/can.ts";
import { anyone, nothingHere, onSubject, type Route, route, signedIn } from "../platform/http/route.ts";
import { inTransaction, type Services } from "../platform/services.ts";
import { setLanguage } from "./commands/accounts.ts";
import { admitDelegation, admitDelegations } from "./commands/delegations.ts";
import { acceptInvitation, invite, revokeInvitation } from "./commands/invitations.ts";
import { addMember, endMembership } from "./commands/members.ts";
import { createToken, revokeToken } from "./commands/tokens.ts";
import { makeWorkspace } from "./commands/workspaces.ts";
import {
  appoint,
  manageDelegations,
  endMembership as mayEndMembership,
  makeWorkspace as mayMakeWorkspace,
  readInvitation,
  readMember,
  readWorkspace,
} from "./policy.ts";
import {
  presentDelegation,
  presentInvitation,
  presentMe,
  presentMember,
  presentToken,
  presentWorkspace,
} from "./present.ts";
import {
  delegationsOf,
  findInvitation,
  findPersonByEmail,
  findWorkspace,
  illustrativeMembers,
  isInventedPerson,
  languageOf,
  membersOf,
  openInvitations,
  tokensOf,
  workspaces,
} from "./queries.ts";
import type { Auth } from "./sign-in/auth.ts";
import { inventedRefusal } from "./sign-in/invented.ts";

export function peopleRoutes(
  services: Services,
  auth: Auth,
  isDemonstration: () => Promise<boolean>,
): readonly Route[] {
  const { db, clock, settings } = services;
  const workspace = ({ workspace: id }: { readonly workspace: string }) => findWorkspace(db, id);
  const hash = async (password: string) => (await auth.$context).password.hash(password);
  return [
    route("readMe", anyone("Tells each only about themselves."), async (_, { actor }) => {
      const all = await workspaces(db);
      const mine = all.filter((each) => actor.memberships.some((membership) => membership.workspace === each.id));
      const delegations = await Promise.all(mine.map(({ id }) => delegationsOf(db, id)));
      const language = actor.person === null ? null : await languageOf(db, actor.person.id);
      return presentMe(actor, language, mine, delegations.flat());
    }),
    route("setLanguage", signedIn("One's own only."), async ({ body }, { actor }) => {
      await setLanguage(db, signedInAs(actor).person, body.language);
      return null;
    }),
    route("listDemonstrationPersons", anyone("Empty outside demonstration mode, where nobody is real."), async () => {
      if (!(await isDemonstration())) return [];
      const members = await illustrativeMembers(db);
      const first = members[0];
      const delegations = first === undefined ? [] : await delegationsOf(db, first.workspace);
      return members.map(({ person, role, delegation }) => {
        const of = delegations.find(({ code }) => code === delegation);
        return { id: person.id, name: person.name, role, delegation: of === undefined ? null : presentDelegation(of) };
      });
    }),
    route(
      "signInForDemonstration",
      anyone("Refused outside demonstration mode."),
      async ({ body }, { actor, setHeader }) => {
        const answer = await auth.api.signInForDemonstration({ body, asResponse: true });
        if (answer.status === 404) throw nothingHere(actor);
        if (!answer.ok) throw new Error(`Signing in for demonstration answered ${answer.status}.`);
        setHeader("set-cookie", answer.headers.getSetCookie());
        return null;
      },
    ),

    route("listWorkspaces", signedIn("Lists only those of which one is a member."), async (_, { actor }) => {
      const all = await workspaces(db);
      return all
        .filter((each) => can(actor, readWorkspace, each))
        .map((each) => presentWorkspace(actor, each, settings));
    }),
    route("createWorkspace", signedIn("Checked below: there is no subject yet."), async ({ body }, { actor }) => {
      if (!can(actor, mayMakeWorkspace, null)) {
        throw new ApiProblem("not-allowed", "To make a workspace takes an administrator of the installation.");
      }
      const { person } = signedInAs(actor);
      return inTransaction(services, async (tx) => {
        const made = await makeWorkspace(tx, services, actor, body.name);
        const id = await addMember(tx, services, actor, {
          person,
          workspace: made.id,
          role: "administrator",
          delegation: null,
        });
        const membership = { id, workspace: made.id, role: "administrator" as const, delegation: null };
        return presentWorkspace({ ...actor, memberships: [...actor.memberships, membership] }, made, settings);
      });
    }),
    route("readWorkspace", onSubject(workspace, readWorkspace), async (_, { actor, subject }) =>
      presentWorkspace(actor, subject, settings),
    ),
    route("listDelegations", onSubject(workspace, readWorkspace), async (_, { subject }) =>
      (await delegationsOf(db, subject.id)).map(presentDelegation),
    ),
    route(
      "addDelegation",
      onSubject(workspace, readWorkspace, manageDelegations),
      async ({ body }, { actor, subject }) =>
        presentDelegation(
          await inTransaction(services, (tx) => admitDelegation(tx, services, actor, subject.id, body)),
        ),
    ),
    route(
      "addDelegations",
      onSubject(workspace, readWorkspace, manageDelegations),
      async ({ body }, { actor, subject }) => {
        const { admitted, already } = await inTransaction(services, (tx) =>
          admitDelegations(tx, services, actor, subject.id, body),
        );
        return { admitted: admitted.map(presentDelegation), already: [...already] };
      },
    ),
    route("listGroups", anyone("Facts of the field, the same for everybody."), async () =>
      groups().map(({ code, kind, members, asOf }) => ({ code, kind, members: [...members], asOf })),
    ),

    route("listMembers", onSubject(workspace, readWorkspace), async (_, { actor, subject }) => {
      const members = await membersOf(db, subject.id);
      return members.filter((each) => can(actor, readMember, each)).map((each) => presentMember(actor, each));
    }),
    route("endMembership", onSubject(workspace, readWorkspace), async ({ membership }, { actor, subject }) => {
      const member = (await membersOf(db, subject.id)).find(({ id }) => id === membership);
      if (member === undefined || !can(actor, readMember, member)) throw nothingHere(actor);
      if (!can(actor, mayEndMembership, member)) {
        throw new ApiProblem("not-allowed", "A membership is ended by who could give it, or by the member.");
      }
      if (await isInventedPerson(db, member.person.id)) {
        throw new ApiProblem("not-allowed", "This person is invented, and stays for whoever looks around next.");
      }
      await endMembership(services, actor, subject.id, membership);
      return null;
    }),

    route("listInvitations", onSubject(workspace, readWorkspace), async (_, { actor, subject }) => {
      const open = await openInvitations(db, subject.id, await clock.now(db));
      return open.filter((each) => can(actor, readInvitation, each)).map(presentInvitation);
    }),
    route("invite", onSubject(workspace, readWorkspace), async ({ body }, { actor, subject }) => {
      const belongsToDelegation = ["head", "deputy", "expert", "observer"].includes(body.role);
      if (belongsToDelegation !== (body.delegation !== null)) {
        const detail = belongsToDelegation
          ? "This role belongs to a delegation: say which."
          : "This role has no delegation.";
        throw new ApiProblem("not-valid", detail, { fields: { delegation: detail } });
      }
      if (!can(actor, appoint, { workspace: subject.id, role: body.role, delegation: body.delegation })) {
        throw new ApiProblem("not-allowed", "To invite somebody in this role takes another role than yours.");
      }
      const { row, link } = await invite(services, signedInAs(actor), subject, body);
      return { ...presentInvitation(row), link };
    }),
    route("revokeInvitation", onSubject(workspace, readWorkspace), async ({ invitation: id }, { actor, subject }) => {
      const open = await openInvitations(db, subject.id, await clock.now(db));
      const invitation = open.find((each) => each.id === id);
      if (invitation === undefined || !can(actor, readInvitation, invitation)) throw nothingHere(actor);
      await revokeInvitation(services, actor, invitation);
      return null;
    }),
    route("readInvitation", anyone("The token in the link is the right to read it."), async ({ token }, { actor }) => {
      const invitation = await findInvitation(db, token, await clock.now(db));
      const at = invitation === null ? null : await findWorkspace(db, invitation.workspace);
      if (invitation === null || at === null) throw nothingHere({ ...actor, person: actor.person ?? NOBODY });
      const of = (await delegationsOf(db, at.id)).find(({ code }) => code === invitation.delegation);
      return {
        workspace: at.name,
        email: invitation.email,
        role: invitation.role,
        delegation: of === undefined ? null : presentDelegation(of),
        invitedBy: invitation.invitedByName,
        isKnown: (await findPersonByEmail(db, invitation.email)) !== null,
      };
    }),
    route(
      "acceptInvitation",
      anyone("The token in the link is the right to it."),
      async ({ token, body }, { actor }) => {
        await acceptInvitation(services, hash, actor, token, body);
        return null;
      },
    ),

    route("listTokens", signedIn("One's own only."), async (_, { actor }) =>
      (await tokensOf(db, signedInAs(actor).person.id, await clock.now(db))).map(presentToken),
    ),
    route("createToken", signedIn("For oneself only."), async ({ body }, { actor }) => {
      // Otherwise a token that was stolen could outlive its own revocation in those that it made.
      if (actor.via === "token") throw new ApiProblem("not-allowed", "Sign in on the page to make an access token.");
      if (await isInventedPerson(db, signedInAs(actor).person.id)) throw inventedRefusal();
      const { token, row } = await createToken(services, signedInAs(actor), body.name, body.days);
      return { token, about: presentToken(row) };
    }),
    route("revokeToken", signedIn("One's own only."), async ({ token }, { actor }) => {
      await revokeToken(services, signedInAs(actor), token);
      return null;
    }),
  ];
}

/** Stands for whoever follows a link: the answer must not tell them to sign in, which would not help. */
const NOBODY: Person = { id: "", name: "", email: "" };
