import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createClient, WORD_FILE } from "../src/index.ts";
import { EXAMPLES } from "../src/openapi/examples.ts";
import { tinyServer } from "./tiny-server.ts";

const text = "p8c3w5h0j7r2d9fa";
const draft = "e6s1y4z8m0k5g3vb";

function json(response: ServerResponse, value: unknown, status = 200, type = "application/json"): void {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
}

test("a call says who asks, what for, and gives the answer that the contract describes", async () => {
  const asked: IncomingMessage[] = [];
  const origin = await tinyServer((request, response) => {
    asked.push(request);
    json(response, { ...(EXAMPLES.readText.answer as object), addedLater: "a field that this version does not know" });
  });
  const call = createClient({ origin, token: "cmp_secret" });
  expect(await call("readText", { text })).toEqual(EXAMPLES.readText.answer);
  expect(asked.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
    ["GET", `/api/v1/texts/${text}`, "Bearer cmp_secret"],
  ]);
});

test("parameters that hold signs of an address stay one parameter", async () => {
  const urls: (string | undefined)[] = [];
  const origin = await tinyServer(({ url }, response) => {
    urls.push(url);
    json(response, { entries: [], more: false });
  });
  await createClient({ origin })("listRecord", { ledger: "workspace:a/../b?c", act: "a&b" });
  expect(urls).toEqual(["/api/v1/ledgers/workspace%3Aa%2F..%2Fb%3Fc/entries?act=a%26b"]);
});

test("a problem is thrown with its code, detail, fields and present state", async () => {
  const problem = {
    type: "/problems/changed-meanwhile",
    code: "changed-meanwhile",
    status: 409,
    title: "Somebody changed this meanwhile",
    detail: "Look again.",
    fields: { version: "3 is older than 4" },
    current: { version: 4 },
  };
  const origin = await tinyServer((_, response) => json(response, problem, 409, "application/problem+json"));
  const call = createClient({ origin });
  await expect(call("changeText", { text, body: { title: "New", version: 3 } })).rejects.toMatchObject({
    name: "ApiProblem",
    code: "changed-meanwhile",
    detail: "Look again.",
    fields: problem.fields,
    current: problem.current,
  });
});

test.each([
  [502, "server-fault"],
  [413, "too-large"],
  [429, "too-many"],
])("a page of a proxy with status %d becomes the problem %s", async (status, code) => {
  const origin = await tinyServer((_, response) => response.writeHead(status).end("<h1>Bad Gateway</h1>"));
  await expect(createClient({ origin })("readMe", {})).rejects.toMatchObject({
    code,
    detail: expect.stringContaining(String(status)),
  });
});

test("a page in place of an answer is not taken for one: the address may be that of another site", async () => {
  const origin = await tinyServer((_, response) => response.end("<html>Welcome to our network</html>"));
  await expect(createClient({ origin })("readMe", {})).rejects.toMatchObject({
    code: "server-fault",
    detail: "What answers there is not Compendium. Check the address of the server.",
  });
});

test("an answer of another shape says where it differs", async () => {
  const origin = await tinyServer((_, response) =>
    json(response, { person: null, language: null, memberships: "none" }),
  );
  await expect(createClient({ origin })("readMe", {})).rejects.toMatchObject({
    code: "server-fault",
    detail: expect.stringMatching(/\(memberships: .+\)/),
  });
});

test("a signal gives a call up, before it and during it", async () => {
  const origin = await tinyServer(() => {});
  const call = createClient({ origin });
  await expect(call("readMe", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  const controller = new AbortController();
  const answer = call("readMe", {}, { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});

test("a timeout ends a call that is not answered, and one whose answer does not end", async () => {
  const silent = await tinyServer(() => {});
  await expect(createClient({ origin: silent, timeout: 50 })("readMe", {})).rejects.toMatchObject({
    name: "TimeoutError",
  });
  const endless = await tinyServer((_, response) => response.writeHead(200).write("{"));
  await expect(createClient({ origin: endless, timeout: 50 })("readMe", {})).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("a server that is not there rejects as fetch does", async () => {
  await expect(createClient({ origin: "http://127.0.0.1:9" })("readMe", {})).rejects.toBeInstanceOf(TypeError);
});

test("an upload of 50 MB arrives byte for byte, as a Word file", async () => {
  const bytes = new Uint8Array(50 * 1024 * 1024).map((_, at) => (at * 31) % 251);
  const hash = createHash("sha256");
  let type: string | undefined;
  let url: string | undefined;
  const origin = await tinyServer((request, response) => {
    ({ url } = request);
    type = request.headers["content-type"];
    request.on("data", (part: Uint8Array) => hash.update(part));
    request.on("end", () => json(response, EXAMPLES.addDraft.answer));
  });
  const name = "Проект 2 & приложение.docx";
  await createClient({ origin })("addDraft", { text, name, body: bytes });
  expect(type).toBe(WORD_FILE);
  expect(new URL(url ?? "", origin).searchParams.get("name")).toBe(name);
  expect(hash.digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test.each([
  ["attachment; filename*=UTF-8''%D0%9F%D1%80%D0%BE%D0%B5%D0%BA%D1%82%202.docx", "Проект 2.docx"],
  ["attachment; filename=\"Guide.docx\"; filename*=utf-8''Guide%20(2).docx", "Guide (2).docx"],
  ['attachment; filename="Guide draft 2.docx"', "Guide draft 2.docx"],
  ["attachment; filename*=UTF-8''%E0%A4%A", ""],
  ["attachment", ""],
])("a file is called as %s says", async (disposition, name) => {
  const origin = await tinyServer((_, response) =>
    response.writeHead(200, { "content-disposition": disposition, "content-type": WORD_FILE }).end("PK"),
  );
  const file = await createClient({ origin })("downloadDraft", { draft });
  expect(file).toEqual({ bytes: new Uint8Array([80, 75]), name, type: WORD_FILE });
});

test("an operation that answers nothing gives null", async () => {
  const origin = await tinyServer((_, response) => response.writeHead(204).end());
  expect(await createClient({ origin })("revokeToken", { token: draft })).toBeNull();
});
