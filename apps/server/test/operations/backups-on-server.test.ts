import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyFile } from "../../src/index.ts";
import { openBackups } from "../../src/installation/backup/backups.ts";
import { SYSTEM } from "../../src/platform/actor.ts";
import { startTestServer, type TestPerson, type TestServer } from "../support/test-server.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("backups that the server makes itself", () => {
  let server: TestServer;
  let administrator: TestPerson;
  let folder: string;
  beforeAll(async () => {
    server = await startTestServer(null, { environment: { COMPENDIUM_BACKUPS_KEPT: "3" } });
    folder = join(server.platform.settings.dataFolder, "backups");
    administrator = await server.person("Ada Administrator");
    await server.platform.db
      .updateTable("person")
      .set({ administersInstallation: true })
      .where("id", "=", administrator.id)
      .execute();
  }, 60_000);
  afterAll(() => server.close());

  test("is made and listed for whoever administers the installation, stands on record, and verifies", async () => {
    expect(await administrator.call("listBackups", {})).toEqual([]);
    const made = await administrator.call("makeBackup", {});
    expect(made.name).toMatch(/^asked-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.zip$/);
    const { sha256, ...listed } = made;
    expect(await administrator.call("listBackups", {})).toEqual([{ ...listed, madeAt: expect.any(String) }]);
    expect((await verifyFile(join(folder, made.name), null)).findings).toEqual([]);
    const entries = await server.platform.db
      .selectFrom("recordEntry")
      .select(["act", "actorName", "objectId"])
      .where("ledger", "=", "installation")
      .execute();
    expect(entries).toEqual([{ act: "backup.made", actorName: "Ada Administrator", objectId: sha256 }]);
    rmSync(join(folder, made.name));
  });

  test("is made once in a second: the next has to have another name", async () => {
    const { database, settings } = server.platform;
    const backups = openBackups({
      database,
      settings,
      clock: { now: async () => new Date("2026-09-01T10:00:00.500Z") },
    });
    const { name } = await backups.make(SYSTEM);
    await expect(backups.make(SYSTEM)).rejects.toMatchObject({ code: "not-now" });
    rmSync(join(folder, name));
  });

  test("does not exist for anybody else, the administrator of a workspace included", async () => {
    const workspace = await server.workspace([]);
    const secretary = await workspace.member("Sara Secretary", "secretariat");
    const ofWorkspace = await workspace.member("Adam Administrator", "administrator");
    for (const { call } of [secretary, ofWorkspace]) {
      await expect(call("listBackups", {})).rejects.toMatchObject({ code: "not-found" });
      await expect(call("makeBackup", {})).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(server.publicly("makeBackup", {})).rejects.toMatchObject({ code: "sign-in-needed" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is made once a day, the last three are kept, and those that were asked for stay", async () => {
    const { backups } = server.platform;
    const asked = await administrator.call("makeBackup", {});
    const names: string[] = [];
    for (let day = 0; day < 5; day += 1) {
      server.pass(DAY);
      await backups.makeDue();
      // Asked again within the day, nothing is due.
      expect(await backups.makeDue()).toBeNull();
      names.push((await backups.list())[0]?.name ?? "");
    }
    expect(new Set(names).size).toBe(5);
    expect((await backups.list()).map(({ name }) => name)).toEqual([...names.slice(2).toReversed(), asked.name]);
  });

  test("a failed one takes none of the others away, and is tried again", async () => {
    const { backups } = server.platform;
    const before = (await backups.list()).map(({ name }) => name);
    server.pass(DAY);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file in the place of the folder");
    await expect(backups.makeDue()).rejects.toThrow();
    rmSync(folder);
    expect(await backups.makeDue()).not.toBeNull();
    expect(before).toHaveLength(4);
  });

  test("is not made twice at once", async () => {
    const both = await Promise.allSettled([administrator.call("makeBackup", {}), administrator.call("makeBackup", {})]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "not-now" } });
  });
});
