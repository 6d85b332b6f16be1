import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const FOLDER = join(import.meta.dirname, "../../docs/guides/pictures");

/**
 * Keeps what the page shows as a picture for the guides, where `COMPENDIUM_PICTURES` is set: the guides show the product
 * as it is, and a run of the tests changes no file unasked.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.COMPENDIUM_PICTURES === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name.replaceAll(" ", "-")}.png`), animations: "disabled" });
}
