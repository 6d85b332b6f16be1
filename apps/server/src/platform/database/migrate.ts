import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Db } from "../tables.ts";

/** One step of the database's shape, as SQL statements. Steps are never changed once released, and never undone. */
export function migration(...statements: readonly string[]): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/**
 * Brings the database to the newest shape, in one transaction; several servers that start at once wait for one another.
 * Throws with the name of the step that failed; then nothing has changed.
 */
export async function migrate(db: Db, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName ?? "before the first step";
  throw new Error(`The database could not be brought to the newest shape (${failed}).`, { cause: error });
}
