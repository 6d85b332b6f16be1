import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { CamelCasePlugin, Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import type { Tables } from "../tables.ts";
import type { Database } from "./database.ts";
import { lockFolder } from "./lock-folder.ts";
import { NotOpened } from "./not-opened.ts";

/** Where the embedded database is, in a data folder. */
function embeddedFolder(dataFolder: string): string {
  return join(dataFolder, "database");
}

/** In a database that is being made: until it is whole, nothing was ever kept in it. */
const UNFINISHED = "unfinished";

/** Whether a data folder has an embedded database; one whose making was interrupted is none. */
export function hasEmbedded(dataFolder: string): boolean {
  const database = embeddedFolder(dataFolder);
  return existsSync(database) && !existsSync(join(database, UNFINISHED));
}

/**
 * Opens the embedded PostgreSQL in a folder, and makes it where there is none. Throws `NotOpened`, which says why and what
 * to do; for a second process, who holds the folder. A process whose folder is removed while it runs ends at once: it would
 * write into the next one's files.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const end = (): never => {
    console.error(
      `${folder} was removed or replaced while Compendium ran. It stops, so that it damages nothing there.`,
    );
    process.exit(1);
  };
  const lock = lockFolder(folder, end);
  const pglite = await openOrMake(folder).catch((error: unknown) => {
    lock.release();
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
      // A database that closes writes its last state.
      if (!lock.isOurs()) end();
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      lock.release();
    },
  };
}

/** The database of a folder that is held. One whose making was interrupted is made anew. */
async function openOrMake(folder: string): Promise<PGlite> {
  const database = embeddedFolder(folder);
  const unfinished = join(database, UNFINISHED);
  if (existsSync(unfinished)) rmSync(database, { recursive: true });
  mkdirSync(database, { recursive: true });
  const isNew = readdirSync(database).length === 0;
  // Where only some files are left, PostgreSQL would put new ones among them.
  if (!isNew && !existsSync(join(database, "PG_VERSION"))) throw damaged(folder);
  if (isNew) writeFileSync(unfinished, "");
  const pglite = await PGlite.create(database).catch((error: unknown) => {
    throw damaged(folder, error);
  });
  rmSync(unfinished, { force: true });
  return pglite;
}

/** PostgreSQL says in its log why; here it only says that it ended. */
function damaged(folder: string, cause?: unknown): NotOpened {
  return new NotOpened(
    folder,
    `The database in ${folder} cannot be opened: its files are damaged, or do not belong together.`,
    "Look whether they can be read and written, and whether the disk has room. If so, keep the folder aside and put the "
      + "newest backup back into a new one: COMPENDIUM_DATA=<new folder> npx compendium restore "
      + `${join(folder, "backups")}/<newest>.zip`,
    { cause },
  );
}
