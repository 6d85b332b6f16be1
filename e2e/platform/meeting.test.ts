/// <reference lib="dom" />

import { readFileSync } from "node:fs";
import { openPackage, readBase } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";
import { signInAs } from "./illustrative.ts";
import { keepPicture } from "./pictures.ts";

/**
 * A meeting in real windows: the chair, the secretary, four delegations of which one reads in Arabic, and the wall. From the
 * compilation of the illustrative guide to its next draft, and from that to the one after.
 */
describe("a negotiation", () => {
  let platform: ServedPlatform;
  let browser: Browser;

  beforeAll(async () => {
    platform = await servePlatform(15_405, null);
    browser = await chromium.launch(launchOptions());
    const page = await browser.newPage({ baseURL: platform.address, locale: "en-GB" });
    await page.goto("/");
    await page.getByRole("button", { name: "Begin with the illustrative workspace" }).click();
    await page.locator("button.person").first().waitFor({ timeout: 60_000 });
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const open = async (name: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: platform.address,
      storageState: await signInAs(browser, platform, name),
      locale: "en-GB",
      timezoneId: "Europe/Vienna",
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  };

  test("from the compilation to the next draft, and to the one after", { timeout: 600_000 }, async () => {
    const secretary = await open("Mira Solveng");
    const chair = await open("Otto Lindqvar");
    const ankervale = await open("Ariadne Velt");
    const brindovar = await open("Boris Kallmer");
    const arabic = await open("Clara Dunmore", { locale: "ar" });
    const wall = await open("Dario Fensk", { viewport: { width: 1600, height: 900 } });
    const compilation = await releasedCompilation(secretary);

    // Delegations say what they can live with; what is for the chair alone, others do not see.
    await ankervale.goto(`/compilations/${compilation}/negotiation`);
    const everybody = "For everybody who may read the compilation";
    const reason = "The quotation marks matter.";
    await takePosition(ankervale, "Part II, para. 8", "wording 1", "can accept", reason, everybody, "XCC, XDD");
    await ankervale.getByText("in alignment: XCC XDD").waitFor();
    await brindovar.goto(`/compilations/${compilation}/negotiation`);
    await takePosition(
      brindovar,
      "Part II, para. 8",
      "wording 2",
      "cannot accept",
      "",
      "For the chair and the secretariat",
    );
    await arabic.goto(`/compilations/${compilation}/positions`);
    // Of XAA, and of the two in alignment.
    await expect.poll(() => row(arabic, "Part II, para. 8").getByText("○").count()).toBe(3);
    expect(await row(arabic, "Part II, para. 8").getByText("✕").count()).toBe(0);
    await chair.goto(`/compilations/${compilation}/positions`);
    await row(chair, "Part II, para. 8").getByText("✕").waitFor();
    await keepPicture(chair, "positions");

    // The chair plans a meeting: two items, the first with the first passages.
    await chair.goto(`/compilations/${compilation}/meetings`);
    await chair.getByText("Plan a meeting").click();
    await chair.getByLabel("Title", { exact: true }).fill("Third informal meeting");
    await chair.getByLabel("Begins").fill("2026-12-07T15:00");
    await chair.getByLabel("Venue").fill("Neuer Saal");
    await chair.getByLabel("Item 1").fill("Terms and institutions");
    await chair.getByText("46 passages").click();
    await chair.getByRole("button", { name: "None" }).click();
    for (const citation of ["Part II, para. 8", "Part III, para. 12", "Part III, para. 13", "Part V, para. 31"]) {
      await chair.getByRole("checkbox", { name: new RegExp(`^${citation}\\b`) }).check();
    }
    await chair.getByRole("button", { name: "Add an item" }).click();
    await chair.getByLabel("Item 2").fill("Any other business");
    await keepPicture(chair, "plan a meeting");
    await chair.getByRole("button", { name: "Plan the meeting" }).click();
    await chair.getByRole("heading", { name: "Third informal meeting", level: 1 }).waitFor();
    const meeting = new URL(chair.url()).pathname;

    // Everybody comes; the chair opens it, and every screen is at the first passage.
    for (const page of [secretary, ankervale, brindovar, arabic]) await page.goto(meeting);
    await wall.goto(`${meeting}/projector`);
    await ankervale.getByText("planned", { exact: true }).waitFor();
    await chair.getByRole("button", { name: "Open the meeting" }).click();
    await wall.getByRole("heading", { name: "Part II, para. 8", level: 1 }).waitFor();
    await arabic.getByText("الآن:").waitFor();

    // The list of speakers.
    await arabic.getByRole("button", { name: "اطلب الكلمة" }).click();
    await chair.getByRole("button", { name: "Give the floor" }).click();
    await wall.getByText("has the floor").waitFor();
    await wall.getByText("Cottarine").waitFor();

    // On a wall that is low, what is under discussion is whole all the same, down to who has the floor.
    await wall.setViewportSize({ width: 1600, height: 500 });
    await expect.poll(() => endOf(wall.getByText("Cottarine"))).toBeLessThanOrEqual(500);
    await wall.setViewportSize({ width: 1600, height: 900 });

    // One key records a decision; the room sees it, sees the ten seconds, and sees it undone.
    await chair.locator("body").press("1");
    for (const page of [chair, secretary, ankervale, brindovar, wall]) {
      await page.getByText("Agreed as in wording 1").waitFor();
    }
    await arabic
      .getByText("متفق عليه كما في الصيغة 1")
      .or(arabic.locator('[data-state="agreed"]').first())
      .first()
      .waitFor();
    await wall.getByText(/can be undone for \d+ s/).waitFor();
    await keepPicture(chair, "meeting");
    await keepPicture(wall, "wall");
    await chair.locator("body").press("u");
    for (const page of [secretary, wall]) await page.getByText("Not decided").waitFor();
    await chair.locator("body").press("1");
    await wall.getByText("Agreed as in wording 1").waitFor();

    // On to the next: amended on the spot, with a note and a date for capitals.
    await chair.locator("body").press("n");
    await wall.getByRole("heading", { name: "Part III, para. 12", level: 1 }).waitFor();
    await chair.getByRole("heading", { name: "Part III, para. 12", level: 2 }).waitFor();
    await chair.getByText("With a note, or ad referendum …").click();
    await chair.getByLabel("Why, for everybody to read").fill("Agreed after a short break.");
    await chair.getByLabel("Ad referendum: capitals answer by").fill("2026-12-14T18:00");
    await chair.getByRole("button", { name: "Amend …" }).click();
    await chair.getByLabel("The passage as amended").fill("tried out");
    await chair.getByRole("button", { name: "Record", exact: true }).click();
    for (const page of [ankervale, wall]) {
      await page.getByText("tried out").waitFor();
      await page.getByText("14 December 2026").waitFor();
      await page.getByText("Agreed after a short break.").waitFor();
    }

    // A line that drops: the screen says so, and catches up without loss.
    await ankervale.context().setOffline(true);
    await ankervale.getByText("The line to the server has been down since").waitFor();
    await chair.locator("body").press("n");
    await chair.getByRole("heading", { name: "Part III, para. 13", level: 2 }).waitFor();
    await chair.locator("body").press("k");
    await wall.getByText("Kept in brackets").waitFor();
    await keepPicture(ankervale, "line down");
    await ankervale.context().setOffline(false);
    await ankervale.getByText("Kept in brackets").waitFor();
    await ankervale.getByText("The line to the server has been down since").waitFor({ state: "detached" });

    // Two delegations and the chair consult; nobody else learns of it, and its wording comes to the table as the Chair's.
    await chair.locator("body").press("n");
    for (const [page, level] of [
      [wall, 1],
      [chair, 2],
    ] as const) {
      await page.getByRole("heading", { name: "Part V, para. 31", level }).waitFor();
    }
    await brindovar.goto(`/compilations/${compilation}/consultations`);
    await brindovar.getByText("Consult with some alone").click();
    await brindovar.getByLabel("What it is about").fill("How far paragraph 31 goes");
    await brindovar.getByRole("checkbox", { name: "XAA Ankervale" }).check();
    await brindovar.getByRole("checkbox", { name: "Take in the Chair" }).check();
    await brindovar.getByText("On which passages").click();
    await brindovar.getByRole("checkbox", { name: "Part V, para. 31" }).check();
    await brindovar.getByRole("button", { name: "Open the consultation" }).click();
    await brindovar.getByRole("heading", { name: "How far paragraph 31 goes", level: 1 }).waitFor();
    await brindovar.getByLabel("Passage", { exact: true }).selectOption({ label: "Part V, para. 31" });
    await brindovar.getByLabel("Your words").fill("lowered");
    await brindovar.getByLabel("This is a wording for the passage, whole").check();
    await brindovar.getByRole("button", { name: "Say it", exact: true }).click();
    await brindovar.getByText("lowered").waitFor();
    await keepPicture(brindovar, "consultation");
    await secretary.goto(`/compilations/${compilation}/consultations`);
    await secretary.getByText("You take part in no consultation.").waitFor();
    const leading = await open("Otto Lindqvar");
    await leading.goto(new URL(brindovar.url()).pathname);
    await leading.getByRole("button", { name: "Put on the table as the Chair’s" }).click();
    await leading.getByRole("button", { name: "Put it on the table" }).click();
    await leading.getByText("Put on the table by the Chair.").waitFor();
    await wall.getByText("A: on the table, by the Chair").waitFor();
    expect(await wall.getByText("Brindovar").count()).toBe(0);
    await chair.getByRole("button", { name: "As A on the table" }).click();
    await wall.getByText("Agreed as A on the table").waitFor();

    // A delegation attaches what it said, and the secretariat takes the draft of the report.
    await brindovar.goto(meeting);
    await brindovar.getByText("Attach a statement").click();
    await brindovar.getByLabel("File").setInputFiles({
      name: "Statement of Brindovar.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Brindovar thanks the Chair."),
    });
    await brindovar.getByLabel("Symbol").fill("FSC.DEL/120/26");
    await brindovar.getByRole("button", { name: "Attach it" }).click();
    await chair.getByRole("link", { name: "FSC.DEL/120/26" }).waitFor();
    const [report] = await Promise.all([
      chair.waitForEvent("download"),
      chair.getByRole("link", { name: "Draft report of the meeting (Word)" }).click(),
    ]);
    const said = wordsOf(readFileSync(await report.path()));
    for (const words of ["Third informal meeting", "tried out", "Cottarine", "FSC.DEL/120/26"])
      expect(said).toContain(words);
    expect(said).not.toContain("How far paragraph 31 goes");

    // The end of the meeting, and the next draft; the Word files are read back.
    await chair.getByRole("button", { name: "Close the meeting" }).click();
    await chair.getByRole("button", { name: "Yes, close" }).click();
    await ankervale.getByText("closed", { exact: true }).waitFor();
    await wall.getByText("closed", { exact: true }).waitFor();
    expect(await wall.getByText("Part V, para. 31").count()).toBe(0);
    expect(await ankervale.getByText("Now:").count()).toBe(0);
    await ankervale.getByText("agreed ad referendum").waitFor();
    const first = await makeNextDraft(secretary, compilation);
    await keepPicture(secretary, "outcomes");
    expect(first.before.includes('speaks of "items" where')).toBe(true);
    expect(first.after.includes("speaks of “controlled items” where")).toBe(true);
    expect(first.after.includes("tried out")).toBe(true);
    expect(first.rejected).toBe(first.before);
    expect(first.accepted).toBe(first.after);

    // What is open was carried: the next compilation, and the draft after it.
    await secretary.goBack();
    await secretary.getByRole("link", { name: "What is open, carried to the next draft" }).click();
    await secretary.getByRole("link", { name: "Compilation 1" }).click({ timeout: 60_000 });
    await secretary.getByRole("button", { name: "Release to the audience" }).click({ timeout: 60_000 });
    await secretary.getByRole("button", { name: "Yes, release it" }).click();
    await secretary.getByText("Released", { exact: true }).first().waitFor();
    const next = await releasedCompilation(secretary);
    await chair.goto(`/compilations/${next}/negotiation`);
    await chair.locator("article").first().focus();
    await chair.locator("article").first().press("b");
    await chair.locator("article").first().getByText("Agreed as in the base text").waitFor();
    const second = await makeNextDraft(secretary, next);
    expect(second.before).toBe(first.after);
    expect(second.rejected).toBe(second.before);
    expect(second.accepted).toBe(second.after);

    // The record tells all of it in sentences, and leads to what they are about.
    await secretary.goto("/");
    await secretary.getByRole("link", { name: "Illustrative workspace" }).first().click();
    await secretary.getByRole("link", { name: "Record" }).click();
    await secretary.getByLabel("Acts on").selectOption({ label: "Next drafts" });
    await expect.poll(() => secretary.getByRole("row").filter({ hasText: "Next draft made" }).count()).toBe(2);
    await secretary.getByLabel("Acts on").selectOption({ label: "Decisions" });
    await expect.poll(() => secretary.getByRole("row").filter({ hasText: "Next draft made" }).count()).toBe(0);
    await secretary
      .getByRole("link", { name: /^Decision undone/ })
      .first()
      .waitFor();
    await keepPicture(secretary, "record");
    await secretary
      .getByRole("link", { name: /^Decision undone/ })
      .first()
      .click();
    await secretary.getByRole("heading", { name: /^Positions and decisions/ }).waitFor();
  });
});

/** The compilation that was released last, of any round of the illustrative text. */
async function releasedCompilation(page: Page): Promise<string> {
  const get = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const [{ id: workspace }] = await get("/workspaces");
  const [{ id: text }] = await get(`/workspaces/${workspace}/texts`);
  const rounds: readonly { id: string }[] = await get(`/texts/${text}/rounds`);
  const lists: readonly (readonly { id: string; released: { at: string } | null }[])[] = await Promise.all(
    rounds.map(({ id }) => get(`/rounds/${id}/compilations`)),
  );
  const released = lists.flat().flatMap(({ id, released: act }) => (act === null ? [] : [{ id, at: act.at }]));
  const [last] = released.toSorted((a, b) => b.at.localeCompare(a.at));
  if (last === undefined) throw new Error("No compilation was released.");
  return last.id;
}

/** How far down the page it reaches, in pixels. */
async function endOf(shown: Locator): Promise<number> {
  const { y, height } = (await shown.boundingBox()) ?? { y: Number.POSITIVE_INFINITY, height: 0 };
  return y + height;
}

/** Takes a position on a passage, on the page of the negotiation. */
async function takePosition(
  page: Page,
  citation: string,
  about: string,
  stance: string,
  reason: string,
  readership: string,
  aligned = "",
): Promise<void> {
  const passage = page.getByRole("article", { name: citation, exact: true });
  await passage.getByText("Say what we can live with").click();
  await passage.getByLabel("On", { exact: true }).selectOption({ label: about });
  await passage.getByLabel("Position", { exact: true }).selectOption({ label: stance });
  await passage.getByLabel("Reason, in your own words").fill(reason);
  await passage.getByLabel("In alignment with us").fill(aligned);
  await passage.getByLabel("Who may read it").selectOption({ label: readership });
  await passage.getByLabel("Who may read the reason").selectOption({ label: readership });
  await passage.getByRole("button", { name: "Record the position" }).click();
  await passage.getByRole("listitem").filter({ hasText: stance }).first().waitFor();
}

function row(page: Page, citation: string) {
  return page.getByRole("row").filter({ hasText: citation });
}

interface Redrafted {
  /** Of the draft that was negotiated. */
  readonly before: string;
  /** Of the next one. */
  readonly after: string;
  /** Of the tracked file, with all changes rejected. */
  readonly rejected: string;
  readonly accepted: string;
}

/** As the secretariat does it, on the page; gives the words of the files as a reader of Word files sees them. */
async function makeNextDraft(page: Page, compilation: string): Promise<Redrafted> {
  await page.goto(`/compilations/${compilation}/negotiation`);
  await page.getByText("The next draft", { exact: true }).click();
  await page.getByRole("button", { name: "Make the next draft" }).click();
  await page.getByRole("button", { name: "Yes, make it" }).click();
  await page.getByText("The next draft was made.").waitFor({ timeout: 60_000 });
  const { draft, nextDraft } = await (await page.request.get(`/api/v1/compilations/${compilation}/negotiation`)).json();
  const fetched = async (path: string): Promise<Buffer> => (await page.request.get(`/api/v1/drafts/${path}`)).body();
  const [before, after, tracked] = await Promise.all([
    fetched(`${draft.id}/file`),
    fetched(`${nextDraft}/file`),
    fetched(`${nextDraft}/tracked`),
  ]);
  await page.getByRole("link", { name: "What became of every proposal" }).last().click();
  await page.getByRole("heading", { name: /^What became of every proposal/, level: 1 }).waitFor();
  return {
    before: wordsOf(before),
    after: wordsOf(after),
    rejected: wordsOf(tracked, "reject"),
    accepted: wordsOf(tracked, "accept"),
  };
}

function wordsOf(bytes: Uint8Array, changes: "accept" | "reject" = "accept"): string {
  const { stories } = readBase(openPackage(new Uint8Array(bytes), nodeInflater), changes);
  return stories.map(({ id, tokens }) => `${id}\n${tokens.map(({ text }) => text).join("")}`).join("\n");
}
