import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The workbench as `npm start` serves it. */
export interface ServedWorkbench {
  readonly address: string;
  /** Ends it, and waits until its port is free again. */
  stop(): Promise<void>;
}

/** Starts it on a port of its own. Rejects with what it printed if it does not get as far as serving. */
export async function serveWorkbench(port: number): Promise<ServedWorkbench> {
  const server = startServer(port);
  const printed = await untilPrinted(server, /open at (\S+)\/workbench/);
  return { address: printed[1] ?? "", stop: () => stopServer(server) };
}

/** What `npm start` prints on a port that is taken, once it has given up. */
export async function printedAtTakenPort(port: number): Promise<string> {
  const server = startServer(port);
  return (await untilPrinted(server, /.*taken.*npm start/s))[0];
}

function startServer(port: number): ChildProcess {
  const script = join(import.meta.dirname, "../../apps/web/serve.ts");
  return spawn(process.execPath, [script], { env: { ...process.env, COMPENDIUM_PORT: String(port) }, stdio: "pipe" });
}

async function stopServer(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.kill();
  await ended;
}

function untilPrinted(server: ChildProcess, awaited: RegExp): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  let printed = "";
  const listen = (words: Buffer): void => {
    printed += words;
    const found = awaited.exec(printed);
    if (found !== null) resolve(found);
  };
  server.stdout?.on("data", listen);
  server.stderr?.on("data", listen);
  server.once("exit", () => reject(new Error(`The workbench stopped, having printed:\n${printed}`)));
  return promise;
}
