import { type CDPSession, type Browser as Chromium, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../../../tools/chromium.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";
import { type Account, makeAccount } from "./support/account.ts";
import { freePort } from "./support/free-port.ts";
import { installationActs } from "./support/installation-acts.ts";

interface Called {
  readonly status: number;
  readonly code: string | null;
}

/** A page of the site's own origin in which scripts may run, and the authenticator that is plugged into its browser. */
interface Desk {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Whether whoever sits here unlocks the authenticator when it asks. */
  readonly unlocks: (does: boolean) => Promise<void>;
}

describe("a passkey", () => {
  const port = freePort();
  let browser: Chromium;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions());
  });
  afterAll(() => browser.close());

  const own = { environment: {} as Record<string, string> };
  beforeAll(async () => {
    own.environment.COMPENDIUM_PORT = String(await port);
  });

  onBothDatabases((server) => {
    test("signs in without a password, and stands for both factors", async () => {
      const account = await makeAccount(server());
      const desk = await openDesk(browser, server());
      await signInByPassword(desk.page, account);
      expect(await addPasskey(desk.page)).toEqual({ status: 200, code: null });
      await call(desk.page, "sign-out", {});
      expect(await whoIsIn(desk.page)).toBeNull();

      expect(await signInByPasskey(desk.page)).toEqual({ status: 200, code: null });
      expect(await whoIsIn(desk.page)).toBe(account.email);
      expect(await installationActs(server(), account.id)).toEqual(["passkey.added"]);
      await desk.page.context().close();
    });

    test("is refused when nobody unlocked the device, at its making and at every use", async () => {
      const account = await makeAccount(server());
      const bare = await openDesk(browser, server(), false);
      await signInByPassword(bare.page, account);
      expect(await addPasskey(bare.page, "discouraged")).toMatchObject({ status: 401, code: "USER_NOT_VERIFIED" });
      await bare.page.context().close();

      const desk = await openDesk(browser, server());
      await signInByPassword(desk.page, account);
      await addPasskey(desk.page);
      await call(desk.page, "sign-out", {});
      await desk.unlocks(false);
      expect(await signInByPasskey(desk.page, "discouraged")).toEqual({ status: 401, code: "USER_NOT_VERIFIED" });
      expect(await whoIsIn(desk.page)).toBeNull();
      await desk.page.context().close();
    });

    test("that was removed signs nobody in", async () => {
      const account = await makeAccount(server());
      const desk = await openDesk(browser, server());
      await signInByPassword(desk.page, account);
      await addPasskey(desk.page);
      const passkeys = await desk.page.evaluate(
        async () => (await fetch("/api/auth/passkey/list-user-passkeys")).json() as Promise<{ id: string }[]>,
      );
      await call(desk.page, "passkey/delete-passkey", { id: passkeys[0]?.id ?? "" });
      await call(desk.page, "sign-out", {});
      expect((await signInByPasskey(desk.page)).status).toBe(401);
      expect(await whoIsIn(desk.page)).toBeNull();
      expect(await installationActs(server(), account.id)).toEqual(["passkey.added", "passkey.removed"]);
      await desk.page.context().close();
    });

    test("answers one question once: the same answer again is refused", async () => {
      const account = await makeAccount(server());
      const desk = await openDesk(browser, server());
      await signInByPassword(desk.page, account);
      await addPasskey(desk.page);
      await call(desk.page, "sign-out", {});
      const [first, second] = await desk.page.evaluate(async () => {
        const options = await (await fetch("/api/auth/passkey/generate-authenticate-options")).json();
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
        const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
        const send = async () =>
          (
            await fetch("/api/auth/passkey/verify-authentication", {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ response: given.toJSON() }),
            })
          ).status;
        return [await send(), await send()];
      });
      expect([first, second]).toEqual([200, 400]);
      await desk.page.context().close();
    });
  }, own);
});

async function openDesk(browser: Chromium, { platform }: TestServer, canBeUnlocked = true): Promise<Desk> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: canBeUnlocked,
      isUserVerified: canBeUnlocked,
      automaticPresenceSimulation: true,
    },
  });
  // An answer of the API is a page of this origin: enough for scripts that the test itself brings.
  await page.goto(`${platform.settings.url}/api/v1/installation`);
  return {
    page,
    cdp,
    unlocks: async (does) => {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: does });
    },
  };
}

function call(page: Page, path: string, body: Readonly<Record<string, string>>): Promise<Called> {
  return page.evaluate(
    async ([to, sent]) => {
      const response = await fetch(`/api/auth/${to}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(sent),
      });
      const answer = (await response.json().catch(() => null)) as { code?: string } | null;
      return { status: response.status, code: answer?.code ?? null };
    },
    [path, body] as const,
  );
}

async function signInByPassword(page: Page, { email, password }: Account): Promise<void> {
  const { status } = await call(page, "sign-in/email", { email, password });
  if (status !== 200) throw new Error(`Sign-in answered ${status}.`);
}

function whoIsIn(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const me = (await (await fetch("/api/v1/me")).json()) as { person: { email: string } | null };
    return me.person?.email ?? null;
  });
}

/** Makes a passkey as the site asks; `asksFor` is what a page that wants less would ask the device for. */
function addPasskey(page: Page, asksFor?: "discouraged"): Promise<Called> {
  return page.evaluate(async (verification) => {
    const options = await (await fetch("/api/auth/passkey/generate-register-options")).json();
    if (verification !== undefined) options.authenticatorSelection.userVerification = verification;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const response = await fetch("/api/auth/passkey/verify-registration", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ response: made.toJSON() }),
    });
    const answer = (await response.json().catch(() => null)) as { code?: string } | null;
    return { status: response.status, code: answer?.code ?? null };
  }, asksFor);
}

function signInByPasskey(page: Page, asksFor?: "discouraged"): Promise<Called> {
  return page.evaluate(async (verification) => {
    const options = await (await fetch("/api/auth/passkey/generate-authenticate-options")).json();
    if (verification !== undefined) options.userVerification = verification;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    const response = await fetch("/api/auth/passkey/verify-authentication", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ response: given.toJSON() }),
    });
    const answer = (await response.json().catch(() => null)) as { code?: string } | null;
    return { status: response.status, code: answer?.code ?? null };
  }, asksFor);
}
