/// <reference lib="dom" />
import { createHmac } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";

const PORT = 15_403;
const EMAIL = "sara@secretariat.example";
const PASSWORD = "a password that is long";
const NEW_PASSWORD = "another password, longer";

/** The page on which somebody sees to their own account, used by hand in a real browser window. */
describe("one's account", () => {
  let platform: ServedPlatform;
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch(launchOptions());
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    platform = await servePlatform(PORT, null);
  });
  afterEach(() => platform?.stop());

  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(platform.address + path);
    return page;
  };

  test("tokens, second factor, passkey, password and sessions", { timeout: 180_000 }, async () => {
    const page = await open("/");
    await page.getByLabel("Name of the workspace").fill("Border controls");
    await page.getByLabel("Your name").fill("Sara Lindholm");
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Begin with an empty workspace" }).click();
    await page.getByRole("link", { name: "Sara Lindholm" }).click();
    await page.getByRole("heading", { name: "Your account", level: 1 }).waitFor();
    await page.getByText("this browser").waitFor();
    await expectAccessible(page);

    // A token lets a program in, until it is revoked.
    await page.getByLabel("Name of the token").fill("Nightly export");
    await page.getByLabel("Days that it is good").fill("30");
    await page.getByRole("button", { name: "Make a token" }).click();
    await expect.poll(() => focused(page)).toBe("The new access token");
    const token = (await page.locator("code").textContent()) ?? "";
    await expectAccessible(page);
    expect(await statusWith(platform, token)).toBe(200);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("button", { name: "Revoke Nightly export" }).click();
    await page.getByRole("button", { name: "Revoke Nightly export" }).waitFor({ state: "detached" });
    await expect.poll(() => focused(page), { message: "the focus stays where one was" }).toBe("Access tokens");
    expect(await statusWith(platform, token)).toBe(401);

    // A second factor: the wrong password opens nothing, the right one the secret.
    const secondFactor = page.locator("section", { has: page.getByRole("heading", { name: "Second factor" }) });
    await secondFactor.getByLabel("Current password").fill("not this one at all");
    await secondFactor.getByRole("button", { name: "Set it up" }).click();
    await secondFactor.getByText("That is not the current password.").waitFor();
    await secondFactor.getByLabel("Current password").fill(PASSWORD);
    await secondFactor.getByRole("button", { name: "Set it up" }).click();
    const secret = ((await secondFactor.locator("code").textContent()) ?? "").replaceAll(" ", "");
    const link = await secondFactor.getByRole("link", { name: "Open in the authenticator" }).getAttribute("href");
    expect(new URL(link ?? "").searchParams.get("secret")).toBe(secret);
    await expectAccessible(page);
    await secondFactor.getByLabel("Six digits").fill(codeOf(secret));
    await secondFactor.getByRole("button", { name: "Turn it on" }).click();
    await expect.poll(() => focused(page)).toBe("Backup codes");
    const backupCodes = ((await secondFactor.locator("code").textContent()) ?? "").split("\n");
    expect(backupCodes).toHaveLength(10);
    await secondFactor.getByRole("button", { name: "I have kept it" }).click();
    await secondFactor.getByRole("button", { name: "Turn it off" }).waitFor();
    await expect.poll(() => focused(page), { message: "the focus stays where one was" }).toBe("Second factor");

    // Elsewhere the digits are asked for. There the first browser is seen, and signed out.
    const other = await open("/sign-in?back=/account");
    await signIn(other, PASSWORD);
    await other.getByLabel("Six digits").fill(codeOf(secret));
    await other.getByRole("button", { name: "Sign in" }).first().click();
    await other.getByRole("button", { name: "Sign out everywhere else" }).click();
    await other.getByRole("button", { name: "Sign out everywhere else" }).waitFor({ state: "detached" });
    await page.goto(`${platform.address}/account`);
    await page.waitForURL(/sign-in/);

    // A passkey there, and then in with nothing else.
    await plugInAuthenticator(other);
    await other.getByLabel("Name of the passkey").fill("Laptop");
    await other.getByRole("button", { name: "Add a passkey" }).click();
    await other.getByRole("button", { name: "Rename Laptop" }).click();
    await other.getByLabel("New name").fill("Laptop of the secretariat");
    await other.getByRole("button", { name: "Save the name" }).click();
    await other.getByRole("button", { name: "Remove Laptop of the secretariat" }).waitFor();
    await expectAccessible(other);
    await other.getByRole("button", { name: "Sign out", exact: true }).click();
    await other.getByRole("button", { name: "Use a passkey" }).click();
    await other.getByRole("link", { name: "Sara Lindholm" }).click();

    // The page in Arabic, from the right.
    await other.getByLabel("Language").selectOption("ar");
    await other.getByRole("heading", { name: "حسابك", level: 1 }).waitFor();
    await expectAccessible(other);
    await other.locator("header").getByRole("combobox").first().selectOption("en");

    // What was set up is taken away again; the password is changed, and works.
    await other.getByRole("button", { name: "Remove Laptop of the secretariat" }).click();
    await other.getByRole("button", { name: "Remove Laptop of the secretariat" }).waitFor({ state: "detached" });
    const second = other.locator("section", { has: other.getByRole("heading", { name: "Second factor" }) });
    await second.getByLabel("Current password").first().fill(PASSWORD);
    await second.getByRole("button", { name: "Turn it off" }).click();
    await second.getByRole("button", { name: "Set it up" }).waitFor();
    const password = other.locator("section", { has: other.getByRole("heading", { name: "Password", exact: true }) });
    await password.getByLabel("Current password").fill(PASSWORD);
    await password.getByLabel("New password").fill(NEW_PASSWORD);
    await password.getByRole("button", { name: "Change the password" }).click();
    await other.getByText("The password is changed.").waitFor();
    const again = await open("/sign-in?back=/account");
    await signIn(again, NEW_PASSWORD);
    await again.getByRole("heading", { name: "Your account", level: 1 }).waitFor();
  });

  test("of somebody invented has nothing to set up", { timeout: 120_000 }, async () => {
    const page = await open("/");
    await page.getByRole("button", { name: "Begin with the illustrative workspace" }).click();
    await page.locator("button.person").first().click({ timeout: 60_000 });
    await page.locator("a.masthead-person").click();
    await page.getByText("This person is invented, and anyone may sign in as them.").waitFor();
    expect(await page.getByLabel("Current password").count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Access tokens" }).count()).toBe(0);
    await expectAccessible(page);
  });
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel("E-mail").first().fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).first().click();
}

/** The words of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

/** What the API answers to a program with this token. */
async function statusWith({ address }: ServedPlatform, token: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/workspaces`, { headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}

/** A device that keeps passkeys, and is unlocked whenever it asks. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an authenticator shows for this secret, now (RFC 6238, with its defaults). */
function codeOf(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((each) => alphabet.indexOf(each).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
