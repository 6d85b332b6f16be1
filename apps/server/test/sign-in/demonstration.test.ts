import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/index.ts";
import { readInstallation } from "../../src/installation/queries.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { makeAccount, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";

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

    test("leaves nothing behind when demonstration mode ends: no session and no token of an invented person", async () => {
      await setDemonstration(server(), true);
      const invented = await makeAccount(server(), true);
      const browser = openBrowser(server());
      await browser.call("signInForDemonstration", { body: { person: invented.id } });
      const { token } = await browser.call("createToken", { body: { name: "kept" } });
      await setDemonstration(server(), false);
      expect(await whoIsIn(browser)).toBeNull();
      const { status } = await fetch(`${server().url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      expect(status).toBe(401);
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
