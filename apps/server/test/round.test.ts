import { describe, expect, test } from "vitest";
import { illustrativeFile } from "./support/illustrative.ts";
import { onBothDatabases } from "./support/test-server.ts";
import { playWholeRound } from "./support/whole-round.ts";

const HOUR = 60 * 60 * 1000;

describe("a round from circulation to the released compilation", () => {
  onBothDatabases((server) => {
    test("goes through every step, and each is on the record", async () => {
      const { platform, publicly, mails, pass } = server();
      await playWholeRound({
        db: platform.db,
        clock: platform.clock,
        people: server(),
        publicly,
        mails,
        passDeadline: async () => pass(2 * HOUR),
      });
    });

    test("the next draft has the next symbol of the series, and never that of another", async () => {
      const workspace = await server().workspace(["XAA"]);
      const { call } = await workspace.member("Sara Secretary", "secretariat");
      const series = "FSC.DEL/98/26";
      const text = await call("createText", {
        workspace: workspace.id,
        body: { title: "Guide", symbol: series, distribution: "audience" },
      });
      const { name, bytes } = illustrativeFile("Guide draft 2");
      const add = async (symbol?: string): Promise<string> =>
        (await call("addDraft", { text: text.id, name, body: bytes, ...(symbol === undefined ? {} : { symbol }) }))
          .symbol;
      expect(await add(`${series}/Rev.1`)).toBe(`${series}/Rev.1`);
      expect(await add()).toBe(`${series}/Rev.2`);
      expect(await add("FSC.GAL/1/26")).toBe("FSC.GAL/1/26");
      expect(await add()).toBe(`${series}/Rev.3`);
    });

    test("what arrives at the very instant of the deadline is late, and a millisecond before is not", async () => {
      const { platform, workspace: make, pass } = server();
      const workspace = await make(["XAA", "XBB"]);
      const { call } = await workspace.member("Sara Secretary", "secretariat");
      const text = await call("createText", {
        workspace: workspace.id,
        body: { title: "Guide", distribution: "audience" },
      });
      const { name, bytes } = illustrativeFile("Guide draft 2");
      const draft = await call("addDraft", { text: text.id, name, body: bytes });
      const now = (await platform.clock.now(platform.db)).getTime();
      const closesAt = now + HOUR;
      const at = (instant: number): string => new Date(instant).toISOString();
      const round = await call("createRound", {
        draft: draft.id,
        body: { title: "First round", opensAt: at(now - 1000), closesAt: at(closesAt), timeZone: "UTC" },
      });
      pass(2 * HOUR);
      for (const [delegation, file, arrivedAt, late] of [
        ["XAA", "Ankervale", closesAt - 1, false],
        ["XBB", "Brindovar", closesAt, true],
      ] as const) {
        const sent = illustrativeFile(file);
        const entered = await call("enterSubmission", {
          round: round.id,
          delegation,
          name: sent.name,
          arrivedAt: at(arrivedAt),
          body: sent.bytes,
        });
        expect(entered.late, delegation).toBe(late);
      }
    });
  });
});
