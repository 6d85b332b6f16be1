/// <reference lib="dom" />
import { describe, expect, test } from "vitest";
import { expectNothingFromAxe, openWorkbench, useWorkbench } from "./workbench-page.ts";

useWorkbench();

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

  test("narrow, the filters folded and open", async () => {
    const page = await openWorkbench({ locale, colorScheme, viewport: { width: 390, height: 844 } });
    await expectNothingFromAxe(page);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    await page.locator('.button[aria-controls="filters"]').click();
    await page.locator("#filters").waitFor();
    await expectNothingFromAxe(page);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide).toBe(false);
  });
});
