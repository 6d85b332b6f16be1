import { PGlite } from "@electric-sql/pglite";
import { getMigrations } from "better-auth/db/migration";
import { Kysely, PGliteDialect, sql } from "kysely";
import { describe, expect, test } from "vitest";
import { createAuth } from "../../src/people/index.ts";
import type { Db } from "../../src/platform/tables.ts";
import { onBothDatabases, type TestServer } from "../support/test-server.ts";

/** Every column as `table.column type null`, with the names of Better Auth in ours. */
async function columnsOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ at: string; type: string; empty: string }>`
    select table_name || '.' || column_name as at, data_type as type, is_nullable as empty
    from information_schema.columns where table_schema = 'public'`.execute(db);
  return rows.map(({ at, type, empty }) => `${inSnakeCase(at)} ${type} ${empty === "YES" ? "null" : "not null"}`);
}

function inSnakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z]+)/g, (_, before: string, capitals: string) => `${before}_${capitals}`)
    .toLowerCase();
}

function authOn(server: TestServer, db: Db) {
  const quiet = () => undefined;
  return createAuth({
    ...server.platform,
    db,
    secret: "a secret of more than 32 characters",
    isDemonstration: async () => false,
    log: { info: quiet, warn: quiet, error: quiet },
  });
}

describe("the tables of sign-in", () => {
  onBothDatabases((server) => {
    test("have every column that Better Auth would make for our options, of the same type, and no other", async () => {
      const pglite = await PGlite.create();
      const fresh: Db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
      const { runMigrations } = await getMigrations(authOn(server(), fresh).options);
      await runMigrations();
      const wanted = await columnsOf(fresh);
      await fresh.destroy();

      const tables = new Set(wanted.map((column) => column.split(".")[0]));
      const ours = (await columnsOf(server().platform.db)).filter((column) => tables.has(column.split(".")[0]));
      expect([...tables].toSorted()).toEqual([
        "account",
        "passkey",
        "person",
        "rate_limit",
        "session",
        "two_factor",
        "verification",
      ]);
      expect(ours.toSorted()).toEqual(wanted.toSorted());
    });
  });
});
