import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { type Account, makeAccount, signedIn, signIn, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";
import { installationActs } from "./support/installation-acts.ts";
import { readableMail } from "./support/readable-mail.ts";

const HOUR = 60 * 60 * 1000;
const newPassword = "a password chosen anew";

/** The token of the newest link that was sent to this account. */
async function tokenInMail(server: TestServer, { email }: Pick<Account, "email">): Promise<string> {
  return eventually(async () => {
    const mails = server.mails().map(readableMail);
    const mail = mails.find((each) => each.includes(`To: ${email}`) && each.includes("/reset-password#"));
    return /\/reset-password#(\w+)/.exec(mail ?? "")?.[1] ?? null;
  }, "the mail with the link");
}

describe("a forgotten password", () => {
  onBothDatabases((server) => {
    test("is chosen anew by the link in a mail, which puts everybody else out", async () => {
      const account = await makeAccount(server());
      const elsewhere = await signedIn(server(), account);
      const { token: accessToken } = await elsewhere.call("createToken", { body: { name: "script" } });
      expect((await openBrowser(server()).post("request-password-reset", { email: account.email })).status).toBe(200);
      const token = await tokenInMail(server(), account);

      const browser = openBrowser(server());
      expect((await browser.post("reset-password", { token, newPassword })).status).toBe(200);
      expect(await whoIsIn(browser), "the link alone signs nobody in").toBeNull();
      expect(await whoIsIn(elsewhere)).toBeNull();
      const { status } = await fetch(`${server().url}/api/v1/me`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      expect(status).toBe(401);
      expect((await signIn(browser, account)).status).toBe(401);
      expect((await signIn(browser, { ...account, password: newPassword })).status).toBe(200);
      expect(await installationActs(server(), account.id)).toEqual(["token.made", "token.revoked", "password.reset"]);
    });

    test("is answered the same whether there is such an account or not", async () => {
      const { email } = await makeAccount(server());
      const known = await openBrowser(server()).post("request-password-reset", { email });
      const unknown = await openBrowser(server()).post("request-password-reset", { email: "nobody@example.org" });
      expect(unknown.status).toBe(known.status);
      expect(unknown.body).toEqual(known.body);
      expect(server().mails().map(readableMail).join("\n")).not.toContain("nobody@example.org");
    });

    test("has a link that works once", async () => {
      const account = await makeAccount(server());
      await openBrowser(server()).post("request-password-reset", { email: account.email });
      const token = await tokenInMail(server(), account);
      expect((await openBrowser(server()).post("reset-password", { token, newPassword })).status).toBe(200);
      expect((await openBrowser(server()).post("reset-password", { token, newPassword })).status).toBe(400);
    });

    test("keeps its link when the new password is too short, and takes none that was made up", async () => {
      const account = await makeAccount(server());
      await openBrowser(server()).post("request-password-reset", { email: account.email });
      const token = await tokenInMail(server(), account);
      const browser = openBrowser(server());
      expect((await browser.post("reset-password", { token, newPassword: "short" })).status).toBe(400);
      expect((await browser.post("reset-password", { token: `${token}x`, newPassword })).status).toBe(400);
      expect((await browser.post("reset-password", { token, newPassword })).status).toBe(200);
    });

    test("opens an account again that somebody else's guesses have locked", async () => {
      const account = await makeAccount(server());
      for (let attempt = 0; attempt < 11; attempt += 1) {
        await signIn(openBrowser(server()), { ...account, password: "not this one at all" });
      }
      await openBrowser(server()).post("request-password-reset", { email: account.email });
      const token = await tokenInMail(server(), account);
      await openBrowser(server()).post("reset-password", { token, newPassword });
      expect((await signIn(openBrowser(server()), { ...account, password: newPassword })).status).toBe(200);
    });

    test("fills no mailbox: three mails an hour for one account, and none for an illustrative person", async () => {
      const { email } = await makeAccount(server());
      const invented = await makeAccount(server(), true);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await openBrowser(server()).post("request-password-reset", { email });
        await openBrowser(server()).post("request-password-reset", { email: invented.email });
      }
      const queued = (recipient: string) =>
        server().platform.db.selectFrom("mail").select("id").where("recipient", "=", recipient).execute();
      expect(await queued(email)).toHaveLength(3);
      expect(await queued(invented.email)).toHaveLength(0);
      server().pass(HOUR);
      await openBrowser(server()).post("request-password-reset", { email });
      expect(await queued(email)).toHaveLength(4);
    });
  }, BEHIND_PROXY);
});
