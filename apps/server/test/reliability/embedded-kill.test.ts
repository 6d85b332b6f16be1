import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildServer, openPlatform, readSettings } from "../../src/index.ts";
import { databaseClock } from "../../src/platform/clock.ts";
import { openEmbedded } from "../../src/platform/database/open-embedded.ts";
import { testPeople } from "../support/test-people.ts";
import { careful } from "./support/careful-client.ts";
import { chance } from "./support/chance.ts";
import { checkJobs, untilQuiet } from "./support/check-jobs.ts";
import { checkRound } from "./support/check-round.ts";
import { figure } from "./support/figures.ts";
import { letLoose } from "./support/killer.ts";
import { writtenMails } from "./support/mail-folder.ts";
import { makeCast, playRound } from "./support/scripted-round.ts";
import { startServerProcess } from "./support/server-process.ts";

test("with the embedded database, killing the one process loses nothing that was acknowledged", async () => {
  const draw = chance("kill, embedded");
  const folder = mkdtempSync(join(tmpdir(), "compendium-embedded-"));
  const server = await startServerProcess("both", { COMPENDIUM_DATA: folder });
  try {
    await server.stop();
    const before = await openEmbedded(folder);
    const cast = await makeCast(testPeople({ db: before.db, clock: databaseClock }, server.url));
    await before.close();
    await server.start();

    const client = careful();
    const killer = letLoose({ server, worker: server, cluster: null }, draw);
    const played = await playRound(cast, client).finally(() => killer.stop());
    // Once more, at whatever it does now.
    await server.kill();
    expect(server.crashes()).toEqual([]);

    // What it left is opened in this process, which does the jobs that are open and answers at the same address.
    const port = new URL(server.url).port;
    const settings = readSettings({ COMPENDIUM_DATA: folder, COMPENDIUM_PORT: port, COMPENDIUM_LOG: "silent" });
    const platform = await openPlatform(settings);
    const app = await buildServer(platform, { setUpCode: null });
    try {
      await app.listen({ host: "127.0.0.1", port: settings.port });
      await platform.work();
      await untilQuiet(platform.db);
      await checkRound(platform.db, cast, played);
      await checkJobs(platform.db);
      const mails = await platform.db.selectFrom("mail").select("id").execute();
      const written = writtenMails(folder).map(({ id }) => id);
      expect(written.toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
    } finally {
      await app.close();
      await platform.close();
    }
    figure("Kills of the one process with the embedded database, in a round", `${killer.killed.length + 1}`);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
