import PostalMime, { type Email } from "postal-mime";
import { describe, expect, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { releasedCompilation } from "./support/released-compilation.ts";
import { onBothDatabases, type TestServer } from "./support/test-server.ts";

describe("mails of a negotiation", () => {
  onBothDatabases((server) => {
    test("a meeting, and its new time or venue, is told to all who negotiate and may see it but whoever did it", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      await chair.call("setLanguage", { body: { language: "fr" } });
      // Who may no longer read the text learns of no meeting on it.
      const { text } = await secretary.call("readNegotiation", { compilation });
      const { version } = await secretary.call("readText", { text: text.id });
      await secretary.call("changeText", { text: text.id, body: { audience: ["XAA"], version } });

      const body = {
        title: "First reading",
        startsAt: "2099-03-10T09:00:00Z",
        timeZone: "Europe/Vienna",
        venue: "Segmentgalerie II",
      };
      const planned = await secretary.call("createMeeting", { compilation, body });
      const [toChair, toHead] = await mailsAbout(server(), planned.id, [chair.email, heads.XAA.email]);
      expect(toHead?.subject).toBe("FSC.DEL/99/26: meeting on 10 March 2099 at 10:00 (Europe/Vienna)");
      expect(toHead?.text).toContain("Time: 10 March 2099 at 10:00 (Europe/Vienna)\nVenue: Segmentgalerie II\n");
      expect(toHead?.text).toContain(`${server().platform.settings.url}/meetings/${planned.id}`);
      expect(toChair?.subject).toBe("FSC.DEL/99/26 : réunion, 10 mars 2099 à 10:00 (Europe/Vienna)");

      const renamed = { title: "First reading, continued", version: planned.version };
      const changed = await chair.call("changeMeeting", { meeting: planned.id, body: renamed });
      const elsewhere = { startsAt: "2099-03-11T09:00:00Z", venue: "Ratsaal", version: changed.version };
      await chair.call("changeMeeting", { meeting: planned.id, body: elsewhere });
      const all = [chair.email, heads.XAA.email, heads.XAA.email, secretary.email];
      const moved = (await mailsAbout(server(), planned.id, all)).filter(({ text: told }) => told?.includes("Ratsaal"));
      expect(moved.map(addressee).toSorted()).toEqual([heads.XAA.email, secretary.email].toSorted());
      for (const { text: told } of moved) expect(told).toContain("11 March 2099 at 10:00 (Europe/Vienna)");
    });

    test("the next draft goes to all who negotiate, clean and tracked, with the way to what became of every proposal", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const { draft } = await secretary.call("makeNextDraft", { compilation, body: {} });
      const mails = await mailsAbout(server(), draft, [chair.email, heads.XAA.email, heads.XBB.email]);
      for (const { subject, text, attachments } of mails) {
        expect(subject).toBe("FSC.DEL/99/26/Rev.1: the next draft");
        expect(text).toContain(`/compilations/${compilation}/outcomes`);
        expect(attachments.map(({ filename }) => filename)).toEqual([
          "FSC.DEL-99-26-Rev.1.docx",
          "FSC.DEL-99-26-Rev.1 (tracked).docx",
        ]);
      }
    });
  });
});

/** The mails that lead to something, in the order of `addresses`, which are all to whom one went. */
async function mailsAbout(server: TestServer, id: string, addresses: readonly string[]): Promise<readonly Email[]> {
  return eventually(async () => {
    const all = await Promise.all(server.mails().map((source) => PostalMime.parse(source)));
    const about = all.filter(({ text }) => text?.includes(id));
    if (about.length < addresses.length) return null;
    expect(about.map(addressee).toSorted()).toEqual(addresses.toSorted());
    return about.toSorted((a, b) => addresses.indexOf(addressee(a)) - addresses.indexOf(addressee(b)));
  }, `${addresses.length} mails about ${id}`);
}

function addressee({ to }: Email): string {
  return to?.[0]?.address ?? "";
}
