import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readSettings } from "../../src/platform/settings.ts";
import { freePort } from "../sign-in/support/free-port.ts";
import { eventually } from "../support/eventually.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const SERVER = join(ROOT, "apps/server");

const folder = temporaryFolder();
const running: ChildProcess[] = [];
afterAll(() => {
  for (const each of running) each.kill("SIGKILL");
  folder.remove();
});

describe("the data folder", () => {
  test("is taken from the root of the project, unless it is absolute", () => {
    const folderFor = (environment: Readonly<Record<string, string>>) => readSettings(environment).dataFolder;
    expect(folderFor({})).toBe(join(ROOT, "data"));
    expect(folderFor({ COMPENDIUM_DATA: "rehearsal/data" })).toBe(join(ROOT, "rehearsal/data"));
    expect(folderFor({ COMPENDIUM_DATA: folder.path })).toBe(folder.path);
  });

  test("is the same for the server that npm starts and for every command, wherever one stands", async () => {
    // Relative, and outside the project: from another folder it would lead elsewhere.
    const data = join(relative(ROOT, folder.path), "data");
    const port = String(await freePort());
    const environment = { PATH: process.env.PATH, COMPENDIUM_DATA: data, COMPENDIUM_PORT: port };
    const run = (cwd: string, words: readonly string[]) => {
      const child = spawn(process.execPath, words, { cwd, env: environment });
      running.push(child);
      let printed = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk) => {
          printed += String(chunk);
        });
      }
      const ended = once(child, "close").then(([exit]) => ({ exit: exit as number, printed }));
      return { child, ended, printed: () => printed };
    };
    const compendium = (...words: readonly string[]) =>
      run(folder.path, [join(ROOT, "apps/cli/bin/compendium.cjs"), ...words]).ended;

    const server = run(SERVER, ["start.ts"]);
    await eventually(async () => (server.printed().includes("Compendium is open") ? true : null), "the server");
    expect(server.printed()).toContain(join(folder.path, "data"));
    expect((await compendium("doctor")).printed).toContain("a server holds it");
    expect(await compendium("backup", "kept.zip")).toMatchObject({
      exit: 8,
      printed: expect.stringMatching(/in use by another/),
    });
    server.child.kill("SIGTERM");
    await server.ended;

    expect(await compendium("backup", "kept.zip")).toMatchObject({ exit: 0 });
    expect(await compendium("verify", "--database")).toMatchObject({ exit: 0 });
    expect(await compendium("restore", "kept.zip")).toMatchObject({
      printed: expect.stringMatching(/\[database-not-empty\]/),
    });
  });
});
