import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothDatabases } from "../support/test-server.ts";
import { makeAccount, signedIn, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY } from "./support/browser.ts";

interface Session {
  readonly id: string;
  readonly token: string;
  readonly ipAddress: string;
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

    test("end twelve hours after sign-in, and do not grow older by use", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const ends = async () =>
        (
          await sql<{ at: Date }>`select expires_at as at from session where user_id = ${account.id}`.execute(
            server().platform.db,
          )
        ).rows[0]?.at.getTime() ?? 0;
      const first = await ends();
      expect(Math.abs(first - Date.now() - 12 * 60 * 60 * 1000)).toBeLessThan(60_000);
      await sql`update session set updated_at = now() - interval '11 hours', created_at = now() - interval '11 hours',
        expires_at = now() + interval '1 hour' where user_id = ${account.id}`.execute(server().platform.db);
      const late = await ends();
      expect(await whoIsIn(browser)).toBe(account.email);
      await browser.get("get-session");
      expect(await ends()).toBe(late);
      await sql`update session set expires_at = now() - interval '1 second' where user_id = ${account.id}`.execute(
        server().platform.db,
      );
      expect(await whoIsIn(browser)).toBeNull();
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
