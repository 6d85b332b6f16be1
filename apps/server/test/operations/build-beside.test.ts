import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const BUILT = join(import.meta.dirname, "../../../web/dist");

describe("a server, once a build has taken away what it was started with", () => {
  let server: TestServer;
  let paths: readonly string[];
  let assets: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    // Within the checkout, where the renderer finds the packages that it imports.
    const copy = mkdtempSync(join(BUILT, "copy-"));
    for (const part of ["client", "server"]) cpSync(join(BUILT, part), join(copy, part), { recursive: true });
    const renderer = await import(pathToFileURL(join(copy, "server/entry-server.js")).href);
    paths = renderer.PATHS as readonly string[];
    const folder = join(copy, "client/assets");
    assets = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    server = await startTestServer(null, { built: copy });
    rmSync(copy, { recursive: true });
  });
  afterAll(() => server?.close());

  test("renders every page in every language, and has all that pages name", async () => {
    for (const path of paths) {
      const address = `${server.url}${path.replaceAll(/:\w+/g, "0000000000000000")}`;
      for (const language of ["en", "fr", "ru", "es", "ar"]) {
        const page = await fetch(address, { headers: { "accept-language": language } });
        expect(page.status, `${path} in ${language}`).toBeLessThan(500);
        const html = await page.text();
        expect(html).toContain(`<html lang="${language}"`);
        for (const [, named = ""] of html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) {
          expect(assets.has(named), named).toBe(true);
        }
      }
    }
  });

  test("gives every file as it was, compressed or not, to be kept for ever", async () => {
    for (const [name, bytes] of assets) {
      const address = `${server.url}/assets/${encodeURIComponent(name)}`;
      for (const encoding of ["identity", "br"]) {
        const { status, headers, body } = await got(address, { "accept-encoding": encoding });
        expect(status, name).toBe(200);
        expect(body.equals(bytes), `${name}, ${encoding}`).toBe(true);
        expect(headers.get("content-encoding"), name).toBe(encoding === "br" && isLongText(name, bytes) ? "br" : null);
        expect(headers.get("content-type"), name).toBe(TYPES[name.replace(/.*\./, "")]);
        expect(headers.get("cache-control"), name).toBe("public, max-age=31536000, immutable");
      }
    }
    const icon = await got(`${server.url}/icon.svg`);
    expect(icon.status).toBe(200);
    expect(icon.headers.get("content-type")).toBe("image/svg+xml");
    expect(icon.headers.get("cache-control")).toBe("no-cache");
  });

  test("does not send again what the browser has, and says of other files that there are none", async () => {
    const address = `${server.url}/icon.svg`;
    const tag = (await got(address)).headers.get("etag") ?? "";
    const again = await got(address, { "if-none-match": `"other", ${tag}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await got(address, { "if-none-match": '"other"' })).status).toBe(200);
    for (const name of ["", "none.js", "%2e%2e%2findex.html"]) {
      expect((await got(`${server.url}/assets/${name}`)).status, name).toBe(404);
    }
  });
});

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  js: "application/javascript; charset=utf-8",
};

/** What is worth compressing. A Word file is compressed already. */
function isLongText(name: string, bytes: Buffer): boolean {
  return !name.endsWith(".docx") && bytes.length >= 1024;
}

async function got(address: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(address, { headers });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}
