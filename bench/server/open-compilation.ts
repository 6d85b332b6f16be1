/// <reference lib="dom" />
import { chromium } from "playwright-core";
import { launchOptions } from "../../tools/chromium.ts";
import type { Product } from "./product.ts";
import type { World } from "./world/make-world.ts";

/** One opening of the compilation, in ms since whoever opens it asked for the page. */
export interface Opening {
  /** The first of it is painted: it can be read. */
  readonly readable: number;
  /** Its script runs: it can be moved through, and searched. */
  readonly alive: number;
  /** The last part is there. */
  readonly whole: number;
}

/** Opens the compilation as a delegate does for the first time, with nothing kept from before, so often. */
export async function openCompilation(product: Product, world: World, times: number): Promise<readonly Opening[]> {
  const { round, compilation, people } = world;
  const browser = await chromium.launch(launchOptions());
  try {
    const openings: Opening[] = [];
    for (let i = 0; i < times; i++) {
      const { cookie = "" } = people[i % people.length]?.headers() ?? {};
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.addCookies(cookie.split("; ").map((each) => cookieOf(each, product.url)));
      const page = await context.newPage();
      await page.goto(`${product.url}/rounds/${round}/compilations/${compilation}`, { waitUntil: "commit" });
      const alive = await page.evaluate(untilThere, ALIVE);
      const whole = await page.evaluate(untilThere, WHOLE);
      const readable = await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      );
      openings.push({ readable, alive, whole });
      await context.close();
    }
    return openings;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: looks in every frame, and gives the time on the page's own clock, in ms since it was asked for. */
async function untilThere(selector: string): Promise<number> {
  while (document.querySelector(selector) === null) {
    if (performance.now() > 60_000) throw new Error(`After a minute there is no ${selector}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now();
}

/** The text as a window, which only the script makes. */
const ALIVE = ".sheet-windowed .row";

/** The same, and no part is awaited any more. */
const WHOLE = "body:not(:has(.progress-bar)) .sheet-windowed .row";

function cookieOf(pair: string, url: string) {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
}
