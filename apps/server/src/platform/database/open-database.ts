import type { Settings } from "../settings.ts";
import type { Database } from "./database.ts";
import { hasEmbedded, openEmbedded } from "./open-embedded.ts";
import { openPostgresql } from "./open-postgresql.ts";

/** Opens the database that the settings name, as it is: its shape is not touched. */
export async function openDatabase({ databaseUrl, dataFolder }: Settings): Promise<Database> {
  return databaseUrl === null ? openEmbedded(dataFolder) : openPostgresql(databaseUrl);
}

/** Whether there is a database to open. Of a PostgreSQL only opening it tells. */
export function isThere({ databaseUrl, dataFolder }: Settings): boolean {
  return databaseUrl !== null || hasEmbedded(dataFolder);
}

/** The database as a person may be shown it: without its password. */
export function nameOf({ databaseUrl, dataFolder }: Settings): string {
  if (databaseUrl === null) return dataFolder;
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL ${host}${pathname}`;
}
