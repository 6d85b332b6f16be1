import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { startTestServer, type TestPerson, type TestServer } from "../support/test-server.ts";
import { tamper } from "./support/tamper.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { workedRound } from "./support/worked-round.ts";

const BIN = join(import.meta.dirname, "../../../cli/bin/compendium.cjs");

const folder = temporaryFolder();
afterAll(folder.remove);

/** Runs the real program in the folder, with these variables and no others of ours. */
async function compendium(environment: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const child = spawn(process.execPath, [BIN, ...words], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, XDG_CONFIG_HOME: join(folder.path, "config"), ...environment },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const [exit] = await once(child, "close");
  return { exit: exit as number, stdout, stderr };
}

describe("an operator on the command line", () => {
  let cluster: Cluster;
  let server: TestServer;
  let onPostgresql: Readonly<Record<string, string>>;
  beforeAll(async () => {
    cluster = await startCluster();
    onPostgresql = { DATABASE_URL: await cluster.createDatabase(), COMPENDIUM_DATA: join(folder.path, "data") };
    server = await startTestServer(onPostgresql.DATABASE_URL ?? "");
    await workedRound(server);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await cluster.stop();
  }, 60_000);

  test("backs up PostgreSQL while its server runs, verifies the file, puts it back on the embedded database", async () => {
    const backup = await compendium(onPostgresql, "backup", "one.zip");
    expect(backup).toMatchObject({ exit: 0, stderr: "" });
    expect(backup.stdout).toMatch(/one\.zip\n {2}\d+ bytes, made at .*\n {2}\d+ rows in \d+ tables, 12 files\n/);

    const verified = await compendium({}, "verify", "one.zip", "--json");
    expect(verified.exit).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ files: 12, submissions: 2, findings: [] });

    const elsewhere = { COMPENDIUM_DATA: join(folder.path, "elsewhere") };
    const restored = await compendium(elsewhere, "restore", "one.zip");
    expect(restored).toMatchObject({ exit: 0, stdout: expect.stringContaining("1 round not closed yet") });
    const again = await compendium(elsewhere, "restore", "one.zip");
    expect(again).toMatchObject({ exit: 8, stderr: expect.stringContaining("[database-not-empty]") });

    expect(await compendium(elsewhere, "verify", "--database")).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining("All of it is as it was written."),
    });
    const doctor = await compendium(elsewhere, "doctor", "--json");
    expect(doctor.exit).toBe(0);
    const { checks } = JSON.parse(doctor.stdout) as { checks: { about: string; state: string }[] };
    expect(checks.map(({ about, state }) => `${about} ${state}`)).toEqual([
      "settings ok",
      "data folder ok",
      "disk ok",
      "database ok",
      "shape ok",
      "clock ok",
      "jobs ok",
      "mails ok",
      "record ok",
      "files ok",
      "mail ok",
      "backups warning",
    ]);
  });

  test("is told by verify what was changed and where, with an exit code for scripts", async () => {
    await compendium(onPostgresql, "backup", "two.zip");
    const bad = await tamper(join(folder.path, "two.zip"), join(folder.path, "bad.zip"), (contents) => {
      contents.set("files/more", Buffer.from("more"));
    });
    const { exit, stdout } = await compendium({}, "verify", bad);
    expect(exit).toBe(4);
    expect(stdout).toContain("NOT AS IT WAS WRITTEN:\n  files/more: nobody knows of it");
    const head = await compendium({}, "verify", "two.zip", "--head", "0".repeat(64));
    expect(head).toMatchObject({ exit: 4, stdout: expect.stringContaining("it is in no chain here") });
  });

  test("finds the entry of a hash as a page shows it, and is told the whole one", async () => {
    await compendium(onPostgresql, "backup", "three.zip");
    const { stdout } = await compendium({}, "verify", "three.zip", "--json");
    const { chains } = JSON.parse(stdout) as { chains: { ledger: string; entries: number; head: string }[] };
    const [{ ledger, entries, head } = { ledger: "", entries: 0, head: "" }] = chains;
    const told = `${ledger}, entry ${entries}: ${head}\n`;
    for (const shown of [head, head.slice(0, 12), `${head.slice(0, 12).toUpperCase()}…`]) {
      const found = await compendium({}, "verify", "three.zip", "--head", shown);
      expect(found, shown).toMatchObject({ exit: 0, stdout: expect.stringContaining(told) });
      // What is shown proves less than the whole.
      expect(found.stderr.includes("12 of 64 digits"), shown).toBe(shown !== head);
    }
    const other = `${head.startsWith("0") ? "1" : "0"}${head.slice(1, 12)}`;
    expect(await compendium({}, "verify", "three.zip", "--head", other)).toMatchObject({
      exit: 4,
      stdout: expect.stringContaining(`entry with the hash ${other}…: it is in no chain here`),
    });
    expect(await compendium({}, "verify", "three.zip", "--head", head.slice(0, 11))).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("the first 12 or more"),
    });
  });

  test("is told what is wrong with what was typed", async () => {
    writeFileSync(join(folder.path, "there.zip"), "precious");
    expect(await compendium(onPostgresql, "backup", "there.zip")).toMatchObject({ exit: 6 });
    expect(readFileSync(join(folder.path, "there.zip"), "utf8")).toBe("precious");
    expect(await compendium({}, "verify")).toMatchObject({ exit: 2 });
    expect(await compendium({}, "verify", "none.zip")).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining("none.zip"),
    });
    expect(await compendium({ DATABASE_URL: "mysql://x" }, "backup", "x.zip")).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("DATABASE_URL"),
    });
    const nothing = join(folder.path, "nothing");
    expect(await compendium({ COMPENDIUM_DATA: nothing }, "backup", "x.zip")).toMatchObject({
      exit: 8,
      stderr: expect.stringContaining("[database-empty]"),
    });
    expect(existsSync(nothing)).toBe(false);
  });

  test("is told by the doctor what is wrong, and what to do", async () => {
    const wrong = await compendium({ COMPENDIUM_PORT: "many" }, "doctor");
    expect(wrong).toMatchObject({ exit: 10, stdout: expect.stringMatching(/^fault {4}settings: .*COMPENDIUM_PORT/s) });
    const gone = await compendium({ DATABASE_URL: "postgres://nobody:hidden-word@127.0.0.1:1/none" }, "doctor");
    expect(gone).toMatchObject({ exit: 10, stdout: expect.stringMatching(/^fault {4}database: .*127\.0\.0\.1:1/m) });
    expect(gone.stdout).not.toContain("hidden-word");
    const mail = await compendium(
      { ...onPostgresql, SMTP_URL: "smtp://anna:hidden-word@127.0.0.1:1", COMPENDIUM_SECRET: "x".repeat(40) },
      "doctor",
    );
    expect(mail).toMatchObject({
      exit: 10,
      stdout: expect.stringMatching(/^fault {4}mail: 127\.0\.0\.1:1 is not reached/m),
    });
    expect(mail.stdout).not.toContain("hidden-word");
    // What is not there is not made by looking.
    const lookedAt = join(folder.path, "looked-at");
    expect(await compendium({ COMPENDIUM_DATA: lookedAt }, "doctor")).toMatchObject({ exit: 0 });
    expect(existsSync(lookedAt)).toBe(false);
  });
});

describe("an operator whose server holds the embedded database", () => {
  let server: TestServer;
  let administrator: TestPerson;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = await startTestServer(null);
    environment = { COMPENDIUM_DATA: server.platform.settings.dataFolder, COMPENDIUM_PORT: new URL(server.url).port };
    administrator = await server.person("Ada Administrator");
    const { db } = server.platform;
    await db.updateTable("person").set({ administersInstallation: true }).where("id", "=", administrator.id).execute();
  }, 60_000);
  afterAll(() => server.close());

  test("is told to sign in there, and then gets a copy of what the server writes", async () => {
    const refused = await compendium(environment, "backup", "held.zip");
    expect(refused).toMatchObject({ exit: 8, stderr: expect.stringContaining("[in-use]") });
    expect(refused.stderr).toContain("compendium sign-in");
    const signedIn = { ...environment, COMPENDIUM_SERVER: server.url, COMPENDIUM_TOKEN: administrator.token };
    expect(await compendium(signedIn, "backup", "held.zip")).toMatchObject({ exit: 0, stderr: "" });
    expect(await compendium({}, "verify", "held.zip")).toMatchObject({ exit: 0 });
    expect(readdirSync(join(environment.COMPENDIUM_DATA ?? "", "backups"))).toHaveLength(1);
    expect(await compendium(environment, "restore", "held.zip")).toMatchObject({ exit: 8 });
  });

  test("is told that the server must stop before its database is verified, and what can be verified meanwhile", async () => {
    const { exit, stderr } = await compendium(environment, "verify", "--database");
    expect(exit).toBe(8);
    expect(stderr).toContain("[in-use]");
    expect(stderr).toContain("Stop the server, verify, and start it again.");
    expect(stderr).toContain(join(environment.COMPENDIUM_DATA ?? "", "backups"));
  });

  test("is told by the doctor what the server says, and what its last backup holds", async () => {
    const { exit, stdout } = await compendium(environment, "doctor");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ok {7}server: .* the database answers, a worker is seen$/m);
    expect(stdout).toMatch(/^ok {7}record: .*\(in asked-.*\.zip\)$/m);
  });
});
