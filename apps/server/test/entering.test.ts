import type { Call } from "@compendium/contract";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { illustrativeFile } from "./support/illustrative.ts";
import { onBothDatabases, type TestServer } from "./support/test-server.ts";

const HOUR = 60 * 60 * 1000;

describe("a file that the secretariat enters from an e-mail", () => {
  onBothDatabases((server) => {
    test("replaces what a head submitted only where whoever enters it names that", async () => {
      const { round, secretary, head, submit, enter, states } = await openRound(server());
      const theirs = await submit();
      const refused = await refusalOf(enter());
      expect(refused).toMatchObject({ code: "not-confirmed", current: { replaces: theirs.id, namedFor: [] } });
      expect(refused.detail).toContain("Submission 1 of Delegation XAA stands: submitted on the web by Ada Head");
      expect(await states()).toEqual(["1 stands"]);
      await expect(enter({ replaces: round.id })).rejects.toMatchObject({ code: "not-confirmed" });

      const entered = await enter({ replaces: theirs.id });
      expect(entered).toMatchObject({
        number: 2,
        channel: "e-mail",
        submittedBy: "Sara Secretary",
        replaces: { submission: theirs.id, number: 1, submittedBy: "Ada Head", channel: "web" },
      });
      expect(await states()).toEqual(["2 stands", "1 replaced"]);
      // What stood a moment ago is no longer what stands.
      await expect(enter({ replaces: theirs.id })).rejects.toMatchObject({ current: { replaces: entered.id } });
      expect((await submit()).replaces).toMatchObject({ submission: entered.id, submittedBy: "Sara Secretary" });

      const receipt = await mailTo(server(), head.email, "receipt of submission 2");
      expect(receipt).toContain("entered by Sara Secretary of the secretariat from an e-mail");
      expect(receipt).toMatch(/It replaces submission 1, received .+, submitted on the web by Ada Head\./);
      expect(await mailTo(server(), head.email, "receipt of submission 3")).toContain("It replaces submission 2");
      await expect(secretary("takeBack", { submission: entered.id, body: { reason: "Late." } })).rejects.toMatchObject({
        code: "not-now",
      });
    });

    test("taken back, it has replaced nothing: what stood before stands again, also after the deadline", async () => {
      const { workspace, secretary, head, submit, enter, states } = await openRound(server());
      const theirs = await submit();
      const entered = await enter({ replaces: theirs.id });
      const takeBack = (call: Call, submission: string) =>
        call("takeBack", { submission, body: { reason: "It is the file of another round." } });
      await expect(takeBack(head.call, entered.id)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(takeBack(secretary, theirs.id)).rejects.toMatchObject({ code: "not-now" });
      server().pass(2 * HOUR);
      expect(await takeBack(secretary, entered.id)).toMatchObject({
        state: "taken back",
        takenBack: { by: "Sara Secretary", reason: "It is the file of another round." },
      });
      expect(await states()).toEqual(["2 taken back", "1 stands"]);
      await expect(takeBack(secretary, entered.id)).rejects.toMatchObject({ code: "not-now" });

      const { entries } = await secretary("listRecord", { ledger: `workspace:${workspace}`, object: entered.id });
      expect(entries.map(({ act, actor }) => `${act} ${actor.name}`)).toEqual([
        "submission.taken back Sara Secretary",
        "submission.entered Sara Secretary",
      ]);
      const told = await mailTo(server(), head.email, "submission 2 taken back");
      expect(told).toContain("Reason: It is the file of another round.");
      expect(told).toMatch(/Submission 1, received .+, submitted on the web by Ada Head, stands again\./);
    });

    test("late, it replaces nothing until it is admitted, and then says what it replaced", async () => {
      const { secretary, submit, enter, states } = await openRound(server());
      const theirs = await submit();
      server().pass(2 * HOUR);
      const late = await enter();
      expect(late).toMatchObject({ late: true, replaces: null });
      const admitted = await secretary("admit", { submission: late.id, body: { reason: "Announced by telephone." } });
      expect(admitted.replaces).toMatchObject({ submission: theirs.id });
      expect(await states()).toEqual(["2 stands", "1 replaced"]);
    });

    test("is not entered for a delegation of which its name does not tell, unless that is confirmed", async () => {
      const { enter } = await openRound(server());
      const refused = await refusalOf(enter({ name: "Brindovar comments.docx" }));
      expect(refused).toMatchObject({ code: "not-confirmed", current: { replaces: null, namedFor: ["XBB"] } });
      expect(refused.detail).toContain("tells of Brindovar (XBB)");
      await expect(enter({ name: "Brindovar comments.docx", namedFor: "XCC" })).rejects.toMatchObject({
        code: "not-confirmed",
      });
      expect(await enter({ name: "Brindovar comments.docx", namedFor: "XBB" })).toMatchObject({ number: 1 });
    });
  });
});

async function openRound(server: TestServer) {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const { call: secretary } = await workspace.member("Sara Secretary", "secretariat");
  const head = await workspace.member("Ada Head", "head", "XAA");
  const text = await secretary("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  const { name, bytes } = illustrativeFile("Guide draft 2");
  const draft = await secretary("addDraft", { text: text.id, name, body: bytes });
  const now = (await server.platform.clock.now(server.platform.db)).getTime();
  const round = await secretary("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: new Date(now - 1000).toISOString(),
      closesAt: new Date(now + HOUR).toISOString(),
      timeZone: "UTC",
    },
  });
  const at = { round: round.id, delegation: "XAA" };
  const sent = illustrativeFile("Ankervale");
  return {
    workspace: workspace.id,
    round,
    secretary,
    head,
    /** The head submits on the web; each time what is in the room. */
    submit: async () => {
      const { files } = await head.call("readRoom", at);
      if (files.length === 0) await head.call("addRoomFile", { ...at, name: sent.name, body: sent.bytes });
      const { file } = await head.call("readConsolidated", at);
      const sha256 = file?.sha256 ?? "";
      const { cleared } = await head.call("readRoom", at);
      if (cleared === null) await head.call("clearRoom", { ...at, body: { sha256 } });
      return head.call("submit", { ...at, body: { sha256 } });
    },
    enter: async (given: { readonly replaces?: string; readonly namedFor?: string; readonly name?: string } = {}) => {
      const arrivedAt = (await server.platform.clock.now(server.platform.db)).toISOString();
      return secretary("enterSubmission", { ...at, name: sent.name, arrivedAt, ...given, body: sent.bytes });
    },
    /** The newest first. */
    states: async () =>
      (await secretary("listSubmissions", { round: round.id })).map(({ number, state }) => `${number} ${state}`),
  };
}

async function refusalOf(asked: Promise<unknown>) {
  return asked.then(
    () => {
      throw new Error("It was not refused.");
    },
    (problem) => problem as { readonly detail: string },
  );
}

async function mailTo(server: TestServer, address: string, subject: string): Promise<string> {
  return eventually(async () => {
    const mails = await Promise.all(server.mails().map((mail) => PostalMime.parse(mail)));
    const found = mails.find(
      (mail) => mail.to?.some((to) => to.address === address) && mail.subject?.includes(subject),
    );
    return found?.text ?? null;
  }, `a mail about ${subject}`);
}
