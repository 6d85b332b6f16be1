import { createClient } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { makeAccount, signedIn } from "../sign-in/support/account.ts";
import { BEHIND_PROXY, type Browser } from "../sign-in/support/browser.ts";
import { onBothDatabases } from "../support/test-server.ts";

describe("a page of another site", () => {
  onBothDatabases((server) => {
    /** A POST with the cookies of somebody who is signed in, as a page elsewhere could have the browser send it. */
    async function forged(browser: Browser, headers: Readonly<Record<string, string>>, path = "/api/v1/me/tokens") {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(`${server().url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie, ...headers },
        body: JSON.stringify({ name: "planted" }),
      });
      return { status: response.status, body: (await response.json().catch(() => null)) as { code?: string } | null };
    }
    const own = () => server().platform.settings.url;

    test("changes nothing with the cookies of whoever looks at it", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      for (const headers of [
        { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" },
        { "sec-fetch-site": "same-site", origin: "https://neighbour.compendium.example" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "cross-site", origin: own() },
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { origin: `${own()}.elsewhere.example` },
        {},
      ]) {
        const { status, body } = await forged(browser, headers as Record<string, string>);
        expect({ status, code: body?.code }, JSON.stringify(headers)).toEqual({ status: 403, code: "not-same-site" });
      }
      expect(await browser.call("listTokens", {})).toEqual([]);
    });

    test("is not let in by a header that browsers add by themselves", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const headers = { "sec-fetch-site": "cross-site", authorization: `Basic ${btoa("proxy:password")}` };
      expect((await forged(browser, headers)).body?.code).toBe("not-same-site");
    });

    test("signs nobody out, in or elsewhere, sign-in's own endpoints included", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      for (const path of ["sign-out", "sign-in/email", "revoke-sessions", "two-factor/disable", "sign-in/social"]) {
        const headers = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
        expect((await forged(browser, headers, `/api/auth/${path}`)).status, path).toBe(403);
      }
      expect((await browser.call("readMe", {})).person).not.toBeNull();
    });

    test("gets no answer that a browser would let it read", async () => {
      const response = await fetch(`${server().url}/api/v1/me`, { headers: { origin: "https://elsewhere.example" } });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
      expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
      const preflight = await fetch(`${server().url}/api/v1/me/tokens`, {
        method: "OPTIONS",
        headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" },
      });
      expect(preflight.ok).toBe(false);
    });

    test("is not what a script with a token is: that needs no origin", async () => {
      const person = await server().person("Script");
      await expect(
        person.call("revokeToken", { token: "nothing0nothing0" }),
        "a change by a token passes without any header of a browser",
      ).resolves.toBeNull();
    });

    test("is not what the site itself is, by its own name or the loopback's other one", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      for (const origin of [own(), own().replace("localhost", "127.0.0.1")]) {
        const { status } = await forged(browser, { origin, "sec-fetch-site": "same-origin" });
        expect(status, origin).toBe(200);
      }
    });

    test("opens a link into the site, and whoever follows it is signed in there", async () => {
      const browser = await signedIn(server(), await makeAccount(server()));
      const call = createClient({
        origin: server().url,
        fetch: (to, init) => {
          const headers = new Headers(init?.headers);
          headers.set("sec-fetch-site", "cross-site");
          headers.set("sec-fetch-mode", "navigate");
          return browser.fetch(to, { ...init, headers });
        },
      });
      expect((await call("readMe", {})).person).not.toBeNull();
    });
  }, BEHIND_PROXY);
});
