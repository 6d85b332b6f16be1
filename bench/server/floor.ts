import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ended, freePort } from "./processes.ts";

/** One address that the floor answers: after these queries, with the bytes of a file. */
export interface FloorAnswer {
  /** Path and query. */
  readonly path: string;
  readonly queries: readonly Query[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Query {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** As a file tells it to the floor's process: the body is in a file of its own. */
export type FloorEntry = Omit<FloorAnswer, "body"> & { readonly file: string };

/** Where the floor listens in the database; its act notifies here. */
export const FLOOR_CHANNEL = "bench_floor";

/** The file that lists the addresses. */
export const ENTRIES = "entries.json";

export interface Floor {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts the floor as a process of its own, as the product is one. */
export async function startFloor(databaseUrl: string, answers: readonly FloorAnswer[]): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), "bench-floor-"));
  const entries = answers.map(({ body, ...rest }, i): FloorEntry => {
    const file = `${i}.body`;
    writeFileSync(join(folder, file), body);
    return { ...rest, file };
  });
  writeFileSync(join(folder, ENTRIES), JSON.stringify(entries));
  const port = await freePort();
  const child = spawn(process.execPath, [SCRIPT, String(port), databaseUrl, folder], {
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const began = Promise.withResolvers<void>();
  child.stdout.once("data", () => began.resolve());
  child.once("exit", () => began.reject(new Error("The floor did not start.")));
  await began.promise;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SCRIPT = join(import.meta.dirname, "floor-process.ts");
