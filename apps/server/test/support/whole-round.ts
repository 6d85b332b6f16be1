import type { Call, RoundView } from "@compendium/contract";
import PostalMime from "postal-mime";
import { expect } from "vitest";
import type { Services } from "../../src/platform/services.ts";
import { verifyChain } from "../../src/record/index.ts";
import { readChain } from "../../src/record/queries.ts";
import { eventually } from "./eventually.ts";
import { illustrativeFile } from "./illustrative.ts";
import type { TestPeople } from "./test-people.ts";

const HOUR = 60 * 60 * 1000;

/** Where a round is played: on one server or several, with a clock that can be put forward or with the real one. */
export interface Stage extends Pick<Services, "db" | "clock"> {
  readonly people: TestPeople;
  /** A client that is not signed in. */
  readonly publicly: Call;
  /** Every mail written so far, as its source. */
  readonly mails: () => readonly string[];
  /** Ends when the round's deadline has passed. */
  readonly passDeadline: (secretary: Call, round: RoundView) => Promise<void>;
}

/** A round from circulation to the released compilation: goes through every step, and finds each on the record. */
export async function playWholeRound(stage: Stage): Promise<void> {
  const { people, publicly, mails, db, clock, passDeadline } = stage;
  const workspace = await people.workspace(["XAA", "XBB", "XCC"]);
  const secretary = await workspace.member("Sara Secretary", "secretariat");
  const headA = await workspace.member("Ada Head", "head", "XAA");
  const expertA = await workspace.member("Egon Expert", "expert", "XAA");
  const headB = await workspace.member("Bela Head", "head", "XBB");

  await headB.call("setLanguage", { body: { language: "fr" } });

  const draftFile = illustrativeFile("Guide draft 2");
  const text = await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Guide", symbol: "FSC.DEL/99/26", distribution: "audience" },
  });
  const draft = await secretary.call("addDraft", { text: text.id, name: draftFile.name, body: draftFile.bytes });
  expect(draft.outline.length).toBeGreaterThan(3);
  expect(await headA.call("readText", { text: text.id })).toMatchObject({ title: "Guide", may: [] });
  await expect(publicly("readText", { text: text.id })).rejects.toMatchObject({ code: "sign-in-needed" });

  const now = await clock.now(db);
  const round = await secretary.call("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: new Date(now.getTime() - 1000).toISOString(),
      closesAt: new Date(now.getTime() + HOUR).toISOString(),
      timeZone: "Europe/Vienna",
    },
  });
  await eventually(async () => (mails().length >= 3 ? true : null), "three announcements");
  const subjects = await Promise.all(mails().map(async (mail) => (await PostalMime.parse(mail)).subject ?? ""));
  expect(subjects.filter((subject) => subject.includes("observations attendues jusqu’au"))).toHaveLength(1);
  expect(subjects.filter((subject) => subject.includes("comments invited until"))).toHaveLength(2);

  const file = illustrativeFile("Ankervale");
  const at = { round: round.id, delegation: "XAA" };
  await expertA.call("addRoomFile", { ...at, name: file.name, body: file.bytes });
  await expect(secretary.call("readRoom", at)).rejects.toMatchObject({ code: "not-found" });
  await expect(headB.call("readRoom", at)).rejects.toMatchObject({ code: "not-found" });
  const consolidated = await headA.call("readConsolidated", at);
  expect(consolidated).toMatchObject({ state: "clean" });
  const sha256 = consolidated.file?.sha256 ?? "";
  await expect(expertA.call("clearRoom", { ...at, body: { sha256 } })).rejects.toMatchObject({
    code: "not-allowed",
  });
  await headA.call("clearRoom", { ...at, body: { sha256 } });
  const submission = await headA.call("submit", { ...at, body: { sha256 } });
  expect(submission).toMatchObject({ number: 1, state: "stands", late: false });

  const byMail = illustrativeFile("Brindovar");
  await secretary.call("enterSubmission", {
    round: round.id,
    delegation: "XBB",
    name: byMail.name,
    arrivedAt: (await clock.now(db)).toISOString(),
    body: byMail.bytes,
  });
  expect(await secretary.call("listSubmissions", { round: round.id })).toHaveLength(2);
  expect(await headB.call("listSubmissions", { round: round.id })).toHaveLength(1);

  const asked = await secretary.call("askForCompilation", { round: round.id });
  await expect(headA.call("readCompilation", { compilation: asked.id })).rejects.toMatchObject({
    code: "not-found",
  });
  const built = await eventually(async () => {
    const view = await secretary.call("readCompilation", { compilation: asked.id });
    return view.state === "waiting" ? null : view;
  }, "the compilation");
  expect(built).toMatchObject({ state: "built", failure: null });
  await expect(secretary.call("release", { compilation: asked.id })).rejects.toMatchObject({ code: "not-now" });
  const sought = { workspace: workspace.id, words: "yearly drills" };
  expect(await headB.call("searchWorkspace", sought)).toEqual([]);

  await passDeadline(secretary.call, round);
  const released = await secretary.call("release", { compilation: asked.id });
  expect(released.state).toBe("released");
  const document = (await headA.call("readCompilationPart", { compilation: asked.id, part: 0 })).document as {
    receipts: unknown[];
  };
  expect(document.receipts).toHaveLength(2);
  const tracked = await headB.call("downloadCompilation", { compilation: asked.id, format: "tracked" });
  const day = asked.askedAt.slice(0, 10);
  expect(tracked.name).toBe(`FSC.DEL-99-26, First round, compilation 1, ${day} (tracked).docx`);
  const notation = await headB.call("downloadCompilation", { compilation: asked.id, format: "notation" });
  expect(new TextDecoder().decode(notation.bytes).split("\n").slice(0, 3)).toEqual([
    "Guide",
    `FSC.DEL/99/26 · First round · Compilation 1 · ${day} ${asked.askedAt.slice(11, 16)} UTC`,
    "",
  ]);
  const standing = await headA.call("readStanding", at);
  expect(standing.proposals.find(({ wording }) => wording === "twice ")).toMatchObject({
    redline: [
      { kind: "deleted", text: "once " },
      { kind: "inserted", text: "twice " },
    ],
    before: expect.stringMatching(/\S $/),
    with: ["XBB"],
  });
  expect(await headB.call("searchWorkspace", { ...sought, words: "first rou" })).toMatchObject([
    { kind: "round", round: round.id, text: { id: text.id }, citation: "First round" },
  ]);
  expect(await headB.call("searchWorkspace", { ...sought, words: "xaa" })).toContainEqual(
    expect.objectContaining({ kind: "delegation", text: null, delegations: ["XAA"] }),
  );
  const [found, ...more] = await headB.call("searchWorkspace", sought);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ kind: "proposal", delegations: ["XAA"], compilation: asked.id, text: { id: text.id } });
  expect(found?.excerpt.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(["yearly", "drills"]);
  expect(standing.proposals.map(({ passage }) => passage)).toContain(found?.passage);

  for (const ledger of await secretary.call("listLedgers", { workspace: workspace.id })) {
    const entries = await readChain(db, ledger.id);
    expect(verifyChain(entries, { entries: ledger.entries, head: ledger.head })).toEqual([]);
  }
}
