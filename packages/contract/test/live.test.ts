import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type LiveEvent, listenLive } from "../src/index.ts";
import { tinyServer } from "./tiny-server.ts";

const EVENT: LiveEvent = {
  kind: "round",
  id: "b5j0r3f8p1m6v2ye",
  workspace: "4k7m2x9qv3t8b1n6",
  at: "2026-02-10T08:00:00.000Z",
};

const MISSED = "retry: 2000\nevent: missed\ndata: {}\n\n";
const CHANGE = `event: change\ndata: ${JSON.stringify(EVENT)}\n\n`;

// Only the clock is put forward; what goes over the network takes the time that it takes.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 100 });
});
afterEach(() => {
  vi.useRealTimers();
});

test("tells of changes, however the network cuts them, and of what may have been missed", async () => {
  const controller = new AbortController();
  let authorization: string | undefined;
  const origin = await tinyServer((request, response) => {
    authorization = request.headers.authorization;
    response.writeHead(200, { "content-type": "text/event-stream" });
    const unknown = 'event: change\ndata: {"kind":"something new"}\n\n';
    const parts = [MISSED, ":\n\n", CHANGE.slice(0, 20), `${CHANGE.slice(20)}${unknown}${CHANGE}`];
    const next = (): void => {
      const part = parts.shift();
      if (part !== undefined) response.write(part, () => setImmediate(next));
    };
    next();
  });
  const heard: (LiveEvent | null)[] = [];
  for await (const event of listenLive({ origin, token: "cmp_secret", signal: controller.signal })) {
    heard.push(event);
    if (heard.length === 3) break;
  }
  expect(heard).toEqual([null, EVENT, EVENT]);
  expect(authorization).toBe("Bearer cmp_secret");
});

test("connects again when the connection is lost or refused for a while, and says that something may be missed", async () => {
  const controller = new AbortController();
  let connections = 0;
  const origin = await tinyServer((_, response) => {
    connections += 1;
    if (connections === 1) response.writeHead(200).write(MISSED, () => response.destroy());
    else if (connections === 2) response.writeHead(503).end();
    else response.writeHead(200).write(MISSED + CHANGE);
  });
  const heard: (LiveEvent | null)[] = [];
  for await (const event of listenLive({ origin, signal: controller.signal })) {
    heard.push(event);
    if (event !== null) break;
  }
  expect(heard).toEqual([null, null, EVENT]);
  expect(connections).toBe(3);
});

test("a connection that is silent for a minute is dead, and made anew", async () => {
  let connections = 0;
  const origin = await tinyServer((_, response) => {
    connections += 1;
    response.writeHead(200).write(connections === 1 ? MISSED : CHANGE);
  });
  const changes = listenLive({ origin, signal: new AbortController().signal });
  expect((await changes.next()).value).toBeNull();
  const next = changes.next();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(connections).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await next).value).toEqual(EVENT);
  await changes.return(undefined);
});

test("a server that refuses is not asked again", async () => {
  let connections = 0;
  const origin = await tinyServer((_, response) => {
    connections += 1;
    response.writeHead(401, { "content-type": "application/problem+json" }).end(
      JSON.stringify({
        type: "/problems/sign-in-needed",
        code: "sign-in-needed",
        status: 401,
        title: "You are not signed in",
        detail: "Sign in first.",
      }),
    );
  });
  const changes = listenLive({ origin, signal: new AbortController().signal });
  await expect(changes.next()).rejects.toMatchObject({ code: "sign-in-needed" });
  expect(connections).toBe(1);
});

test("ends when its signal says so, while it listens and while it waits", async () => {
  const listening = new AbortController();
  const origin = await tinyServer((_, response) => response.writeHead(200).write(MISSED));
  const changes = listenLive({ origin, signal: listening.signal });
  await changes.next();
  listening.abort();
  expect(await changes.next()).toEqual({ done: true, value: undefined });
  const waiting = new AbortController();
  const nobody = listenLive({ origin: "http://127.0.0.1:9", signal: waiting.signal }).next();
  waiting.abort();
  expect(await nobody).toEqual({ done: true, value: undefined });
});
