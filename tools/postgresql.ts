/**
 * The PostgreSQL that tests and measurements run on: `node tools/postgresql.ts --install` gets Debian's where there is
 * none. Each run starts a server of its own in a temporary folder, and ends it.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL of our own, in a temporary folder. */
export interface Cluster {
  /** Makes an empty database and gives its address. */
  readonly createDatabase: () => Promise<string>;
  /** Kills all its processes at once, as a power cut would. What was committed is found when it starts again. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash, at the same address. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const ADVICE = [
  "No PostgreSQL was found, and these tests need one of version 15 or later. Either of these gives one:",
  "  apt-get install postgresql         (Debian, as root)",
  "  POSTGRESQL_BIN=/path/to/its/bin    (one that you have)",
].join("\n");

/** The folder of the programs `initdb` and `postgres`: what `POSTGRESQL_BIN` says, else Debian's newest. Throws advice. */
export function findPostgresql(): string {
  const found = process.env.POSTGRESQL_BIN ?? newestOfDebian();
  if (found === null || !existsSync(join(found, "postgres"))) throw new Error(ADVICE);
  return found;
}

function newestOfDebian(): string | null {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return null;
  const newest = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(root, newest, "bin");
}

/** Starts one, as the user `nobody` where we are root, as which PostgreSQL refuses to run. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPostgresql();
  const folder = mkdtempSync(join(tmpdir(), "compendium-postgresql-"));
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (isRoot) chownSync(folder, idOf("-u"), idOf("-g"));
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "test", "--auth=trust", "--no-sync", "-E", "UTF8"], {
    ...owner,
    stdio: "ignore",
  });
  const port = await freePort();
  const address = (name: string) => `postgres://test@127.0.0.1:${port}/${name}`;
  const launch = async (tries = 50): Promise<ChildProcess> => {
    const launched = spawn(
      join(programs, "postgres"),
      ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
      { ...owner, stdio: "ignore" },
    );
    const gone = new Promise<"gone">((resolve) => launched.once("exit", () => resolve("gone")));
    const ready = untilReady(address("postgres"), () => launched.exitCode !== null);
    // After a crash it refuses to start until the last of its former processes has noticed.
    if ((await Promise.race([gone, ready])) !== "gone") return launched;
    await ready.catch(() => undefined);
    if (tries === 1) throw new Error(`PostgreSQL does not start in ${folder}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return launch(tries - 1);
  };
  let server = await launch();
  let made = 0;
  return {
    createDatabase: async () => {
      made += 1;
      const name = `test_${made}`;
      await ask(address("postgres"), `create database ${name}`);
      return address(name);
    },
    crash: async () => {
      const pids = [server.pid ?? 0, ...childrenOf(server.pid ?? 0)];
      await ended(server, () => pids.forEach(killed));
    },
    start: async () => {
      server = await launch();
    },
    stop: async () => {
      await ended(server, () => server.kill("SIGINT"));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends a process and waits until it is gone; at once if it is gone already. */
async function ended(server: ChildProcess, end: () => void): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  end();
  await gone;
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => (line.trim() === "" ? [] : [Number(line)]));
}

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function idOf(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
}

/** Until it answers. Throws when that takes a minute, or when `isOver` says that it never will. */
async function untilReady(url: string, isOver: () => boolean): Promise<void> {
  for (const until = Date.now() + 60_000; ; ) {
    try {
      await ask(url, "select 1");
      return;
    } catch (error) {
      if (isOver() || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
  return promise;
}

if (process.argv.includes("--install") && import.meta.main) {
  if (newestOfDebian() === null && process.env.POSTGRESQL_BIN === undefined && process.getuid?.() === 0) {
    const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-q"], options);
    spawnSync("apt-get", ["install", "-qy", "--no-install-recommends", "postgresql"], options);
  }
  try {
    console.log(findPostgresql());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
