import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@compendium/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { readSettings } from "../../src/index.ts";
import { openDatabase } from "../../src/platform/database/open-database.ts";
import type { Db } from "../../src/platform/tables.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";

/** How long after it was asked for the server is killed, in ms: while people are made, and while files are read. */
const MOMENTS = [400, 1500];

describe.each(["the embedded database", "PostgreSQL"])("the illustrative workspace on %s", (name) => {
  const folder = mkdtempSync(join(tmpdir(), "compendium-illustrative-"));
  let cluster: Cluster | null = null;
  let environment: Readonly<Record<string, string>>;
  let server: ServerProcess;
  beforeAll(async () => {
    cluster = name === "PostgreSQL" ? await startCluster() : null;
    const databaseUrl = await cluster?.createDatabase();
    environment = { COMPENDIUM_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
    server = await startServerProcess("both", environment);
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** What the database holds while no server runs. */
  const look = async <Found>(ask: (db: Db) => Promise<Found>): Promise<Found> => {
    const database = await openDatabase(readSettings(environment));
    return ask(database.db).finally(() => database.close());
  };

  test("is there whole or not at all, whenever the server is killed while it is filled", async () => {
    const { url } = server;
    const call = createClient({ origin: url });
    const asked = () => call("setUpInstallation", { body: { kind: "illustrative" } });
    let interrupted = 0;
    for (const moment of MOMENTS) {
      const answer = asked().then(
        () => "answered",
        () => "cut off",
      );
      await new Promise((resolve) => setTimeout(resolve, moment));
      await server.kill();
      if ((await answer) === "answered") break;
      interrupted += 1;
      const rows = await look(async (db) => [
        ...(await db.selectFrom("installation").select("id").execute()),
        ...(await db.selectFrom("workspace").select("id").execute()),
        ...(await db.selectFrom("person").select("id").execute()),
        ...(await db.selectFrom("ledger").select("id").execute()),
        ...(await db.selectFrom("mail").select("id").execute()),
      ]);
      expect(rows, `killed after ${moment} ms`).toEqual([]);
      await server.start();
      expect(await call("readInstallation", {})).toMatchObject({ state: "new" });
    }
    expect(interrupted).toBeGreaterThan(0);

    // Whoever comes next finds a new installation, and it is filled as if nothing had happened.
    if (interrupted === MOMENTS.length) await asked();
    else await server.start();
    expect(await call("readInstallation", {})).toMatchObject({ state: "ready", demonstration: true });
    await server.stop();
    const states = await look((db) => db.selectFrom("round").select(["closedAt"]).orderBy("opensAt").execute());
    expect(states.map(({ closedAt }) => closedAt !== null)).toEqual([true, false]);
    const released = await look((db) => db.selectFrom("compilation").select("releasedAt").execute());
    expect(released.map(({ releasedAt }) => releasedAt !== null)).toEqual([true]);
  });
});
