import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { createClient } from "@compendium/contract";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "../sign-in/support/free-port.ts";
import { eventually } from "../support/eventually.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const START = join(import.meta.dirname, "../../start.ts");

const folder = temporaryFolder();
const running: ChildProcess[] = [];
afterAll(async () => {
  for (const each of running) each.kill("SIGKILL");
  folder.remove();
});

/** The server as its operator starts it: a process of its own, on a data folder. */
async function start(data: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env.PATH, COMPENDIUM_DATA: join(folder.path, data), COMPENDIUM_PORT: String(port) },
  });
  running.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
    });
  }
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    port,
    url: `http://localhost:${port}`,
    printed: () => printed,
    exited,
    untilOpen: () =>
      eventually(async () => (printed.includes("Compendium is open") ? true : null), "the server to open"),
  };
}

const EMPTY = {
  kind: "empty",
  workspace: "Guide",
  administrator: { name: "Ada", email: "ada@example.org", password: "a long sentence is best" },
} as const;

describe("servers on one data folder", () => {
  test("a second one is refused with its reason; one that was killed leaves the folder to the next, with what it held", async () => {
    const first = await start("shared");
    await first.untilOpen();
    await createClient({ origin: first.url })("setUpInstallation", { body: EMPTY });

    const second = await start("shared");
    expect(await second.exited).toBe(1);
    expect(second.printed()).toContain(`is in use by another Compendium (process ${first.child.pid})`);
    expect(second.printed()).toContain("COMPENDIUM_DATA");
    expect((await fetch(`${first.url}/health`)).status).toBe(200);

    first.child.kill("SIGKILL");
    await first.exited;
    expect(existsSync(join(folder.path, "shared/lock"))).toBe(true);
    const third = await start("shared");
    await third.untilOpen();
    expect(await createClient({ origin: third.url })("readInstallation", {})).toMatchObject({ state: "ready" });
    third.child.kill("SIGTERM");
    expect(await third.exited).toBe(0);
    expect(existsSync(join(folder.path, "shared/lock"))).toBe(false);
  });

  test("a lock whose process number another process has now counts for nothing", async () => {
    const first = await start("reused");
    await first.untilOpen();
    first.child.kill("SIGTERM");
    await first.exited;
    // This very test runs under the number, and began at another time.
    writeFileSync(join(folder.path, "reused/lock"), JSON.stringify({ pid: process.pid, began: "1", host: hostname() }));
    const next = await start("reused");
    await next.untilOpen();
    next.child.kill("SIGTERM");
    expect(await next.exited).toBe(0);
  });

  test("a lock of another machine that was touched lately counts", async () => {
    const data = "elsewhere";
    const first = await start(data);
    await first.untilOpen();
    first.child.kill("SIGTERM");
    await first.exited;
    writeFileSync(join(folder.path, data, "lock"), JSON.stringify({ pid: 1, began: "1", host: "another-container" }));
    const next = await start(data);
    expect(await next.exited).toBe(1);
    expect(next.printed()).toContain("process 1 on another-container");
  });
});

test("SIGTERM lets a request under way end, ends live streams, and takes nothing new", async () => {
  const server = await start("stopped");
  await server.untilOpen();
  const call = createClient({ origin: server.url });
  await call("setUpInstallation", { body: EMPTY });
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email: EMPTY.administrator.email, password: EMPTY.administrator.password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const live = await fetch(`${server.url}/api/v1/live`, { headers: { cookie } });
  expect(live.status).toBe(200);
  const streamEnded = live.text();

  // A request of which half has come.
  const body = JSON.stringify({ name: "Second workspace" });
  const socket = connect(server.port, "localhost");
  await once(socket, "connect");
  let answered = "";
  socket.on("data", (chunk) => {
    answered += String(chunk);
  });
  const requestsBefore = server.printed().split("incoming request").length;
  socket.write(
    `POST /api/v1/workspaces HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\norigin: ${server.url}\r\n`
      + `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await eventually(
    async () => (server.printed().split("incoming request").length > requestsBefore ? true : null),
    "the request to come in",
  );
  server.child.kill("SIGTERM");
  expect(await streamEnded).toContain("event: missed");
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  socket.write(body.slice(10));
  await eventually(async () => (answered.includes("Second workspace") ? true : null), "the answer");
  expect(answered).toMatch(/^HTTP\/1\.1 200/);
  expect(await server.exited).toBe(0);
});
