import type { Cluster } from "../../../../../tools/postgresql.ts";
import type { Chance } from "./chance.ts";
import type { ServerProcess } from "./server-process.ts";

export interface Victims {
  readonly server: ServerProcess;
  readonly worker: ServerProcess;
  /** `null` where the database is embedded, and dies with the server. */
  readonly cluster: Cluster | null;
}

export interface Killer {
  /** Whom it has killed so far, in order, with the ms since it began: `"worker at 812"`. */
  readonly killed: readonly string[];
  /** Ends the killing, and waits until all are up again. */
  readonly stop: () => Promise<void>;
}

/** Kills one after the other with SIGKILL, at moments that chance tells, and starts each again at once. */
export function letLoose({ server, worker, cluster }: Victims, chance: Chance): Killer {
  const killed: string[] = [];
  const since = Date.now();
  const interrupt = Promise.withResolvers<void>();
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      const wait = chance.between(100, 4_000);
      await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), interrupt.promise]);
      if (isOver) return;
      const victim = chance.pick(
        cluster === null ? (["server"] as const) : (["server", "worker", "PostgreSQL"] as const),
      );
      killed.push(`${victim} at ${Date.now() - since}`);
      if (victim === "PostgreSQL") {
        await cluster?.crash();
        await cluster?.start();
      } else {
        const process = victim === "server" ? server : worker;
        await process.kill();
        await process.start();
      }
    }
  })();
  return {
    killed,
    stop: async () => {
      isOver = true;
      interrupt.resolve();
      await done;
      await server.start();
      await worker.start();
    },
  };
}
