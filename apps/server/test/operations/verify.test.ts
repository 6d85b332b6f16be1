import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyFile } from "../../src/index.ts";
import { makeBackup } from "../../src/installation/backup/make-backup.ts";
import type { Verdict } from "../../src/installation/verify/evidence.ts";
import { verifyDatabase } from "../../src/installation/verify/verify-database.ts";
import { SYSTEM } from "../../src/platform/actor.ts";
import { onBothDatabases, startTestServer, type TestServer } from "../support/test-server.ts";
import { type Contents, changeManifest, putRows, type Row, rehash, rowsOf, tamper } from "./support/tamper.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { workedRound } from "./support/worked-round.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let files = 0;
const newPath = (ending: string) => {
  files += 1;
  return join(folder.path, `${files}.${ending}`);
};

/** `"workspace:…, entry 5: it was changed after it was written"`, without what differs from run to run. */
function told({ findings }: Verdict): readonly string[] {
  return findings.map(({ where, what }) =>
    `${where}: ${what}`.replaceAll(/(workspace|delegation):[0-9a-z]{16}/g, "$1"),
  );
}

describe("verify, of files alone", () => {
  let server: TestServer;
  let backup: string;
  let ledger: string;
  let receiptHash: string;
  let submissions: readonly string[];
  const round = { workspace: "" };

  beforeAll(async () => {
    server = await startTestServer(null);
    const { workspace, secretary, submissions: made } = await workedRound(server);
    round.workspace = `workspace:${workspace.id}`;
    submissions = made;
    const { database, clock, db } = server.platform;
    backup = newPath("zip");
    await makeBackup(database, clock, SYSTEM, backup);
    const exported = await secretary.call("exportRecord", { ledger: round.workspace });
    ledger = newPath("jsonl");
    writeFileSync(ledger, exported.bytes);
    const last = await db
      .selectFrom("submission")
      .select("recordHash")
      .where("id", "=", made[1] ?? "")
      .executeTakeFirst();
    receiptHash = last?.recordHash ?? "";
  }, 120_000);
  afterAll(() => server.close());

  test("a backup and a chain as they were written hold, and prove the hash of a receipt", async () => {
    for (const path of [backup, ledger]) {
      const verdict = await verifyFile(path, receiptHash);
      expect(told(verdict)).toEqual([]);
      expect(verdict.chains.map(({ ledger: name }) => name)).toContain(round.workspace);
    }
    expect(await verifyFile(backup, null)).toMatchObject({ files: expect.any(Number), submissions: 2 });
  });

  /** Does something to the rows of the workspace's chain in a backup whose manifest then agrees. */
  const inChain = (change: (chain: Row[]) => Row[]) => (contents: Contents) => {
    const rows = rowsOf(contents, "record_entry");
    const isOurs = ({ ledger: name }: Row) => name === round.workspace;
    putRows(contents, "record_entry", [...rows.filter((row) => !isOurs(row)), ...change(rows.filter(isOurs))]);
  };
  const without = (number: number) => (chain: Row[]) => chain.filter((row) => row.number !== String(number));
  const withAct = (number: number) => (chain: Row[]) =>
    chain.map((row) => (row.number === String(number) ? { ...row, act: "text.read" } : row));
  const headOf = (chain: readonly Row[]) => ({ entries: chain.length, head: chain.at(-1)?.hash ?? null });
  const setHead = (contents: Contents) =>
    changeManifest(contents, (manifest) => {
      const chain = rowsOf(contents, "record_entry").filter(({ ledger: name }) => name === round.workspace);
      for (const each of manifest.ledgers) if (each.id === round.workspace) Object.assign(each, headOf(chain));
    });
  const firstFile = (contents: Contents) => [...contents.keys()].find((name) => name.startsWith("files/")) ?? "";

  test.each<readonly [string, (contents: Contents) => void, readonly (string | RegExp)[]]>([
    ["an entry changed", inChain(withAct(5)), ["workspace, entry 5: it was changed after it was written"]],
    ["an entry removed", inChain(without(5)), ["workspace, entry 5: entry 5 is missing"]],
    [
      "an entry moved",
      inChain((chain) => [...without(5)(chain).slice(0, 5), ...chain.slice(4, 5), ...chain.slice(6)]),
      [
        "workspace, entry 5: entry 5 is missing",
        "workspace, entry 5: it stands after entry 6, where it does not belong",
      ],
    ],
    [
      "an entry put in",
      inChain((chain) => [...chain.slice(0, 5), ...chain.slice(4, 5), ...chain.slice(5)]),
      ["workspace, entry 5: it stands after entry 5, where it does not belong"],
    ],
    [
      "the last entry cut off",
      inChain((chain) => chain.slice(0, -1)),
      [/^workspace, entry \d+: entry \d+ is missing: the chain was cut off$/],
    ],
    [
      "all entries removed",
      inChain(() => []),
      [
        /entries 1 to \d+ are missing: the chain was cut off/,
        /^submission \w+ \(X..\): the record does not know of it/,
        /^submission/,
      ],
    ],
    [
      "a chain written anew, its end in the manifest not",
      inChain((chain) => rehash(withAct(2)(chain))),
      [
        /entry \d+: the chain should end with the hash/,
        /^submission \w+ \(X..\): it names entry/,
        /^submission \w+ \(X..\): it names entry/,
      ],
    ],
    [
      "a table changed and the manifest not",
      (contents) => contents.set("tables/person.jsonl", Buffer.from("{}\n")),
      [/^tables\/person\.jsonl: it was changed: its hash is/],
    ],
    [
      "a table removed",
      (contents) => contents.delete("tables/round.jsonl"),
      ["tables/round.jsonl: tables/round.jsonl is missing."],
    ],
    [
      "a file's bytes changed",
      (contents) => contents.get(firstFile(contents))?.write("changed", 100),
      [/^file [0-9a-f]{64}: its bytes were changed: their hash is/],
    ],
    ["a file removed", (contents) => contents.delete(firstFile(contents)), [/^file [0-9a-f]{64}: it is missing$/]],
    [
      "a file put in",
      (contents) => contents.set("files/more", Buffer.from("more")),
      ["files/more: nobody knows of it: it was put in"],
    ],
    [
      "a submission with the hash of another file",
      (contents) => {
        const sha256 = rowsOf(contents, "draft")[0]?.sha256 ?? null;
        const rows = rowsOf(contents, "submission").map((row) => (row.delegation === "XBB" ? { ...row, sha256 } : row));
        putRows(contents, "submission", rows);
      },
      [/^submission \w+ \(XBB\): its hash is [0-9a-f]{64}, and the record says [0-9a-f]{64}$/],
    ],
    [
      "a submission removed",
      (contents) =>
        putRows(
          contents,
          "submission",
          rowsOf(contents, "submission").filter(({ delegation }) => delegation !== "XBB"),
        ),
      [/^submission \w+: it is on record \(workspace, \d+\), and gone$/],
    ],
    [
      "a submission put in",
      (contents) => {
        const rows = rowsOf(contents, "submission");
        putRows(contents, "submission", [...rows, { ...rows[0], id: "another", number: "9" }]);
      },
      [/^submission another \(X..\): the record does not know of it; it should be entry \d+ of workspace$/],
    ],
    [
      "a row that is none",
      (contents) => {
        const bytes = Buffer.concat([
          contents.get("tables/record_entry.jsonl") ?? Buffer.alloc(0),
          Buffer.from("{}\n"),
        ]);
        contents.set("tables/record_entry.jsonl", bytes);
      },
      [/^tables\/record_entry\.jsonl: it was changed/, /^tables\/record_entry\.jsonl, line \d+: it cannot be read$/],
    ],
  ])("a backup with %s is found out, with its place", async (_, change, expected) => {
    const bad = await tamper(backup, newPath("zip"), change);
    const found = told(await verifyFile(bad, null));
    expect(found).toHaveLength(expected.length);
    for (const [at, what] of expected.entries())
      expect(found[at]).toEqual(typeof what === "string" ? what : expect.stringMatching(what));
  });

  test("a whole record written anew is found out by the hash of a receipt alone", async () => {
    const forge = (contents: Contents) => {
      inChain((chain) => rehash(withAct(2)(chain)))(contents);
      setHead(contents);
      const entries = rowsOf(contents, "record_entry");
      const rows = rowsOf(contents, "submission").map((row) => {
        const entry = entries.find(({ object_id: id }) => id === row.id);
        return { ...row, record_number: entry?.number ?? null, record_hash: entry?.hash ?? null };
      });
      putRows(contents, "submission", rows);
    };
    const bad = await tamper(backup, newPath("zip"), forge);
    expect(told(await verifyFile(bad, null))).toEqual([]);
    expect(told(await verifyFile(bad, receiptHash))).toEqual([
      expect.stringMatching(/^entry with the hash [0-9a-f]{64}: it is in no chain here/),
    ]);
    expect(submissions).toHaveLength(2);
  });

  test.each<readonly [string, (lines: string[]) => readonly string[], readonly (string | RegExp)[]]>([
    [
      "an entry changed",
      (lines) => lines.map((line, at) => (at === 5 ? line.replace('"act":"', '"act":"un') : line)),
      ["workspace, entry 5: it was changed after it was written"],
    ],
    ["an entry removed", (lines) => lines.toSpliced(5, 1), ["workspace, entry 5: entry 5 is missing"]],
    ["two entries removed", (lines) => lines.toSpliced(5, 2), ["workspace, entry 5: entries 5 to 6 are missing"]],
    [
      "an entry moved to the end",
      (lines) => [...lines.toSpliced(5, 1), lines[5] ?? ""],
      [
        "workspace, entry 5: entry 5 is missing",
        /^workspace, entry 5: it stands after entry \d+, where it does not belong$/,
      ],
    ],
    [
      "the end cut off",
      (lines) => lines.slice(0, -2),
      [/^workspace, entry \d+: entries \d+ to \d+ are missing: the chain was cut off$/],
    ],
    [
      "a line torn",
      (lines) => lines.map((line, at) => (at === 3 ? line.slice(0, 40) : line)),
      ["line 4: this is no entry of a record", "workspace, entry 3: entry 3 is missing"],
    ],
    [
      "its first line removed",
      (lines) => lines.slice(1),
      ["line 1: it should say which chain this is and where it ends; that was removed"],
    ],
  ])("an exported chain with %s is found out, with its place", async (_, change, expected) => {
    const bad = newPath("jsonl");
    const lines = readFileSync(ledger, "utf8").trimEnd().split("\n");
    writeFileSync(bad, `${change(lines).join("\n")}\n`);
    const found = told(await verifyFile(bad, null));
    expect(found).toHaveLength(expected.length);
    for (const [at, what] of expected.entries())
      expect(found[at]).toEqual(typeof what === "string" ? what : expect.stringMatching(what));
  });

  test("what is neither a backup nor a chain is refused or found out", async () => {
    const empty = newPath("jsonl");
    writeFileSync(empty, "");
    expect(told(await verifyFile(empty, null))).toEqual([expect.stringMatching(/^line 1: /)]);
    await expect(verifyFile(newPath("zip"), null)).rejects.toMatchObject({ code: "file-not-read" });
  });
});

describe("verify, of a database", () => {
  onBothDatabases((server) => {
    test("holds as the server left it, and tells what somebody changed behind its back", async () => {
      const { db } = server().platform;
      await workedRound(server());
      expect(told(await verifyDatabase(db, null))).toEqual([]);
      await sql`alter table record_entry disable trigger record_is_never_changed`.execute(db);
      await sql`update record_entry set actor_name = 'Nobody' where number = 3 and ledger like 'workspace:%'`.execute(
        db,
      );
      await sql`update file set bytes = bytes || 'x'::bytea where sha256 = (select max(sha256) from file)`.execute(db);
      expect(told(await verifyDatabase(db, null))).toEqual([
        "workspace, entry 3: it was changed after it was written",
        expect.stringMatching(/^file [0-9a-f]{64}: its bytes were changed/),
      ]);
    });
  });
});
