import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { CamelCasePlugin, Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import type { Tables } from "../tables.ts";
import type { Database } from "./database.ts";
import { lockFolder } from "./lock-folder.ts";

/** Where the embedded database is, in a data folder. */
export function embeddedFolder(dataFolder: string): string {
  return join(dataFolder, "database");
}

/**
 * Opens the embedded PostgreSQL in a folder, or in memory with `null`. One process at a time: a second one is refused
 * with an `Error` that says who holds it.
 */
export async function openEmbedded(folder: string | null): Promise<Database> {
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  if (folder !== null) mkdirSync(embeddedFolder(folder), { recursive: true });
  const pglite = await (folder === null ? PGlite.create() : PGlite.create(embeddedFolder(folder))).catch((error) => {
    unlock();
    throw error;
  });
  const db = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    kind: "embedded",
    db,
    queue: fromPglite(pglite),
    listen: (channel, hear) => pglite.listen(channel, hear),
    connections: () => null,
    close: async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      unlock();
    },
  };
}
