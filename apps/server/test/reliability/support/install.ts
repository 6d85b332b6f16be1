import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, startCluster } from "../../../../../tools/postgresql.ts";
import { type Direct, openDirect } from "./direct.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** Servers and workers as processes of their own, on one PostgreSQL and one data folder. */
export interface Installed {
  readonly cluster: Cluster;
  readonly servers: readonly ServerProcess[];
  readonly workers: readonly ServerProcess[];
  readonly direct: Direct;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
}

/** All are started at once, on an empty database. */
export async function install(
  counts: { readonly servers: number; readonly workers: number },
  given: Readonly<Record<string, string>> = {},
): Promise<Installed> {
  const cluster = await startCluster();
  const dataFolder = mkdtempSync(join(tmpdir(), "compendium-processes-"));
  const databaseUrl = await cluster.createDatabase();
  const environment = { DATABASE_URL: databaseUrl, COMPENDIUM_DATA: dataFolder, ...given };
  const start = (runs: "server" | "worker", count: number) =>
    Promise.all(Array.from({ length: count }, () => startServerProcess(runs, environment)));
  const [servers, workers] = await Promise.all([start("server", counts.servers), start("worker", counts.workers)]);
  const direct = openDirect(databaseUrl, ...servers.map(({ url }) => url));
  return {
    cluster,
    servers,
    workers,
    direct,
    databaseUrl,
    dataFolder,
    close: async () => {
      await direct.close();
      await Promise.all([...servers, ...workers].map((each) => each.stop()));
      await cluster.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
