import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { eventually } from "../../support/eventually.ts";

const START = join(import.meta.dirname, "../../../start.ts");

/** `node apps/server/start.ts` as a process of its own, looked after as a service manager does: it is started again when it ends. */
export interface ServerProcess {
  /** Where it answers; a worker answers nowhere. */
  readonly url: string;
  readonly pid: () => number;
  /** SIGKILL; rejects nothing, ends when the process is gone. It stays away until `start`. */
  readonly kill: () => Promise<void>;
  /** Starts it, and waits until it answers or, of a worker, until it said that it works. */
  readonly start: () => Promise<void>;
  /** SIGTERM, and the exit code with which it ended. */
  readonly stop: () => Promise<number | null>;
  /** Each time that it crashed: the last lines that it wrote. */
  readonly crashes: () => readonly string[];
  /** How often it refused to start and said why, as it does while its database is away. */
  readonly refusals: () => number;
  /** What it wrote, the last lines. */
  readonly log: () => string;
}

/** Starts a server, a worker, or one process that is both. Its port is free, and stays its own when it is started again. */
export async function startServerProcess(
  runs: "both" | "server" | "worker",
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const crashes: string[] = [];
  let refusals = 0;
  let wanted = false;
  let running: ChildProcess | null = null;

  const launch = (): void => {
    const launched = spawn(process.execPath, [START], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        COMPENDIUM_LOG: "error",
        COMPENDIUM_HOST: "127.0.0.1",
        COMPENDIUM_JOB_HEARTBEAT: "10",
        ...environment,
        COMPENDIUM_PORT: String(port),
        COMPENDIUM_RUNS: runs,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running = launched;
    for (const stream of [launched.stdout, launched.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        lines.push(
          ...text
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => line.slice(0, 600)),
        );
        lines.splice(0, lines.length - 40);
      });
    }
    // When what it wrote has been read too.
    launched.once("close", (code, signal) => {
      if (running === launched) running = null;
      if (!wanted) return;
      // Node writes its version last when nobody caught an error; a refusal is a reason, and 1.
      if (code === 1 && !lines.at(-1)?.startsWith("Node.js v")) refusals += 1;
      else crashes.push(`${code ?? signal}: ${lines.slice(-8).join("\n")}`);
      setTimeout(() => {
        if (wanted && running === null) launch();
      }, 200);
    });
  };
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
    wanted = false;
    const ending = running;
    if (ending === null) return null;
    const gone = new Promise<number | null>((resolve) => ending.once("close", resolve));
    ending.kill(signal);
    return gone;
  };
  const server: ServerProcess = {
    url,
    pid: () => running?.pid ?? 0,
    start: async () => {
      wanted = true;
      if (running === null) launch();
      if (runs !== "worker") await untilAnswers(url, () => lines.join("\n"));
    },
    kill: async () => {
      await end("SIGKILL");
    },
    stop: async () => {
      const overdue = setTimeout(() => running?.kill("SIGKILL"), 20_000);
      return end("SIGTERM").finally(() => clearTimeout(overdue));
    },
    crashes: () => crashes,
    refusals: () => refusals,
    log: () => lines.join("\n"),
  };
  await server.start();
  return server;
}

async function untilAnswers(url: string, log: () => string): Promise<void> {
  try {
    await eventually(async () => {
      const answer = await fetch(`${url}/api/v1/installation`).catch(() => null);
      await answer?.body?.cancel();
      return answer?.ok === true ? true : null;
    }, `the server at ${url}`);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${log()}`);
  }
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
  return promise;
}
