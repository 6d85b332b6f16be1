/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { type Compilation, consolidate, openPackage, readBase, readSubmission, renderHtml } from "@compendium/engine";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DELEGATIONS } from "../fixtures/illustrative/delegations.ts";
import { launchOptions } from "../tools/chromium.ts";

const HEADING = {
  title: "Guide",
  symbol: "FSC.DEL/65/21",
  round: "First round",
  version: "Compilation 2",
  date: "2026-03-02 09:00 UTC",
};
const folder = mkdtempSync(join(tmpdir(), "compilation-page-"));
let browser: Browser;

beforeAll(async () => {
  const compilation = compileIllustrative();
  writeFileSync(join(folder, "en.html"), renderHtml(compilation, { heading: HEADING, names: true }));
  writeFileSync(join(folder, "ar.html"), renderHtml(compilation, { heading: HEADING, lang: "ar" }));
  browser = await chromium.launch(launchOptions());
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page that was rendered, and collects what it complains of and asks for. */
async function openPage(name: string, colorScheme: "light" | "dark"): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  const address = pathToFileURL(join(folder, name)).href;
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(request.url());
  });
  await page.goto(address);
  return { page, complaints };
}

describe("the page of a compilation", () => {
  for (const name of ["en.html", "ar.html"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`gives axe nothing to find (${name}, ${colorScheme}) and asks for nothing`, async () => {
        const { page, complaints } = await openPage(name, colorScheme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      });
    }
  }

  test("is heard in the order in which it is read", async () => {
    const { page } = await openPage("en.html", "light");
    const heard = await page.locator("main").ariaSnapshot();
    const places = [
      'heading "Delegations" [level=2]',
      'heading "Outline" [level=2]',
      'heading "The text with proposals" [level=2]',
      'heading "Part V Accounting, securing and physical protection" [level=3]',
      'link "[4 proposals]"',
      "mark: periodically",
      'group "4 proposals for Part V, para. 34"',
      "insertion: inserted by XAA: annually, end of insertion",
      'heading "Footnotes" [level=2]',
      'heading "Receipts" [level=2]',
      'heading "Traceability" [level=2]',
    ];
    let at = 0;
    for (const place of places) {
      const found = spoken(heard).indexOf(place, at);
      expect(found, place).toBeGreaterThan(-1);
      at = found;
    }
    await page.context().close();
  });

  test("keeps each row of a table on one printed page, and repeats its head", async () => {
    const { page } = await openPage("en.html", "light");
    await page.emulateMedia({ media: "print" });
    const table = page.locator("#traceability ~ .scroll table");
    const styleOf = (name: string) =>
      table
        .locator(name)
        .first()
        .evaluate((node) => {
          const { breakInside, display } = getComputedStyle(node);
          return { breakInside, display };
        });
    expect((await styleOf("tbody tr")).breakInside).toBe("avoid");
    expect((await styleOf("thead")).display).toBe("table-header-group");
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.context().close();
  });
});

/** The nine Word files on the illustrative guide, compiled. */
function compileIllustrative(): Compilation {
  const files = new URL("../fixtures/illustrative/files/", import.meta.url);
  const inflate = (bytes: Uint8Array, size: number): Uint8Array => inflateRawSync(bytes, { maxOutputLength: size });
  const open = (name: string) =>
    openPackage(new Uint8Array(readFileSync(new URL(encodeURIComponent(name), files))), { inflate });
  const base = readBase(open("Guide draft 2.docx"));
  const submissions = DELEGATIONS.map(({ code, name, fileName }) =>
    readSubmission(base, open(fileName), { code, name }, { name: fileName, sha256: "0".repeat(64), bytes: 1 }),
  );
  return consolidate(
    base,
    submissions,
    DELEGATIONS.map(({ code, name }) => ({ code, name })),
  );
}

/** A snapshot quotes what holds a colon, and puts a space before words that only listeners hear. */
function spoken(snapshot: string): string {
  return snapshot.replaceAll(/: "(.*)"$/gm, ": $1").replaceAll(" , end of", ", end of");
}
