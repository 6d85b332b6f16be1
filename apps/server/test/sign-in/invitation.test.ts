import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { makeAccount, signedIn, signIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";
import { readableMail } from "./support/readable-mail.ts";

const DAY = 24 * 60 * 60 * 1000;
const newcomer = { name: "Nora Newcomer", password: "a password of mine" };

let made = 0;
function newAddress(): string {
  made += 1;
  return `newcomer.${made}.${Date.now()}@example.org`;
}

/** Invites somebody as an expert; gives the token in the link of the mail. */
async function invite(server: TestServer, email: string, workspaceOf = server.workspace(["XAA"])) {
  const workspace = await workspaceOf;
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const body = { email, role: "expert", delegation: "XAA" } as const;
  const before = tokensTo(server, email);
  const invitation = await secretary.call("invite", { workspace: workspace.id, body });
  const token = await eventually(
    async () => tokensTo(server, email).find((each) => !before.includes(each)) ?? null,
    "the mail with the invitation",
  );
  return { workspace, secretary, invitation, token };
}

/** The tokens in all invitations that were mailed to somebody. */
function tokensTo(server: TestServer, email: string): readonly string[] {
  return server
    .mails()
    .map(readableMail)
    .filter((each) => each.includes(`To: ${email}`) && each.includes("Guide on border controls"))
    .map((each) => /\/invitations\/([\w-]+)/.exec(each)?.[1] ?? "");
}

describe("an invitation", () => {
  onBothDatabases((server) => {
    test("brings somebody new from the mail to an account and a membership", async () => {
      const email = newAddress();
      const { token, workspace, secretary } = await invite(server(), email);
      const browser = openBrowser(server());
      expect(await browser.call("readInvitation", { token })).toMatchObject({ email, isKnown: false, role: "expert" });
      await expect(browser.call("acceptInvitation", { token, body: {} })).rejects.toMatchObject({ code: "not-valid" });
      await browser.call("acceptInvitation", { token, body: newcomer });
      expect((await signIn(browser, { email, password: newcomer.password })).status).toBe(200);
      expect(await browser.call("readMe", {})).toMatchObject({
        person: { email, name: newcomer.name },
        memberships: [{ workspace: { id: workspace.id }, role: "expert", delegation: { code: "XAA" } }],
      });
      const members = await secretary.call("listMembers", { workspace: workspace.id });
      expect(members.map(({ person }) => person.email)).toContain(email);
    });

    test("is kept as a hash: who reads the database has no link", async () => {
      const { token } = await invite(server(), newAddress());
      const rows = await server().platform.db.selectFrom("invitation").select("token").execute();
      expect(rows.map((row) => row.token)).not.toContain(token);
    });

    test("for an account that exists is taken up by this account only, signed in", async () => {
      const account = await makeAccount(server());
      const { token } = await invite(server(), account.email);
      const anybody = openBrowser(server());
      await expect(anybody.call("acceptInvitation", { token, body: newcomer })).rejects.toMatchObject({
        code: "sign-in-needed",
      });
      const another = await signedIn(server(), await makeAccount(server()));
      await expect(another.call("acceptInvitation", { token, body: newcomer })).rejects.toMatchObject({
        code: "sign-in-needed",
      });
      expect((await signIn(openBrowser(server()), { ...account, password: newcomer.password })).status).toBe(401);
      const own = await signedIn(server(), account);
      await own.call("acceptInvitation", { token, body: {} });
      expect((await own.call("readMe", {})).memberships).toHaveLength(1);
    });

    test("works once, even if two people open it at the same moment", async () => {
      const email = newAddress();
      const { token } = await invite(server(), email);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 4 }, () => openBrowser(server()).call("acceptInvitation", { token, body: newcomer })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "not-now" });
      }
    });

    test("makes nobody the same twice, and of two links at once only one makes the account", async () => {
      const email = newAddress();
      const workspace = server().workspace(["XAA"]);
      const tokens = [];
      for (let count = 0; count < 3; count += 1) tokens.push((await invite(server(), email, workspace)).token);
      const [first, second, third = ""] = tokens;
      const outcomes = await Promise.allSettled(
        [first, second].map((token = "") => openBrowser(server()).call("acceptInvitation", { token, body: newcomer })),
      );
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused.map(({ reason }) => reason.code)).toEqual(["sign-in-needed"]);
      const browser = openBrowser(server());
      expect((await signIn(browser, { email, password: newcomer.password })).status).toBe(200);
      await expect(browser.call("acceptInvitation", { token: third, body: {} })).rejects.toMatchObject({
        code: "not-now",
        detail: "You have this role already.",
      });
      expect((await browser.call("readMe", {})).memberships).toHaveLength(1);
    });

    test("that was taken up, taken back, is too old or was never sent answers the same", async () => {
      const used = await invite(server(), newAddress());
      await openBrowser(server()).call("acceptInvitation", { token: used.token, body: newcomer });
      const revoked = await invite(server(), newAddress());
      await revoked.secretary.call("revokeInvitation", {
        workspace: revoked.workspace.id,
        invitation: revoked.invitation.id,
      });
      const old = await invite(server(), newAddress());
      server().pass(14 * DAY);
      const answers = await Promise.all(
        [used.token, revoked.token, old.token, "never-sent-never-sent-never-sent"].map(async (token) => {
          const read = await fetch(`${server().url}/api/v1/invitations/${token}`);
          const accept = await openBrowser(server()).fetch(`${server().url}/api/v1/invitations/${token}/accept`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(newcomer),
          });
          return { read: [read.status, await read.text()], accept: [accept.status, await accept.text()] };
        }),
      );
      expect(answers[0]?.read[0]).toBe(404);
      expect(answers[0]?.accept[0]).toBe(409);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });

    test("is given by those only who may give the role", async () => {
      const workspace = await server().workspace(["XAA", "XBB"]);
      const head = await workspace.member("Hedda Head", "head", "XAA");
      const expert = await workspace.member("Egon Expert", "expert", "XAA");
      const asks = (who: typeof head, role: "expert" | "observer" | "deputy" | "head", delegation: string) =>
        who.call("invite", { workspace: workspace.id, body: { email: newAddress(), role, delegation } });
      for (const role of ["expert", "observer", "deputy"] as const) await asks(head, role, "XAA");
      await expect(asks(head, "head", "XAA")).rejects.toMatchObject({ code: "not-allowed" });
      await expect(asks(head, "expert", "XBB")).rejects.toMatchObject({ code: "not-allowed" });
      await expect(asks(expert, "expert", "XAA")).rejects.toMatchObject({ code: "not-allowed" });
    });
  }, BEHIND_PROXY);
});
