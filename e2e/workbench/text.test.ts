/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openWorkbench, placeCount, textOf, useWorkbench } from "./workbench-page.ts";

useWorkbench();

describe("the text", () => {
  test("shows only what matches the filters, and says how much that is", async () => {
    const page = await openWorkbench();
    const [, all] = /^(\d+)/.exec(await textOf(placeCount(page))) ?? [];
    await page.getByRole("button", { name: "Only contested" }).click();
    await page.locator(".left-out").first().waitFor();
    const [, contested] = /^(\d+) of/.exec(await textOf(placeCount(page))) ?? [];
    expect(Number(contested)).toBeGreaterThan(0);
    expect(Number(contested)).toBeLessThan(Number(all));
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => textOf(placeCount(page))).toMatch(/^\d+ places: \d+ with proposals \(passages\), /);
    await page.getByRole("button", { name: "Only comments" }).click();
    await expect.poll(() => page.locator(".mark").allInnerTexts()).toContainEqual(expect.stringContaining("comment"));
    await page.getByRole("button", { name: "Only comments" }).click();
    await page.getByLabel("Delegation").selectOption({ label: "XHH Harquell" });
    await expect.poll(() => textOf(placeCount(page))).toMatch(/^\d+ of \d+ places$/);
  });

  test("leads through untracked edits and near-identical wordings", async () => {
    const page = await openWorkbench();
    const [, all] = /^(\d+)/.exec(await textOf(placeCount(page))) ?? [];
    const walked = async (filter: string, says: RegExp): Promise<void> => {
      await page.getByRole("button", { name: filter }).click();
      await expect.poll(() => textOf(placeCount(page))).toMatch(/^\d+ of/);
      const [, count] = /^(\d+) of/.exec(await textOf(placeCount(page))) ?? [];
      expect(Number(count)).toBeGreaterThan(1);
      expect(Number(count)).toBeLessThan(Number(all));
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await expect.poll(() => textOf(page.locator("#card"))).toMatch(says);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Clear filters" }).click();
      // The long text follows its filters when there is time.
      await expect.poll(() => textOf(placeCount(page))).toMatch(/^\d+ places/);
    };
    await walked("Only untracked", /\(untracked\)/);
    await walked("Only near-identical", /Nearly the same as wording/);
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
  await expect
    .poll(() => page.getByLabel("Delegation").evaluate((field) => field === document.activeElement))
    .toBe(true);
});

async function readAs(page: Page, name: string): Promise<void> {
  await page.getByLabel("Read as").selectOption({ label: name });
}
