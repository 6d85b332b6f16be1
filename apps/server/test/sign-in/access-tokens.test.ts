import { createClient } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { onBothDatabases } from "../support/test-server.ts";
import { makeAccount, signedIn } from "./support/account.ts";
import { BEHIND_PROXY, openBrowser } from "./support/browser.ts";
import { installationActs } from "./support/installation-acts.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("access tokens", () => {
  onBothDatabases((server) => {
    const asks = (token: string) => createClient({ origin: server().url, token })("readMe", {});

    test("let a script in, until they are revoked", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const { token, about } = await browser.call("createToken", { body: { name: "nightly" } });
      expect((await asks(token)).person?.email).toBe(account.email);
      await browser.call("revokeToken", { token: about.id });
      await expect(asks(token)).rejects.toMatchObject({ code: "sign-in-needed" });
      expect(await browser.call("listTokens", {})).toEqual([]);
    });

    test("expire on their day", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const { token } = await browser.call("createToken", { body: { name: "short", days: 2 } });
      server().pass(2 * DAY - 60_000);
      expect((await asks(token)).person).not.toBeNull();
      server().pass(60_000);
      await expect(asks(token)).rejects.toMatchObject({ code: "sign-in-needed" });
    });

    test("are shown once: no list, no database and no record has them", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const { token } = await browser.call("createToken", { body: { name: "shown once" } });
      const { db } = server().platform;
      const everywhere = JSON.stringify([
        await browser.call("listTokens", {}),
        await db.selectFrom("accessToken").selectAll().execute(),
        await db.selectFrom("recordEntry").selectAll().execute(),
      ]);
      expect(everywhere).toContain("shown once");
      expect(everywhere).not.toContain(token);
      expect(everywhere).not.toContain(token.split("_")[2] ?? token);
    });

    test("that are cut off, lengthened, changed or empty are refused with one answer", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const { token } = await browser.call("createToken", { body: { name: "whole" } });
      const answers = await Promise.all(
        [token.slice(0, -1), `${token}x`, token.toUpperCase(), "x", "", `${token} ${token}`].map(async (wrong) => {
          const response = await fetch(`${server().url}/api/v1/me`, { headers: { authorization: `Bearer ${wrong}x` } });
          return { status: response.status, body: await response.text() };
        }),
      );
      for (const answer of answers) {
        expect(answer.status).toBe(401);
        expect(answer).toEqual(answers[0]);
      }
    });

    test("are not helped by a cookie beside them", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const { status } = await browser.fetch(`${server().url}/api/v1/me`, {
        headers: { authorization: "Bearer wrong" },
      });
      expect(status).toBe(401);
    });

    test("belong to one person: nobody else lists or revokes them", async () => {
      const owner = await signedIn(server(), await makeAccount(server()));
      const stranger = await signedIn(server(), await makeAccount(server()));
      const { token, about } = await owner.call("createToken", { body: { name: "mine" } });
      expect(await stranger.call("listTokens", {})).toEqual([]);
      await stranger.call("revokeToken", { token: about.id });
      expect((await asks(token)).person).not.toBeNull();
      await expect(openBrowser(server()).call("listTokens", {})).rejects.toMatchObject({ code: "sign-in-needed" });
    });

    test("make no further tokens, so that one that was stolen ends with itself", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const { token } = await browser.call("createToken", { body: { name: "parent" } });
      const call = createClient({ origin: server().url, token });
      await expect(call("createToken", { body: { name: "child" } })).rejects.toMatchObject({ code: "not-allowed" });
    });

    test("stand on the record when they are made and when they are revoked", async () => {
      const account = await makeAccount(server());
      const browser = await signedIn(server(), account);
      const { about } = await browser.call("createToken", { body: { name: "recorded" } });
      await browser.call("revokeToken", { token: about.id });
      await browser.call("revokeToken", { token: about.id });
      expect(await installationActs(server(), account.id)).toEqual(["token.made", "token.revoked"]);
    });
  }, BEHIND_PROXY);
});
