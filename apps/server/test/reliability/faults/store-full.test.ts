import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ApiProblem } from "@compendium/contract";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { startCluster } from "../../../../../tools/postgresql.ts";
import { eventually } from "../../support/eventually.ts";
import { startTestServer } from "../../support/test-server.ts";
import { untilQuiet } from "../support/check-jobs.ts";
import { checkChains } from "../support/check-round.ts";
import { canMount, mountSmallDisk } from "../support/small-disk.ts";
import { smallSubmission } from "../support/small-files.ts";
import { makeSmallText, openRound, prepareAndSubmit } from "../support/small-round.ts";

const HOUR = 60 * 60 * 1000;

describe.runIf(canMount())("a disk that is full", () => {
  const told = "under %s: told as such, nothing is half done, and all goes on once there is room";
  test.each(["PostgreSQL", "the embedded database"])(
    told,
    async (which) => {
      // The embedded one lays out 41 MB before anything is in it.
      const disk = mountSmallDisk(which === "PostgreSQL" ? 40 : 100);
      const cluster = which === "PostgreSQL" ? await startCluster() : null;
      const url = cluster === null ? null : await onDisk(await cluster.createDatabase(), disk.folder);
      const environment: Record<string, string> = url === null ? { COMPENDIUM_DATA: disk.folder } : {};
      const server = await startTestServer(url, { works: false, environment });
      const { db } = server.platform;
      try {
        const text = await makeSmallText(server, ["XAA"]);
        const round = await openRound(text, HOUR);
        const [head] = text.heads;
        disk.fill();
        const codes: string[] = [];
        // Pages that are there already have some room left: so it takes a few files until there is none.
        for (let i = 0; i < 60 && codes.at(-1) !== "store-full"; i += 1) {
          const body = smallSubmission(noise(i));
          const at = { round: round.id, delegation: "XAA", name: `${i}.docx`, body };
          codes.push(await (head ?? text.secretary).call("addRoomFile", at).then(() => "done", codeOf));
        }
        expect(codes.at(-1)).toBe("store-full");
        const files = await db.selectFrom("roomFile").select("id").execute();
        expect(files).toHaveLength(codes.length - 1);
        const entries = await checkChains(db, text.workspace.id);
        expect(entries.filter(({ act }) => act === "room file.added")).toHaveLength(files.length);
        // It can still be read.
        expect(await text.secretary.call("readRound", { round: round.id })).toMatchObject({ id: round.id });

        disk.makeRoom();
        const again = { round: round.id, delegation: "XAA", name: "again.docx", body: smallSubmission(noise(99)) };
        await (head ?? text.secretary).call("addRoomFile", again);
        await checkChains(db, text.workspace.id);
      } finally {
        await server.close();
        await cluster?.stop();
        disk.close();
      }
    },
    120_000,
  );

  test("where mails are written: the round goes on, the mail waits with the reason, and is written whole later", async () => {
    const disk = mountSmallDisk(2);
    const cluster = await startCluster();
    const server = await startTestServer(await cluster.createDatabase(), {
      environment: { COMPENDIUM_DATA: disk.folder },
    });
    const { db } = server.platform;
    try {
      const text = await makeSmallText(server, ["XAA"]);
      await untilQuiet(db);
      disk.fill();
      const round = await openRound(text, HOUR);
      const [head] = text.heads;
      await prepareAndSubmit((head ?? text.secretary).call, round.id, "XAA", "onto a full disk");
      const failed = () => db.selectFrom("mail").selectAll().where("failure", "is not", null).execute();
      const [mail] = await eventually(async () => ((await failed()).length > 0 ? failed() : null), "a failure");
      expect(mail?.failure).toMatch(/ENOSPC|no space/i);
      disk.makeRoom();
      await untilQuiet(db);
      const mails = await db.selectFrom("mail").select(["id", "sentAt"]).execute();
      expect(mails.filter(({ sentAt }) => sentAt === null)).toEqual([]);
      const folder = join(disk.folder, "mail");
      const written = existsSync(folder) ? readdirSync(folder) : [];
      expect(written.toSorted()).toEqual(mails.map(({ id }) => `${id}.eml`).toSorted());
    } finally {
      await server.close();
      await cluster.stop();
      disk.close();
    }
  }, 120_000);
});

/** A database like the one at this address, with all its tables on the disk; its log, and so its life, are elsewhere. */
async function onDisk(url: string, disk: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("show data_directory");
  const { uid, gid } = statSync(rows[0].data_directory);
  const location = join(disk, "tables");
  mkdirSync(location);
  chownSync(location, uid, gid);
  chmodSync(location, 0o700);
  await client.query(`create tablespace small location '${location}'`);
  await client.query("create database on_small_disk tablespace small");
  await client.end();
  return url.replace(/[^/]+$/, "on_small_disk");
}

function noise(seed: number): string {
  return Array.from({ length: 4_000 }, (_, i) => ((seed * 7919 + i * i * 31) % 46_656).toString(36)).join(" ");
}

function codeOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) throw error;
  return error.code;
}
