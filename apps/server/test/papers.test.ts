import type { Ruling } from "@compendium/contract";
import { describe, expect, test } from "vitest";
import { finder, illustrative, releasedCompilation } from "./support/released-compilation.ts";
import { onBothDatabases, type TestPerson } from "./support/test-server.ts";
import { wordsOf } from "./support/words-of.ts";

const PLAN = {
  title: "First reading",
  startsAt: "2099-03-10T09:00:00Z",
  timeZone: "Europe/Vienna",
  venue: "Segmentgalerie II",
};
const FILE = new TextEncoder().encode("Madam Chair, we thank you.");
const LANGUAGES = ["en", "fr", "ru", "es", "ar"] as const;

describe("the papers of a negotiation", () => {
  onBothDatabases((server) => {
    test("words that cannot be written are refused when they are decided, and not by the next draft", async () => {
      const { secretary, compilation } = await releasedCompilation(server(), illustrative({ XAA: "Farrowen" }));
      const { passages } = await secretary.call("readNegotiation", { compilation });
      const whole = passages.find(({ keptWhole, citation }) => keptWhole && citation === "Part VII, para. 52");
      if (whole === undefined) throw new Error("Farrowen changes a place with a reference.");
      const decide = (ruling: Ruling, after: string | null = null) =>
        secretary.call("recordDecision", { compilation, body: { passage: whole.id, ruling, after } });
      const tabled = await secretary.call("tableWording", {
        compilation,
        body: { passage: whole.id, words: "other words", delegation: null },
      });
      for (const ruling of [
        { kind: "as amended", words: "other words" },
        { kind: "as amended", words: "" },
        { kind: "as tabled", tabled: tabled.id },
      ] as const) {
        await expect(decide(ruling)).rejects.toMatchObject({
          code: "not-valid",
          detail: expect.stringMatching(/^Part VII, para\. 52 holds more than words.*Adopt one of the proposals/),
          fields: { ruling: expect.any(String) },
        });
      }
      const proposed = await decide({ kind: "as proposed", proposal: 0 });
      await decide({ kind: "in brackets" }, proposed.id);
      const writable = passages.find(({ keptWhole }) => !keptWhole);
      await secretary.call("recordDecision", {
        compilation,
        body: { passage: writable?.id ?? "", ruling: { kind: "as amended", words: "Other words." }, after: null },
      });
      await secretary.call("makeNextDraft", { compilation, body: {} });
    });

    test("of every wording the table says where it stands, whose it is, what was decided, what became of it and why", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server());
      const at = finder(await secretary.call("readNegotiation", { compilation }));
      const decide = (passage: string, ruling: Ruling, note = "") =>
        secretary.call("recordDecision", { compilation, body: { passage, ruling, note, after: null } });
      await decide(at("once ").id, { kind: "as proposed", proposal: 0 }, "As in the earlier guide.");
      const tabled = await secretary.call("tableWording", {
        compilation,
        body: { passage: at("periodically").id, words: "every year", delegation: null },
      });
      await secretary.call("tableWording", {
        compilation,
        body: { passage: at("periodically").id, words: "each spring", delegation: null },
      });
      await heads.XBB.call("tableWording", {
        compilation,
        body: { passage: at("thereafter").id, words: "later on", delegation: "XBB" },
      });
      await decide(at("periodically").id, { kind: "as tabled", tabled: tabled.id });
      await decide(at("real ").id, { kind: "to bilateral consultation", with: ["XCC"] });
      const before = await rowsOf(heads.XBB, compilation);
      expect(before.get("once ")).toMatchObject([
        {
          "Proposed by": "XAA, XBB, XCC",
          "Proposed wording": "twice ",
          Decision: "as proposed by XAA, XBB, XCC",
          Outcome: "",
          Note: "As in the earlier guide.",
          "Next draft": "",
        },
      ]);
      expect(before.get("thereafter")).toMatchObject([
        { Decision: "not decided", Outcome: "" },
        { "Proposed by": "XBB", "Proposed wording": "later on", Decision: "not decided", Outcome: "" },
      ]);

      const { draft } = await secretary.call("makeNextDraft", { compilation, body: {} });
      const { symbol } = await secretary.call("readDraft", { draft });
      const rows = await rowsOf(heads.XBB, compilation);
      expect(rows.get("once ")).toMatchObject([{ Outcome: "adopted", Why: "", "Next draft": symbol }]);
      expect(rows.get("periodically")).toMatchObject([
        { "Proposed by": expect.stringContaining("X"), Outcome: "fallen", Why: "the passage was amended" },
        {
          "Proposed by": "the Chair",
          "Proposed wording": "every year",
          Decision: "as tabled by the Chair",
          Outcome: "adopted",
        },
        {
          "Proposed by": "the Chair",
          "Proposed wording": "each spring",
          Outcome: "fallen",
          Why: "another wording was agreed",
        },
      ]);
      expect(rows.get("thereafter")).toMatchObject([
        { Outcome: "open: proposed for the next draft" },
        {
          "Proposed wording": "later on",
          Outcome: "fallen",
          Why: "what is on the table alone is neither carried nor put in brackets",
        },
      ]);
      // The page says the same as the paper, for everybody who follows.
      const { wordings } = await heads.XBB.call("readOutcomes", { compilation });
      const ofPage = wordings.map(
        ({ wording, by }) => `${by.map((code) => code ?? "the Chair").join(", ")}: ${wording}`,
      );
      const ofPaper = [...rows.values()].flat().map((row) => `${row["Proposed by"]}: ${row["Proposed wording"]}`);
      expect(ofPage.toSorted()).toEqual(ofPaper.toSorted());
      // Whom the chair consults is said in the room and stands in no paper.
      expect(rows.get("real ")).toMatchObject([
        { Decision: "referred to consultation", Outcome: "open: proposed for the next draft" },
      ]);
      // The paragraph's id is the one by which it is found in both drafts.
      const [{ Paragraph = "", Place = "" } = {}] = rows.get("once ") ?? [];
      const places = await heads.XBB.call("readParagraph", { paragraph: Paragraph });
      expect(JSON.stringify(places)).toContain(Place);
      // Outside the body there are no permanent ids.
      const without = [...rows.values()].flat().filter((row) => row.Paragraph === "");
      expect(without.map((row) => row.Place?.replace(/ \d.*/, ""))).toEqual(without.map(() => "header"));

      for (const language of LANGUAGES) {
        const { bytes, name } = await heads.XBB.call("downloadTraceability", { compilation, language });
        expect(name).toMatch(/^FSC\.DEL-99-26, First round, compilation 1, [\d-]{10} \(traceability\)\.docx$/);
        const words = wordsOf(bytes);
        for (const each of [Paragraph, "twice ", "every year", symbol]) expect(words).toContain(each);
      }
    });

    test("a statement is for everybody who follows the meeting, and taken off by those who attached it", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server());
      const { id: meeting } = await secretary.call("createMeeting", {
        compilation,
        body: { ...PLAN, agenda: [{ title: "Opening", passages: [] }] },
      });
      const attach = ({ call }: TestPerson, given: object) =>
        call("addStatement", { meeting, name: "statement.txt", body: FILE, ...given });
      const first = await attach(heads.XAA, { delegation: "XAA", symbol: "FSC.DEL/120/26", item: 0 });
      expect(first).toMatchObject({
        delegation: "XAA",
        symbol: "FSC.DEL/120/26",
        date: "2099-03-10",
        item: 0,
        file: { name: "statement.txt", bytes: FILE.length },
        may: ["remove"],
      });
      await expect(attach(heads.XAA, { delegation: "XAA" })).rejects.toMatchObject({ code: "already-exists" });
      const other = new TextEncoder().encode("On behalf of the Chair.");
      await expect(attach(heads.XAA, { delegation: "XBB", body: other })).rejects.toMatchObject({
        code: "not-allowed",
      });
      await expect(attach(heads.XAA, { body: other })).rejects.toMatchObject({ code: "not-allowed" });
      await expect(attach(secretary, { item: 1, body: other })).rejects.toMatchObject({
        code: "not-valid",
        fields: { item: expect.any(String) },
      });
      for (const name of ["statement.exe", "statement.pdf", "statement"]) {
        await expect(attach(secretary, { name, body: other })).rejects.toMatchObject({
          code: "not-valid",
          fields: { name: expect.any(String) },
        });
      }
      await attach(secretary, { body: other, name: "chair.txt", date: "2099-03-09" });
      const seen = await heads.XBB.call("readMeeting", { meeting });
      expect(seen).toMatchObject({
        statementsFor: ["XBB"],
        statements: [
          { id: first.id, may: [] },
          { delegation: null, date: "2099-03-09" },
        ],
      });
      const { bytes, name, type } = await heads.XBB.call("downloadStatement", { meeting, statement: first.id });
      expect([new TextDecoder().decode(bytes), name, type]).toEqual([
        "Madam Chair, we thank you.",
        "statement.txt",
        "text/plain; charset=utf-8",
      ]);
      const gone = { meeting, statement: first.id };
      await expect(heads.XBB.call("removeStatement", gone)).rejects.toMatchObject({ code: "not-allowed" });
      await heads.XAA.call("removeStatement", gone);
      await expect(heads.XBB.call("downloadStatement", gone)).rejects.toMatchObject({ code: "not-found" });
      expect((await heads.XBB.call("readMeeting", { meeting })).statements).toHaveLength(1);
      // Attached once more, it is another one.
      await attach(heads.XAA, { delegation: "XAA" });
    });

    test("the draft report says what happened in the meeting, and nothing that was not said to everybody", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const at = finder(await secretary.call("readNegotiation", { compilation }));
      const [once, real, thereafter, five] = ["once ", "real ", "thereafter", "five "].map((base) => at(base).id) as [
        string,
        string,
        string,
        string,
      ];
      const say = (body: object) =>
        heads.XAA.call("takePosition", {
          compilation,
          body: { delegation: "XAA", passage: once, stance: "supports", ...body },
        });
      const decide = (passage: string, ruling: Ruling, more: object = {}) =>
        chair.call("recordDecision", { compilation, body: { passage, ruling, after: null, ...more } });
      const { id: meeting } = await secretary.call("createMeeting", {
        compilation,
        body: {
          ...PLAN,
          participants: ["XAA", "XBB"],
          agenda: [
            { title: "Opening", passages: [] },
            { title: "Part I", passages: [once, real, thereafter, five] },
          ],
        },
      });
      const report = async (language: (typeof LANGUAGES)[number] = "en") =>
        wordsOf((await chair.call("downloadReport", { meeting, language })).bytes);
      await expect(report()).rejects.toMatchObject({ code: "not-now" });
      await say({ reason: "said before the meeting" });
      server().pass(60_000);
      await chair.call("openMeeting", { meeting });
      await chair.call("goTo", { meeting, body: { item: 1, passage: once } });
      for (const [head, delegation] of [
        [heads.XBB, "XBB"],
        [heads.XAA, "XAA"],
      ] as const) {
        const { floor } = await head.call("askForFloor", { meeting, body: { delegation, passage: null } });
        const entry = floor.at(-1)?.id ?? "";
        // The second waits in vain.
        if (delegation === "XBB") await chair.call("changeFloor", { meeting, entry, body: { state: "speaking" } });
      }
      await say({ reason: "said to everybody", stance: "can accept" });
      await say({ reason: "said to the chair", stance: "reserves", readership: "chair", reasonReadership: "chair" });
      await say({ reason: "why, for the chair", passage: real, stance: "cannot accept", reasonReadership: "chair" });
      await decide(once, { kind: "as proposed", proposal: 0 }, { adReferendumUntil: "2099-03-17T17:00:00Z" });
      await decide(thereafter, { kind: "in brackets" });
      await decide(real, { kind: "to bilateral consultation", with: ["XCC"] });
      await secretary.call("setBracket", {
        compilation,
        body: { passage: thereafter, state: "small group", group: "Friends", dependsOn: five, note: "", version: 1 },
      });
      await heads.XAA.call("addStatement", { meeting, name: "thanks.txt", body: FILE, delegation: "XAA", item: 0 });
      await chair.call("closeMeeting", { meeting });
      server().pass(60_000);
      await decide(five, { kind: "as in the base" });
      await say({ reason: "said after the meeting" });

      const words = await report();
      for (const each of [
        "Draft report: First reading",
        "FSC.DEL/99/26, Guide",
        "Segmentgalerie II",
        "Item 2: Part I",
        "Took the floor: Delegation XBB",
        "Can accept: Delegation XAA (“said to everybody”).",
        "Cannot accept: Delegation XAA.",
        "Decided: as proposed by Delegation XAA, Delegation XBB, Delegation XCC, ad referendum, until 17 March 2099 at 18:00 (Europe/Vienna).",
        "once twice",
        `Stays in brackets: ${at("thereafter").citation} (small group Friends, depends on ${at("five ").citation})`,
        `Referred to consultation: ${at("real ").citation}`,
        `Not decided: ${at("five ").citation}`,
      ]) {
        expect(words).toContain(each);
      }
      expect(words).toMatch(/1\.\tDelegation XAA, \d+ \w+ \d+, Item 1, thanks\.txt/);
      for (const each of ["to the chair", "for the chair", "before the meeting", "after the meeting", "Reserve"]) {
        expect(words).not.toContain(each);
      }
      expect(words).not.toMatch(/consultation:[^\n]*XCC/);
      for (const { call } of [heads.XAA, heads.XBB]) {
        await expect(call("downloadReport", { meeting })).rejects.toMatchObject({ code: "not-allowed" });
      }
      for (const language of LANGUAGES) {
        const told = await report(language);
        expect(told).toContain("twice");
        expect(told).not.toContain("undefined");
        // What is quoted in other letters keeps its marks on its own side.
        if (language === "ar") expect(told).toContain("\u200f«said to everybody»\u200f");
      }
    });
  });
});

/** The rows of the traceability table by the base wording of their passage, each by its headings. */
async function rowsOf({ call }: TestPerson, compilation: string) {
  const { bytes, name } = await call("downloadTraceabilityTable", { compilation });
  expect(name).toMatch(/^FSC\.DEL-99-26, First round, compilation 1, [\d-]{10} \(traceability\)\.csv$/);
  const lines = new TextDecoder()
    .decode(bytes)
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell.replaceAll('""', '"')));
  const [headings = [], ...rows] = lines;
  const told = rows.map((cells) => Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ""])));
  return Map.groupBy(told, (row) => row["Base text"] ?? "");
}
