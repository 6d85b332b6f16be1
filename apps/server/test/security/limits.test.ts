import { connect } from "node:net";
import { WORD_FILE } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { makeAccount, signedIn } from "../sign-in/support/account.ts";
import { BEHIND_PROXY, openBrowser } from "../sign-in/support/browser.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";

const MB = 1024 * 1024;

/** Writes to the server's port as no browser would; gives what comes back until it hangs up, and after how many ms. */
function bare(
  { url }: TestServer,
  lines: readonly string[],
): Promise<{ readonly text: string; readonly after: number }> {
  const began = Date.now();
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(lines.join("\r\n")));
    let text = "";
    socket.on("data", (data) => {
      text += String(data);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve({ text, after: Date.now() - began }));
  });
}

describe("what one request may bring", () => {
  onBothDatabases(
    (server) => {
      async function send(path: string, type: string, body: BodyInit, token?: string) {
        const response = await fetch(`${server().url}${path}`, {
          method: "POST",
          headers: { "content-type": type, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
          body,
        });
        return { status: response.status, code: ((await response.json()) as { code?: string }).code };
      }

      test("is a file up to the limit of files, and a word of how to go on beyond it", async () => {
        const workspace = await server().workspace(["XAA"]);
        const { token, call } = await workspace.member("Sara Secretary", "secretariat");
        const { id } = await call("createText", {
          workspace: workspace.id,
          body: { title: "Guide", distribution: "audience" },
        });
        const path = `/api/v1/texts/${id}/drafts?name=draft.docx`;
        expect((await send(path, WORD_FILE, new Uint8Array(3 * MB), token)).code, "3 of 4 MB").toBe("file-not-read");
        expect(await send(path, WORD_FILE, new Uint8Array(5 * MB), token)).toEqual({ status: 413, code: "too-large" });
      });

      test("is no other body larger than a megabyte, sign-in's endpoints included", async () => {
        const { token } = await server().person("Somebody");
        const large = JSON.stringify({ name: "x".repeat(MB) });
        for (const path of ["/api/v1/me/tokens", "/api/auth/sign-in/email", "/api/v1/installation"]) {
          expect(await send(path, "application/json", large, token), path).toEqual({ status: 413, code: "too-large" });
        }
      });

      test("is no JSON where a file is wanted, whatever its size", async () => {
        const workspace = await server().workspace(["XAA"]);
        const { token, call } = await workspace.member("Sara Secretary", "secretariat");
        const { id } = await call("createText", {
          workspace: workspace.id,
          body: { title: "Guide", distribution: "audience" },
        });
        const path = `/api/v1/texts/${id}/drafts?name=draft.docx`;
        const large = JSON.stringify({ name: "x".repeat(3 * MB) });
        expect(await send(path, "application/json", large, token)).toEqual({ status: 415, code: "wrong-type" });
        expect(await send(path, "text/html", "<p>", token)).toEqual({ status: 415, code: "wrong-type" });
      });

      test("is no file of somebody who is not signed in: it is refused before it is read", async () => {
        const { text } = await bare(server(), [
          "POST /api/v1/texts/nothing0nothing0/drafts?name=x.docx HTTP/1.1",
          "host: localhost",
          `content-type: ${WORD_FILE}`,
          `content-length: ${3 * MB}`,
          "connection: close",
          "",
          "the first bytes, and then no more",
        ]);
        expect(text).toMatch(/^HTTP\/1.1 401 /);
        expect(text).toContain("sign-in-needed");
      });

      test("is no more header than a browser sends", async () => {
        const { text } = await bare(server(), [
          "GET /api/v1/installation HTTP/1.1",
          "host: localhost",
          `x-large: ${"x".repeat(20 * 1024)}`,
          "",
          "",
        ]);
        expect(text).toMatch(/^HTTP\/1.1 431 /);
      });

      test("is not header by header, for as long as somebody likes", async () => {
        const { text, after } = await bare(server(), [
          "GET /api/v1/installation HTTP/1.1",
          "host: localhost",
          "x-slow:",
        ]);
        expect(text).toMatch(/^HTTP\/1.1 408 /);
        expect(after).toBeLessThan(10_000);
      });

      test("is nothing that lies about its length or cannot be read", async () => {
        const { token } = await server().person("Somebody");
        expect(await send("/api/v1/me/tokens", "application/json", "{not json", token)).toEqual({
          status: 400,
          code: "not-valid",
        });
        const { text } = await bare(server(), [
          "POST /api/v1/me/tokens HTTP/1.1",
          "host: localhost",
          "content-length: 5",
          "transfer-encoding: chunked",
          "",
          "0",
          "",
          "",
        ]);
        expect(text, "two lengths are how requests are smuggled past a proxy").toMatch(/^HTTP\/1.1 400 /);
      });
    },
    { environment: { COMPENDIUM_UPLOAD_MB: "4" }, limits: { headersWithin: 1000, connectionsLookedAtEvery: 500 } },
  );
});

describe("how often one may ask", () => {
  onBothDatabases(
    (server) => {
      const status = async (from: string, headers: Readonly<Record<string, string>> = {}, path = "/api/v1/me") => {
        const response = await fetch(`${server().url}${path}`, { headers: { "x-forwarded-for": from, ...headers } });
        const body = (await response.json()) as { code?: string };
        return { status: response.status, code: body.code, after: response.headers.get("retry-after") };
      };

      test("is so many times a minute for a person, from wherever and with whatever", async () => {
        const account = await makeAccount(server());
        const browser = await signedIn(server(), account);
        const { token } = await browser.call("createToken", { body: { name: "one" } });
        const { token: second } = await browser.call("createToken", { body: { name: "two" } });
        const answers = [];
        for (let asked = 0; asked < 20; asked += 1) {
          const headers = { authorization: `Bearer ${asked % 2 === 0 ? token : second}` };
          answers.push(await status(`198.51.100.${asked}`, headers));
        }
        expect(answers.filter(({ code }) => code === undefined)).toHaveLength(18);
        expect(answers.at(-1)).toMatchObject({ status: 429, code: "too-many" });
        expect(Number(answers.at(-1)?.after)).toBeGreaterThan(0);
        expect((await browser.fetch(`${server().url}/api/v1/me`)).status, "the browser is the same person").toBe(429);
        const other = await server().person("Somebody else");
        expect((await status("198.51.100.1", { authorization: `Bearer ${other.token}` })).status).toBe(200);
      });

      test("is so many times for an address, addresses that lead nowhere and wrong tokens included", async () => {
        const tries = ["/api/v1/me", "/api/no/such", "/api/auth/no-such", "/api/v1/me"];
        const answers = [];
        for (let asked = 0; asked < 44; asked += 1) {
          const headers: Record<string, string> = asked % 4 === 3 ? { authorization: `Bearer wrong${asked}` } : {};
          answers.push(await status("203.0.113.7", headers, tries[asked % 4]));
        }
        expect(answers.slice(0, 12).some(({ status: each }) => each === 429)).toBe(false);
        expect(answers.at(-1)).toMatchObject({ status: 429, code: "too-many" });
        expect(Number(answers.at(-1)?.after)).toBeGreaterThan(0);
        expect((await status("203.0.113.8")).status, "another address").toBe(200);
      });

      test("cannot be raised by making up where one comes from", async () => {
        const answers = [];
        for (let asked = 0; asked < 44; asked += 1) {
          answers.push(await status(`192.0.2.${asked}, 203.0.113.99`));
        }
        expect(answers.at(-1)?.status, "only what the proxy itself wrote counts").toBe(429);
      });
    },
    { ...BEHIND_PROXY, limits: { requestsOfPerson: 20, requestsOfAddress: 40 } },
  );
});

describe("without a proxy", () => {
  onBothDatabases(
    (server) => {
      test("nobody's word counts for where they come from", async () => {
        const browsers = Array.from({ length: 12 }, () => openBrowser(server()));
        const statuses = await Promise.all(
          browsers.map(async ({ fetch: ask }) => (await ask(`${server().url}/api/v1/me`)).status),
        );
        expect(statuses.filter((each) => each === 429)).toHaveLength(2);
      });
    },
    { limits: { requestsOfPerson: 10, requestsOfAddress: 100 } },
  );
});
