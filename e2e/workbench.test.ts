/// <reference lib="dom" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { zipParts } from "../fixtures/docx-builder/zip.ts";
import { launchOptions } from "../tools/chromium.ts";
import { printedAtTakenPort, type ServedWorkbench, serveWorkbench } from "./served-workbench.ts";

const PORT = 15_401;
const ILLUSTRATIVE = fileURLToPath(new URL("../fixtures/illustrative/files/", import.meta.url));
const CORPUS = fileURLToPath(new URL("../../shared/corpus/", import.meta.url));
const GUIDE = "Guide draft 2.docx";
const submissions = readdirSync(ILLUSTRATIVE).filter((name) => name.endsWith(".docx") && name !== GUIDE);

let workbench: ServedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await serveWorkbench(PORT);
  browser = await chromium.launch(launchOptions());
});

afterAll(async () => {
  await browser?.close();
  workbench?.stop();
});

/**
 * A fresh page with the illustrative compilation. When the test ends, it fails if the page asked for anything beyond
 * its own origin, or complained on its console.
 */
async function openWorkbench(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1600, height: 1000 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const isOwn = request.url().startsWith(`${workbench.address}/`) || request.url().startsWith("blob:");
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
  await page.goto(workbench.address);
  await page.locator(".mark").first().waitFor();
  return page;
}

/** As `openWorkbench`, with all files taken away. */
async function openEmptyWorkbench(): Promise<Page> {
  const page = await openWorkbench();
  await page.getByRole("button", { name: "Start with your own files" }).click();
  await page.getByRole("heading", { name: "Marked-up files" }).waitFor();
  return page;
}

async function giveFiles(page: Page, base: string, marked: readonly string[]): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles(base);
  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles([...marked]);
}

const placeCount = (page: Page) => page.locator(".status");

describe("the illustrative compilation", () => {
  test("is there when the page opens, and says that it is illustrative", async () => {
    const page = await openWorkbench();
    expect(await textOf(page.getByRole("complementary", { name: "Illustrative." }))).toContain("invented");
    expect(await textOf(placeCount(page))).toMatch(/^\d+ places$/);
    expect(await page.locator(".outline-entry").count()).toBeGreaterThan(10);
  });

  test("is proved equal to each of the nine files", async () => {
    const page = await openWorkbench();
    await page.getByRole("tab", { name: "Files and receipts" }).click();
    await page.locator(".proof").nth(8).waitFor();
    expect(await page.locator(".proof").allInnerTexts()).toEqual(
      submissions.map(() => expect.stringContaining("Proved equal to the file")),
    );
  });

  test("comes back after it was put aside", async () => {
    const page = await openEmptyWorkbench();
    expect(await page.locator(".file").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".file .proof").nth(8).waitFor();
    await page.getByRole("tab", { name: "Compilation" }).click();
    await page.locator(".mark").first().waitFor();
  });
});

describe("one's own files", () => {
  test("give receipts and a compilation, named by their file names", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(
      page,
      ILLUSTRATIVE + GUIDE,
      submissions.slice(0, 3).map((name) => ILLUSTRATIVE + name),
    );
    await page.getByRole("button", { name: "See the compilation" }).click();
    expect(await page.getByRole("complementary", { name: "Illustrative." }).count()).toBe(0);
    await page.locator(".outline-entry").first().waitFor();
    await page.getByRole("button", { name: "Everything in place Read as" }).click();
    expect(await page.getByRole("option").allInnerTexts()).toEqual([
      "Everything in place",
      "Base text",
      "XAA Ankervale",
      "XBB Brindovar",
      "XCC Cottarine",
    ]);
  });

  test("can be dropped on the page all together", async () => {
    const page = await openEmptyWorkbench();
    await dropFiles(page, "Drop the base text here", [submissions[0] ?? "", GUIDE, submissions[1] ?? ""]);
    await page.locator(".file .proof").nth(1).waitFor();
    expect(await textOf(page.locator(".file-name").first())).toBe(GUIDE);
  });

  test("take the place of the illustration when they are dropped anywhere on it", async () => {
    const page = await openWorkbench();
    await dropFilesOn(page, page.locator(".masthead"), [submissions[0] ?? "", GUIDE]);
    await page.locator(".file .proof").first().waitFor();
    expect(await page.locator(".file-name").allInnerTexts()).toEqual([GUIDE, submissions[0]]);
    // A file that is dropped later joins them.
    await dropFilesOn(page, page.locator(".masthead"), [submissions[1] ?? ""]);
    await page.locator(".file .proof").nth(1).waitFor();
    expect(await page.locator(".file-name").count()).toBe(3);
  });

  test("are not lost by closing the page without a question", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(page, ILLUSTRATIVE + GUIDE, [ILLUSTRATIVE + submissions[0]]);
    await page.locator(".file .proof").first().waitFor();
    // A browser asks only where somebody has touched the page.
    await page.getByRole("button", { name: "See the compilation" }).click();
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
  });

  test("leave the compilation when they are removed, and come back with Undo", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(
      page,
      ILLUSTRATIVE + GUIDE,
      submissions.slice(0, 2).map((name) => ILLUSTRATIVE + name),
    );
    await page.locator(".file .proof").nth(1).waitFor();
    await page.getByRole("button", { name: `Remove ${submissions[0]}` }).click();
    expect(await page.locator(".file-list .file").count()).toBe(1);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator(".file-list .file-name").allInnerTexts()).toEqual(submissions.slice(0, 2));
  });

  test("that cannot be read say what is wrong, where, and what to do", async () => {
    const page = await openEmptyWorkbench();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles(ILLUSTRATIVE + GUIDE);
    const notWord = {
      name: "XAA.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("This is a letter."),
    };
    await page.locator("input[type=file]").last().setInputFiles([notWord]);
    const problem = page.getByRole("alert");
    await problem.waitFor();
    expect(await textOf(problem)).toMatch(/not a Word document.*XAA\.docx.*What to do\s*\S+/s);
  });

  test("do not enter twice: the base text and a second file of one delegation stay out", async () => {
    const page = await openEmptyWorkbench();
    const [first = ""] = submissions;
    await giveFiles(page, ILLUSTRATIVE + GUIDE, [ILLUSTRATIVE + first, ILLUSTRATIVE + GUIDE]);
    await page.getByText("This file is the base text itself").waitFor();
    await page
      .locator("input[type=file]")
      .last()
      .setInputFiles([ILLUSTRATIVE + first]);
    await page.getByText("Two files are from the same delegation", { exact: true }).nth(1).waitFor();
    // Which of the two counts is for a person to say.
    expect(await page.getByRole("button", { name: "See the compilation" }).count()).toBe(0);
    await page
      .getByRole("button", { name: `Remove ${first}` })
      .last()
      .click();
    await page.getByRole("button", { name: "See the compilation" }).waitFor();
  });

  test("that belong to another text say so, and are taken if a person knows better", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(page, ILLUSTRATIVE + GUIDE, []);
    const letter = {
      name: "XAA.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(letterFile("Dear colleague, we shall come to lunch.", "", "")),
    };
    await page.locator("input[type=file]").last().setInputFiles([letter]);
    const problem = page.getByRole("alert");
    await problem.waitFor();
    expect(await textOf(problem)).toContain("This file is not a copy of the base text");
    expect(await page.getByRole("button", { name: "See the compilation" }).count()).toBe(0);
    await problem.getByRole("button", { name: "Take it all the same" }).click();
    await page.locator(".file .proof").waitFor();
    await page.getByRole("button", { name: "See the compilation" }).waitFor();
  });
});

const hasCorpus = existsSync(`${CORPUS}Docxodus/TestFiles/RC/RC004-Before.docx`);

test.skipIf(!hasCorpus)("files whose names tell nothing wait for their delegation (needs the corpus)", async () => {
  const page = await openEmptyWorkbench();
  const folder = `${CORPUS}Docxodus/TestFiles/RC/`;
  await giveFiles(page, `${folder}RC004-Before.docx`, [`${folder}RC004-After1.docx`, `${folder}RC004-After2.docx`]);
  await page.getByText("The file name does not tell").nth(1).waitFor();
  await page.locator(".file .proof").nth(1).waitFor();
  expect(await page.getByRole("button", { name: "See the compilation" }).count()).toBe(0);
  await page.getByRole("tab", { name: "Compilation" }).click();
  await page.getByText("2 files wait for the names of their delegations").waitFor();
  await page.getByRole("button", { name: "To the files" }).click();
  for (const name of ["Ankervale", "Brindovar"]) {
    await page.getByRole("button", { name: "Name the delegation" }).first().click();
    await page.keyboard.type(name);
    await page.getByRole("option", { name }).click();
  }
  await page.getByRole("button", { name: "See the compilation" }).click();
  await page.locator(".mark").first().waitFor();
});

describe("the text", () => {
  test("shows only what matches the filters, and says how much that is", async () => {
    const page = await openWorkbench();
    const [, all] = /^(\d+)/.exec(await textOf(placeCount(page))) ?? [];
    await page.getByRole("button", { name: "Only contested" }).click();
    await page.locator(".left-out").first().waitFor();
    const [, contested] = /^(\d+) of/.exec(await textOf(placeCount(page))) ?? [];
    expect(Number(contested)).toBeGreaterThan(0);
    expect(Number(contested)).toBeLessThan(Number(all));
    await page.getByRole("button", { name: "Only contested" }).click();
    await page.getByRole("button", { name: "Only comments" }).click();
    await expect.poll(() => page.locator(".mark").allInnerTexts()).toContainEqual(expect.stringContaining("comment"));
    await page.getByRole("button", { name: "Only comments" }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("Harq");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(placeCount(page))).toMatch(/^\d+ of \d+ places$/);
  });

  test("is read as one delegation would have it", async () => {
    const page = await openWorkbench();
    await page.locator(".outline-entry", { hasText: "Working with industry" }).click();
    const text = page.locator("#text");
    await expect.poll(() => textOf(text)).toContain("moved here");
    await readAs(page, "XBB Brindovar");
    // Brindovar moves the paragraph on transparency up to the second place, and leaves nothing where it was.
    await expect.poll(() => textOf(text)).not.toContain("moved here");
    const reading = await textOf(text);
    expect(reading.indexOf("The public is entitled to know")).toBeLessThan(reading.indexOf("Firms respond"));
    expect(await text.locator("ins, del, .mark").count()).toBe(0);
    await readAs(page, "Base text");
    await expect.poll(() => text.locator(".read-change").count()).toBe(0);
  });

  test("speaks its insertions and deletions", async () => {
    const page = await openWorkbench();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const passage = page.locator(".passage", { hasText: "controlled" });
    await passage.waitFor();
    expect(await passage.locator("ins").first().textContent()).toMatch(
      /inserted by XDD:.*controlled.*end of insertion/,
    );
    expect(await passage.locator("del").first().textContent()).toMatch(/deleted by XDD.*items.*end of deletion/);
  });

  test("is windowed, and whole on paper", async () => {
    const page = await openWorkbench();
    const shown = await page.locator(".row").count();
    expect(shown).toBeLessThan(80);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".row").count()).toBeGreaterThan(150);
    expect(await textOf(page.locator("#text"))).toContain("Does the point of contact have a deputy?");
    expect(await textOf(page.locator(".printed-end"))).toContain("General reservation");
  });
});

test("everything is within reach of the keyboard", async () => {
  const page = await openWorkbench();
  const focused = () => page.locator(":focus").getAttribute("id");
  await page.keyboard.press("j");
  await expect.poll(focused).toBe("comments-body-0-3");
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).toBe("passage-body-1");
  await page.keyboard.press("Enter");
  const card = page.locator("#card");
  await expect.poll(() => textOf(page.locator(":focus"))).toContain("para. 8");
  expect(await textOf(card)).toContain("Nearly the same as wording");
  await page.keyboard.press("j");
  await expect.poll(() => textOf(card)).toContain("Proposal");
  await page.keyboard.press("k");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("passage-body-1");
  expect(await textOf(card)).toContain("Choose a passage");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect.poll(() => page.locator(":focus").getAttribute("role")).toBe("combobox");
});

test("every format can be downloaded", async () => {
  const page = await openWorkbench();
  await page.getByRole("button", { name: "Download" }).click();
  const formats = await page.getByRole("menuitem").allInnerTexts();
  await page.keyboard.press("Escape");
  expect(formats.length).toBeGreaterThan(2);
  for (const name of formats) {
    await page.getByRole("button", { name: "Download" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Guide draft 2 - compilation/);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(1000);
  }
});

describe.each([
  ["en-GB", "light"],
  ["en-GB", "dark"],
  ["ar", "light"],
  ["ar", "dark"],
] as const)("axe finds nothing in %s, %s:", (locale, colorScheme) => {
  test("compilation with an open card", async () => {
    const page = await openWorkbench({ locale, colorScheme });
    expect(await page.locator("html").getAttribute("dir")).toBe(locale === "ar" ? "rtl" : "ltr");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".card").waitFor();
    await expectNothingFromAxe(page);
  });

  test("files with receipts, and the empty page", async () => {
    const page = await openWorkbench({ locale, colorScheme });
    await page.getByRole("tab").first().click();
    await page.locator(".proof").nth(8).waitFor();
    await expectNothingFromAxe(page);
    await page.locator(".illustrative button").click();
    await page.locator(".undo").waitFor();
    await expectNothingFromAxe(page);
  });

  test("narrow", async () => {
    const page = await openWorkbench({ locale, colorScheme, viewport: { width: 390, height: 844 } });
    await expectNothingFromAxe(page);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide).toBe(false);
  });
});

test("a port that is taken is named, with what to do", async () => {
  expect(await printedAtTakenPort(PORT)).toMatch(/Port 15401 is taken.*COMPENDIUM_PORT/s);
});

/** A Word file of these paragraphs. */
function letterFile(...paragraphs: readonly string[]): Uint8Array {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join("");
  const parts = {
    "[Content_Types].xml":
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" `
      + 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    "_rels/.rels":
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" `
      + `Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml":
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
      + `<w:body>${body}</w:body></w:document>`,
  };
  return zipParts(new Map(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])));
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}

async function readAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /Read as/ }).click();
  await page.getByRole("option", { name, exact: true }).click();
}

async function expectNothingFromAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
}

/** Drops files from the file manager over the place that has these words, in this order. */
function dropFiles(page: Page, words: string, names: readonly string[]): Promise<void> {
  return dropFilesOn(page, page.locator(".drop-place", { hasText: words }), names);
}

async function dropFilesOn(page: Page, target: Locator, names: readonly string[]): Promise<void> {
  const place = await target.boundingBox();
  if (place === null) throw new Error("What the files are to be dropped on is not to be seen.");
  const devtools = await page.context().newCDPSession(page);
  const files = names.map((name) => ILLUSTRATIVE + name);
  const copies = 1;
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", {
      type,
      x: place.x + place.width / 2,
      y: place.y + 10,
      data: { items: [], files, dragOperationsMask: copies },
    });
  }
}
