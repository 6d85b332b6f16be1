/// <reference lib="dom" />
import { AxeBuilder } from "@axe-core/playwright";
import type { Page, Request } from "playwright-core";

/** So many stops of the Tab key are tried on a page. A long text has some at every paragraph, and they are alike. */
const STOPS_MOST = 60;

/** So many links and buttons are held against each other: the first of a page, for those of a long list are alike. */
const PIECES_MOST = 400;

/**
 * So many rows are looked at by axe at the beginning of a long text, list or table, in its middle, and at its end, for the
 * same reason: all of them take it a dozen seconds.
 */
const ROWS_EACH = 10;
const ROWS = ".draft-row, .version, tr";
const ALIKE = "data-alike";

export interface Watched {
  /** Errors and warnings on the console, faults of scripts, what breaks the page's policy, requests that fail. */
  readonly complaints: string[];
  /** Waits until the scripts have taken up what the server rendered, and all is there that they read after it. */
  readonly untilQuiet: () => Promise<void>;
}

/** Watches a page from before it is opened. */
export function watch(page: Page): Watched {
  const complaints: string[] = [];
  const underWay = new Set<Request>();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!isLive(request)) underWay.add(request);
  });
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    underWay.delete(request);
    if (!isLive(request)) complaints.push(`${request.failure()?.errorText} ${request.url()}`);
  });
  const untilQuiet = async (): Promise<void> => {
    // Enabled by its script, even where the page needs the room of the head.
    await page.locator(".masthead-choices select:enabled").first().waitFor({ state: "attached" });
    // A page that leads on to another is no page in between.
    await page.locator("h1").first().waitFor();
    // What is answered may lead to the next question, but not later than in the next frame but one.
    for (let quiet = 0; quiet < 3; quiet = underWay.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(40);
  };
  return { complaints, untilQuiet };
}

/** Live events stay open as long as the page, and break off when it goes. */
function isLive(request: Request): boolean {
  return new URL(request.url()).pathname === "/api/v1/live";
}

/** What axe finds wrong on the page as it is, targets that are too small to hit included. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    // It takes half the time, and differs only where a page has frames of other sites.
    .setLegacyMode()
    .exclude(`[${ALIKE}]`);
  await page.evaluate(markAlike, { rows: ROWS, each: ROWS_EACH, mark: ALIKE });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** In the page: marks the rows that axe need not look at. */
function markAlike({
  rows,
  each,
  mark,
}: {
  readonly rows: string;
  readonly each: number;
  readonly mark: string;
}): void {
  const lists = Map.groupBy(document.querySelectorAll(rows), ({ parentElement }) => parentElement);
  for (const list of lists.values()) {
    const middle = Math.floor((list.length - each) / 2);
    for (const [i, row] of list.entries()) {
      const isLookedAt = i < each || i >= list.length - each || (i >= middle && i < middle + each);
      row.toggleAttribute(mark, !isLookedAt);
    }
  }
}

/** Goes to the middle of a long text of which only what is in view is in the page; false where there is none. */
export async function goToMiddle(page: Page): Promise<boolean> {
  const text = page.locator("#text:has(.sheet-windowed)");
  if ((await text.count()) === 0) return false;
  await text.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  // Rows take their place over a few frames, while their heights become known.
  await page.waitForTimeout(300);
  return true;
}

/** One title, one main part, the language and its direction, a name for the tab. */
export async function namingFaults(page: Page, language: "en" | "ar"): Promise<string[]> {
  const dir = language === "ar" ? "rtl" : "ltr";
  const wanted = { [`html[lang="${language}"][dir="${dir}"]`]: 1, main: 1, h1: 1 };
  const counts = await page.evaluate(
    (selectors) => selectors.map((selector) => document.querySelectorAll(selector).length),
    Object.keys(wanted),
  );
  const faults = Object.keys(wanted).flatMap((name, i) => (counts[i] === 1 ? [] : [`There are ${counts[i]} ${name}.`]));
  return (await page.title()).trim() === "" ? [...faults, "The tab has no name."] : faults;
}

/** What makes the page scroll sideways, and what can be pressed but stands beyond an edge. */
export function fittingFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null
      && element !== document.body
      && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const isBeyond = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return (left < 0 || right > innerWidth) && element.checkVisibility() && !scrolls(element.parentElement);
    };
    const beyond = [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")]
      .filter(isBeyond)
      .slice(0, 5)
      .map((element) => `It stands beyond the edge: ${element.outerHTML.slice(0, 160)}`);
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    return scrollWidth <= innerWidth
      ? beyond
      : [`The page is ${scrollWidth} wide, the window ${innerWidth}.`, ...beyond];
  });
}

/** What can be pressed and lies over something else that can be pressed. Nothing that hangs over the page may be open. */
export function overlapFaults(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const seen = { checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true };
    // What is scrolled out of a part of the page lies over nothing.
    const isClipped = ({ top, bottom }: DOMRect, by: Element | null): boolean => {
      if (by === null || by === document.body) return false;
      const box = by.getBoundingClientRect();
      const clips = getComputedStyle(by).overflowY !== "visible" && (top < box.top - 1 || bottom > box.bottom + 1);
      return clips || isClipped({ top, bottom } as DOMRect, by.parentElement);
    };
    // Ways past the head lie over each other, and one at a time is shown. A link that goes on in the next line is as
    // many pieces.
    const pieces = [...document.querySelectorAll("a:not(.skip-link), button, input, select, textarea, summary")]
      .filter((element) => element.checkVisibility(seen))
      .flatMap((element) => [...element.getClientRects()].map((rect) => ({ element, rect })))
      .filter(({ element, rect }) => rect.width > 2 && rect.height > 2 && !isClipped(rect, element.parentElement))
      .slice(0, most);
    // A pixel is what borders share.
    const isOver = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const faults = pieces.flatMap(({ element, rect }, i) =>
      pieces
        .slice(i + 1)
        .filter((other) => !element.contains(other.element) && isOver(rect, other.rect))
        .map((other) => `${other.element.outerHTML.slice(0, 120)} lies over ${element.outerHTML.slice(0, 120)}`),
    );
    return faults.slice(0, 5);
  }, PIECES_MOST);
}

/** By the Tab key one comes first to the way past the head, then through the page, and always sees where one is. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.keyboard.press("Tab");
  const first = await focused(page);
  if (first?.isSkipLink !== true || first.isUnseen) faults.push("The first stop is no way past the head of the page.");
  await page.keyboard.press("Enter");
  const main = await focused(page);
  if (main?.tag !== "main") faults.push("The way past the head does not lead to the main part.");
  for (let stop = 0; stop < STOPS_MOST; stop++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at === null) break;
    if (at.isUnseen) faults.push(`One does not see the focus on ${at.html}`);
  }
  return faults;
}

/** Where the focus is; `null` at the end of the page. */
function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const isInSight = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && right > left && bottom > top;
    // The parts of a date are stops of their own, within the field; the browser shows which.
    const isShown = getComputedStyle(at).outlineStyle !== "none" || at.matches("input[type=datetime-local]");
    return {
      tag: at.localName,
      isSkipLink: at.classList.contains("skip-link"),
      isUnseen: !isInSight || !isShown,
      html: at.outerHTML.slice(0, 160),
    };
  });
}
