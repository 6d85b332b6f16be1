/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type Cluster, startCluster } from "../../tools/postgresql.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";
import { keepPicture } from "./pictures.ts";

const FILES = join(import.meta.dirname, "../../fixtures/illustrative/files");
const PASSWORD = "a password that is long";

/**
 * A whole round as its users do it: a secretary, two delegations by web, and one that works in Word and by e-mail only.
 * Everything is done by hand in real browser windows; only the deadline is brought forward by the API, since nobody waits.
 */
describe.each(["the embedded database", "PostgreSQL"])("a whole round on %s", (name) => {
  let cluster: Cluster | null = null;
  let platform: ServedPlatform;
  let browser: Browser;

  beforeAll(async () => {
    cluster = name === "PostgreSQL" ? await startCluster() : null;
    platform = await servePlatform(15_402, (await cluster?.createDatabase()) ?? null);
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
    await cluster?.stop();
  });

  const open = async (path = "/"): Promise<Page> => {
    const context = await browser.newContext({
      locale: "en-GB",
      timezoneId: "Europe/Vienna",
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(platform.address + path);
    return page;
  };
  /** Opens the link of the newest mail to this address that has one. */
  const openInvitation = async (email: string): Promise<Page> => {
    const link = await expect
      .poll(() => linkFor(email), { timeout: 30_000 })
      .not.toBeNull()
      .then(() => linkFor(email));
    return open(new URL(link ?? "").pathname);
  };
  const linkFor = async (email: string): Promise<string | null> => {
    for (const source of platform.mails()) {
      const { to, text } = await PostalMime.parse(source);
      const link = to?.[0]?.address === email ? /\S+\/invitations\/\S+/.exec(text ?? "")?.[0] : undefined;
      if (link !== undefined) return link;
    }
    return null;
  };
  const accept = async (email: string, person: string): Promise<Page> => {
    const page = await openInvitation(email);
    await page.getByLabel("Your name").fill(person);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Make an account and enter" }).click();
    await page.getByRole("link", { name: "Border controls" }).first().waitFor();
    return page;
  };

  test("from the first visit to the released compilation", { timeout: 300_000 }, async () => {
    // The secretary begins: workspace, delegations, invitations.
    const secretary = await open();
    await keepPicture(secretary, "first visit");
    await secretary.getByLabel("Name of the workspace").fill("Border controls");
    await secretary.getByLabel("Your name").fill("Sara Lindholm");
    await secretary.getByLabel("E-mail").fill("sara@secretariat.example");
    await secretary.getByLabel("Password").fill(PASSWORD);
    await secretary.getByRole("button", { name: "Begin with an empty workspace" }).click();
    await secretary.getByRole("link", { name: "Border controls" }).click();
    await secretary.getByRole("link", { name: "Members" }).click();
    await secretary.getByLabel("Codes").fill("XAA, XBB\nXCC");
    await secretary.getByRole("button", { name: "Admit", exact: true }).first().click();
    for (const code of ["XAA", "XBB", "XCC"]) await secretary.getByRole("heading", { name: code }).waitFor();
    for (const [email, code] of [
      ["ada@xaa.example", "XAA"],
      ["bela@xbb.example", "XBB"],
    ] as const) {
      await secretary.getByLabel("E-mail").fill(email);
      await secretary.getByLabel("Role").selectOption("head");
      await secretary.getByLabel("Delegation", { exact: true }).selectOption(code);
      await secretary.getByRole("button", { name: "Invite", exact: true }).click();
      await secretary.getByText(email, { exact: true }).first().waitFor();
    }
    await keepPicture(secretary, "members");
    const ada = await accept("ada@xaa.example", "Ada Velt");
    const bela = await accept("bela@xbb.example", "Bela Kallmer");

    // A text, its draft, and a round.
    await secretary.getByRole("link", { name: "Texts and rounds" }).click();
    await secretary.getByLabel("Title").fill("Guide on border controls");
    await secretary.getByLabel("Symbol").fill("FSC.DEL/99/26");
    await secretary.getByLabel("Distribution").selectOption("audience");
    await secretary.getByRole("button", { name: "Make the text" }).click();
    await secretary.getByRole("heading", { name: "Guide on border controls", level: 1 }).waitFor();
    await secretary.getByLabel("Word file (.docx)").setInputFiles(join(FILES, "Guide draft 2.docx"));
    await secretary.getByRole("button", { name: "Upload" }).click();
    await secretary.getByRole("heading", { name: /Draft 1/, level: 1 }).waitFor();
    await keepPicture(secretary, "draft");
    await expectAccessible(secretary);
    await secretary.getByRole("link", { name: "Guide on border controls" }).click();
    await secretary.getByRole("link", { name: "Open a round" }).click();
    await secretary.getByLabel("Title of the round").fill("First round");
    await secretary.getByLabel("Opens").fill(dayFromNow(-1));
    await secretary.getByLabel("Deadline").fill(dayFromNow(14));
    await secretary.getByLabel("Instructions").fill("Part V in particular, please.");
    await keepPicture(secretary, "new round");
    await secretary.getByRole("button", { name: "Open the round" }).click();
    await secretary.getByRole("heading", { name: "First round", level: 1 }).waitFor();
    const round = new URL(secretary.url()).pathname.split("/").at(-1) ?? "";

    // Ankervale: a change typed in the browser with its reason, and a Word file beside it.
    await ada.goto(`${platform.address}/rounds/${round}/delegations/XAA`);
    await propose(ada, "Part I, para. 2", "gathers", "collects", "Plainer.");
    await keepPicture(ada, "proposal");
    await ada.getByLabel("Marked-up file").setInputFiles(join(FILES, "FSC.DEL-101-26 Ankervale comments.docx"));
    await ada.getByRole("button", { name: "Put it into the room" }).click();
    // Her own change and those of the file: then everything is there that she clears.
    await ada.getByText("6 replacements").waitFor();
    await ada.getByRole("button", { name: "Clear it" }).click();
    await ada.getByText("Cleared by Ada Velt").waitFor();
    await keepPicture(ada, "clearance");
    await expectAccessible(ada);
    await ada.getByRole("button", { name: "Submit for the delegation" }).click();
    await ada.getByText("This is what your delegation has submitted.").waitFor();
    await keepPicture(ada, "receipt");

    // Brindovar: in the browser only.
    await bela.goto(`${platform.address}/rounds/${round}/delegations/XBB`);
    await propose(bela, "Part I, para. 2", "gathers", "assembles", "");
    await bela.getByRole("button", { name: "Clear it" }).click();
    await bela.getByRole("button", { name: "Submit for the delegation" }).click();
    await bela.getByText("This is what your delegation has submitted.").waitFor();

    // Nobody sees another's room, the secretariat included.
    for (const page of [bela, secretary]) {
      const answer = await page.request.get(`${platform.address}/rounds/${round}/delegations/XAA`);
      expect(answer.status()).toBe(404);
    }

    // Cottarine works in Word and by e-mail; the secretary enters its file.
    await secretary.goto(`${platform.address}/rounds/${round}/submissions`);
    await secretary.getByText("Enter a file that came by e-mail").click();
    await secretary.getByLabel("Delegation", { exact: true }).selectOption("XCC");
    await secretary
      .getByLabel("Word file (.docx)")
      .setInputFiles(join(FILES, "FSC.DEL-104-26 Cottarine comments.docx"));
    await secretary.getByRole("button", { name: "Enter it" }).click();
    await secretary.getByText("3 of 3 delegations have answered").waitFor();
    await keepPicture(secretary, "submissions");
    await expectAccessible(secretary);

    // The deadline comes, and with it the compilation.
    await bringForward(secretary, round);
    await secretary.goto(`${platform.address}/rounds/${round}`);
    await secretary.getByRole("link", { name: "Compilation 1" }).click({ timeout: 60_000 });
    await secretary.getByRole("button", { name: "Release to the audience" }).click({ timeout: 60_000 });
    await secretary.getByRole("button", { name: "Yes, release it" }).click();
    await secretary.getByText("Released", { exact: true }).first().waitFor();
    await keepPicture(secretary, "compilation");

    // Ankervale reads what everybody proposes, and where its own proposals stand.
    await ada.goto(`${platform.address}/rounds/${round}`);
    await ada.getByRole("link", { name: "Compilation 1" }).click();
    await ada
      .getByRole("button", { name: /Download/ })
      .or(ada.getByText("Download", { exact: true }))
      .first()
      .click();
    const [download] = await Promise.all([
      ada.waitForEvent("download"),
      ada
        .getByRole("link", { name: /tracked/i })
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      /^FSC\.DEL-99-26, .+, compilation 1, \d{4}-\d\d-\d\d \(tracked\)\.docx$/,
    );
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await ada.goto(`${platform.address}/rounds/${round}/delegations/XAA/standing`);
    await ada.getByText("collects").waitFor();
    await ada.getByText("assembles").waitFor();
    await keepPicture(ada, "standing");
    await expectAccessible(ada);

    // Who only reads needs no script.
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await ada.context().storageState(),
    });
    const reading = await plain.newPage();
    await reading.goto(`${platform.address}/rounds/${round}`);
    await reading.getByRole("link", { name: "Compilation 1" }).click();
    await reading.getByText("By resolution 1540 (2004)").first().waitFor();
    await plain.close();

    // Every mail of the round went to whom it is for.
    const receipts = await Promise.all(platform.mails().map((source) => PostalMime.parse(source)));
    const receipted = receipts.filter(({ subject }) => subject?.includes("receipt of submission"));
    expect(receipted.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(["ada@xaa.example", "bela@xbb.example"]);
  });
});

/** Types another word in a paragraph, as a delegate does: the editor tracks it. */
async function propose(page: Page, citation: string, from: string, to: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: `Propose a change ${citation}`, exact: true }).click();
  const editor = page.getByRole("textbox", { name: `Wording of ${citation}` });
  await editor.waitFor();
  await editor.evaluate((element: HTMLElement, word) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      element.focus();
      getSelection()?.setBaseAndExtent(node, at, node, at + word.length);
      return;
    }
  }, from);
  await page.keyboard.type(to);
  if (reason !== "") await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Save the proposal" }).click();
  await editor.waitFor({ state: "detached" });
}

/** The deadline is put to a few seconds from now, and passes. */
async function bringForward(page: Page, round: string): Promise<void> {
  await page.evaluate(async (id) => {
    const { version } = await (await fetch(`/api/v1/rounds/${id}`)).json();
    const closesAt = new Date(Date.now() + 1500).toISOString();
    const answer = await fetch(`/api/v1/rounds/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version, closesAt }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }, round);
  await page.waitForTimeout(2000);
}

/** Six in the evening of another day, as the field takes it. */
function dayFromNow(days: number): string {
  return `${new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)}T18:00`;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
