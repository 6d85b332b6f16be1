import { ApiProblem, createClient, type SubmissionView } from "@compendium/contract";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeRound } from "../../src/consultations/commands/closing.ts";
import { workspaceLedger } from "../../src/record/index.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { type Chance, chance } from "./support/chance.ts";
import { checkChains, checkClosing } from "./support/check-round.ts";
import { figure } from "./support/figures.ts";
import { type Installed, install } from "./support/install.ts";
import { smallSubmission } from "./support/small-files.ts";
import { makeSmallText, openRound, prepare, type SmallText } from "./support/small-round.ts";

/** As many as take part in the largest consultations. */
const DELEGATIONS = Array.from({ length: 57 }, (_, i) => `X${letter(i / 26)}${letter(i % 26)}`);
const EMAILED = smallSubmission("by e-mail");
const TIMES = Number(process.env.RELIABILITY_RACES ?? 2);

/** One delegation at one of the two servers, ready to submit. */
interface Runner {
  readonly delegation: string;
  readonly submit: () => Promise<SubmissionView>;
  readonly withdraw: (submission: string) => Promise<SubmissionView>;
}

describe("the deadline, with two servers on one PostgreSQL", () => {
  let installed: Installed;
  let text: SmallText;
  let closer: TestServer;
  let draw: Chance;
  beforeAll(async () => {
    draw = chance("deadline");
    installed = await install({ servers: 2, workers: 1 });
    text = await makeSmallText(installed.direct, DELEGATIONS);
    // Closes at the very instant, beside the worker, which looks twice a second.
    closer = await startTestServer(installed.databaseUrl, { works: false });
  }, 120_000);
  afterAll(async () => {
    await closer.close();
    await installed.close();
  }, 60_000);

  /** Everybody has cleared a file, half of them at each server. */
  async function lineUp(round: string, count = DELEGATIONS.length): Promise<readonly Runner[]> {
    const runners: Runner[] = [];
    for (const [i, head] of text.heads.slice(0, count).entries()) {
      const delegation = DELEGATIONS[i] ?? "";
      const origin = installed.servers[i % 2]?.url ?? "";
      const call = createClient({ origin, token: head.token });
      const sha256 = await prepare(call, round, delegation, `race ${i}`);
      runners.push({
        delegation,
        submit: () => call("submit", { round, delegation, body: { sha256 } }),
        withdraw: (submission) => call("withdraw", { submission }),
      });
    }
    return runners;
  }

  async function closed(round: string): Promise<void> {
    await eventually(async () => {
      const row = await installed.direct.db.selectFrom("round").selectAll().where("id", "=", round).executeTakeFirst();
      const waiting = await installed.direct.db
        .selectFrom("compilation")
        .select("id")
        .where("round", "=", round)
        .where("builtAt", "is", null)
        .execute();
      return row?.closedAt == null || waiting.length > 0 ? null : true;
    }, "the round to be closed and compiled");
  }

  /** Runs each at its instant, in ms since 1970. */
  function at<Result>(instant: number, does: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve) => setTimeout(resolve, instant - Date.now())).then(does);
  }

  test.each(Array.from({ length: TIMES }, (_, i) => i + 1))(
    "57 submit in its last milliseconds: exactly those before it are on time and compiled, all are kept (race %i)",
    async () => {
      const { db } = installed.direct;
      const round = await openRound(text, 25_000);
      const runners = await lineUp(round.id);
      const now = Date.now();
      expect(now, "the machine is too slow to line up in time").toBeLessThan(Date.parse(round.closesAt) - 500);
      // Moved close, so that nobody waits: half the machine's time is not ours.
      const version = (await text.secretary.call("readRound", { round: round.id })).version;
      const deadline = now + 3_000;
      const closesAt = new Date(deadline).toISOString();
      await text.secretary.call("changeRound", { round: round.id, body: { version, closesAt } });

      const told = Promise.all(runners.map(({ submit }) => at(deadline + draw.between(-2_000, 100), submit)));
      await at(deadline, () => closeRound(closer.platform, round.id));
      const submissions = await told;
      await closed(round.id);

      expect(submissions.map(({ number }) => number)).toEqual(DELEGATIONS.map(() => 1));
      for (const each of submissions) expect(each.late).toBe(each.receivedAt >= closesAt);
      const kept = await db.selectFrom("submission").select(["id", "late"]).where("round", "=", round.id).execute();
      expect(kept.map(({ id }) => id).toSorted()).toEqual(submissions.map(({ id }) => id).toSorted());
      const late = kept.filter((each) => each.late).length;
      figure("57 submissions around the deadline", `${57 - late} on time, ${late} late`);
      await checkClosing(db, { draft: text.draft, round }, await checkChains(db, text.workspace.id));
    },
    120_000,
  );

  test("a submission that was received in time and is still being written is waited for, and compiled", async () => {
    const { db } = installed.direct;
    const round = await openRound(text, 60_000);
    const [one] = await lineUp(round.id, 1);
    const { version } = await text.secretary.call("readRound", { round: round.id });
    const deadline = Date.now() + 2_000;
    const body = { version, closesAt: new Date(deadline).toISOString() };
    await text.secretary.call("changeRound", { round: round.id, body });
    // Whoever holds the record holds up the submission after it was received, and before it is there.
    const letGo = Promise.withResolvers<void>();
    const held = db.transaction().execute(async (tx) => {
      const ledger = workspaceLedger(text.workspace.id);
      await tx.selectFrom("ledger").select("id").where("id", "=", ledger).forUpdate().execute();
      await letGo.promise;
    });
    const told = one?.submit();
    await waitingFor(1);
    expect(Date.now(), "the machine is too slow to submit in time").toBeLessThan(deadline);
    const closing = at(deadline, () => closeRound(closer.platform, round.id));
    await at(deadline, () => waitingFor(2));
    letGo.resolve();
    await Promise.all([held, closing]);
    expect(await told).toMatchObject({ late: false });
    await closed(round.id);
    await checkClosing(db, { draft: text.draft, round }, await checkChains(db, text.workspace.id));
  }, 60_000);

  /** Until so many wait for what others hold. */
  async function waitingFor(count: number): Promise<void> {
    await eventually(async () => {
      const { rows } = await sql`select pid from pg_stat_activity where wait_event_type = 'Lock'`.execute(
        installed.direct.db,
      );
      return rows.length >= count ? true : null;
    }, `${count} to wait`);
  }

  test("a deadline that moves while all submit: each is judged by the deadline that held when it was received", async () => {
    const { db } = installed.direct;
    const round = await openRound(text, 60_000);
    const runners = await lineUp(round.id, 20);
    const { version } = await text.secretary.call("readRound", { round: round.id });
    const first = Date.now() + 1_000;
    const body = { version, closesAt: new Date(first).toISOString() };
    const near = await text.secretary.call("changeRound", { round: round.id, body });
    const later = new Date(first + 60_000).toISOString();
    const told = Promise.all(runners.map(({ submit }) => at(first + draw.between(-200, 200), submit)));
    const moved = await at(first - 20, () =>
      text.secretary.call("changeRound", { round: round.id, body: { version: near.version, closesAt: later } }),
    );
    const submissions = await told;
    const entries = await checkChains(db, text.workspace.id);
    const movedIn = entries.findLast(({ act, object }) => act === "round.changed" && object.id === round.id);
    expect(moved.closesAt).toBe(later);
    for (const { late, receivedAt, recordEntry } of submissions) {
      const held = recordEntry.number < (movedIn?.number ?? 0) ? near.closesAt : later;
      expect(late).toBe(receivedAt >= held);
    }
  }, 120_000);

  test("two submissions of one delegation at once, by web and as an e-mail entered: both are kept, one after the other", async () => {
    const round = await openRound(text, 60_000);
    const [one] = await lineUp(round.id, 1);
    // Whatever stands when it comes is confirmed anew: somebody else may have been faster in between.
    const enter = async (confirmed: { readonly replaces?: string } = {}): Promise<SubmissionView> => {
      try {
        return await text.secretary.call("enterSubmission", {
          round: round.id,
          delegation: one?.delegation ?? "",
          name: "by e-mail.docx",
          arrivedAt: new Date(Date.now() - 200).toISOString(),
          ...confirmed,
          body: EMAILED,
        });
      } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.code !== "not-confirmed") throw problem;
        const { replaces } = problem.current as { readonly replaces: string | null };
        return enter(replaces === null ? {} : { replaces });
      }
    };
    const told = await Promise.all([one?.submit(), enter(), one?.submit(), enter(), enter()]);
    expect(told.map((each) => each?.number).toSorted()).toEqual([1, 2, 3, 4, 5]);
    const all = await text.secretary.call("listSubmissions", { round: round.id });
    expect(all.map(({ state }) => state)).toEqual(["stands", "replaced", "replaced", "replaced", "replaced"]);
  }, 120_000);

  test("withdrawals against the closing: what was withdrawn in time is not compiled, what is told to stay is", async () => {
    const { db } = installed.direct;
    const round = await openRound(text, 60_000);
    const runners = await lineUp(round.id, 20);
    const submissions = await Promise.all(runners.map(({ submit }) => submit()));
    const { version } = await text.secretary.call("readRound", { round: round.id });
    const deadline = Date.now() + 1_000;
    const body = { version, closesAt: new Date(deadline).toISOString() };
    await text.secretary.call("changeRound", { round: round.id, body });
    const told = Promise.all(
      runners.map(({ withdraw }, i) =>
        at(deadline + draw.between(-150, 50), () =>
          withdraw(submissions[i]?.id ?? "").then(
            () => "withdrawn",
            ({ code }: { readonly code: string }) => code,
          ),
        ),
      ),
    );
    await at(deadline, () => closeRound(closer.platform, round.id));
    const outcomes = await told;
    await closed(round.id);
    expect(new Set([...outcomes, "withdrawn", "not-now"])).toEqual(new Set(["withdrawn", "not-now"]));
    const stays = submissions.filter((_, i) => outcomes[i] === "not-now").map(({ id }) => id);
    const compiled = await db.selectFrom("compilation").selectAll().where("round", "=", round.id).execute();
    const inIt = compiled.flatMap((each) => each.submissions.map(({ submission }) => submission));
    expect(inIt.toSorted()).toEqual(stays.toSorted());
    await checkChains(db, text.workspace.id);
  }, 120_000);
});

function letter(of: number): string {
  return String.fromCharCode(65 + Math.floor(of));
}
