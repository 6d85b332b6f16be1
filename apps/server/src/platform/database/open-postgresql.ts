import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "../tables.ts";
import type { Database } from "./database.ts";
import { keepListening } from "./keep-listening.ts";

/** Opens a PostgreSQL of version 15 or later. The pool connects when first asked, and again after a lost connection. */
export function openPostgresql(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, keepAlive: true });
  // A connection that breaks is replaced at the next question, or fails the one that is asked; without listeners it would
  // end the process: the pool hears those that are idle, and of those in a transaction nobody but we.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    kind: "postgresql",
    db,
    queue: {
      executeSql: async (text, values) => {
        const result: { rows: unknown[] } | { rows: unknown[] }[] = await pool.query(text, values);
        return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
      },
    },
    listen: (channel, hear) => keepListening(url, channel, hear),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount }),
    close: () => db.destroy(),
  };
}
