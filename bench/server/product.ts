import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, startCluster } from "../../tools/postgresql.ts";
import { ended, freePort } from "./processes.ts";

const START = join(import.meta.dirname, "../../apps/server/start.ts");
const PAGES = join(import.meta.dirname, "../../apps/web/dist/server/entry-server.js");

/** The product as it is installed: one server process, which does the jobs too, on a PostgreSQL of its own. */
export interface Product {
  readonly url: string;
  /** What the server believes its address is, and what changes must come from. */
  readonly origin: string;
  readonly databaseUrl: string;
  /** Of the server. */
  readonly pid: number;
  /** Where the server writes its mails. */
  readonly mailFolder: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts it on an empty database. `profile` is a folder into which the server writes its profile when it stops. Rejects
 * with the server's own words where it does not start.
 */
export async function startProduct(profile: string | null): Promise<Product> {
  if (!existsSync(PAGES)) {
    throw new Error("The web client is not built. Run this first: npm run build --workspace apps/web");
  }
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), "bench-server-"));
  try {
    const databaseUrl = await cluster.createDatabase();
    const server = await startServer(databaseUrl, folder, profile);
    return {
      ...server,
      databaseUrl,
      mailFolder: join(folder, "mail"),
      stop: async () => {
        await server.stop();
        await remove(cluster, folder);
      },
    };
  } catch (error) {
    await remove(cluster, folder);
    throw error;
  }
}

async function remove(cluster: Cluster, folder: string): Promise<void> {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startServer(
  databaseUrl: string,
  folder: string,
  profile: string | null,
): Promise<Pick<Product, "url" | "origin" | "pid" | "stop">> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const profiling = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const server = spawn(process.execPath, [...profiling, START], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      COMPENDIUM_DATA: folder,
      COMPENDIUM_PORT: String(port),
      COMPENDIUM_LOG: "error",
      // Everybody comes from an address of their own, and nobody is told that they ask too often: this is about speed.
      COMPENDIUM_BEHIND_PROXY: "true",
      COMPENDIUM_REQUESTS_PER_MINUTE: "1000000",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (complaints = (complaints + text).slice(-4000)));
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/api/v1/installation`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok === true) break;
    if (tries > 300 || server.exitCode !== null) throw new Error(`The server did not start:\n${complaints}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, origin: `http://localhost:${port}`, pid: server.pid ?? 0, stop: () => ended(server) };
}
