import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { type Account, makeAccount, signedIn, signIn, whoIsIn } from "./support/account.ts";
import { codeOf } from "./support/authenticator.ts";
import { BEHIND_PROXY, type Browser, openBrowser } from "./support/browser.ts";
import { installationActs } from "./support/installation-acts.ts";

interface Enrolled {
  readonly account: Account;
  readonly browser: Browser;
  readonly totpUri: string;
  readonly backupCodes: readonly string[];
}

/** An account with a second factor, and the browser in which it was set up. */
async function enrol(server: TestServer): Promise<Enrolled> {
  const account = await makeAccount(server);
  const browser = await signedIn(server, account);
  const { body } = await browser.post("two-factor/enable", { password: account.password });
  const { totpURI: totpUri, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  const { status } = await browser.post("two-factor/verify-totp", { code: codeOf(totpUri) });
  if (status !== 200) throw new Error(`Setting up the second factor answered ${status}.`);
  return { account, browser, totpUri, backupCodes };
}

/** A code that is surely wrong: of an hour ago. */
const wrongCode = (totpUri: string) => codeOf(totpUri, Date.now() - 3_600_000);

describe("a second factor", () => {
  onBothDatabases((server) => {
    test("is asked for after the password, which alone opens nothing", async () => {
      const { account, totpUri } = await enrol(server());
      const browser = openBrowser(server());
      const first = await signIn(browser, account);
      expect(first.body).toMatchObject({ twoFactorRedirect: true });
      expect(browser.cookies.has("compendium.session_token")).toBe(false);
      expect(await whoIsIn(browser)).toBeNull();
      expect((await browser.post("two-factor/verify-totp", { code: wrongCode(totpUri) })).status).toBe(401);
      expect(await whoIsIn(browser)).toBeNull();
      expect((await browser.post("two-factor/verify-totp", { code: codeOf(totpUri) })).status).toBe(200);
      expect(await whoIsIn(browser)).toBe(account.email);
    });

    test("counts only once a code of the authenticator has shown that it works", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      await browser.post("two-factor/enable", { password: account.password });
      expect((await signIn(openBrowser(server()), account)).body.twoFactorRedirect).toBeUndefined();
      expect(await installationActs(server(), account.id)).toEqual([]);
    });

    test("is set up and taken away with the password only, and both are on the record", async () => {
      const { account, browser } = await enrol(server());
      expect((await browser.post("two-factor/disable", { password: "not this one at all" })).status).toBe(400);
      expect((await browser.post("two-factor/disable", { password: account.password })).status).toBe(200);
      expect((await signIn(openBrowser(server()), account)).body.twoFactorRedirect).toBeUndefined();
      expect((await browser.post("two-factor/enable", { password: "not this one at all" })).status).toBe(400);
      expect(await installationActs(server(), account.id)).toEqual(["second factor.set up", "second factor.removed"]);
    });

    test("is asked for every time: no machine is trusted for longer, even if it asks to be", async () => {
      const { account, totpUri } = await enrol(server());
      const browser = openBrowser(server());
      await signIn(browser, account);
      const { status } = await browser.post("two-factor/verify-totp", { code: codeOf(totpUri), trustDevice: true });
      expect(status).toBe(200);
      expect((await signIn(browser, account)).body).toMatchObject({ twoFactorRedirect: true });
    });

    test("can be stood in for by a backup code, once", async () => {
      const { account, backupCodes } = await enrol(server());
      const code = backupCodes[0] ?? "";
      const browser = openBrowser(server());
      await signIn(browser, account);
      expect((await browser.post("two-factor/verify-backup-code", { code })).status).toBe(200);
      expect(await whoIsIn(browser)).toBe(account.email);
      const again = openBrowser(server());
      await signIn(again, account);
      expect((await again.post("two-factor/verify-backup-code", { code })).status).toBe(401);
      expect(await whoIsIn(again)).toBeNull();
    });

    test("is locked after ten wrong codes, from whatever sign-in they come, for the right code too", async () => {
      const { account, totpUri } = await enrol(server());
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const browser = openBrowser(server());
        await signIn(browser, account);
        for (let guess = 0; guess < 5; guess += 1) {
          await browser.post("two-factor/verify-totp", { code: wrongCode(totpUri) });
        }
      }
      const browser = openBrowser(server());
      await signIn(browser, account);
      const locked = await browser.post("two-factor/verify-totp", { code: codeOf(totpUri) });
      expect(locked.status).toBe(429);
      expect(locked.body).toMatchObject({ code: "locked-out" });
      expect(await whoIsIn(browser)).toBeNull();

      // Better Auth looks at its own clock, so time passes here in what it has written.
      await sql`update two_factor set locked_until = now() - interval '1 second' where user_id = ${account.id}`.execute(
        server().platform.db,
      );
      const later = openBrowser(server());
      await signIn(later, account);
      expect((await later.post("two-factor/verify-totp", { code: codeOf(totpUri) })).status).toBe(200);
    });

    test("allows five guesses for one password, then wants the password again", async () => {
      const { account, totpUri } = await enrol(server());
      const browser = openBrowser(server());
      await signIn(browser, account);
      for (let guess = 0; guess < 5; guess += 1) {
        await browser.post("two-factor/verify-totp", { code: wrongCode(totpUri) });
      }
      expect((await browser.post("two-factor/verify-totp", { code: codeOf(totpUri) })).status).toBe(400);
      expect(await whoIsIn(browser)).toBeNull();
    });

    test("keeps its secret and its backup codes where nobody reads them out of the database", async () => {
      const { account, totpUri, backupCodes } = await enrol(server());
      const { rows } = await sql<{ secret: string; codes: string }>`
        select secret, backup_codes as codes from two_factor where user_id = ${account.id}`.execute(
        server().platform.db,
      );
      const kept = JSON.stringify(rows);
      expect(rows).toHaveLength(1);
      for (const code of backupCodes) expect(kept).not.toContain(code);
      expect(kept).not.toContain(new URL(totpUri).searchParams.get("secret") ?? "");
    });
  }, BEHIND_PROXY);
});
