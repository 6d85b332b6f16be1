import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildServer, openPlatform, readSettings } from "../../src/index.ts";
import { databaseClock } from "../../src/platform/clock.ts";
import { openEmbedded } from "../../src/platform/database/open-embedded.ts";
import { eventually } from "../support/eventually.ts";
import { testPeople } from "../support/test-people.ts";
import { careful } from "./support/careful-client.ts";
import { chance } from "./support/chance.ts";
import { checkMeeting } from "./support/check-meeting.ts";
import { figure } from "./support/figures.ts";
import { install } from "./support/install.ts";
import { type Killer, letLoose } from "./support/killer.ts";
import { type PlayedMeeting, playMeeting } from "./support/scripted-meeting.ts";
import { type Cast, DELEGATIONS, makeCast } from "./support/scripted-round.ts";
import { startServerProcess } from "./support/server-process.ts";
import { addSmallText, releasedNegotiation } from "./support/small-round.ts";

/** So many turns at least, and so many processes killed meanwhile. */
const LEAST = { turns: 12, kills: 3 };

test("killed in mid-meeting, the server comes back with everything that was on the screen as decided", async () => {
  const draw = chance("kill in a meeting");
  const { servers, workers, cluster, direct, close } = await install({ servers: 1, workers: 1 });
  const [[server], [worker]] = [servers, workers];
  if (server === undefined || worker === undefined) throw new Error("A server and a worker were started.");
  try {
    const cast = await makeCast(direct);
    const compilation = await negotiationOf(cast);
    const killer = letLoose({ server, worker, cluster }, draw);
    const played = await held(cast, compilation, killer);
    expect(server.crashes()).toEqual([]);
    await checkMeeting(direct.db, cast, played);
    figure(
      "Kills in a meeting",
      `${killer.killed.length}, and every one of its ${played.decisions.length} decisions there`,
    );
  } finally {
    await close();
  }
}, 240_000);

test("so does the one process with the embedded database", async () => {
  const draw = chance("kill in a meeting, embedded");
  const folder = mkdtempSync(join(tmpdir(), "compendium-meeting-"));
  const server = await startServerProcess("both", { COMPENDIUM_DATA: folder });
  try {
    await server.stop();
    const before = await openEmbedded(folder);
    const cast = await makeCast(testPeople({ db: before.db, clock: databaseClock }, server.url));
    await before.close();
    await server.start();
    const compilation = await negotiationOf(cast);
    const killer = letLoose({ server, worker: server, cluster: null }, draw);
    const played = await held(cast, compilation, killer);
    // Once more, right behind the last act.
    await server.kill();
    expect(server.crashes()).toEqual([]);

    const port = new URL(server.url).port;
    const settings = readSettings({ COMPENDIUM_DATA: folder, COMPENDIUM_PORT: port, COMPENDIUM_LOG: "silent" });
    const platform = await openPlatform(settings);
    const app = await buildServer(platform, { setUpCode: null });
    try {
      await app.listen({ host: "127.0.0.1", port: settings.port });
      await checkMeeting(platform.db, cast, played);
    } finally {
      await app.close();
      await platform.close();
    }
    figure("Kills of the one process with the embedded database, in a meeting", `${killer.killed.length + 1}`);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

/** Before anybody is killed: a small text whose compilation is released. */
async function negotiationOf({ workspace, secretary, heads }: Cast): Promise<string> {
  const text = { secretary, heads: [...heads.values()], delegations: DELEGATIONS };
  return releasedNegotiation({ ...text, ...(await addSmallText(workspace, secretary)) }, (compilation) =>
    eventually(async () => {
      const { state } = await secretary.call("readCompilation", { compilation });
      return state === "waiting" ? null : state;
    }, "the compilation"),
  );
}

function held(cast: Cast, compilation: string, killer: Killer): Promise<PlayedMeeting> {
  const goesOn = (turn: number) => turn < LEAST.turns || killer.killed.length < LEAST.kills;
  return playMeeting(cast, careful(), compilation, goesOn).finally(() => killer.stop());
}
