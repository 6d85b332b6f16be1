import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/index.ts";
import { readInstallation } from "../../src/installation/queries.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { makeAccount, signedIn, whoIsIn } from "./support/account.ts";
import { type Answer, BEHIND_PROXY, openBrowser } from "./support/browser.ts";

/** As the illustrative workspace does when it is chosen, or an operator who chose an empty one. */
async function setDemonstration({ platform: { db } }: TestServer, demonstration: boolean): Promise<void> {
  await db.deleteFrom("installation").execute();
  await db.insertInto("installation").values({ id: "this", demonstration, setUpAt: new Date() }).execute();
}

const FOR_REAL = { COMPENDIUM_SECRET: "a secret of more than 32 characters" };

describe("sign-in for demonstration", () => {
  onBothDatabases((server) => {
    test("makes one an illustrative person with one click, and nobody else", async () => {
      await setDemonstration(server(), true);
      const invented = await makeAccount(server(), true);
      const browser = openBrowser(server());
      await browser.call("signInForDemonstration", { body: { person: invented.id } });
      expect(await whoIsIn(browser)).toBe(invented.email);

      const real = await makeAccount(server());
      const another = openBrowser(server());
      for (const person of [real.id, "nobodynobody"]) {
        await expect(another.call("signInForDemonstration", { body: { person } })).rejects.toMatchObject({
          code: "sign-in-needed",
        });
      }
      expect(await whoIsIn(another)).toBeNull();
    });

    test("is refused outside demonstration mode", async () => {
      await setDemonstration(server(), false);
      const { id } = await makeAccount(server(), true);
      const browser = openBrowser(server());
      await expect(browser.call("signInForDemonstration", { body: { person: id } })).rejects.toMatchObject({
        code: "sign-in-needed",
      });
      expect(await browser.call("listDemonstrationPersons", {})).toEqual([]);
      expect(browser.cookies.size).toBe(0);
    });

    test("leaves no session that counts when demonstration mode ends", async () => {
      await setDemonstration(server(), true);
      const invented = await makeAccount(server(), true);
      const browser = openBrowser(server());
      await browser.call("signInForDemonstration", { body: { person: invented.id } });
      expect(await whoIsIn(browser)).toBe(invented.email);
      await setDemonstration(server(), false);
      expect(await whoIsIn(browser)).toBeNull();
    });

    test("counts no token of an invented person when demonstration mode is over", async () => {
      await setDemonstration(server(), true);
      const { id, token } = await server().person("Ivo Pellar");
      await server().platform.db.updateTable("person").set({ illustrative: true }).where("id", "=", id).execute();
      const status = async () =>
        (await fetch(`${server().url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
      expect(await status()).toBe(200);
      await setDemonstration(server(), false);
      expect(await status()).toBe(401);
    });

    test("gives nobody the account of an invented person: nothing of it is shown, and nothing changes", async () => {
      await setDemonstration(server(), true);
      const invented = await makeAccount(server(), true);
      const here = openBrowser(server());
      const there = openBrowser(server());
      for (const browser of [here, there]) {
        await browser.call("signInForDemonstration", { body: { person: invented.id } });
      }
      const { password, email } = invented;
      const { rows } = await sql<{ token: string }>`select token from session where user_id = ${invented.id}`.execute(
        server().platform.db,
      );
      const asked: Readonly<Record<string, () => Promise<Answer>>> = {
        "list-sessions": () => here.get("list-sessions"),
        "revoke-session": () => here.post("revoke-session", { token: rows.at(-1)?.token ?? "" }),
        "revoke-sessions": () => here.post("revoke-sessions", {}),
        "revoke-other-sessions": () => here.post("revoke-other-sessions", {}),
        "change-password": () =>
          here.post("change-password", { currentPassword: password, newPassword: "another that is long" }),
        "two-factor/enable": () => here.post("two-factor/enable", { password }),
        "two-factor/disable": () => here.post("two-factor/disable", { password }),
        "two-factor/generate-backup-codes": () => here.post("two-factor/generate-backup-codes", { password }),
        "passkey/generate-register-options": () => here.get("passkey/generate-register-options"),
        "passkey/verify-registration": () => here.post("passkey/verify-registration", { response: {} }),
        "passkey/update-passkey": () => here.post("passkey/update-passkey", { id: "any", name: "ours" }),
        "passkey/delete-passkey": () => here.post("passkey/delete-passkey", { id: "any" }),
      };
      for (const [what, ask] of Object.entries(asked)) {
        const { status, body, headers } = await ask();
        expect(status, what).toBe(403);
        expect(body, what).toMatchObject({ code: "not-allowed", detail: expect.stringContaining("invented") });
        expect(headers.get("content-type"), what).toMatch(/^application\/problem\+json/);
      }
      await expect(here.call("createToken", { body: { name: "kept" } })).rejects.toMatchObject({ code: "not-allowed" });
      for (const browser of [here, there]) expect(await whoIsIn(browser)).toBe(email);

      await here.post("sign-out", {});
      expect(await whoIsIn(here)).toBeNull();
      expect(await whoIsIn(there), "one visitor's leaving is not another's").toBe(email);
    });

    test("leaves what is closed to invented persons open to everybody else", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      expect((await browser.get("list-sessions")).status).toBe(200);
      expect((await browser.get("passkey/generate-register-options")).status).toBe(200);
    });

    test("keeps an invented person a member, for whoever looks around next", async () => {
      const workspace = await server().workspace(["XAA"]);
      const administrator = await workspace.member("Nadir Ostrand", "administrator");
      const head = await workspace.member("Ariadne Velt", "head", "XAA");
      const { db } = server().platform;
      const members = () => administrator.call("listMembers", { workspace: workspace.id });
      const membership = (await members()).find(({ person }) => person.id === head.id)?.id ?? "";
      const end = () => administrator.call("endMembership", { workspace: workspace.id, membership });
      await db.updateTable("person").set({ illustrative: true }).where("id", "=", head.id).execute();
      await expect(end()).rejects.toMatchObject({ code: "not-allowed" });
      await db.updateTable("person").set({ illustrative: false }).where("id", "=", head.id).execute();
      await end();
      expect(await members()).toHaveLength(1);
    });
  }, BEHIND_PROXY);
});

describe("an installation for real", () => {
  onBothDatabases(
    (server) => {
      test("is never in demonstration mode, whatever was chosen when it was set up", async () => {
        await setDemonstration(server(), true);
        const { db } = server().platform;
        for (const environment of [
          { COMPENDIUM_URL: "https://compendium.example" },
          { SMTP_URL: "smtp://mail.example" },
        ]) {
          const settings = readSettings({ ...FOR_REAL, ...environment });
          expect((await readInstallation(db, settings)).isDemonstration, JSON.stringify(environment)).toBe(false);
        }
        expect((await readInstallation(db, readSettings({}))).isDemonstration).toBe(true);

        const { id } = await makeAccount(server(), true);
        const browser = openBrowser(server());
        await expect(browser.call("signInForDemonstration", { body: { person: id } })).rejects.toMatchObject({
          code: "sign-in-needed",
        });
        expect(await browser.call("listDemonstrationPersons", {})).toEqual([]);
      });

      test("gives its cookies over https only, under a name that no neighbouring site can set", async () => {
        const account = await makeAccount(server());
        const { headers } = await openBrowser(server()).post("sign-in/email", account);
        const cookie = headers.getSetCookie().find((each) => each.includes("session_token")) ?? "";
        expect(cookie).toMatch(/^__Host-compendium\.session_token=/);
        expect(cookie).toMatch(/; Secure/i);
        expect(cookie).toMatch(/; HttpOnly/i);
        expect(cookie).toMatch(/; Path=\/(;|$)/i);
        expect(cookie).not.toMatch(/Domain=/i);
      });

      test("does not start without a secret of its own", () => {
        expect(() => readSettings({ COMPENDIUM_URL: "https://compendium.example" })).toThrow("COMPENDIUM_SECRET");
        expect(() => readSettings({ SMTP_URL: "smtp://mail.example" })).toThrow("COMPENDIUM_SECRET");
        expect(() => readSettings({ ...FOR_REAL, COMPENDIUM_SECRET: "too short" })).toThrow("32 characters");
      });
    },
    {
      environment: { ...BEHIND_PROXY.environment, ...FOR_REAL, COMPENDIUM_URL: "https://compendium.example" },
    },
  );
});
