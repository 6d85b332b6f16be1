import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { type Account, makeAccount, signedIn, signIn, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";

interface Session {
  readonly id: string;
  readonly token: string;
  readonly ipAddress: string;
}

/** How many hours the one session of an account still lasts; `null` if there is none. */
async function hoursLeft({ platform: { db } }: TestServer, { id }: Account): Promise<number | null> {
  const { rows } = await sql<{ at: Date }>`select expires_at as at from session where user_id = ${id}`.execute(db);
  return rows[0] === undefined ? null : (rows[0].at.getTime() - Date.now()) / 3_600_000;
}

/** As if the session had begun so many hours ago, and had so many left. */
async function age(
  { platform: { db } }: TestServer,
  { id }: Account,
  { since, left }: { readonly since: number; readonly left: number },
): Promise<void> {
  await sql`update session set created_at = now() - make_interval(secs => ${since * 3600}),
    expires_at = now() + make_interval(secs => ${left * 3600}) where user_id = ${id}`.execute(db);
}

describe("sessions", () => {
  onBothDatabases((server) => {
    test("are listed to their person, each with the address it came from, and ended one by one", async () => {
      const account = await makeAccount(server());
      const here = await signedIn(server(), account);
      const there = await signedIn(server(), account);
      const stranger = await signedIn(server(), await makeAccount(server()));
      const listed = (await here.get("list-sessions")).body as unknown as readonly Session[];
      expect(listed.map(({ ipAddress }) => ipAddress).toSorted()).toEqual([here.address, there.address].toSorted());

      const other = listed.find(({ ipAddress }) => ipAddress === there.address);
      await stranger.post("revoke-session", { token: other?.token ?? "" });
      expect(await whoIsIn(there), "nobody ends another's session").toBe(account.email);
      await here.post("revoke-session", { token: other?.token ?? "" });
      expect(await whoIsIn(there)).toBeNull();
      expect(await whoIsIn(here)).toBe(account.email);
    });

    test("cannot be taken over with what the list shows", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const listed = (await browser.get("list-sessions")).body as unknown as readonly Session[];
      browser.cookies.set("compendium.session_token", listed[0]?.token ?? "");
      expect(await whoIsIn(browser), "a cookie without its signature is worth nothing").toBeNull();
    });

    test("are known by the whole cookie: with another signature it is worth nothing, though the right one was seen", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      expect(await whoIsIn(browser)).toBe(account.email);
      const good = browser.cookies.get("compendium.session_token") ?? "";
      const other = await signedIn(server(), await makeAccount(server()));
      const [token] = decodeURIComponent(good).split(".");
      const [, signature] = decodeURIComponent(other.cookies.get("compendium.session_token") ?? "").split(".");
      browser.cookies.set("compendium.session_token", encodeURIComponent(`${token}.${signature}`));
      expect(await whoIsIn(browser)).toBeNull();
      browser.cookies.set("compendium.session_token", good);
      expect(await whoIsIn(browser)).toBe(account.email);
    });

    test("are all ended at once by who wants that", async () => {
      const account = await makeAccount(server());
      const browsers = [await signedIn(server(), account), await signedIn(server(), account)];
      await browsers[0]?.post("revoke-sessions", {});
      for (const browser of browsers) expect(await whoIsIn(browser)).toBeNull();
    });

    test("end twelve hours after they were last used, by opening a page or changing something", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      expect(await hoursLeft(server(), account)).toBeCloseTo(12, 1);

      const uses: Readonly<Record<string, () => Promise<unknown>>> = {
        "a page": () => browser.fetch(`${server().url}/api/v1/me`, { headers: { accept: "text/html,*/*;q=0.8" } }),
        "a change": () => browser.call("setLanguage", { body: { language: "fr" } }),
      };
      for (const [what, use] of Object.entries(uses)) {
        await age(server(), account, { since: 11, left: 1 });
        // What an open page reads by itself, and what Better Auth is asked for, put nothing off.
        expect(await whoIsIn(browser)).toBe(account.email);
        await browser.get("get-session");
        expect(await hoursLeft(server(), account), what).toBeCloseTo(1, 1);
        await use();
        expect(await hoursLeft(server(), account), what).toBeCloseTo(12, 1);
      }
      await age(server(), account, { since: 12, left: -0.001 });
      await uses["a page"]?.();
      expect(await whoIsIn(browser), "nothing opens a session that has ended").toBeNull();
    });

    test("end a day after sign-in however much they are used, and so do their cookies", async () => {
      const account = await makeAccount(server());
      const browser = openBrowser(server());
      const { headers } = await signIn(browser, account);
      expect(headers.getSetCookie().find((each) => each.includes("session_token"))).toContain("Max-Age=86400");
      await age(server(), account, { since: 23, left: 0.5 });
      await browser.call("setLanguage", { body: { language: "fr" } });
      expect(await hoursLeft(server(), account)).toBeCloseTo(1, 1);
      await age(server(), account, { since: 24, left: -0.001 });
      await browser.call("readMe", {});
      expect(await whoIsIn(browser)).toBeNull();
    });

    test("that ended are forgotten with the address they came from, when somebody signs in", async () => {
      const account = await makeAccount(server());
      await signedIn(server(), account);
      await age(server(), account, { since: 13, left: -1 });
      await signedIn(server(), await makeAccount(server()));
      expect(await hoursLeft(server(), account)).toBeNull();
    });

    test("must be of the last quarter of an hour to show the others, and to add or to take away a passkey", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      await sql`update session set created_at = now() - interval '16 minutes' where user_id = ${account.id}`.execute(
        server().platform.db,
      );
      expect((await browser.get("list-sessions")).status).toBe(403);
      expect((await browser.get("passkey/generate-register-options")).status).toBe(403);
      expect((await browser.post("passkey/delete-passkey", { id: "any" })).body).toMatchObject({
        code: "SESSION_NOT_FRESH",
      });
    });
  }, BEHIND_PROXY);
});
