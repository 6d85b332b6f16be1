import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Db } from "../tables.ts";

type Migrations = Readonly<Record<string, Migration>>;

/** One step of the database's shape, as SQL statements. Steps are never changed once released, and never undone. */
export function migration(...statements: readonly string[]): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/**
 * Brings the database to the newest shape, or to that after the step `upTo`, in one transaction; several servers that
 * start at once wait for one another. Throws with the name of the step that failed; then nothing has changed.
 */
export async function migrate(db: Db, migrations: Migrations, upTo: string | null = null): Promise<void> {
  const migrator = migratorOf(db, migrations);
  const { error, results } = upTo === null ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName ?? "before the first step";
  throw new Error(`The database could not be brought to the newest shape (${failed}).`, { cause: error });
}

/** The names of the steps that this database has behind it; those that this program does not know included. */
export async function stepsTaken(db: Db): Promise<readonly string[]> {
  const { rows: found } = await sql<{
    name: string | null;
  }>`select to_regclass('kysely_migration')::text as name`.execute(db);
  if (found[0]?.name == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function migratorOf(db: Db, migrations: Migrations): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}
