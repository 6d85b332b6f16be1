import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../database/database.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { workersAlive } from "../jobs/worker-beat.ts";

export interface Metrics {
  /** Counts a request that was answered. `operation` is a name of ours and never an address. */
  readonly observe: (operation: string, status: number, seconds: number) => void;
  /** Everything in the text format of Prometheus, asked for now. */
  readonly read: () => Promise<{ readonly text: string; readonly type: string }>;
}

interface Measured {
  readonly database: Database;
  readonly jobs: Pick<Jobs, "counts">;
  readonly listeners: () => number;
}

/** From 5 ms, a page from memory, to 30 s, a large file over a slow line. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What one server measures, in a registry of its own. */
export function createMetrics({ database, jobs, listeners }: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "compendium_request_seconds",
    help: "How long requests took, by operation and status",
    labelNames: ["operation", "status"],
    buckets: SECONDS,
    registers,
  });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name: `compendium_${name}`, help, labelNames, registers });
  const live = gauge("live_listeners", "Connections that are told of changes");
  const up = gauge("database_up", "1 while the database answers");
  const connections = gauge("database_connections", "Of the pool, by state", ["state"]);
  const jobCounts = gauge("jobs", "Jobs by kind and state, as of at most a minute ago", ["kind", "state"]);
  const unsent = gauge("mails_unsent", "Mails that wait to be sent");
  const unsentFor = gauge("mail_unsent_seconds", "How long the oldest of them has waited");
  const workers = gauge("workers", "Processes that do jobs and were seen within a minute");

  const ask = async (): Promise<void> => {
    for (const { name: kind, ...counts } of await jobs.counts()) {
      for (const [state, count] of Object.entries(counts)) jobCounts.set({ kind, state }, count);
    }
    const { count, oldest } = await database.db
      .selectFrom("mail")
      .select(({ fn }) => [fn.countAll().as("count"), fn.min("createdAt").as("oldest")])
      .where("sentAt", "is", null)
      .executeTakeFirstOrThrow();
    unsent.set(Number(count));
    unsentFor.set(oldest === null ? 0 : Math.max(0, (Date.now() - new Date(oldest).getTime()) / 1000));
    workers.set(await workersAlive(database.db));
  };
  return {
    observe: (operation, status, seconds) => requests.observe({ operation, status }, seconds),
    read: async () => {
      live.set(listeners());
      for (const [state, count] of Object.entries(database.connections() ?? {})) connections.set({ state }, count);
      // What the process knows by itself is told although the database is gone: that is when somebody looks.
      up.set(
        await ask().then(
          () => 1,
          () => 0,
        ),
      );
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}
