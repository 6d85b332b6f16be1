import { sql } from "kysely";
import type { Db } from "./tables.ts";

/**
 * What time it is. The database tells: several servers then agree, and an instant taken inside a transaction after a lock
 * is later than what was committed before that lock.
 */
export interface Clock {
  readonly now: (db: Db) => Promise<Date>;
}

/** In whole milliseconds: what JavaScript keeps, and what the record hashes. */
export const databaseClock: Clock = {
  now: async (db) => {
    const { rows } = await sql<{ now: Date }>`select date_trunc('milliseconds', clock_timestamp()) as now`.execute(db);
    const now = rows[0]?.now;
    if (now === undefined) throw new Error("The database does not tell the time.");
    return new Date(now);
  },
};
