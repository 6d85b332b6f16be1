/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../tools/chromium.ts";
import { type ServedPlatform, servePlatform } from "../served-platform.ts";
import { findIllustrative, type Session, signInAs } from "./illustrative.ts";

const FILE = join(import.meta.dirname, "../../fixtures/illustrative/files/FSC.DEL-101-26 Ankervale comments.docx");
const CITATION = "Part I, para. 2";
const OTHER = "Part I, para. 4";
const PATIENCE = { timeout: 20_000 };

let platform: ServedPlatform;
let browser: Browser;
let round: string;
const sessions = new Map<string, Session>();
const pages: Page[] = [];

beforeAll(async () => {
  platform = await servePlatform(15_413, null);
  browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  await page.goto(platform.address);
  await page.getByRole("button", { name: "Begin with the illustrative workspace" }).click();
  await page.locator("button.person").first().waitFor({ timeout: 60_000 });
  await page.close();
  for (const name of ["Mira Solveng", "Ariadne Velt", "Amina Korr", "Beatriz Holm"]) {
    sessions.set(name, await signInAs(browser, platform, name));
  }
  const [secretary, head] = ["Mira Solveng", "Ariadne Velt"].map((name) => sessions.get(name) as Session);
  round = (await findIllustrative(browser, platform, secretary as Session, head as Session)).open;
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe("the editor of a proposal", () => {
  test.each<[string, (page: Page, editor: Locator) => Promise<void>]>([
    ["everything selected by key", (page) => page.keyboard.press("Control+a")],
    [
      "three clicks",
      // On a loaded machine they come too far apart to be one gesture.
      (_, editor) =>
        expect
          .poll(async () => {
            await editor.locator("p").first().click({ clickCount: 3 });
            return editor.evaluate((element) => getSelection()?.toString().length === element.textContent?.length);
          }, PATIENCE)
          .toBe(true),
    ],
    [
      "from the beginning to the end",
      async ({ keyboard }) => {
        await keyboard.press("Control+Home");
        await keyboard.press("Control+Shift+End");
      },
    ],
    [
      "from the end to the beginning",
      async ({ keyboard }) => {
        await keyboard.press("Control+End");
        await keyboard.press("Control+Shift+Home");
      },
    ],
  ])("replaces a whole paragraph that was selected by %s", async (_, selectBy) => {
    const page = await openRoom("Ariadne Velt");
    const editor = await openEditor(page, CITATION);
    const select = async (): Promise<void> => {
      await selectBy(page, editor);
      // The browser tells the editor of a selection after the key that made it; no hand is quicker, but a test is.
      await editor.evaluate(() => new Promise(requestAnimationFrame));
    };
    await select();
    await page.keyboard.type("New words");
    await expectWritten(editor, "[-This guide…-][+New words+]");
    await select();
    await page.keyboard.press("Delete");
    await expectWritten(editor, "[-This guide…-]");
    await page.keyboard.press("Control+z");
    await select();
    await paste(editor, "Pasted\n\nTwice");
    await expectWritten(editor, "[-This guide…-][+Pasted+]¶[+Twice+]");
  });

  test("takes words from an input method, in the middle and over everything", async () => {
    const page = await openRoom("Ariadne Velt");
    const editor = await openEditor(page, CITATION);
    const devices = await page.context().newCDPSession(page);
    const compose = async (): Promise<void> => {
      for (const text of ["n", "ni", "nih", "你"]) {
        await devices.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
      await devices.send("Input.insertText", { text: "你好" });
    };
    await page.keyboard.press("Control+Home");
    await compose();
    await page.keyboard.type("!");
    await expectWritten(editor, "[+你好!+]This guide…");
    await page.keyboard.press("Control+a");
    await compose();
    await expectWritten(editor, "[-This guide…-][+你好+]");
  });

  test("makes the deletion of everything a deletion of the paragraph", async () => {
    const page = await openRoom("Beatriz Holm", "XBB");
    await openEditor(page, CITATION);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.getByLabel("Reason").fill("Said elsewhere.");
    await save(page);
    const { proposals } = await room(page, "XBB");
    expect(proposals).toMatchObject([{ change: { kind: "delete" }, reason: "Said elsewhere." }]);
    await removeAll(page);
  });
});

test("several editors are open at once, and what is not saved outlives a reload, for its person alone", async () => {
  const page = await openRoom("Ariadne Velt");
  page.on("dialog", (dialog) => void dialog.accept());
  await openEditor(page, CITATION);
  await page.keyboard.type("One ");
  await openEditor(page, OTHER);
  await page.keyboard.type("Two ");
  const asked = page.waitForEvent("dialog");
  await page.reload();
  expect((await asked).type()).toBe("beforeunload");
  await textOf(page, CITATION).getByText("One").waitFor();
  await textOf(page, OTHER).getByText("Two").waitFor();

  // A link within the site asks as well, and staying loses nothing.
  await page.getByRole("link", { name: "Compendium" }).click();
  await page.getByRole("button", { name: "Stay here" }).click();
  await textOf(page, OTHER).getByText("Two").waitFor();
  await page.getByRole("link", { name: "Compendium" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.waitForURL(`${platform.address}/`);

  // Somebody else in the same tab finds nothing of it.
  const mine = await page.context().cookies();
  await page.context().addCookies(sessions.get("Beatriz Holm")?.cookies ?? []);
  await page.goto(`${platform.address}/rounds/${round}/delegations/XBB`);
  await page.getByRole("button", { name: `Propose a change ${CITATION}` }).waitFor();
  expect(await page.getByRole("textbox", { name: /^Wording of/ }).count()).toBe(0);

  await page.context().addCookies(mine);
  await page.goto(`${platform.address}/rounds/${round}/delegations/XAA`);
  await textOf(page, OTHER).getByText("Two").waitFor();
  for (const _ of [CITATION, OTHER]) {
    await page.getByRole("button", { name: "Cancel" }).first().click();
    await page.getByRole("button", { name: "Discard it" }).click();
  }
  await page.reload();
  await page.getByRole("button", { name: `Propose a change ${CITATION}` }).waitFor();
  expect(await page.getByRole("textbox", { name: /^Wording of/ }).count()).toBe(0);
});

test("an editor comes into view where it opens, and the outline leads through the text", async () => {
  const page = await openRoom("Ariadne Velt");
  const button = page.getByRole("button", { name: `Propose a change ${CITATION}` });
  await button.evaluate((element) => element.scrollIntoView({ block: "end" }));
  const editor = await openEditor(page, CITATION);
  await expect.poll(() => isInView(editor), PATIENCE).toBe(true);
  expect(await editor.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText("Outline", { exact: true }).click();
  await page.getByRole("link", { name: "Part VI Border controls and law enforcement" }).click();
  await expect.poll(() => isInView(page.getByRole("heading", { name: /^Part VI / })), PATIENCE).toBe(true);
});

test("two experts propose for one paragraph: the room shows both, and the head settles it; a lost clearance is told", async () => {
  const head = await openRoom("Ariadne Velt");
  const expertPage = await openRoom("Amina Korr");
  for (const [page, word] of [
    [head, "assembles "],
    [expertPage, "collects "],
  ] as const) {
    await openEditor(page, CITATION);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type(word);
    await save(page);
  }
  await head.getByText("Your delegation proposes more than one wording here.").waitFor();
  await head.getByText("Two wordings for one passage").waitFor();
  await head.getByRole("button", { name: `Remove ${CITATION}, Amina Korr` }).click();
  await head.getByRole("button", { name: "Clear it" }).click();
  await head.getByText("Cleared by Ariadne Velt").waitFor();

  await expertPage.getByRole("button", { name: `Add a paragraph ${CITATION}` }).click();
  await expertPage.getByRole("textbox", { name: `New paragraph after ${CITATION}` }).waitFor();
  await expertPage.keyboard.type("More follows.");
  await save(expertPage);
  await head.getByText("The clearance was lost").waitFor();
  await head.getByText(`Amina Korr added a proposal, after ${CITATION}.`).waitFor();
  await head.getByRole("heading", { name: `New paragraph after ${CITATION}` }).waitFor();
  await removeAll(head);
});

test("a file whose name tells of another delegation is put in once that is confirmed", async () => {
  const page = await openRoom("Ariadne Velt");
  const name = "Brindovar comments.docx";
  const buffer = readFileSync(FILE);
  await page.getByLabel("Marked-up file").setInputFiles({ name, mimeType: "", buffer });
  await page.getByRole("button", { name: "Put it into the room", exact: true }).click();
  await page.getByText("The name of the file tells of another delegation: Brindovar.").waitFor();
  expect(await page.getByRole("link", { name }).count()).toBe(0);
  await page.getByRole("button", { name: "Put it into the room all the same" }).click();
  await page.getByRole("link", { name }).waitFor();
  await removeAll(page);
});

test("what a Word file proposes is read in the room", async () => {
  const page = await openRoom("Ariadne Velt");
  await page.getByLabel("Marked-up file").setInputFiles(FILE);
  await page.getByRole("button", { name: "Put it into the room" }).click();
  await page.getByText("What it proposes").click();
  const changes = page.locator(".file-changes li");
  await changes.first().waitFor();
  expect(await changes.filter({ hasText: "Part V, para. 34" }).locator("del, ins").allInnerTexts()).toEqual([
    expect.stringContaining("periodically"),
    expect.stringContaining("annually"),
  ]);
  await changes.filter({ hasText: "Comment by Joren Astel" }).waitFor();
});

async function openRoom(name: string, delegation = "XAA"): Promise<Page> {
  const context = await browser.newContext({
    baseURL: platform.address,
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    storageState: sessions.get(name) as Session,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  pages.push(page);
  await page.goto(`/rounds/${round}/delegations/${delegation}`);
  return page;
}

async function openEditor(page: Page, citation: string): Promise<Locator> {
  await page.getByRole("button", { name: `Propose a change ${citation}`, exact: true }).click();
  const editor = textOf(page, citation);
  await editor.and(page.locator(":focus")).waitFor();
  return editor;
}

function textOf(page: Page, citation: string): Locator {
  return page.getByRole("textbox", { name: `Wording of ${citation}`, exact: true });
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save the proposal" }).click();
  await page.getByRole("button", { name: "Save the proposal" }).waitFor({ state: "detached" });
}

/** The editor takes up what an input method wrote a moment after the browser shows it. */
function expectWritten(editor: Locator, words: string): Promise<void> {
  return expect.poll(() => written(editor), PATIENCE).toBe(words);
}

/** What stands in the editor, the words of the draft cut short: `[-struck-]`, `[+inserted+]`, `¶` between paragraphs. */
function written(editor: Locator): Promise<string> {
  return editor.evaluate((element) => {
    const short = (words: string): string => words.replace(/^(This guide).+$/, "$1…");
    const shown = (node: Node): string => {
      if (node instanceof Text) return short(node.data);
      const inner = [...node.childNodes].map(shown).join("");
      if (node.nodeName === "DEL") return `[-${inner}-]`;
      return node.nodeName === "INS" ? `[+${inner}+]` : inner;
    };
    return [...element.children].map(shown).join("¶");
  });
}

async function paste(editor: Locator, words: string): Promise<void> {
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);
}

function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** The room as the API tells it to whoever has this page open. */
async function room(page: Page, delegation: string) {
  return (await page.request.get(`/api/v1/rounds/${round}/rooms/${delegation}`)).json();
}

/** Takes everything out of the room again. What was saved last is shown a moment later. */
async function removeAll(page: Page): Promise<void> {
  const remove = page.getByRole("button", { name: /^Remove / });
  await remove.first().waitFor();
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click();
    await expect.poll(() => remove.count(), PATIENCE).toBe(left - 1);
  }
}
