import type { Db as QueueDatabase } from "pg-boss";
import type { Db } from "../tables.ts";

/** An open database, embedded or not. Everything above sees no difference. */
export interface Database {
  readonly kind: "embedded" | "postgresql";
  readonly db: Db;
  /** For the job queue. */
  readonly queue: QueueDatabase;
  /** Calls back with the payload of each NOTIFY on the channel, until the returned function is called. */
  readonly listen: (channel: string, hear: (payload: string) => void) => Promise<() => Promise<void>>;
  /** Of the pool: open ones, those of them that are idle, and how many ask for one; `null` where there is no pool. */
  readonly connections: () => { readonly open: number; readonly idle: number; readonly awaited: number } | null;
  readonly close: () => Promise<void>;
}
