import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, createClient } from "@compendium/contract";
import { afterAll, beforeAll, describe } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { buildServer, openPlatform, type Platform, readSettings } from "../../src/index.ts";
import { databaseClock } from "../../src/platform/clock.ts";
import type { Limits } from "../../src/platform/http/limits.ts";
import { type TestPeople, testPeople } from "./test-people.ts";

export type { TestPerson } from "./test-people.ts";

/** A server with real HTTP on a real database, and a clock that can be put forward. */
export interface TestServer extends TestPeople {
  readonly url: string;
  readonly platform: Platform;
  /** Puts the clock forward by so many ms, for everybody. */
  readonly pass: (ms: number) => void;
  /** A client that is not signed in. */
  readonly publicly: Call;
  /** Every mail written so far, as its source. */
  readonly mails: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface TestServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What differs from the limits of a real server. */
  readonly limits?: Partial<Limits>;
  /** Whether jobs are done; on by default. */
  readonly works?: boolean;
  /** Folder of the built web client, where it is not that of this checkout. */
  readonly built?: string;
}

export async function startTestServer(
  databaseUrl: string | null,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "compendium-test-"));
  const settings = readSettings({
    COMPENDIUM_DATA: folder,
    COMPENDIUM_LOG: "silent",
    COMPENDIUM_PORT: "0",
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...options.environment,
  });
  let passed = 0;
  const clock = {
    now: async (db: Platform["db"]) => new Date((await databaseClock.now(db)).getTime() + passed),
  };
  const platform = await openPlatform(settings, clock);
  if (options.works ?? true) await platform.work();
  const app = await buildServer(platform, { setUpCode: null, ...options });
  const url = await app.listen({ host: "127.0.0.1", port: settings.port });

  return {
    url,
    platform,
    pass: (ms) => {
      passed += ms;
    },
    ...testPeople({ db: platform.db, clock }, url),
    publicly: createClient({ origin: url }),
    mails: () => {
      const mails = join(folder, "mail");
      try {
        return readdirSync(mails)
          .filter((name) => name.endsWith(".eml"))
          .map((name) => readFileSync(join(mails, name), "utf8"));
      } catch {
        return [];
      }
    },
    close: async () => {
      await app.close();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the same tests on both databases; `server()` is the running one, shared by the tests of the block. */
export function onBothDatabases(tests: (server: () => TestServer) => void, options: TestServerOptions = {}): void {
  describe.each(["the embedded database", "PostgreSQL"])("on %s", (name) => {
    let cluster: Cluster | null = null;
    let server: TestServer | null = null;
    beforeAll(async () => {
      cluster = name === "PostgreSQL" ? await startCluster() : null;
      server = await startTestServer((await cluster?.createDatabase()) ?? null, options);
    }, 120_000);
    afterAll(async () => {
      await server?.close();
      await cluster?.stop();
    }, 60_000);
    tests(() => {
      if (server === null) throw new Error("The server has not started.");
      return server;
    });
  });
}
