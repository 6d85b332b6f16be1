import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { onBothDatabases } from "../support/test-server.ts";
import { makeAccount, signedIn, signIn, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";
import { installationActs } from "./support/installation-acts.ts";

const SESSION = "compendium.session_token";
const MINUTE = 60 * 1000;

describe("sign-in by password", () => {
  onBothDatabases((server) => {
    test("lets in who has the password, and out again", async () => {
      const account = await makeAccount(server());
      const browser = openBrowser(server());
      expect((await signIn(browser, { ...account, password: "not this one at all" })).status).toBe(401);
      expect(await whoIsIn(browser)).toBeNull();
      expect((await signIn(browser, account)).status).toBe(200);
      expect(await whoIsIn(browser)).toBe(account.email);

      const kept = browser.cookies.get(SESSION) ?? "";
      const { status, headers } = await browser.post("sign-out", {});
      expect(status).toBe(200);
      expect(headers.get("clear-site-data")).toBe('"cache"');
      expect(browser.cookies.has(SESSION)).toBe(false);
      browser.cookies.set(SESSION, kept);
      expect(await whoIsIn(browser), "the old cookie must be dead").toBeNull();
    });

    test("gives a cookie that no script reads and no other site's form carries", async () => {
      const { headers } = await signIn(openBrowser(server()), await makeAccount(server()));
      const cookie = headers.getSetCookie().find((each) => each.startsWith(`${SESSION}=`)) ?? "";
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).toMatch(/; Max-Age=86400/i);
      expect(cookie).not.toMatch(/Domain=/i);
    });

    test("begins a session of its own, whatever cookie the browser brings", async () => {
      const account = await makeAccount(server());
      const other = await signedIn(server(), await makeAccount(server()));
      const planted = other.cookies.get(SESSION) ?? "";
      const browser = openBrowser(server());
      browser.cookies.set(SESSION, planted);
      await signIn(browser, account);
      expect(browser.cookies.get(SESSION)).not.toBe(planted);
      expect(await whoIsIn(other), "who planted the cookie has nothing of it").toBeNull();
    });

    test("ends the session that the browser had before", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const before = browser.cookies.get(SESSION) ?? "";
      await signIn(browser, account);
      expect(await whoIsIn(browser)).toBe(account.email);
      browser.cookies.set(SESSION, before);
      expect(await whoIsIn(browser)).toBeNull();
    });

    test("does not say whether there is such an account", async () => {
      const account = await makeAccount(server());
      const wrong = await signIn(openBrowser(server()), { ...account, password: "not this one at all" });
      const unknown = await signIn(openBrowser(server()), { email: "nobody@example.org", password: "not this one" });
      expect(unknown.status).toBe(wrong.status);
      expect(unknown.body).toEqual(wrong.body);
    });

    test("offers no way to make an account, to delete it or to rename oneself", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      for (const path of [
        "sign-up/email",
        "delete-user",
        "update-user",
        "change-email",
        "demonstration/sign-in",
        "verify-password",
        "link-social",
        "get-access-token",
        "sign-in/email/",
        "../auth/sign-up/email",
      ]) {
        const { status } = await browser.post(path, {
          email: "new@example.org",
          password: "a long password",
          name: "N",
        });
        expect(status, path).toBe(404);
      }
    });

    test("ends every other session when the password changes, records it and tells by mail", async () => {
      const account = await makeAccount(server());
      const elsewhere = await signedIn(server(), account);
      const browser = await signedIn(server(), account);
      const answer = await browser.post("change-password", {
        currentPassword: account.password,
        newPassword: "another long password",
        revokeOtherSessions: false,
      });
      expect(answer.status).toBe(200);
      expect(await whoIsIn(elsewhere)).toBeNull();
      expect(await whoIsIn(browser)).toBe(account.email);
      expect((await signIn(openBrowser(server()), account)).status).toBe(401);
      expect(await installationActs(server(), account.id)).toEqual(["password.changed"]);
      await eventually(
        async () =>
          server()
            .mails()
            .find((mail) => mail.includes(account.email)) ?? null,
        "the mail about the changed password",
      );
    });

    test("takes no change of password without the old one, and none that is short", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const newPassword = "another long password";
      const wrong = await browser.post("change-password", { currentPassword: "wrong one here", newPassword });
      expect(wrong.status).toBe(400);
      const short = await browser.post("change-password", {
        currentPassword: account.password,
        newPassword: "elevenchars",
      });
      expect(short.status).toBe(400);
      expect(await installationActs(server(), account.id)).toEqual([]);
    });
  }, BEHIND_PROXY);
});

describe("the lock-out", () => {
  onBothDatabases((server) => {
    const fail = (email: string) => signIn(openBrowser(server()), { email, password: "not this one at all" });

    test("comes after ten wrong passwords, even for the right one, and goes with time", async () => {
      const account = await makeAccount(server());
      for (let attempt = 0; attempt < 10; attempt += 1) expect((await fail(account.email)).status).toBe(401);
      const locked = await signIn(openBrowser(server()), account);
      expect(locked.status).toBe(429);
      expect(locked.body).toMatchObject({ code: "locked-out" });
      expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
      expect(Number(locked.headers.get("retry-after"))).toBeLessThanOrEqual(900);

      server().pass(15 * MINUTE);
      expect((await signIn(openBrowser(server()), account)).status).toBe(200);
    });

    test("comes for an address without an account just the same", async () => {
      const email = "no.such.person@example.org";
      const answers = [];
      for (let attempt = 0; attempt < 11; attempt += 1) answers.push(await fail(email));
      expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
      const account = await makeAccount(server());
      for (let attempt = 0; attempt < 10; attempt += 1) await fail(account.email);
      expect((await fail(account.email)).body).toEqual(answers.at(-1)?.body);
    });

    test("lets no more than ten through when all are sent at once", async () => {
      const { email } = await makeAccount(server());
      const answers = await Promise.all(Array.from({ length: 25 }, () => fail(email)));
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    });

    test("counts from anew after a right password, and no capital letter gets around it", async () => {
      const account = await makeAccount(server());
      for (let attempt = 0; attempt < 9; attempt += 1) await fail(account.email.toUpperCase());
      expect((await signIn(openBrowser(server()), account)).status).toBe(200);
      for (let attempt = 0; attempt < 10; attempt += 1) await fail(account.email.toUpperCase());
      expect((await signIn(openBrowser(server()), account)).status).toBe(429);
    });

    test("does not touch who is signed in already", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      for (let attempt = 0; attempt < 11; attempt += 1) await fail(account.email);
      expect(await whoIsIn(browser)).toBe(account.email);
    });

    test("slows down one address that tries many accounts", async () => {
      const browser = openBrowser(server());
      const statuses = [];
      for (let attempt = 0; attempt < 31; attempt += 1) {
        const { status } = await signIn(browser, { email: `n${attempt}@example.org`, password: "not this one at all" });
        statuses.push(status);
      }
      const last = await signIn(browser, { email: "one.more@example.org", password: "not this one at all" });
      expect(statuses).toEqual([...Array(30).fill(401), 429]);
      expect(last.body).toMatchObject({ code: "too-many" });
      expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    });
  }, BEHIND_PROXY);
});
