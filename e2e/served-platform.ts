import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server as `npm start` runs it, once the web client is built, on a data folder of its own. */
export interface ServedPlatform {
  readonly address: string;
  /** The sources of all mails written so far. */
  readonly mails: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** What it prints on a port that is taken, once it has given up. */
export async function printedAtTakenPort(port: number): Promise<string> {
  try {
    const unforeseen = await servePlatform(port, null);
    await unforeseen.stop();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Starts it. Rejects with what it printed if it does not get as far as serving. */
export async function servePlatform(port: number, databaseUrl: string | null): Promise<ServedPlatform> {
  const folder = mkdtempSync(join(tmpdir(), "compendium-e2e-"));
  const server = spawn(process.execPath, [join(import.meta.dirname, "../apps/server/start.ts")], {
    env: {
      ...process.env,
      COMPENDIUM_DATA: folder,
      COMPENDIUM_PORT: String(port),
      COMPENDIUM_LOG: "error",
      DATABASE_URL: databaseUrl ?? "",
    },
    stdio: "pipe",
  });
  const address = await untilOpen(server);
  return {
    address,
    mails: () => mailsIn(join(folder, "mail")),
    stop: async () => {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mailsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    return names.map((name) => readFileSync(join(folder, name), "utf8"));
  } catch {
    return [];
  }
}

function untilOpen(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let printed = "";
  const listen = (words: Buffer): void => {
    printed += words;
    const [, address] = /open at (\S+)/.exec(printed) ?? [];
    if (address !== undefined) resolve(address);
  };
  server.stdout?.on("data", listen);
  server.stderr?.on("data", listen);
  server.once("exit", () => reject(new Error(`The server stopped, having printed:\n${printed}`)));
  return promise;
}
