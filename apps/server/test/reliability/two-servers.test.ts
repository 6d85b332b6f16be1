import { createClient } from "@compendium/contract";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { playWholeRound } from "../support/whole-round.ts";
import { checkJobs, untilQuiet } from "./support/check-jobs.ts";
import { inTurn } from "./support/direct.ts";
import { type Ear, openEar } from "./support/ear.ts";
import { type Installed, install } from "./support/install.ts";
import { writtenMails } from "./support/mail-folder.ts";
import { makeSmallText, prepare, type SmallText } from "./support/small-round.ts";

const HOUR = 60 * 60 * 1000;
const PASSWORD = "a long enough password";

describe("two servers and two workers on one PostgreSQL, all started at once on an empty database", () => {
  let installed: Installed;
  beforeAll(async () => {
    installed = await install(
      { servers: 2, workers: 2 },
      // One address for all: how people reach them is for a proxy to say.
      { COMPENDIUM_URL: "http://localhost:1540", COMPENDIUM_SECRET: "the same on every server, and long" },
    );
  }, 120_000);
  afterAll(() => installed.close(), 60_000);

  function urlOf(server: number): string {
    return installed.servers[server]?.url ?? "";
  }

  test("a round goes through every step, each asked of another server than the one before", async () => {
    const { direct, dataFolder, servers } = installed;
    await playWholeRound({
      db: direct.db,
      clock: direct.clock,
      people: direct,
      publicly: inTurn(servers.map(({ url }) => url)),
      mails: () => writtenMails(dataFolder).map((mail) => mail.text),
      passDeadline: async (secretary, { id: round }) => {
        const { version } = await secretary("readRound", { round });
        const closesAt = new Date(Date.now() + 1_000).toISOString();
        await secretary("changeRound", { round, body: { version, closesAt } });
        await eventually(
          async () => ((await secretary("readRound", { round })).state === "closed" ? true : null),
          "the deadline",
        );
      },
    });
    await untilQuiet(direct.db);
    await checkJobs(direct.db);
  }, 120_000);

  test("who signed in at one is signed in at the other, and signs out of both", async () => {
    const publicly = createClient({ origin: urlOf(0) });
    const code = /Set-up code[^:]*: (\S+)/.exec(installed.servers[0]?.log() ?? "")?.[1];
    await publicly("setUpInstallation", {
      body: {
        kind: "empty",
        workspace: "Committee",
        administrator: { name: "Ada", email: "ada@example.org", password: PASSWORD },
        ...(code === undefined ? {} : { code }),
      },
    });
    const origin = "http://localhost:1540";
    const signedIn = await fetch(`${urlOf(0)}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ email: "ada@example.org", password: PASSWORD }),
    });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const me = (server: number) => fetch(`${urlOf(server)}/api/v1/me`, { headers: { cookie } });
    expect(await (await me(1)).json()).toMatchObject({ person: { name: "Ada" } });
    const out = await fetch(`${urlOf(1)}/api/auth/sign-out`, {
      method: "POST",
      headers: { cookie, origin, "content-type": "application/json" },
      body: "{}",
    });
    expect(out.status).toBe(200);
    expect(await (await me(0)).json()).not.toMatchObject({ person: { name: "Ada" } });
  }, 60_000);

  describe("live events", () => {
    let text: SmallText;
    let ears: Record<"secretary" | "ownHead" | "otherHead", Ear>;
    beforeAll(async () => {
      text = await makeSmallText(installed.direct, ["XAA", "XBB"]);
      const listen = (person: { readonly token: string } | undefined) => openEar(urlOf(1), person?.token ?? "");
      ears = {
        secretary: await listen(text.secretary),
        ownHead: await listen(text.heads[0]),
        otherHead: await listen(text.heads[1]),
      };
    }, 60_000);
    afterAll(() => {
      for (const ear of Object.values(ears)) ear.close();
    });

    /** Something is done at the first server; those at the second who may see it hear of it, and nobody else does. */
    async function tellAndHear(): Promise<void> {
      for (const ear of Object.values(ears)) ear.forget();
      const round = await text.secretary.call("createRound", { draft: text.draft, body: roundBody() });
      const [head] = text.heads;
      await prepare(createClient({ origin: urlOf(0), token: head?.token ?? "" }), round.id, "XAA", `heard ${round.id}`);
      const inRoom = (kind: string) => (event: { kind: string; id: string } | null) =>
        event?.kind === kind && event.id === round.id;
      await ears.ownHead.hears(inRoom("room"));
      // What comes after is heard by all: so whatever they should not hear would have been there before.
      await text.secretary.call("changeRound", {
        round: round.id,
        body: { version: round.version, title: "Another title" },
      });
      const changes = (events: readonly ({ kind: string; id: string } | null)[]) =>
        events.filter(inRoom("round")).length;
      for (const ear of Object.values(ears)) await ear.hears(() => changes(ear.heard()) >= 2);
      expect(ears.secretary.heard().some(inRoom("room"))).toBe(false);
      expect(ears.otherHead.heard().some(inRoom("room"))).toBe(false);
    }

    test("of an act at one reach listeners at the other, and only those who may see it", tellAndHear, 60_000);

    test("flow again after the listening connections were ended, and listeners know that they missed some", async () => {
      for (const ear of Object.values(ears)) ear.forget();
      const { rows } = await sql<{ ended: boolean }>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity where query like 'listen %'`.execute(
        installed.direct.db,
      );
      expect(rows).toHaveLength(2);
      for (const ear of Object.values(ears)) await ear.hears((event) => event === null);
      await tellAndHear();
    }, 60_000);

    test("flow again after PostgreSQL was away for some seconds, over one connection of each server", async () => {
      for (const ear of Object.values(ears)) ear.forget();
      await installed.cluster.crash();
      // Long enough that each server has tried in vain several times.
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      await installed.cluster.start();
      for (const ear of Object.values(ears)) await ear.hears((event) => event === null);
      await tellAndHear();
      const listening = async () =>
        (await sql`select pid from pg_stat_activity where query like 'listen %'`.execute(installed.direct.db)).rows;
      expect(await listening()).toHaveLength(2);
      expect(installed.servers.map(({ crashes, refusals }) => crashes().length + refusals())).toEqual([0, 0]);
    }, 60_000);
  });

  test("no job is left, lost or doubled", async () => {
    await untilQuiet(installed.direct.db);
    await checkJobs(installed.direct.db);
  }, 90_000);
});

function roundBody() {
  const now = Date.now();
  return {
    title: "Live",
    opensAt: new Date(now - 1000).toISOString(),
    closesAt: new Date(now + HOUR).toISOString(),
    timeZone: "UTC",
  };
}
