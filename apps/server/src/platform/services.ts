import { Transaction } from "kysely";
import type { Clock } from "./clock.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./logs/log.ts";
import type { Settings } from "./settings.ts";
import type { Db, Tx } from "./tables.ts";
import type { Threads } from "./threads/threads.ts";
import { inSpan } from "./traces/span.ts";

/** What every room is given to work with. */
export interface Services {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly settings: Settings;
  readonly log: Log;
}

/**
 * Runs a command: all that it changes, records, tells and queues happens together, or not at all. Where `db` is a
 * transaction that somebody began, the command is a part of it, and happens with the rest of it or not at all.
 */
export function inTransaction<Result>(
  { db }: Pick<Services, "db">,
  does: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inSpan("transaction", () => (db instanceof Transaction ? does(db) : db.transaction().execute(does)));
}
