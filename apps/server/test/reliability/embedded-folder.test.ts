import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openEmbedded } from "../../src/platform/database/open-embedded.ts";
import { eventually } from "../support/eventually.ts";

const START = join(import.meta.dirname, "../../start.ts");

describe("the folder of the embedded database", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "compendium-folder-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("removed under a server that runs, ends that server, which writes nothing into what takes its place", async () => {
    const server = start(folder);
    await server.untilOpen();
    rmSync(folder, { recursive: true });
    const next = await openEmbedded(folder);
    await next.close();
    const control = join(folder, "database/global/pg_control");
    const written = statSync(control).mtimeMs;
    expect(await server.exited).toBe(1);
    expect(server.said()).toContain("was removed or replaced while Compendium ran");
    expect(statSync(control).mtimeMs).toBe(written);
    const again = await openEmbedded(folder);
    await again.close();
    expect(existsSync(join(folder, "lock"))).toBe(false);
  }, 180_000);

  test("removed under a server that is then stopped, is the next server's alone", async () => {
    const first = start(folder);
    await first.untilOpen();
    rmSync(folder, { recursive: true });
    const second = start(folder);
    // A database that is stopped writes its last state, and this one may not have seen yet that its folder is gone.
    first.process.kill("SIGTERM");
    expect(await first.exited).toBe(1);
    await second.untilOpen();
    expect(existsSync(join(folder, "lock")), "the lock is the second one's").toBe(true);
    second.process.kill("SIGTERM");
    expect(await second.exited).toBe(0);
    const again = await openEmbedded(folder);
    await again.close();
  }, 180_000);

  test("is filled anew where the first start was killed before all was there", async () => {
    for (const after of [0, 150, 300, 600, 1_000, 1_500]) {
      const killed = start(folder);
      await eventually(async () => (existsSync(join(folder, "database")) ? true : null), "the making to begin");
      await new Promise((resolve) => setTimeout(resolve, after));
      killed.process.kill("SIGKILL");
      await killed.exited;
    }
    // As a kill leaves it that comes while the files are written.
    rmSync(join(folder, "database/global"), { recursive: true, force: true });
    writeFileSync(join(folder, "database/unfinished"), "");
    const next = start(folder);
    await next.untilOpen();
    expect(existsSync(join(folder, "database/unfinished"))).toBe(false);
    next.process.kill("SIGKILL");
    await next.exited;
    const again = await openEmbedded(folder);
    await again.close();
  }, 180_000);

  test("goes to one of many that start at once over the lock of one that was killed", async () => {
    const killed = start(folder);
    await killed.untilOpen();
    killed.process.kill("SIGKILL");
    await killed.exited;
    const all = Array.from({ length: 4 }, () => start(folder));
    const open = await Promise.any(all.map((each) => each.untilOpen().then(() => each)));
    for (const each of all.filter((other) => other !== open)) {
      expect(await each.exited).toBe(1);
      expect(each.said()).toContain("is in use by another Compendium");
    }
    open.process.kill("SIGTERM");
    expect(await open.exited).toBe(0);
  }, 180_000);

  test("with files missing is left as it is", async () => {
    const whole = await openEmbedded(folder);
    await whole.close();
    rmSync(join(folder, "database/PG_VERSION"));
    await expect(openEmbedded(folder)).rejects.toThrow(`The database in ${folder} cannot be opened`);
    expect(existsSync(join(folder, "database/PG_VERSION"))).toBe(false);
    expect(existsSync(join(folder, "lock"))).toBe(false);
  }, 180_000);

  test("with damaged files is told as such, with what to do", async () => {
    const whole = await openEmbedded(folder);
    await whole.close();
    truncateSync(join(folder, "database/global/pg_control"), 100);
    const server = start(folder);
    expect(await server.exited).toBe(1);
    expect(server.said()).toContain(`The database in ${folder} cannot be opened`);
    expect(server.said()).toContain("npx compendium restore");
    expect(existsSync(join(folder, "lock"))).toBe(false);
  }, 180_000);
});

interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly untilOpen: () => Promise<true>;
  /** Its code, `null` where it was killed; when what it said has been read. */
  readonly exited: Promise<number | null>;
}

function start(folder: string): Started {
  const env = { ...process.env, COMPENDIUM_DATA: folder, COMPENDIUM_PORT: "0", COMPENDIUM_LOG: "silent" };
  const server = spawn(process.execPath, [START], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void server.kill("SIGKILL"));
  let text = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  return {
    process: server,
    said: () => text,
    untilOpen: () => eventually(async () => (text.includes("Compendium is open") ? true : null), "the server to open"),
    exited: once(server, "close").then(([code]) => code as number | null),
  };
}
