import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { remindAsPlanned } from "../../src/consultations/commands/closing.ts";
import { buildCompilation } from "../../src/consultations/commands/compilations.ts";
import { readChain } from "../../src/record/queries.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { figure } from "./support/figures.ts";
import { type Installed, install } from "./support/install.ts";
import { startServerProcess } from "./support/server-process.ts";
import { makeSmallText, openRound, prepareAndSubmit, type SmallText } from "./support/small-round.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

describe("jobs", () => {
  let installed: Installed;
  let server: TestServer;
  let text: SmallText;
  beforeAll(async () => {
    installed = await install({ servers: 0, workers: 0 });
    server = await startTestServer(installed.databaseUrl, {
      works: false,
      environment: { COMPENDIUM_JOB_HEARTBEAT: "10" },
    });
    text = await makeSmallText(server, ["XAA", "XBB"]);
  });
  afterAll(async () => {
    await server.close();
    await installed.close();
  });

  /** A compilation of one submission that was asked for. */
  async function asked() {
    const round = await openRound(text, HOUR);
    await prepareAndSubmit(head(text).call, round.id, "XAA", "one");
    return text.secretary.call("askForCompilation", { round: round.id });
  }

  async function entriesOf(object: string, act: string) {
    const chain = await readChain(server.platform.db, `workspace:${text.workspace.id}`);
    return chain.filter((each) => each.object.id === object && each.act === act);
  }

  test("one whose worker is killed half-way runs again within half a minute, and leaves one result", async () => {
    const { db } = server.platform;
    const { id } = await asked();
    const environment = { DATABASE_URL: installed.databaseUrl, COMPENDIUM_DATA: installed.dataFolder };
    const letGo = Promise.withResolvers<void>();
    const held = db.transaction().execute(async (tx) => {
      await tx.selectFrom("compilation").select("id").where("id", "=", id).forUpdate().execute();
      await letGo.promise;
    });
    const worker = await startServerProcess("worker", environment);
    try {
      // It has compiled, and waits for the row to write its result: half-way, and always at the same place.
      await eventually(async () => {
        const { rows } = await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`.execute(db);
        return rows.length > 0 ? true : null;
      }, "the worker to be half-way");
      await worker.kill();
      letGo.resolve();
      await held;
      const killedAt = Date.now();
      expect(await text.secretary.call("readCompilation", { compilation: id })).toMatchObject({ state: "waiting" });
      await worker.start();
      await eventually(async () => {
        const { state } = await text.secretary.call("readCompilation", { compilation: id });
        return state === "built" ? true : null;
      }, "the compilation");
      // 10 s of heartbeat here, 20 s as it comes; then 1.25 times that, a retry's delay and the work itself.
      const after = Date.now() - killedAt;
      expect(after).toBeLessThan(25_000);
      figure(
        "A compilation whose worker was killed half-way, built by another",
        `after ${Math.round(after / 1000)} s, at a heartbeat of 10 s`,
      );
      expect(await entriesOf(id, "compilation.built")).toHaveLength(1);
      const { rows } = await sql<{ state: string; again: number }>`
        select state::text, retry_count as again from jobs.job where data ->> 'compilation' = ${id}`.execute(db);
      expect(rows).toEqual([{ state: "completed", again: 1 }]);
    } finally {
      letGo.resolve();
      await worker.stop();
    }
  });

  test("two workers on one compilation, at once and again, give one result", async () => {
    const other = await startTestServer(installed.databaseUrl, { works: false });
    try {
      const { id } = await asked();
      await Promise.all([server, other, server, other].map(({ platform }) => buildCompilation(platform, id)));
      await buildCompilation(other.platform, id);
      expect(await entriesOf(id, "compilation.built")).toHaveLength(1);
      const { files } = await text.secretary.call("readCompilation", { compilation: id });
      expect(new Set(files.map(({ format }) => format)).size).toBe(files.length);
    } finally {
      await other.close();
    }
  });

  test("a reminder whose worker died after it was written is not sent again", async () => {
    const { platform } = server;
    const round = await openRound(text, 48 * HOUR);
    const job = await plannedReminder(round.id);
    await remindAsPlanned(platform, job);
    await remindAsPlanned(platform, job);
    expect(await entriesOf(round.id, "round.reminded")).toHaveLength(1);
  });

  test("a deadline that is moved and moved back reminds once", async () => {
    const { platform } = server;
    const round = await openRound(text, 48 * HOUR);
    const ask = text.secretary.call;
    const away = new Date(Date.parse(round.closesAt) + DAY).toISOString();
    const moved = await ask("changeRound", { round: round.id, body: { version: round.version, closesAt: away } });
    const back = { version: moved.version, closesAt: round.closesAt };
    await ask("changeRound", { round: round.id, body: back });
    for (const job of await plannedReminders(round.id)) await remindAsPlanned(platform, job);
    expect(await entriesOf(round.id, "round.reminded")).toHaveLength(1);
  });

  test("an opening that is put off is announced at its new time", async () => {
    const now = Date.now();
    const { id, version } = await text.secretary.call("createRound", {
      draft: text.draft,
      body: {
        title: "Later",
        opensAt: new Date(now + HOUR).toISOString(),
        closesAt: new Date(now + 4 * HOUR).toISOString(),
        timeZone: "UTC",
      },
    });
    const opensAt = new Date(now + 2 * HOUR).toISOString();
    await text.secretary.call("changeRound", { round: id, body: { version, opensAt } });
    const { rows } = await sql<{ at: Date }>`
      select start_after as at from jobs.job where name = 'open-round' and data ->> 'round' = ${id}`.execute(
      server.platform.db,
    );
    expect(rows.map(({ at }) => at.toISOString())).toContain(opensAt);
  });

  test("a mail server may be away for a long weekend: the mail is tried for five days", async () => {
    const round = await openRound(text, HOUR);
    await prepareAndSubmit(head(text).call, round.id, "XAA", "weekend");
    const { rows } = await sql<{ tries: number; most: number; kept: Date; after: Date }>`
      select retry_limit as tries, retry_delay_max as most, keep_until as kept, start_after as after
      from jobs.job where name = 'mail' and state = 'created' limit 1`.execute(server.platform.db);
    const [job] = rows;
    expect((job?.tries ?? 0) * (job?.most ?? 0) * 1000).toBeGreaterThan(5 * DAY);
    expect(Number(job?.kept) - Number(job?.after)).toBeGreaterThan((job?.tries ?? 0) * (job?.most ?? 0) * 1000);
  });

  test("a new heartbeat holds for queues that are there already", async () => {
    const later = await startTestServer(installed.databaseUrl, {
      works: false,
      environment: { COMPENDIUM_JOB_HEARTBEAT: "11" },
    });
    const { rows } = await sql<{ heartbeat: number }>`
      select distinct heartbeat_seconds as heartbeat from jobs.queue where name in ('mail', 'compile')`.execute(
      server.platform.db,
    );
    await later.close();
    expect(rows).toEqual([{ heartbeat: 11 }]);
  });

  type Planned = Parameters<typeof remindAsPlanned>[1];

  async function plannedReminders(round: string): Promise<readonly Planned[]> {
    const { rows } = await sql<{ data: Planned }>`
      select data from jobs.job where name = 'remind' and data ->> 'round' = ${round} order by created_on`.execute(
      server.platform.db,
    );
    return rows.map(({ data }) => data);
  }

  async function plannedReminder(round: string): Promise<Planned> {
    const [planned] = await plannedReminders(round);
    if (planned === undefined) throw new Error("No reminder is planned.");
    return planned;
  }
});

function head({ heads }: SmallText) {
  const [first] = heads;
  if (first === undefined) throw new RangeError("There is no head of delegation.");
  return first;
}
