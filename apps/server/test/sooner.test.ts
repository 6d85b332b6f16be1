import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { illustrativeFile } from "./support/illustrative.ts";
import { onBothDatabases, type TestServer } from "./support/test-server.ts";

const HOUR = 60 * 60 * 1000;

describe("a round that begins or ends before the instant that was planned", () => {
  onBothDatabases((server) => {
    test("cancelled before it opens, it never opens: nothing is announced, and nothing can be done in it", async () => {
      const { secretary, head, round, at, mailsTo } = await plannedRound(server());
      expect(round.may).toEqual(expect.arrayContaining(["cancel", "open now"]));
      await expect(head.call("cancelRound", { round: round.id, body: { reason: "No." } })).rejects.toMatchObject({
        code: "not-allowed",
      });
      await expect(secretary("closeRoundNow", { round: round.id, body: { reason: "No." } })).rejects.toMatchObject({
        code: "not-now",
      });
      const cancelled = await secretary("cancelRound", { round: round.id, body: { reason: "The text is withdrawn." } });
      expect(cancelled).toMatchObject({
        state: "cancelled",
        cancelled: { by: "Sara Secretary", reason: "The text is withdrawn." },
        may: ["see submissions"],
      });
      server().pass(2 * HOUR);
      expect(await head.call("readRound", { round: round.id })).toMatchObject({ state: "cancelled" });
      const sent = illustrativeFile("Ankervale");
      const arrivedAt = await now(server());
      for (const act of [
        () => head.call("addRoomFile", { ...at, name: sent.name, body: sent.bytes }),
        () => secretary("enterSubmission", { ...at, name: sent.name, arrivedAt, body: sent.bytes }),
        () => secretary("changeRound", { round: round.id, body: { title: "Anew", version: 2 } }),
        () => secretary("openRoundNow", { round: round.id }),
        () => secretary("remind", { round: round.id }),
      ]) {
        await expect(act()).rejects.toMatchObject({ code: "not-now", detail: expect.stringContaining("cancelled") });
      }
      expect(await mailsTo(head.email)).toEqual([]);
    });

    test("opened at once, it is announced at once, and only once", async () => {
      const { secretary, head, round, at, mailsTo } = await plannedRound(server());
      const opened = await secretary("openRoundNow", { round: round.id });
      expect(opened).toMatchObject({ state: "open", version: 2 });
      expect(opened.may).toContain("close now");
      await eventually(async () => ((await mailsTo(head.email)).length === 1 ? true : null), "the announcement");
      const sent = illustrativeFile("Ankervale");
      await head.call("addRoomFile", { ...at, name: sent.name, body: sent.bytes });
      await expect(secretary("openRoundNow", { round: round.id })).rejects.toMatchObject({ code: "not-now" });
      await expect(secretary("cancelRound", { round: round.id, body: { reason: "Too late." } })).rejects.toMatchObject({
        code: "not-now",
      });
      const { entries } = await secretary("listRecord", { ledger: `workspace:${round.workspace}`, object: round.id });
      expect(entries.map(({ act }) => act)).toEqual(["round.announced", "round.opened", "round.made"]);
    });

    test("closed at once, what came is on time and compiled, what comes is late, and those asked are told why", async () => {
      const { secretary, head, round, at, mailsTo } = await plannedRound(server());
      await secretary("openRoundNow", { round: round.id });
      const sent = illustrativeFile("Ankervale");
      const enter = async () =>
        secretary("enterSubmission", { ...at, name: sent.name, arrivedAt: await now(server()), body: sent.bytes });
      expect((await enter()).late).toBe(false);
      const closed = await secretary("closeRoundNow", { round: round.id, body: { reason: "Everybody has answered." } });
      expect(closed.state).toBe("closed");
      expect(Date.parse(closed.closesAt)).toBeLessThan(Date.parse(round.closesAt));
      expect(await secretary("listCompilations", { round: round.id })).toMatchObject([
        { number: 1, submissions: [{ delegation: "XAA", late: false }] },
      ]);
      expect((await enter()).late).toBe(true);
      const told = await eventually(
        async () =>
          (await mailsTo(head.email)).find(({ subject }) => subject?.includes("closed before its deadline")) ?? null,
        "the mail about the closing",
      );
      expect(told.text).toContain("Reason: Everybody has answered.");
      const { entries } = await secretary("listRecord", { ledger: `workspace:${round.workspace}`, object: round.id });
      expect(entries[0]).toMatchObject({
        act: "round.closed",
        actor: { name: "Sara Secretary" },
        detail: { answered: 1, reason: "Everybody has answered." },
      });
      const acts = async (act: string) => {
        const found = await secretary("listRecord", { ledger: `workspace:${round.workspace}`, act });
        return new Set(found.entries.map((entry) => entry.act));
      };
      expect(await acts("round.closed")).toEqual(new Set(["round.closed"]));
      expect(await acts("round")).toEqual(new Set(["round.made", "round.opened", "round.announced", "round.closed"]));
      expect(await acts("rou")).toEqual(new Set());
    });
  });
});

async function plannedRound(server: TestServer) {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const { call: secretary } = await workspace.member("Sara Secretary", "secretariat");
  const head = await workspace.member("Ada Head", "head", "XAA");
  const text = await secretary("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  const { name, bytes } = illustrativeFile("Guide draft 2");
  const draft = await secretary("addDraft", { text: text.id, name, body: bytes });
  const instant = Date.parse(await now(server));
  const round = await secretary("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: new Date(instant + HOUR).toISOString(),
      closesAt: new Date(instant + 100 * HOUR).toISOString(),
      timeZone: "UTC",
    },
  });
  return {
    secretary,
    head,
    round,
    at: { round: round.id, delegation: "XAA" },
    mailsTo: async (address: string) => {
      const mails = await Promise.all(server.mails().map((mail) => PostalMime.parse(mail)));
      return mails.filter(({ to }) => to?.some((each) => each.address === address));
    },
  };
}

async function now({ platform }: TestServer): Promise<string> {
  return (await platform.clock.now(platform.db)).toISOString();
}
