import { sql } from "kysely";
import { newId } from "../ids.ts";
import type { Log } from "../logs/log.ts";
import type { Db } from "../tables.ts";

/** Whether this process does jobs, and when it was last seen to be able to. */
export interface WorkerBeat {
  readonly works: boolean;
  /** Whether it told the database lately that it lives. True of one that does not work. */
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

export const NOT_WORKING: WorkerBeat = { works: false, isAlive: () => true, stop: async () => undefined };

/** How often a worker tells that it lives, and how long one counts as alive that does not; in ms. */
const BEAT_EVERY = 15_000;
const ALIVE_WITHIN = 60_000;

/** Tells the database every few seconds that a worker lives in this process, for servers elsewhere. */
export async function startWorkerBeat(db: Db, log: Log): Promise<WorkerBeat> {
  const id = newId();
  let lastAt = Date.now();
  const beat = async (): Promise<void> => {
    // The time of the database, whose clock all share; a worker that was killed is forgotten after a day.
    await sql`insert into worker (id, seen_at) values (${id}, now())
      on conflict (id) do update set seen_at = excluded.seen_at`.execute(db);
    await sql`delete from worker where seen_at < now() - interval '1 day'`.execute(db);
    lastAt = Date.now();
  };
  await beat();
  const beating = setInterval(() => {
    beat().catch((err) => log.warn({ err }, "The worker could not tell that it lives."));
  }, BEAT_EVERY);
  beating.unref();
  return {
    works: true,
    isAlive: () => Date.now() - lastAt < ALIVE_WITHIN,
    stop: async () => {
      clearInterval(beating);
      // Where the database is gone, so is nothing that would not be forgotten by itself.
      await db
        .deleteFrom("worker")
        .where("id", "=", id)
        .execute()
        .catch(() => undefined);
    },
  };
}

/** How many workers live, in whatever process. */
export async function workersAlive(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from worker
    where seen_at > now() - make_interval(secs => ${ALIVE_WITHIN / 1000})`.execute(db);
  return rows[0]?.count ?? 0;
}
