import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, createClient, type Role } from "@compendium/contract";
import { afterAll, beforeAll, describe } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { buildServer, openPlatform, type Platform, readSettings } from "../../src/index.ts";
import { addMember, admitDelegation, makePerson, makeWorkspace } from "../../src/people/index.ts";
import { PUBLIC } from "../../src/platform/actor.ts";
import { databaseClock } from "../../src/platform/clock.ts";
import { sha256Of } from "../../src/platform/files/files.ts";
import { newId } from "../../src/platform/ids.ts";

/** A server with real HTTP on a real database, and a clock that can be put forward. */
export interface TestServer {
  readonly url: string;
  readonly platform: Platform;
  /** Puts the clock forward by so many ms, for everybody. */
  readonly pass: (ms: number) => void;
  /** A person made for the test, with a client that asks as them. */
  readonly person: (name: string) => Promise<TestPerson>;
  /** A client that is not signed in. */
  readonly publicly: Call;
  /** Makes a workspace with delegations; `people` are made members, by name. */
  readonly workspace: (delegations: readonly string[]) => Promise<TestWorkspace>;
  /** Every mail written so far, as its source. */
  readonly mails: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly call: Call;
}

export interface TestWorkspace {
  readonly id: string;
  /** Makes a person with this role. */
  readonly member: (name: string, role: Role, delegation?: string) => Promise<TestPerson>;
}

export interface TestServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether jobs are done; on by default. */
  readonly works?: boolean;
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
  const app = await buildServer(platform, { setUpCode: null });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });

  const person = async (name: string): Promise<TestPerson> => {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${newId()}@example.org`;
    const token = `cmp_test_${newId()}${newId()}`;
    const made = await platform.db.transaction().execute(async (tx) => {
      const now = await clock.now(tx);
      const one = await makePerson(tx, { name, email, password: null, now });
      await tx
        .insertInto("accessToken")
        .values({
          id: newId(),
          person: one.id,
          name: "test",
          token: sha256Of(token),
          createdAt: now,
          expiresAt: new Date(now.getTime() + 1e12),
          lastUsedAt: null,
          revokedAt: null,
        })
        .execute();
      return one;
    });
    return { ...made, token, call: createClient({ origin: url, token }) };
  };

  return {
    url,
    platform,
    pass: (ms) => {
      passed += ms;
    },
    person,
    publicly: createClient({ origin: url }),
    workspace: async (delegations) => {
      const id = await platform.db.transaction().execute(async (tx) => {
        const made = await makeWorkspace(tx, platform, PUBLIC, "Guide on border controls");
        for (const code of delegations) {
          await admitDelegation(tx, platform, PUBLIC, made.id, { code, name: `Delegation ${code}` });
        }
        return made.id;
      });
      return {
        id,
        member: async (name, role, delegation) => {
          const made = await person(name);
          await platform.db
            .transaction()
            .execute((tx) =>
              addMember(tx, platform, PUBLIC, { person: made, workspace: id, role, delegation: delegation ?? null }),
            );
          return made;
        },
      };
    },
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
