import { databaseClock } from "../../../src/platform/clock.ts";
import type { Database } from "../../../src/platform/database/database.ts";
import { openPostgresql } from "../../../src/platform/database/open-postgresql.ts";
import { type TestPeople, testPeople } from "../../support/test-people.ts";

/** The database behind the servers, for what a test prepares and looks up without them. */
export interface Direct extends TestPeople {
  readonly database: Database;
  readonly db: Database["db"];
  readonly clock: typeof databaseClock;
  readonly close: () => Promise<void>;
}

/** People made here ask the server at `origin`. */
export function openDirect(databaseUrl: string, origin: string): Direct {
  const database = openPostgresql(databaseUrl);
  const { db } = database;
  return {
    database,
    db,
    clock: databaseClock,
    ...testPeople({ db, clock: databaseClock }, origin),
    close: () => database.close(),
  };
}
