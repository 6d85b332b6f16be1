/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";
import {
  accessibilityFaults,
  fittingFaults,
  goToMiddle,
  keyboardFaults,
  namingFaults,
  overlapFaults,
  watch,
} from "./faults.ts";
import { findIllustrative, makeNextDraft, type Session, signInAs, signInAsMember } from "./illustrative.ts";
import { makeLongRound } from "./long-text.ts";
import { VISITS, type Visit, type Visited } from "./visits.ts";

/** What the server renders pages with: it knows them all. */
const RENDERER = join(import.meta.dirname, "../../apps/web/dist/server/entry-server.js");
const FILE = join(import.meta.dirname, "../../fixtures/illustrative/files/FSC.DEL-101-26 Ankervale comments.docx");
const MORE = join(import.meta.dirname, "../../fixtures/illustrative/files/FSC.DEL-102-26 Brindovar comments.docx");

/** CSS pixels: a telephone, a tablet, and a desk. */
const NARROW = { width: 360, height: 740 };
const MIDDLE = { width: 768, height: 1024 };
const WIDE = { width: 1280, height: 900 };

/** A page is opened in the first look and turned into the second, so that each language has both widths and both themes. */
const LOOKS = {
  en: [
    { viewport: WIDE, colorScheme: "light" },
    { viewport: NARROW, colorScheme: "dark" },
  ],
  ar: [
    { viewport: NARROW, colorScheme: "light" },
    { viewport: WIDE, colorScheme: "dark" },
  ],
} as const;

type Language = keyof typeof LOOKS;

let platform: ServedPlatform;
let browser: Browser;
const sessions = new Map<Visit["as"], Session>();
let at: Visited;

beforeAll(async () => {
  platform = await servePlatform(15_404, null);
  browser = await chromium.launch(launchOptions());
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe("at the first visit", () => {
  test("setting up", () => expectGoodPage({ address: "/", as: "nobody" }));
});

describe("in the illustrative workspace", () => {
  beforeAll(async () => {
    const page = await (await open("nobody")).newPage();
    await page.goto("/");
    await page.getByRole("button", { name: "Begin with the illustrative workspace" }).click();
    await page.locator("button.person").first().waitFor({ timeout: 60_000 });
    await page.context().close();
    const secretary = await signInAs(browser, platform, "Mira Solveng");
    const head = await signInAs(browser, platform, "Ariadne Velt");
    sessions.set("secretary", secretary).set("head", head);
    const found = await findIllustrative(browser, platform, secretary, head);
    at = { ...found, long: await makeLongRound(browser, platform, secretary, found) };
    sessions.set("member", await signInAsMember(browser, platform));
  });

  test("every page has a visit", async () => {
    const { PATHS } = (await import(pathToFileURL(RENDERER).href)) as { readonly PATHS: readonly string[] };
    const visited = Object.keys(VISITS).filter((name) => !name.includes(" + "));
    expect(visited.toSorted()).toEqual([...PATHS, "/workbench"].toSorted());
  });

  /** Where a page with this title was, by language and title. */
  const titles = new Map<string, string>();

  test.each(Object.entries(VISITS))("%s", { timeout: 120_000 }, async (_, visit) => {
    for (const { title, address } of await expectGoodPage(visit(at))) {
      expect(titles.get(title) ?? address, `${title} names one page only`).toBe(address);
      titles.set(title, address);
    }
  });

  test("the check before the release leads to untracked edits, of all and of one, by keyboard", async () => {
    const page = await (await open("secretary")).newPage();
    const { complaints, untilQuiet } = watch(page);
    await page.goto(`/rounds/${at.long.round}/compilations/${at.long.compilation}`);
    await untilQuiet();
    const shown = (): Promise<number> =>
      page.locator(".status").evaluate(({ textContent }) => Number(/^\d+(?= of)/.exec(textContent ?? "")?.[0]));
    await page.getByText("To check before the release").click();
    const untracked = page.getByRole("button", { name: /^Places with edits made while tracking was off/ });
    const all = Number(/\d+$/.exec((await untracked.textContent()) ?? "")?.[0]);
    await untracked.click();
    await expect.poll(shown).toBe(all);
    await expect.poll(() => page.locator(".mark:focus").count()).toBe(1);
    const first = await page.locator(".mark:focus").getAttribute("id");
    await page.keyboard.press("j");
    await expect.poll(() => page.locator(".mark:focus").getAttribute("id")).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.locator("#card").getByText("(untracked)").first().waitFor();
    await page
      .getByRole("button", { name: /^Places of/ })
      .first()
      .click();
    await expect.poll(shown).toBeLessThan(all);
    expect(await shown()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("what can be downloaded folds on Escape, and on a press elsewhere", async () => {
    const page = await (await open("head")).newPage();
    const { untilQuiet } = watch(page);
    await page.goto(`/rounds/${at.closed}/compilations/${at.compilation}`);
    await untilQuiet();
    const button = page.locator(".menu > summary");
    const list = page.locator(".menu-list");
    await button.click();
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await list.waitFor();
    await page.getByRole("heading", { level: 1 }).click();
    await list.waitFor({ state: "hidden" });
    await page.context().close();
  });

  describe("on a slow line", () => {
    test.each([
      ["a draft", () => `/drafts/${at.draft}`],
      ["a compilation", () => `/rounds/${at.closed}/compilations/${at.compilation}`],
    ])("%s is read before its scripts have come, and without any", async (_, address) => {
      const plain = await (await open("head", { javaScriptEnabled: false })).newPage();
      await plain.goto(address());
      await plain.getByText("By resolution 1540 (2004)").first().waitFor();
      await plain.context().close();

      const page = await (await open("head")).newPage();
      const { complaints, untilQuiet } = watch(page);
      await slowDown(page);
      await page.goto(address(), { waitUntil: "commit" });
      await page.getByText("By resolution 1540 (2004)").first().waitFor();
      await untilQuiet();
      const { painted, scripted } = await page.evaluate(() => {
        const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
        return {
          painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
          scripted: Math.max(...(scripts as PerformanceResourceTiming[]).map(({ responseEnd }) => responseEnd)),
        };
      });
      expect(painted).toBeLessThan(scripted);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("what takes long is told: a page that comes, a file that goes", async () => {
      const page = await (await open("head")).newPage();
      const { complaints, untilQuiet } = watch(page);
      await page.goto(`/rounds/${at.open}`);
      await untilQuiet();
      await slowDown(page);
      await page.locator(`a[href="/rounds/${at.open}/delegations/XAA"]`).first().click();
      await page.getByRole("progressbar", { name: "Loading" }).waitFor();
      await page.getByRole("heading", { name: "Ankervale", level: 1 }).waitFor();
      await untilQuiet();
      await page.getByLabel("Marked-up file").setInputFiles(FILE);
      await page.getByRole("button", { name: "Put it into the room" }).click();
      await page.getByRole("status").getByText("is being sent").waitFor();
      await page.getByRole("button", { name: /^Remove FSC/ }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  test("the record is read without a script, back to its first entry", async () => {
    const page = await (await open("secretary", { javaScriptEnabled: false })).newPage();
    await page.goto(`/workspaces/${at.workspace}/record`);
    const first = page.getByRole("cell", { name: "1", exact: true });
    for (let i = 0; i < 5 && (await first.count()) === 0; i++) await page.getByRole("link", { name: "Older" }).click();
    await page.getByRole("cell", { name: /^Workspace made/ }).waitFor();
    await page.context().close();
  });

  test("after one's own act a page reads once, though the server tells of the act as well", async () => {
    const page = await (await open("head")).newPage();
    const { untilQuiet } = watch(page);
    const listens = page.waitForResponse(/\/api\/v1\/live\b/);
    await page.goto(`/rounds/${at.open}/delegations/XAA`);
    await listens;
    await untilQuiet();
    let reads = 0;
    page.on("request", (request) => {
      if (request.method() === "GET" && request.url().endsWith(`/rounds/${at.open}/rooms/XAA`)) reads += 1;
    });
    const file = { name: "more comments.docx", mimeType: "application/octet-stream", buffer: readFileSync(MORE) };
    await page.getByLabel("Marked-up file").setInputFiles(file);
    await page.getByRole("button", { name: "Put it into the room" }).click();
    await page.getByRole("button", { name: "Remove more comments.docx" }).waitFor();
    // Longer than what others change is gathered for.
    await page.waitForTimeout(3_000);
    expect(reads).toBe(1);
    await page.context().close();
  });

  describe("once there is a next draft", () => {
    beforeAll(() => makeNextDraft(browser, platform, sessions.get("secretary") as Session, at));

    test("what was decided", { timeout: 120_000 }, () =>
      expectGoodPage({ address: `/compilations/${at.compilation}/negotiation`, as: "secretary" }),
    );

    test("what became of every proposal", { timeout: 120_000 }, () =>
      expectGoodPage({ address: `/compilations/${at.compilation}/outcomes`, as: "head" }),
    );
  });
});

/** A window of its own for somebody, with nothing kept from others. */
async function open(as: Visit["as"], options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const session = sessions.get(as);
  const context = await browser.newContext({
    baseURL: platform.address,
    locale: "en-GB",
    timezoneId: "Europe/Vienna",
    ...(session === undefined ? {} : { storageState: session }),
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context;
}

interface Seen {
  /** With its language. */
  readonly title: string;
  readonly address: string;
}

/** Visits it in both languages at once, each in both of its looks. */
async function expectGoodPage(visit: Visit): Promise<readonly Seen[]> {
  const seen = await Promise.all([see(visit, "en"), see(visit, "ar")]);
  expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
  return seen;
}

async function see({ address, as }: Visit, language: Language): Promise<Seen & { readonly faults: readonly string[] }> {
  const page = await (await contextOf(as, language)).newPage();
  const { complaints, untilQuiet } = watch(page);
  await page.goto(address);
  await untilQuiet();
  const faults = await namingFaults(page, language);
  const arrivedAt = new URL(page.url()).pathname;
  const seen = { title: `${language}: ${await page.title()}`, address: arrivedAt };
  // Where it leads on to is a page with a visit of its own.
  if (address.startsWith(arrivedAt)) {
    // While nothing is unfolded: what hangs over the page lies over it.
    for (const viewport of [LOOKS[language][0].viewport, MIDDLE]) {
      await page.setViewportSize(viewport);
      const found = [...(await fittingFaults(page)), ...(await overlapFaults(page))];
      faults.push(...found.map((fault) => `${viewport.width} wide: ${fault}`));
    }
    for (const look of LOOKS[language]) {
      await page.setViewportSize(look.viewport);
      await page.emulateMedia(look);
      const tell = (fault: string) => `${look.viewport.width} wide, ${look.colorScheme}: ${fault}`;
      faults.push(...(await fittingFaults(page)).map(tell));
      await unfold(page);
      faults.push(...(await fittingFaults(page)).map(tell), ...(await accessibilityFaults(page)).map(tell));
      if (!(await goToMiddle(page))) continue;
      const tellOfMiddle = (fault: string) => tell(`in the middle: ${fault}`);
      faults.push(...[...(await fittingFaults(page)), ...(await accessibilityFaults(page))].map(tellOfMiddle));
    }
    faults.push(...(await keyboardFaults(page)));
  }
  await page.close();
  return { ...seen, faults: [...faults, ...complaints].map((fault) => `${language}: ${fault}`) };
}

/** Pages of one language and person share a window, which fetches what all of them have once. */
const contexts = new Map<string, Promise<BrowserContext>>();

function contextOf(as: Visit["as"], language: Language): Promise<BrowserContext> {
  const options = { ...LOOKS[language][0], locale: language === "ar" ? "ar" : "en-GB" };
  const context = contexts.get(`${as} ${language}`) ?? open(as, options);
  contexts.set(`${as} ${language}`, context);
  return context;
}

/** Opens all that is folded up, so that it is looked at too, and has rows out of view laid out: they have no place before. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    for (const row of document.querySelectorAll<HTMLElement>(".draft-row")) row.style.contentVisibility = "visible";
  });
}

/** The line of a capital far away: 400 kbit/s, and 400 ms until anything is there. */
async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const bytesPerSecond = 400_000 / 8;
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
