/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateSet } from "../../fixtures/generated/generate-set.ts";
import { openEmptyWorkbench, openWorkbench, useWorkbench } from "./workbench-page.ts";

useWorkbench();

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

test("what a Word file cannot hold is told when it is downloaded, and gone with the next download", async () => {
  const page = await openEmptyWorkbench();
  // One delegation deletes the last paragraph and another adds one behind it: both want another look for the last mark.
  const set = generateSet({ seed: 1134699708, paragraphs: 14, submissions: 3, edits: 7, mode: "mixed" });
  const upload = (name: string, bytes: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(bytes) });
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([upload("Guide.docx", set.base)]);
  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles(set.submissions.map(({ bytes }, i) => upload(`${["XAA", "XBB", "XCC"][i]} comments.docx`, bytes)));
  await page.locator(".file .proof").nth(2).waitFor();
  await page.getByRole("button", { name: "See the compilation" }).click();
  const remark = page.getByText("The formatting wanted by XAA at ");
  for (const { format, remarks } of [
    { format: "Word, tracked changes", remarks: 1 },
    { format: "Plain text with brackets", remarks: 0 },
  ]) {
    await page.getByRole("button", { name: "Download" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: format }).click(),
    ]);
    await download.path();
    await expect.poll(() => remark.count()).toBe(remarks);
  }
});
