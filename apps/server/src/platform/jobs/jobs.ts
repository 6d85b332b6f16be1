import { fromKysely, type JobWithMetadata, PgBoss, type SendOptions } from "pg-boss";
import type { Database } from "../database/database.ts";
import type { Db } from "../tables.ts";
import { inSpan } from "../traces/span.ts";

/** What each kind of job is given. Rooms add theirs by declaration. */
export interface JobData {
  mail: { readonly mail: string };
}

export type JobName = keyof JobData & string;

/** Work that takes time or waits for a clock. A job belongs to the transaction that adds it. */
export interface Jobs {
  /** Adds a job; it begins after the transaction commits, or at `startAfter`. */
  readonly add: <Name extends JobName>(
    db: Db,
    name: Name,
    data: JobData[Name],
    options?: Pick<SendOptions, "startAfter" | "singletonKey">,
  ) => Promise<void>;
  /** Does jobs of this kind, one at a time. A job that rejects, or whose process dies, is done again. */
  readonly work: <Name extends JobName>(name: Name, does: (data: JobData[Name]) => Promise<void>) => Promise<void>;
  /** How many jobs of each kind there are, as of at most a minute ago. */
  readonly counts: () => Promise<readonly JobCounts[]>;
  readonly close: () => Promise<void>;
}

export interface JobCounts {
  readonly name: string;
  /** Could begin now. */
  readonly waiting: number;
  /** Wait for an instant: a deadline, or the next try. */
  readonly planned: number;
  readonly active: number;
  /** Tried so often that nobody tries again; of the last two weeks. */
  readonly failed: number;
}

/** How often a worker looks for jobs, in seconds; they can also wait for a clock, of which nobody is told. */
const LOOK_EVERY = 0.5;

/**
 * A job that fails is tried again after 1, 2, 4 … seconds, at last every ten minutes, for nearly a week: a mail server can
 * be away over a long weekend. The queue itself drops what waited for two weeks.
 */
const RETRIES = 1_000;
const RETRY_EVERY = 600;

interface JobsOptions {
  readonly names: readonly JobName[];
  readonly onError: (error: Error) => void;
  /**
   * For how many seconds a job is left to a worker that gives no sign of life, before another does it again; 20 by itself. A worker
   * gives two signs in that time, and somebody looks four times: so a job whose worker was killed begins again after
   * `heartbeat` to 1.25 times that, and the moment that every retry waits.
   */
  readonly heartbeat?: number;
}

/** Starts the job queue on a database; its tables are in a schema of their own. */
export async function startJobs(database: Database, options: JobsOptions): Promise<Jobs> {
  const { heartbeat = 20 } = options;
  const boss = new PgBoss({
    db: database.queue,
    schema: "jobs",
    backend: database.kind === "embedded" ? "pglite" : "postgres",
    warningQueueSize: 100_000,
    monitorVacuum: false,
    // By itself the queue looks for lost jobs once a minute, and then a compilation could hang for two.
    superviseIntervalSeconds: Math.ceil(heartbeat / 4),
    monitorIntervalSeconds: Math.ceil(heartbeat / 4),
  });
  boss.on("error", options.onError);
  await boss.start();
  for (const name of options.names) {
    const queue = {
      retryLimit: RETRIES,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: RETRY_EVERY,
      heartbeatSeconds: heartbeat,
      expireInSeconds: 900,
    };
    // The first does nothing where the queue is there already, the second gives it these values.
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
  }
  return {
    add: async (db, name, data, sendOptions = {}) => {
      await boss.send(name, data, { ...sendOptions, db: fromKysely(db) });
    },
    work: async (name, does) => {
      await boss.work<JobData[typeof name]>(name, { pollingIntervalSeconds: LOOK_EVERY }, async (jobs) => {
        for (const { data } of jobs as JobWithMetadata<JobData[typeof name]>[]) {
          await inSpan(`job ${name}`, () => does(data));
        }
      });
    },
    counts: () =>
      Promise.all(
        options.names.map(async (name) => {
          const [stats] = await boss.getQueueStats(name, { force: true });
          return {
            name,
            waiting: stats?.readyCount ?? 0,
            planned: stats?.deferredCount ?? 0,
            active: stats?.activeCount ?? 0,
            failed: stats?.failedCount ?? 0,
          };
        }),
      ),
    close: () => boss.stop({ graceful: true, timeout: 30_000 }),
  };
}
