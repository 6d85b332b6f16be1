/// <reference lib="dom" />
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { zipParts } from "../../fixtures/docx-builder/zip.ts";
import {
  expectNothingFromAxe,
  GUIDE,
  giveFiles,
  ILLUSTRATIVE,
  openEmptyWorkbench,
  openWorkbench,
  placeCount,
  SUBMISSIONS,
  textOf,
  useWorkbench,
} from "./workbench-page.ts";

const CORPUS = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

useWorkbench();

describe("the illustrative compilation", () => {
  test("is there when the page opens, and says that it is illustrative", async () => {
    const page = await openWorkbench();
    expect(await textOf(page.getByRole("complementary", { name: "Illustrative." }))).toContain("invented");
    expect(await textOf(placeCount(page))).toMatch(/^\d+ places: \d+ with proposals \(passages\)/);
    expect(await page.locator(".outline-entry").count()).toBeGreaterThan(10);
  });

  test("is proved equal to each of the nine files", async () => {
    const page = await openWorkbench();
    await page.getByRole("tab", { name: "Files and receipts" }).click();
    await page.locator(".proof").nth(8).waitFor();
    expect(await page.locator(".proof").allInnerTexts()).toEqual(
      SUBMISSIONS.map(() => expect.stringContaining("Proved equal to the file")),
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
      SUBMISSIONS.slice(0, 3).map((name) => ILLUSTRATIVE + name),
    );
    await page.getByRole("button", { name: "See the compilation" }).click();
    expect(await page.getByRole("complementary", { name: "Illustrative." }).count()).toBe(0);
    await page.locator(".outline-entry").first().waitFor();
    expect(await page.getByLabel("Read as").locator("option").allTextContents()).toEqual([
      "Everything in place",
      "Base text",
      "XAA Ankervale",
      "XBB Brindovar",
      "XCC Cottarine",
    ]);
  });

  test("can be dropped on the page all together", async () => {
    const page = await openEmptyWorkbench();
    await dropFiles(page, "Drop the base text here", [SUBMISSIONS[0] ?? "", GUIDE, SUBMISSIONS[1] ?? ""]);
    await page.locator(".file .proof").nth(1).waitFor();
    expect(await textOf(page.locator(".file-name").first())).toBe(GUIDE);
  });

  test("take the place of the illustration when they are dropped anywhere on it", async () => {
    const page = await openWorkbench();
    await dropFilesOn(page, page.locator(".masthead"), [SUBMISSIONS[0] ?? "", GUIDE]);
    await page.locator(".file .proof").first().waitFor();
    expect(await page.locator(".file-name").allInnerTexts()).toEqual([GUIDE, SUBMISSIONS[0]]);
    // A file that is dropped later joins them.
    await dropFilesOn(page, page.locator(".masthead"), [SUBMISSIONS[1] ?? ""]);
    await page.locator(".file .proof").nth(1).waitFor();
    expect(await page.locator(".file-name").count()).toBe(3);
  });

  test("are all taken when two drops follow each other at once", async () => {
    const page = await openWorkbench();
    const [first = "", second = ""] = SUBMISSIONS;
    await dropAtOnce(page, [[GUIDE, first], [second]]);
    await page.locator(".file .proof").nth(1).waitFor();
    expect(await page.locator(".file-name").allInnerTexts()).toEqual([GUIDE, first, second]);
  });

  test("are not lost by closing the page without a question", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(page, ILLUSTRATIVE + GUIDE, [ILLUSTRATIVE + SUBMISSIONS[0]]);
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
      SUBMISSIONS.slice(0, 2).map((name) => ILLUSTRATIVE + name),
    );
    await page.locator(".file .proof").nth(1).waitFor();
    await page.getByRole("button", { name: `Remove ${SUBMISSIONS[0]}` }).click();
    expect(await page.locator(".file-list .file").count()).toBe(1);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator(".file-list .file-name").allInnerTexts()).toEqual(SUBMISSIONS.slice(0, 2));
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

  test("that are not in the compilation are named over it", async () => {
    const page = await openEmptyWorkbench();
    const [first = "", second = ""] = SUBMISSIONS;
    await giveFiles(page, ILLUSTRATIVE + GUIDE, [ILLUSTRATIVE + first, ILLUSTRATIVE + second]);
    const notWord = { name: "XII.docx", mimeType: "", buffer: Buffer.from("This is a letter.") };
    const unnamed = { name: "final.docx", mimeType: "", buffer: readFileSync(ILLUSTRATIVE + (SUBMISSIONS[2] ?? "")) };
    await page.locator("input[type=file]").last().setInputFiles([notWord, unnamed]);
    await page.locator(".file .proof").nth(2).waitFor();
    await page.getByRole("button", { name: "See the compilation" }).click();
    const notice = page.getByRole("alert");
    expect(await textOf(notice)).toContain("2 of 4 marked-up files are not in the compilation: XII.docx, final.docx");
    await notice.getByRole("button", { name: "To the files" }).click();
    await page.getByRole("button", { name: "Remove XII.docx" }).click();
    await page.getByRole("button", { name: "Remove final.docx" }).click();
    await expect.poll(() => page.locator(".left-out-files").count()).toBe(0);
  });

  test("can be from a delegation that the catalogue does not have", async () => {
    const page = await openEmptyWorkbench();
    await giveFiles(page, ILLUSTRATIVE + GUIDE, []);
    const bytes = readFileSync(ILLUSTRATIVE + (SUBMISSIONS[0] ?? ""));
    await page
      .locator("input[type=file]")
      .last()
      .setInputFiles([{ name: "final.docx", mimeType: "", buffer: bytes }]);
    await page.locator(".file .proof").waitFor();
    await page.getByRole("button", { name: "Name the delegation" }).click();
    await page.keyboard.type("coast");
    await page.getByRole("option", { name: "Another one, not in the list" }).click();
    await page.keyboard.type("XBB");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Group of the coast");
    await page.keyboard.press("Enter");
    expect(await textOf(page.getByRole("alert"))).toContain("XBB is the code of Brindovar.");
    await expectNothingFromAxe(page);
    await page.getByLabel("Code").fill("X-COAST");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("X-COAST Group of the coast").waitFor();
    await page.getByRole("button", { name: "See the compilation" }).click();
    await page.getByLabel("Read as").selectOption({ label: "X-COAST Group of the coast" });
  });

  test("do not enter twice: the base text and a second file of one delegation stay out", async () => {
    const page = await openEmptyWorkbench();
    const [first = ""] = SUBMISSIONS;
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

/** Several drops on the page within one moment, as no hand on a file manager could be made to do them. */
async function dropAtOnce(page: Page, drops: readonly (readonly string[])[]): Promise<void> {
  const given = drops.map((names) => names.map((name) => ({ name, bytes: [...readFileSync(ILLUSTRATIVE + name)] })));
  await page.evaluate((all) => {
    for (const files of all) {
      const dataTransfer = new DataTransfer();
      for (const { name, bytes } of files) {
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      }
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, given);
}
