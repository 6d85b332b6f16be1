/// <reference lib="dom" />
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";

/** Not the one on which somebody may be using the workbench meanwhile. */
export const PORT = 15_401;
/** The folder of the illustrative files, with its slash. */
export const ILLUSTRATIVE = fileURLToPath(new URL("../../fixtures/illustrative/files/", import.meta.url));
/** Names of its files: the base text, and what delegations returned. */
export const GUIDE = "Guide draft 2.docx";
export const SUBMISSIONS = readdirSync(ILLUSTRATIVE).filter((name) => name.endsWith(".docx") && name !== GUIDE);

let platform: ServedPlatform;
let browser: Browser;

/** Starts the server, which serves the workbench, for the tests of one file, and starts a browser for them. */
export function useWorkbench(): void {
  beforeAll(async () => {
    platform = await servePlatform(PORT, null);
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });
}

/**
 * A fresh page with the illustrative compilation. When the test ends, it fails if the page asked for anything beyond
 * its own origin, or complained on its console.
 */
export async function openWorkbench(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1600, height: 1000 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const isOwn = request.url().startsWith(`${platform.address}/`) || request.url().startsWith("blob:");
    if (!isOwn) elsewhere.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
  await page.goto(`${platform.address}/workbench`);
  await page.locator(".mark").first().waitFor();
  return page;
}

/** As `openWorkbench`, with all files taken away. */
export async function openEmptyWorkbench(): Promise<Page> {
  const page = await openWorkbench();
  await page.getByRole("button", { name: "Start with your own files" }).click();
  await page.getByRole("heading", { name: "Marked-up files" }).waitFor();
  return page;
}

/** Gives files by their paths, as with the buttons "Choose". */
export async function giveFiles(page: Page, base: string, marked: readonly string[]): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles(base);
  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles([...marked]);
}

/** Where the page says how many places are shown. */
export function placeCount(page: Page): Locator {
  return page.locator(".status");
}

export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}

/** Fails with what axe finds wrong on the page as it is. */
export async function expectNothingFromAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
}
