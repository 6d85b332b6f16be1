import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { buildServer } from "../../src/index.ts";
import { onBothDatabases, startTestServer, type TestServer } from "../support/test-server.ts";

const TOKEN = "a token of enough length";

/** The value of a measure, or `null` where nothing of it was told. */
function measured(metrics: string, measure: string): number | null {
  const line = metrics.split("\n").find((each) => each.startsWith(`${measure} `));
  return line === undefined ? null : Number(line.slice(measure.length + 1));
}

describe("a server that works", () => {
  onBothDatabases(
    (server) => {
      test("answers, is ready, and sees its worker", async () => {
        const health = await fetch(`${server().url}/health`);
        expect({ status: health.status, body: await health.json() }).toEqual({
          status: 200,
          body: { status: "answers" },
        });
        const ready = await fetch(`${server().url}/ready`);
        expect({ status: ready.status, body: await ready.json() }).toEqual({
          status: 200,
          body: { ready: true, database: "answers", worker: "seen" },
        });
      });

      test("measures requests by operation and status, and never by address", async () => {
        const { url, publicly } = server();
        await publicly("readInstallation", {});
        await expect(publicly("readText", { text: "canarycanary0000" })).rejects.toMatchObject({
          code: "sign-in-needed",
        });
        await fetch(`${url}/canary-address?words=canary`);
        const metrics = await (await fetch(`${url}/metrics`)).text();
        expect(measured(metrics, 'compendium_request_seconds_count{operation="readInstallation",status="200"}')).toBe(
          1,
        );
        expect(measured(metrics, 'compendium_request_seconds_count{operation="readText",status="401"}')).toBe(1);
        expect(metrics).not.toContain("canary");
        expect(measured(metrics, "compendium_database_up")).toBe(1);
        expect(measured(metrics, "compendium_workers")).toBe(1);
        expect(measured(metrics, "compendium_mails_unsent")).toBe(0);
        expect(measured(metrics, "compendium_live_listeners")).toBe(0);
        expect(measured(metrics, 'compendium_jobs{kind="compile",state="failed"}')).toBe(0);
        expect(measured(metrics, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
      });

      test("tells its measures to this machine and to whoever has the token, and to others that there is nothing", async () => {
        const app = await buildServer(server().platform, { setUpCode: null });
        const ask = async (remoteAddress: string, headers: Readonly<Record<string, string>> = {}) =>
          (await app.inject({ url: "/metrics", remoteAddress, headers })).statusCode;
        expect(await ask("127.0.0.1")).toBe(200);
        expect(await ask("::1")).toBe(200);
        expect(await ask("203.0.113.7")).toBe(404);
        // A proxy on this machine asks for somebody elsewhere.
        expect(await ask("127.0.0.1", { "x-forwarded-for": "203.0.113.7" })).toBe(404);
        expect(await ask("203.0.113.7", { authorization: `Bearer ${TOKEN}` })).toBe(200);
        expect(await ask("127.0.0.1", { authorization: "Bearer another" })).toBe(404);
        const nothing = await app.inject({ url: "/api/v1/nothing", remoteAddress: "203.0.113.7" });
        const refused = await app.inject({ url: "/metrics", remoteAddress: "203.0.113.7" });
        expect(refused.json()).toEqual(nothing.json());
        await app.close();
      });

      test("names each request in its answer, as the log does", async () => {
        const [one, another] = await Promise.all([fetch(`${server().url}/health`), fetch(`${server().url}/nothing`)]);
        expect(one?.headers.get("x-request-id")).toMatch(/^[0-9a-z]{16}$/);
        expect(another?.headers.get("x-request-id")).not.toBe(one?.headers.get("x-request-id"));
      });
    },
    { environment: { COMPENDIUM_METRICS_TOKEN: TOKEN } },
  );
});

test("without a worker a server is ready for those who read, and says that nobody works", async () => {
  const server = await startTestServer(null, { works: false });
  const ready = await fetch(`${server.url}/ready`);
  expect({ status: ready.status, body: await ready.json() }).toEqual({
    status: 200,
    body: { ready: true, database: "answers", worker: "not seen" },
  });
  await server.close();
});

describe("a server whose database went away", () => {
  let cluster: Cluster;
  let server: TestServer;
  beforeAll(async () => {
    cluster = await startCluster();
    server = await startTestServer(await cluster.createDatabase());
    await cluster.stop();
  }, 60_000);
  afterAll(() => server.close(), 60_000);

  test("still answers, is not ready, and measures that", async () => {
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    const ready = await fetch(`${server.url}/ready`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 503,
      body: { ready: false, database: "does not answer", worker: "unknown" },
    });
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(measured(metrics, "compendium_database_up")).toBe(0);
    expect(measured(metrics, 'compendium_database_connections{state="awaited"}')).not.toBeNull();
  });
});
