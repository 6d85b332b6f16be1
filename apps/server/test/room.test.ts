import type { AnswerOf, Operations } from "@compendium/contract";
import { consolidate, openPackage, type ReceiptEntry, readBase, readSubmission, toDocument } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { describe, expect, test } from "vitest";
import { illustrativeFile } from "./support/illustrative.ts";
import { onBothDatabases, type TestPerson, type TestServer } from "./support/test-server.ts";

const HOUR = 60 * 60 * 1000;

interface Block {
  readonly kind: string;
  readonly from: number;
  readonly words: readonly string[];
}

describe("a delegation's room", () => {
  onBothDatabases((server) => {
    test("joins a Word file and web proposals into one submission that says exactly both", async () => {
      const { at, draft, head, expert } = await openRoom(server());
      const file = illustrativeFile("Ankervale");
      await expert.call("addRoomFile", { ...at, name: file.name, body: file.bytes });
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      await expert.call("addProposal", {
        ...at,
        body: { ...paragraph.place, change: replaced(paragraph, "gathers", "collects"), reason: "Plainer." },
      });
      const consolidated = await head.call("readConsolidated", at);
      expect(consolidated).toMatchObject({ state: "clean", conflicts: [], problems: [] });
      const { bytes } = await head.call("downloadConsolidated", at);

      const base = readBase(openPackage((await head.call("downloadDraft", { draft })).bytes, nodeInflater));
      const delegation = { code: "XAA", name: "Delegation XAA" };
      const about = { name: "joined.docx", sha256: "", bytes: bytes.length };
      const read = (content: Uint8Array) => readSubmission(base, openPackage(content, nodeInflater), delegation, about);
      const wordings = (content: Uint8Array) =>
        toDocument(consolidate(base, [read(content)], [delegation])).stories.flatMap(({ passages }) =>
          passages.map(({ citation, proposals }) => `${citation}: ${proposals[0]?.wording}`),
        );
      const joined = wordings(bytes);
      expect(joined).toEqual(expect.arrayContaining(wordings(file.bytes)));
      expect(joined.length).toBe(wordings(file.bytes).length + 1);
      expect(joined.some((each) => each.includes("collects"))).toBe(true);
      const comments = toDocument(consolidate(base, [read(bytes)], [delegation])).comments;
      expect(comments.some(({ paragraphs }) => paragraphs.join() === "Plainer.")).toBe(true);
    });

    test("shows rival wordings of two experts, each in the browser, and is clean again when the head takes one", async () => {
      const { at, draft, head, expert, deputy } = await openRoom(server());
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      const proposed = (to: string) => ({
        ...at,
        body: { ...paragraph.place, change: replaced(paragraph, "gathers", to) },
      });
      const first = await expert.call("addProposal", proposed("collects"));
      const second = await deputy.call("addProposal", proposed("assembles"));
      expect([first.mine, second.mine]).toEqual([true, true]);
      const { proposals } = await expert.call("readRoom", at);
      expect(proposals.map(({ by, mine }) => [by, mine])).toEqual(
        expect.arrayContaining([
          ["Egon Expert", true],
          ["Dora Deputy", false],
        ]),
      );

      const contested = await head.call("readConsolidated", at);
      expect(contested).toMatchObject({ state: "rival wordings", conflicts: [{ story: paragraph.place.story }] });
      const wordings = contested.conflicts[0]?.wordings.map(({ by, wording }) => `${by}: ${wording.trim()}`);
      expect(wordings?.toSorted()).toEqual(["Dora Deputy: assembles", "Egon Expert: collects"]);
      await head.call("removeProposal", { ...at, proposal: second.id, version: second.version });
      expect(await head.call("readConsolidated", at)).toMatchObject({ state: "clean" });
    });

    test("joins what two experts change in one paragraph, where it goes together", async () => {
      const { at, draft, head, expert, deputy } = await openRoom(server());
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      for (const [person, from, to] of [
        [expert, "gathers", "collects"],
        [deputy, "experience", "knowledge"],
      ] as const) {
        const change = replaced(paragraph, from, to);
        await person.call("addProposal", { ...at, body: { ...paragraph.place, change } });
      }
      expect(await head.call("readConsolidated", at)).toMatchObject({
        state: "clean",
        receipt: { counts: { replacements: 2 } },
      });
    });

    test("takes one wording of a paragraph from each person, whoever began it", async () => {
      const { at, draft, expert, deputy } = await openRoom(server());
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      const change = replaced(paragraph, "gathers", "collects");
      const body = { ...paragraph.place, change };
      const first = await expert.call("addProposal", { ...at, body });
      await expect(expert.call("addProposal", { ...at, body })).rejects.toMatchObject({ code: "already-exists" });
      await deputy.call("addProposal", { ...at, body });
      const taken = { ...at, proposal: first.id, body: { change, reason: "", version: first.version } };
      await expect(deputy.call("changeProposal", taken)).rejects.toMatchObject({ code: "already-exists" });
      // A new paragraph is not another wording of the one before it, and is cited as what it is.
      const added = await expert.call("addProposal", {
        ...at,
        body: { ...paragraph.place, change: { kind: "insert after", paragraphs: [[{ text: "More follows." }]] } },
      });
      expect(added.citation).toBe(`after ${first.citation}`);
    });

    test("shows rival wordings of a Word file and the browser, and is clean again when one gives way", async () => {
      const { at, draft, head, expert, deputy } = await openRoom(server());
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      await expert.call("addProposal", {
        ...at,
        body: { ...paragraph.place, change: replaced(paragraph, "gathers", "collects") },
      });
      const second = { body: { change: replaced(paragraph, "gathers", "assembles") } };
      const { bytes } = await head.call("downloadConsolidated", at);
      const other = await openRoom(server());
      await other.expert.call("addProposal", {
        ...other.at,
        body: {
          ...(await paragraphWith(other.expert, other.draft, "gathers that experience")).place,
          change: second.body.change,
        },
      });
      const rival = await other.head.call("downloadConsolidated", other.at);
      expect(rival.bytes).not.toEqual(bytes);
      const { id } = await deputy.call("addRoomFile", { ...at, name: "rival.docx", body: rival.bytes });
      const contested = await head.call("readConsolidated", at);
      expect(contested.state).toBe("rival wordings");
      expect(contested.conflicts[0]?.wordings.map(({ wording }) => wording.trim())).toEqual(
        expect.arrayContaining(["collects", "assembles"]),
      );
      await expect(head.call("clearRoom", { ...at, body: { sha256: "0".repeat(64) } })).rejects.toMatchObject({
        code: "rival-wordings",
      });
      await deputy.call("removeRoomFile", { ...at, file: id });
      expect(await head.call("readConsolidated", at)).toMatchObject({ state: "clean" });
    });

    test("takes a file whose name tells of another delegation once that is confirmed", async () => {
      const { at, expert } = await openRoom(server());
      const { bytes: body } = illustrativeFile("Ankervale");
      const file = { ...at, name: "Brindovar comments.docx", body };
      await expect(expert.call("addRoomFile", file)).rejects.toMatchObject({
        code: "not-confirmed",
        current: { namedFor: ["XBB"] },
      });
      expect((await expert.call("readRoom", at)).files).toEqual([]);
      await expert.call("addRoomFile", { ...file, namedFor: "XBB" });
      expect((await expert.call("readRoom", at)).files.map((each) => each.file.name)).toEqual([file.name]);
    });

    test("tells what a file proposes: every change that its receipt counts, and every comment", async () => {
      const { at, expert, head } = await openRoom(server());
      const file = illustrativeFile("Ankervale");
      const { id } = await expert.call("addRoomFile", { ...at, name: file.name, body: file.bytes });
      const { changes } = await head.call("readRoomFileChanges", { ...at, file: id });
      const { receipt } = await head.call("readConsolidated", at);
      const { counts } = receipt as ReceiptEntry;
      const wordings = changes.flatMap((change) => (change.kind === "wording" ? [change] : []));
      expect(wordings).toHaveLength(counts.insertions + counts.deletions + counts.replacements + 2 * counts.moves);
      const comments = changes.flatMap((change) => (change.kind === "comment" ? [change] : []));
      expect(comments).toHaveLength(counts.comments);
      for (const { by, text } of comments) expect(`${by} ${text}`.length).toBeGreaterThan(10);
      const words = wordings.flatMap(({ redline }) => redline.map(({ kind, text }) => `${kind} ${text.trim()}`));
      expect(words).toContain("inserted regularly");
    });

    test("takes back a clearance with every change, and submits only what was cleared", async () => {
      const { at, draft, head, expert } = await openRoom(server());
      const paragraph = await paragraphWith(expert, draft, "gathers that experience");
      const added = await expert.call("addProposal", {
        ...at,
        body: { ...paragraph.place, change: replaced(paragraph, "gathers", "collects") },
      });
      const sha256 = await hashNow(head, at);
      await head.call("clearRoom", { ...at, body: { sha256 } });
      const changed = { change: replaced(paragraph, "gathers", "brings together"), reason: "", version: added.version };
      await expert.call("changeProposal", { ...at, proposal: added.id, body: changed });
      expect(await head.call("readRoom", at)).toMatchObject({
        cleared: null,
        lostClearance: {
          clearedBy: "Ada Head",
          by: "Egon Expert",
          act: "proposal.changed",
          about: added.citation,
        },
      });
      await expect(head.call("submit", { ...at, body: { sha256 } })).rejects.toMatchObject({
        code: "changed-meanwhile",
      });
      const now = await hashNow(head, at);
      await expect(head.call("submit", { ...at, body: { sha256: now } })).rejects.toMatchObject({ code: "not-now" });
      expect(await head.call("clearRoom", { ...at, body: { sha256: now } })).toMatchObject({ lostClearance: null });
      const submission = await head.call("submit", { ...at, body: { sha256: now } });
      expect(submission.file.sha256).toBe(now);
      const { bytes } = await head.call("downloadSubmission", { submission: submission.id });
      expect(bytes).toEqual((await head.call("downloadConsolidated", at)).bytes);
    });
  });
});

async function openRoom(server: TestServer) {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const head = await workspace.member("Ada Head", "head", "XAA");
  const deputy = await workspace.member("Dora Deputy", "deputy", "XAA");
  const expert = await workspace.member("Egon Expert", "expert", "XAA");
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", distribution: "audience" },
  });
  const file = illustrativeFile("Guide draft 2");
  const draft = await secretary.call("addDraft", { text: text.id, name: file.name, body: file.bytes });
  const now = (await server.platform.clock.now(server.platform.db)).getTime();
  const round = await secretary.call("createRound", {
    draft: draft.id,
    body: {
      title: "Round",
      opensAt: new Date(now - 1000).toISOString(),
      closesAt: new Date(now + HOUR).toISOString(),
      timeZone: "UTC",
    },
  });
  return { at: { round: round.id, delegation: "XAA" }, draft: draft.id, head, deputy, expert };
}

/** The paragraph of a draft that contains these words. */
async function paragraphWith(person: TestPerson, draft: string, words: string) {
  const { rows }: AnswerOf<Operations["readDraftContent"]> = await person.call("readDraftContent", {
    draft,
    count: 2000,
  });
  for (const { story, block } of rows) {
    const { kind, from, words: own } = block as Block;
    const wording = kind === "paragraph" ? own.join("").trimEnd() : "";
    if (wording.includes(words)) return { place: { story, at: from }, wording };
  }
  throw new Error(`No paragraph contains “${words}”.`);
}

function replaced({ wording }: { readonly wording: string }, from: string, to: string) {
  return { kind: "replace" as const, paragraphs: [[{ text: wording.replace(from, to) }]] };
}

async function hashNow(
  person: TestPerson,
  at: { readonly round: string; readonly delegation: string },
): Promise<string> {
  return (await person.call("readConsolidated", at)).file?.sha256 ?? "";
}
