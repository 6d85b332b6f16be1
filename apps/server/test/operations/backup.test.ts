import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { backUp, readSettings, restore, type Settings } from "../../src/index.ts";
import { LEFT_OUT } from "../../src/installation/backup/left-out.ts";
import { type BackupMade, makeBackup } from "../../src/installation/backup/make-backup.ts";
import { migrations } from "../../src/migrations.ts";
import { SYSTEM } from "../../src/platform/actor.ts";
import { databaseClock } from "../../src/platform/clock.ts";
import { openDatabase } from "../../src/platform/database/open-database.ts";
import { readShape } from "../../src/platform/database/shape.ts";
import { queueMail } from "../../src/platform/mail/mail.ts";
import type { Db } from "../../src/platform/tables.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { everythingIn } from "./support/everything-in.ts";
import { type Contents, changeManifest, tamper } from "./support/tamper.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { workedRound } from "./support/worked-round.ts";

/** What can be wrong with a backup, as what it is refused, and how it comes about. */
const BAD: readonly (readonly [string, string, (path: string, bad: string) => unknown])[] = [
  ["cut off", "backup-not-read", (path, bad) => writeFileSync(bad, readFileSync(path).subarray(0, 50_000))],
  ["of something else", "backup-not-read", (_, bad) => writeFileSync(bad, "PK, as it seems")],
  [
    "of a newer format",
    "backup-newer",
    (path, bad) =>
      tamper(path, bad, (contents) => changeManifest(contents, (one) => Object.assign(one, { format: 99 }))),
  ],
  [
    "of a newer version",
    "backup-newer",
    (path, bad) =>
      tamper(path, bad, (contents) => changeManifest(contents, ({ migrations: steps }) => steps.push("9999-future"))),
  ],
  ["with a file changed", "backup-not-read", (path, bad) => tamper(path, bad, changeOneFile)],
];

function changeOneFile(contents: Contents): void {
  const name = [...contents.keys()].find((each) => each.startsWith("files/")) ?? "";
  contents.get(name)?.write("changed", 100);
}

let cluster: Cluster;
const folder = temporaryFolder();
let folders = 0;

/** Settings of an installation that nobody has opened yet. */
async function empty(kind: "embedded" | "postgresql"): Promise<Settings> {
  folders += 1;
  return readSettings({
    COMPENDIUM_DATA: join(folder.path, `data-${folders}`),
    COMPENDIUM_LOG: "silent",
    ...(kind === "embedded" ? {} : { DATABASE_URL: await cluster.createDatabase() }),
  });
}

async function inDatabase<Result>(settings: Settings, does: (db: Db) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(settings);
  try {
    return await does(database.db);
  } finally {
    await database.close();
  }
}

beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(async () => {
  await cluster.stop();
  folder.remove();
}, 60_000);

describe.each([
  ["embedded", "postgresql"],
  ["postgresql", "embedded"],
] as const)("a backup of an installation on the %s database", (from, to) => {
  let server: TestServer;
  let round: string;
  let made: BackupMade;
  let unsent: number;
  let before: Readonly<Record<string, readonly string[]>>;
  const path = join(folder.path, `from-${from}.zip`);

  beforeAll(async () => {
    server = await startTestServer(from === "embedded" ? null : await cluster.createDatabase());
    round = (await workedRound(server)).round.id;
    const { db, clock, jobs, database } = server.platform;
    await jobs.close();
    const now = await clock.now(db);
    await db.transaction().execute(async (tx) => {
      await queueMail(tx, jobs, now, { to: "late@example.org", subject: "Not sent yet", body: "Words" });
      await sql`insert into session (id, expires_at, token, updated_at, user_id)
        select 'open', now(), 'session-token-of-somebody', now(), id from person limit 1`.execute(tx);
      // JSON's null is not the null of SQL; a backup must not make one of the other.
      await tx
        .updateTable("text")
        .set({ audience: JSON.stringify(null) })
        .execute();
    });
    unsent = (await db.selectFrom("mail").select("id").where("sentAt", "is", null).execute()).length;
    before = await everythingIn(db);
    made = await makeBackup(database, clock, SYSTEM, path);
  }, 120_000);
  afterAll(() => server.close());

  test("gives the same rows and files on the other kind of database, and its jobs", async () => {
    const settings = await empty(to);
    const { queued } = await restore(settings, path, false);
    expect(queued).toEqual({ mails: unsent, rounds: 1, compilations: 0 });
    await inDatabase(settings, async (db) => {
      const after = await everythingIn(db);
      expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
      for (const [table, rows] of Object.entries(before)) {
        // The record goes on: with the entry of the restoration.
        const isRecord = table === "ledger" || table === "record_entry";
        expect(isRecord ? after[table]?.filter((row) => rows.includes(row)) : after[table], table).toEqual(rows);
      }
      const acts = await db.selectFrom("recordEntry").select("act").where("ledger", "=", "installation").execute();
      expect(acts).toEqual([{ act: "installation.restored" }]);
      const { rows: sessions } = await sql`select * from session`.execute(db);
      expect(sessions).toEqual([]);
    });
    const again = await startTestServer(settings.databaseUrl, {
      environment: { COMPENDIUM_DATA: settings.dataFolder },
    });
    try {
      await eventually(async () => {
        const waiting = await again.platform.db.selectFrom("mail").select("id").where("sentAt", "is", null).execute();
        return waiting.length === 0 ? true : null;
      }, "the mails that were not sent");
      const planned = (await again.platform.jobs.counts()).flatMap(({ name, planned: count }) =>
        count > 0 ? [`${name} ${count}`] : [],
      );
      expect(planned.toSorted()).toEqual(["close-round 1", "remind 1"]);
      expect(await again.platform.db.selectFrom("round").select("id").execute()).toEqual([{ id: round }]);
    } finally {
      await again.close();
    }
  });

  test("is readable for its owner alone, and holds no session", () => {
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(made.manifest.leftOut).toContain("session");
    expect(readFileSync(path).includes("session-token-of-somebody")).toBe(false);
    expect(existsSync(`${path}.compendium-part`)).toBe(false);
  });

  test("is not written over another file", async () => {
    const there = join(folder.path, `there-${from}.zip`);
    writeFileSync(there, "precious");
    const { database, clock } = server.platform;
    await expect(makeBackup(database, clock, SYSTEM, there)).rejects.toMatchObject({
      code: "already-there",
      where: there,
    });
    expect(readFileSync(there, "utf8")).toBe("precious");
  });

  test("is put back into an empty database only", async () => {
    const settings = await empty(to);
    await restore(settings, path, false);
    const full = await inDatabase(settings, everythingIn);
    await expect(restore(settings, path, false)).rejects.toMatchObject({
      code: "database-not-empty",
      message: expect.stringContaining("person (3)"),
    });
    expect(await inDatabase(settings, everythingIn)).toEqual(full);
  });

  test.each(from === "embedded" ? BAD : [])("%s, it is refused, and nothing has changed", async (what, code, make) => {
    const settings = await empty(to);
    const bad = join(folder.path, `${what}.zip`);
    await make(path, bad);
    await expect(restore(settings, bad, false)).rejects.toMatchObject({
      code,
      where: bad,
      advice: expect.any(String),
    });
    expect(await inDatabase(settings, readShape)).toEqual([]);
  });

  test("with a fault is put back as it is where somebody says so", async () => {
    const settings = await empty(to);
    const bad = await tamper(path, join(folder.path, `${from}-accepted.zip`), changeOneFile);
    const { findings } = await restore(settings, bad, true);
    expect(findings).toHaveLength(1);
  });
});

test("every table is in a backup or left out with a reason, and nothing else needs to be", async () => {
  const settings = await empty("postgresql");
  const path = join(folder.path, "tables.zip");
  const server = await startTestServer(settings.databaseUrl, { works: false });
  const made = await makeBackup(server.platform.database, databaseClock, SYSTEM, path);
  const shape = await readShape(server.platform.db);
  // Numbers that a sequence gives would begin anew after a restoration.
  const { rows: sequences } = await sql`select 1 from pg_class where relkind = 'S'
    and relnamespace = 'public'::regnamespace`.execute(server.platform.db);
  await server.close();
  const names = [...made.manifest.tables.map(({ name }) => name), ...Object.keys(LEFT_OUT)];
  expect(names.toSorted()).toEqual(shape.map(({ name }) => name).toSorted());
  expect(sequences).toEqual([]);
  expect(made.manifest.migrations).toEqual(Object.keys(migrations).toSorted());
});

test("what a backup that was killed has left goes with the next one, and nothing else does", async () => {
  const server = await startTestServer(null, { works: false });
  const { database, clock } = server.platform;
  const left = join(folder.path, "left");
  mkdirSync(left);
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  const put = (name: string, at: Date): void => {
    writeFileSync(join(left, name), "half");
    utimesSync(join(left, name), at, at);
  };
  put("daily-2026-09-01T03-00-00Z.zip.compendium-part", anHourAgo);
  put("being-written.zip.compendium-part", new Date());
  put("of a browser.zip.part", anHourAgo);
  put("older.zip", anHourAgo);
  await makeBackup(database, clock, SYSTEM, join(left, "next.zip"));
  expect(readdirSync(left).toSorted()).toEqual([
    "being-written.zip.compendium-part",
    "next.zip",
    "of a browser.zip.part",
    "older.zip",
  ]);
  await server.close();
});

test.skipIf(!existsSync("/dev/full"))("a full disk leaves no half file, and goes on answering", async () => {
  const server = await startTestServer(null, { works: false });
  const { database, clock } = server.platform;
  const path = join(folder.path, "full.zip");
  // Linux's device on which nothing has room.
  symlinkSync("/dev/full", `${path}.compendium-part`);
  await expect(makeBackup(database, clock, SYSTEM, path)).rejects.toMatchObject({ code: "ENOSPC" });
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.compendium-part`)).toBe(false);
  // The database is not held by the transaction that failed.
  expect(await server.publicly("readInstallation", {})).toMatchObject({ state: "new" });
  await server.close();
});

test("without a server, an installation that nobody has opened is told apart from one that is in use", async () => {
  const path = join(folder.path, "none.zip");
  await expect(backUp(await empty("embedded"), path)).rejects.toMatchObject({ code: "database-empty" });
  await expect(backUp(await empty("postgresql"), path)).rejects.toMatchObject({ code: "database-empty" });
  const gone = readSettings({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/none" });
  await expect(backUp(gone, path)).rejects.toMatchObject({
    code: "database-not-opened",
    where: "PostgreSQL 127.0.0.1:1/none",
    message: expect.not.stringContaining("secret"),
  });
  expect(existsSync(path)).toBe(false);
});
