import type { Clock } from "./clock.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Settings } from "./settings.ts";
import type { Db, Tx } from "./tables.ts";
import type { Threads } from "./threads/threads.ts";

/** What every room is given to work with. */
export interface Services {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly settings: Settings;
}

/** Runs a command: all that it changes, records, tells and queues happens together, or not at all. */
export function inTransaction<Result>(
  { db }: Pick<Services, "db">,
  does: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(does);
}
