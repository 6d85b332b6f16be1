import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../sign-in/support/free-port.ts";
import { eventually } from "../support/eventually.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const LOOK_FIRST = join(ROOT, "apps/server/look-first.ts");

const folder = temporaryFolder();

/** Runs a program with these variables and no others of ours; its output is one text, in the order in which it came. */
function run(program: string, words: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(program, words, { cwd: ROOT, env: { PATH: process.env.PATH, ...environment } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
    });
  }
  const ended = once(child, "close").then(([exit]) => ({ exit: exit as number, printed }));
  return { child, ended, printed: () => printed };
}

describe("npm start beside a server that runs", () => {
  let server: ChildProcess;
  let printedByServer: () => string;
  let port: number;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    port = await freePort();
    environment = { COMPENDIUM_DATA: join(folder.path, "shared"), COMPENDIUM_PORT: String(port) };
    const started = run(process.execPath, [join(ROOT, "apps/server/start.ts")], environment);
    server = started.child;
    printedByServer = started.printed;
    await eventually(async () => (started.printed().includes("Compendium is open") ? true : null), "the server");
  }, 120_000);
  afterAll(() => {
    server.kill("SIGKILL");
    folder.remove();
  });

  test("says on the same data what runs, where, and what to do, and builds no pages", async () => {
    const { exit, printed } = await run("npm", ["start"], environment).ended;
    expect(exit).toBe(1);
    expect(printed).toContain("Compendium runs already.");
    expect(printed).toContain(`${join(folder.path, "shared")} is in use by another Compendium (process ${server.pid})`);
    expect(printed).toContain(`It is open at http://localhost:${port}\n`);
    expect(printed).toContain("Ctrl+C where it was started");
    expect(printed).toContain(`COMPENDIUM_PORT=${port + 1} npm start --workspace apps/server`);
    expect(printed).not.toContain("Building");
  });

  test("says on other data that the port is taken, before anything is built or made", async () => {
    const other = join(folder.path, "other");
    const { exit, printed } = await run("npm", ["start"], { ...environment, COMPENDIUM_DATA: other }).ended;
    expect(exit).toBe(1);
    expect(printed).toContain(`Port ${port} is taken`);
    expect(printed).not.toContain("Building");
    expect(existsSync(other)).toBe(false);
  });

  test("with a folder and a port of its own goes on, and has taken neither by looking", async () => {
    const own = { COMPENDIUM_DATA: join(folder.path, "own"), COMPENDIUM_PORT: String(await freePort()) };
    expect(await run(process.execPath, [LOOK_FIRST], own).ended).toEqual({ exit: 0, printed: "" });
    expect(existsSync(own.COMPENDIUM_DATA)).toBe(false);
  });

  test("finds the address of the server in the last line that it printed when it opened", () => {
    const lines = printedByServer().trimEnd().split("\n");
    const last = lines.filter((line) => !line.includes('"msg":"incoming request"') && !line.includes('"msg":"request'));
    expect(last.at(-1)).toBe(`Compendium is open at http://localhost:${port}`);
  });
});
