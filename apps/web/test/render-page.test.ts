import { describe, expect, test } from "vitest";
import type { Choices } from "../src/app/choices.ts";
import { PAGES } from "../src/app/pages.ts";
import { renderPage } from "../src/app/render-page.tsx";
import { type FakeOptions, fakeCall } from "./fake/fake-call.ts";
import { readIllustrative } from "./fake/illustrative.ts";

const TEMPLATE = `<!doctype html>
<html lang="en" dir="ltr">
  <head><title>Compendium</title></head>
  <body><div id="root"></div></body>
</html>`;

const FILES = import.meta.glob("../src/**/*-page.tsx");

const MANIFEST = {
  "index.html": { file: "assets/index.js", imports: ["_shared.js"] },
  "_shared.js": { file: "assets/shared.js" },
  "_moment.js": { file: "assets/moment.js", imports: ["_shared.js"] },
  "src/texts/text-page.tsx": { file: "assets/text-page.js", imports: ["_moment.js", "index.html"] },
  "src/app/languages/en.ts": { file: "assets/en.js" },
};

const illustrative = readIllustrative();

async function page(url: string, options: FakeOptions & Partial<Choices> = {}) {
  const { language = "en", theme = "system" } = options;
  const rendered = await renderPage(
    { template: TEMPLATE, manifest: MANIFEST },
    { url, language, theme, call: fakeCall(illustrative, options) },
  );
  if (rendered.kind === "redirect") throw new Error(`The page sends on to ${rendered.location}.`);
  return rendered;
}

describe("a page from the server", () => {
  test("holds the text of a draft, with its permanent links", async () => {
    const { status, html } = await page("/drafts/draft2");
    expect(status).toBe(200);
    expect(html).toContain("<title>Guide to national controls: Draft 2 · Compendium</title>");
    expect(html).toMatch(/id="p-para\d+".*href="\/paragraphs\/para\d+"/s);
    expect(html).toContain("resolution 1540 (2004)");
  });

  test("leads from a draft and from its text to the tracked file of the draft, where there is one", async () => {
    for (const url of ["/drafts/draft2", "/texts/text1"]) {
      const { html } = await page(url);
      expect(html.match(/\/api\/v1\/drafts\/\w+\/tracked/g)).toEqual(["/api/v1/drafts/draft2/tracked"]);
    }
  });

  test("holds the first rows of a compilation, with who proposes what", async () => {
    const { html } = await page("/rounds/round1/compilations/comp1");
    expect(html).toMatch(/<ins>.*<\/ins>/s);
    expect(html).toContain("The rest of the text needs JavaScript");
  });

  test("holds the history of a paragraph", async () => {
    const { html } = await page("/paragraphs/para3");
    expect(html).toMatch(/deleted by XAA:.*should.*inserted by XAA:.*may/s);
  });

  test("holds the entries of the record that its address asks for", async () => {
    const asked: unknown[] = [];
    const call = fakeCall(illustrative, {});
    const listening: typeof call = (id, input) => {
      if (id === "listRecord") asked.push(input);
      return call(id, input);
    };
    const record = (query: string) =>
      renderPage(
        { template: TEMPLATE, manifest: MANIFEST },
        { url: `/workspaces/work1/record${query}`, language: "en", theme: "system", call: listening },
      );
    expect(await record("")).toMatchObject({ html: expect.stringMatching(/Round opened ahead of its time/) });
    await record("?ledger=delegation%3Awork1%3AXAA&act=submission&before=12");
    expect(await record("?ledger=not-there&before=none")).toMatchObject({ status: 200 });
    expect(asked).toEqual([
      { ledger: "workspace:work1" },
      { ledger: "delegation:work1:XAA", act: "submission", before: 12 },
      { ledger: "workspace:work1" },
    ]);
  });

  test.each([
    "/",
    "/workspaces/work1",
    "/workspaces/work1/members",
    "/workspaces/work1/record",
    "/workspaces/work1/search?words=report",
    "/compilations/comp1",
    "/sign-in",
    "/reset-password",
    "/texts/text1",
    "/texts/text1/new-round",
    "/drafts/draft2",
    "/paragraphs/para3",
    "/rounds/round1",
    "/rounds/round1/delegations/XAA",
    "/rounds/round1/delegations/XAA/standing",
    "/rounds/round1/submissions",
    "/rounds/round1/compilations/comp1",
  ])("has no style and no script in it that the policy forbids: %s", async (url) => {
    const { status, html } = await page(url);
    expect(status).toBe(200);
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toMatch(/<style|<script(?! type="application\/json")/);
    expect(html).not.toMatch(/ on[a-z]+="/);
    expect(html).toMatch(/<h1/);
  });

  test("is in the language and the theme that were chosen", async () => {
    const { html } = await page("/rounds/round1", { language: "ar", theme: "dark" });
    expect(html).toContain('<html lang="ar" dir="rtl" data-theme="dark">');
    expect(html).toContain("الموعد النهائي");
  });

  test("answers what one may not read with 404, as what does not exist", async () => {
    const [forbidden, missing] = [await page("/texts/other"), await page("/nowhere")];
    expect([forbidden.status, missing.status]).toEqual([404, 404]);
    expect(forbidden.html).toContain("There is nothing at this address that you may see.");
    expect(missing.html).toContain("There is nothing at this address that you may see.");
  });

  test("sends nobody of the secretariat to the secretariat", async () => {
    const advice = "ask the secretariat whether you may see it";
    expect((await page("/nowhere")).html).not.toContain(advice);
    expect((await page("/nowhere", { isSignedIn: false })).html).toContain(advice);
  });

  test("sends who is not signed in to sign in, and back", async () => {
    const call = fakeCall(illustrative, { isSignedIn: false });
    const rendered = await renderPage(
      { template: TEMPLATE, manifest: MANIFEST },
      { url: "/rounds/round1", language: "en", theme: "system", call },
    );
    expect(rendered).toEqual({ kind: "redirect", location: "/sign-in?back=%2Frounds%2Fround1" });
  });

  test("says of nobody that they have not answered where nobody was asked", async () => {
    const asking = await Promise.all(["/rounds/round1", "/rounds/round1/submissions"].map((url) => page(url)));
    for (const { html } of asking) expect(html).toMatch(/2 of 9 delegations have answered/);
    const carried = await Promise.all(
      ["/rounds/round1", "/rounds/round1/submissions"].map((url) => page(url, { carriedFrom: "round0" })),
    );
    for (const { html } of carried)
      expect(html).not.toMatch(/delegations have answered|Not yet|<h2>\d+ ha(s|ve) not answered/);
    expect(carried[0]?.html).toContain(
      '<a href="/rounds/round0" data-discover="true">Carried from the draft before</a>',
    );
  });

  test("leads to a meeting that is in session from wherever one works on its text, and to all of one's own from home", async () => {
    const meetingsAt = async (url: string) => (await page(url)).html.match(/(In session now|Planned)<\/span>/g);
    for (const url of ["/", "/workspaces/work1"]) expect(await meetingsAt(url)).toHaveLength(2);
    for (const url of ["/texts/text1", "/rounds/round1", "/rounds/round1/delegations/XAA"]) {
      expect(await meetingsAt(url)).toEqual(["In session now</span>"]);
    }
  });

  test("lets no text end the data that it brings along", async () => {
    const { html } = await page("/rounds/round1", { title: "</script><script>alert(1)</script> $& $1" });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;/script&gt;");
    expect(html).toContain("$&amp; $1");
  });

  test("offers the first visit a choice", async () => {
    const { html } = await page("/", { state: "new", isSignedIn: false });
    expect(html).toContain("Begin with the illustrative workspace");
    expect(html).toContain("Begin with an empty workspace");
  });

  test("has the browser fetch at once what the page and the language need, and nothing twice", async () => {
    const { html } = await page("/texts/text1");
    const links = [...html.matchAll(/<link rel="modulepreload" crossorigin href="([^"]+)">/g)].map(([, file]) => file);
    expect(links).toEqual(["/assets/text-page.js", "/assets/moment.js", "/assets/en.js"]);
  });

  test.each(PAGES.map(({ path, source, load }) => [path, source, load] as const))(
    "comes from the file that the table names: %s",
    async (_, source, load) => {
      const module = (await FILES[`../src/${source}`]?.()) as Readonly<Record<string, unknown>>;
      expect(Object.values(module)).toContain(await load());
    },
  );

  test("leaves the workbench to the browser", async () => {
    const { html } = await page("/workbench");
    expect(html).toContain('<div id="root"></div>');
  });
});
