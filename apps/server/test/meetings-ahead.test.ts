import { describe, expect, test } from "vitest";
import { releasedCompilation } from "./support/released-compilation.ts";
import { onBothDatabases, type TestPerson } from "./support/test-server.ts";

const HOUR = 60 * 60 * 1000;

describe("the way to a meeting", () => {
  onBothDatabases((server) => {
    test("what is in session comes first, then what is to come; what is over, or did not take place, is gone", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const { platform } = server();
      const now = (await platform.clock.now(platform.db)).getTime();
      const plan = async (title: string, inHours: number) => {
        const body = {
          title,
          startsAt: new Date(now + inHours * HOUR).toISOString(),
          timeZone: "Europe/Vienna",
          venue: "Segmentgalerie II",
          agenda: [{ title: "Part I", passages: [passage?.id ?? ""] }],
        };
        return (await secretary.call("createMeeting", { compilation, body })).id;
      };
      await plan("never opened", 1);
      await plan("later", 72);
      const next = await plan("next", 48);
      const held = await plan("now", 2);
      expect(await titlesFor(heads.XAA)).toEqual(["never opened", "now", "next", "later"]);

      await chair.call("openMeeting", { meeting: held });
      expect(await heads.XAA.call("listMeetingsAhead", {})).toMatchObject([
        { id: held, state: "open", text: { title: "Guide" }, venue: "Segmentgalerie II" },
        { title: "never opened", state: "planned" },
        { id: next },
        { title: "later" },
      ]);
      await chair.call("closeMeeting", { meeting: held });
      server().pass(24 * HOUR);
      expect(await titlesFor(heads.XAA)).toEqual(["never opened", "next", "later"]);
      server().pass(2 * HOUR);
      expect(await titlesFor(heads.XAA)).toEqual(["next", "later"]);
    });

    test("nobody learns of a meeting who may not follow it, and nobody of those of other workspaces", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const other = await releasedCompilation(server());
      const body = { title: "First reading", startsAt: "2099-03-10T09:00:00Z", timeZone: "Europe/Vienna" };
      await secretary.call("createMeeting", { compilation, body });
      const { text } = await secretary.call("readNegotiation", { compilation });
      const { version } = await secretary.call("readText", { text: text.id });
      await secretary.call("changeText", { text: text.id, body: { audience: ["XAA"], version } });
      for (const person of [secretary, chair, heads.XAA]) expect(await titlesFor(person)).toEqual(["First reading"]);
      for (const person of [heads.XBB, other.secretary, other.heads.XAA]) expect(await titlesFor(person)).toEqual([]);
      await secretary.call("changeText", { text: text.id, body: { distribution: "public", version: version + 1 } });
      expect(await titlesFor(other.heads.XAA)).toEqual([]);
      expect(await server().publicly("listMeetingsAhead", {})).toEqual([]);
    });
  });
});

async function titlesFor({ call }: TestPerson): Promise<string[]> {
  return (await call("listMeetingsAhead", {})).map(({ title }) => title);
}
