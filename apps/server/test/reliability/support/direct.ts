import { type Call, createClient } from "@compendium/contract";
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

/** People made here ask these servers in turn: each call another. */
export function openDirect(databaseUrl: string, ...origins: readonly string[]): Direct {
  const database = openPostgresql(databaseUrl);
  const { db } = database;
  return {
    database,
    db,
    clock: databaseClock,
    ...testPeople({ db, clock: databaseClock }, origins[0] ?? "", (token) => inTurn(origins, token)),
    close: () => database.close(),
  };
}

/** A client that asks each of these servers in turn. */
export function inTurn(origins: readonly string[], token?: string): Call {
  const clients = origins.map((origin) => createClient({ origin, ...(token === undefined ? {} : { token }) }));
  let asked = 0;
  return (id, input, options) => {
    const client = clients[asked % clients.length];
    if (client === undefined) throw new RangeError("There is no server to ask.");
    asked += 1;
    return client(id, input, options);
  };
}
