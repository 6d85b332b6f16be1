import { once } from "node:events";
import { get } from "node:http";
import { connect, type Socket } from "node:net";
import { type LiveEvent, listenLive } from "@compendium/contract";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { liveTopics } from "../src/live-topics.ts";
import { PUBLIC } from "../src/platform/actor.ts";
import { openLive } from "../src/platform/live/live.ts";
import { serveLive } from "../src/platform/live/serve-live.ts";
import { startTestServer, type TestServer } from "./support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(null, { works: false });
}, 120_000);
afterAll(() => server.close());

test("a program with an access token hears of changes from a real server, and of nothing that it may not see", async () => {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const head = await workspace.member("Ada Head", "head", "XAA");
  const end = new AbortController();
  const heard: (LiveEvent | null)[] = [];
  const changes = listenLive({ origin: server.url, token: head.token, signal: end.signal });
  heard.push((await changes.next()).value ?? null);
  const body = { title: "Notes of the secretariat", distribution: "secretariat" } as const;
  await secretary.call("createText", { workspace: workspace.id, body });
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  heard.push((await changes.next()).value ?? null);
  expect(heard).toEqual([null, expect.objectContaining({ kind: "text", id: text.id, workspace: workspace.id })]);
  end.abort();
  expect((await changes.next()).done).toBe(true);
});

test("a page is told what happened between its reading and its listening, and only then that it may have missed something", async () => {
  const workspace = await server.workspace(["XAA"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const head = await workspace.member("Ada Head", "head", "XAA");
  // The server reckons with a reading of a second, and may not be that old yet.
  const readAt = new Date(Date.now() + 1_000);
  const body = { title: "Notes of the secretariat", distribution: "secretariat" } as const;
  await secretary.call("createText", { workspace: workspace.id, body });
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  const told = await toldSince(readAt, head.token, (words) => words.includes(text.id));
  expect(told).toContain(`"kind":"text","id":"${text.id}"`);
  expect(told).not.toContain("event: missed");
  // Longer ago than the server keeps what it told.
  const longAgo = new Date(Date.now() - 120_000);
  expect(await toldSince(longAgo, head.token, () => true)).toContain("event: missed");
});

test("a program whose token is not good is told so, and does not knock for ever", async () => {
  const changes = listenLive({ origin: server.url, token: "cmp_wrong", signal: new AbortController().signal });
  await expect(changes.next()).rejects.toMatchObject({ code: "sign-in-needed" });
});

test("whoever goes away while the server finds out who they are is not told for ever", {
  timeout: 20_000,
}, async () => {
  const live = await openLive(server.platform.database, liveTopics(server.platform.db), () => undefined);
  const app = Fastify();
  let socket: Socket;
  const identified = Promise.withResolvers<void>();
  serveLive(app, live, async ({ raw }) => {
    const closed = once(raw.socket, "close");
    socket.destroy();
    await closed;
    identified.resolve();
    return { ...PUBLIC, person: { id: "ida", name: "Ida Impatient", email: "ida@example.org" } };
  });
  const { hostname, port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  socket = connect(Number(port), hostname);
  socket.write(`GET /api/v1/live HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
  await identified.promise;
  await new Promise(setImmediate);
  expect(live.listeners()).toBe(0);
  await app.close();
});

/** What comes on the wire until there is enough of it. */
async function toldSince(since: Date, token: string, isEnough: (words: string) => boolean): Promise<string> {
  const address = `${server.url}/api/v1/live?since=${since.toISOString()}`;
  const headers = { authorization: `Bearer ${token}` };
  const request = get(address, { agent: false, headers, signal: AbortSignal.timeout(20_000) });
  const [response] = await once(request, "response");
  let words = "";
  for await (const bytes of response) {
    words += bytes;
    if (words.includes("\n\n") && isEnough(words)) break;
  }
  return words;
}
