import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { makeAccount, whoIsIn } from "./support/account.ts";
import { BEHIND_PROXY, type Browser, openBrowser } from "./support/browser.ts";
import { freePort } from "./support/free-port.ts";
import { CLIENT, type Issuer, startIssuer } from "./support/issuer.ts";

/** Follows every redirect as a browser does, through the issuer and back; gives the last address. */
async function goThrough(browser: Browser, server: TestServer): Promise<URL> {
  const { body } = await browser.post("sign-in/social", { provider: "oidc", callbackURL: "/" });
  let at = new URL(String(body.url));
  const atIssuer = new Map<string, string>();
  for (let hop = 0; hop < 12; hop += 1) {
    const isHere = at.origin === server.platform.settings.url;
    if (isHere && !at.pathname.startsWith("/api/auth/callback/")) return at;
    const response = isHere
      ? await browser.fetch(at, { headers: { "sec-fetch-site": "cross-site" } })
      : await fetch(at, {
          redirect: "manual",
          headers: { cookie: [...atIssuer].map(([name, value]) => `${name}=${value}`).join("; ") },
        });
    if (!isHere) {
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        atIssuer.set(name, value);
      }
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`${at.href} answered ${response.status}: ${await response.text()}`);
    at = new URL(location, at);
  }
  throw new Error("Redirected without end.");
}

describe("sign-in by another issuer", () => {
  let issuer: Issuer;
  const options = { environment: { ...BEHIND_PROXY.environment } as Record<string, string> };
  beforeAll(async () => {
    const port = await freePort();
    issuer = await startIssuer(`http://localhost:${port}/api/auth/callback/oidc`);
    Object.assign(options.environment, {
      COMPENDIUM_PORT: String(port),
      COMPENDIUM_OIDC_ISSUER: issuer.url,
      COMPENDIUM_OIDC_CLIENT_ID: CLIENT.id,
      COMPENDIUM_OIDC_CLIENT_SECRET: CLIENT.secret,
    });
  });
  afterAll(() => issuer.close());

  onBothDatabases((server) => {
    test("lets in an account that was invited, by its address", async () => {
      const { email } = await makeAccount(server());
      issuer.person(newId(), { email, email_verified: true, name: "As the issuer calls them" });
      const browser = openBrowser(server());
      expect((await goThrough(browser, server())).pathname).toBe("/");
      expect(await whoIsIn(browser)).toBe(email);
      expect((await browser.call("readMe", {})).person?.name, "an issuer renames nobody").toBe("Pat Person");
    });

    test("knows them by the issuer's own identifier from then on, not by an address that may pass to another", async () => {
      const { email } = await makeAccount(server());
      const sub = newId();
      issuer.person(sub, { email, email_verified: true });
      await goThrough(openBrowser(server()), server());
      issuer.person(sub, { email: `renamed.${email}`, email_verified: true });
      const browser = openBrowser(server());
      await goThrough(browser, server());
      expect(await whoIsIn(browser)).toBe(email);
    });

    test("refuses whom nobody invited, and makes no account", async () => {
      const email = `stranger.${newId()}@example.org`;
      issuer.person(newId(), { email, email_verified: true, name: "Stranger" });
      const browser = openBrowser(server());
      const at = await goThrough(browser, server());
      expect(at.pathname).toBe("/sign-in");
      expect(at.searchParams.get("error")).toBe("signup_disabled");
      expect(await whoIsIn(browser)).toBeNull();
      const { db } = server().platform;
      expect(await db.selectFrom("person").select("id").where("email", "=", email).execute()).toEqual([]);
    });

    test("refuses an address that the issuer says nobody has proved", async () => {
      const { email } = await makeAccount(server());
      issuer.person(newId(), { email, email_verified: false });
      const browser = openBrowser(server());
      expect((await goThrough(browser, server())).pathname).toBe("/sign-in");
      expect(await whoIsIn(browser)).toBeNull();
    });

    test("takes an address of which the issuer says nothing: the operator chose whom to believe", async () => {
      const { email } = await makeAccount(server());
      issuer.person(newId(), { email });
      const browser = openBrowser(server());
      await goThrough(browser, server());
      expect(await whoIsIn(browser)).toBe(email);
    });

    test("refuses a return that this browser did not set out on", async () => {
      const { email } = await makeAccount(server());
      issuer.person(newId(), { email, email_verified: true });
      const victim = openBrowser(server());
      const { body } = await openBrowser(server()).post("sign-in/social", { provider: "oidc", callbackURL: "/" });
      const state = new URL(String(body.url)).searchParams.get("state") ?? "";
      const response = await victim.fetch(
        `${server().url}/api/auth/callback/oidc?${new URLSearchParams({ state, code: "somebody's code" })}`,
      );
      expect(response.headers.get("location")).toContain("error=");
      expect(await whoIsIn(victim)).toBeNull();
    });

    test("leads back into this site only", async () => {
      for (const callbackURL of ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]) {
        const { status } = await openBrowser(server()).post("sign-in/social", { provider: "oidc", callbackURL });
        expect(status, callbackURL).toBe(403);
      }
    });
  }, options);
});
