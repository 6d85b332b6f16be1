import {
  type LiveEvent,
  listenLive,
  type NegotiatedPassage,
  type PositionView,
  type Ruling,
} from "@compendium/contract";
import { openPackage } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { describe, expect, test } from "vitest";
import { builtCompilation, finder, illustrative, releasedCompilation } from "./support/released-compilation.ts";
import { struckAndBold } from "./support/struck-and-bold.ts";
import { onBothDatabases, type TestPerson } from "./support/test-server.ts";
import { wordsOf } from "./support/words-of.ts";

describe("from the compilation to the next draft, and on", () => {
  onBothDatabases((server) => {
    test("what is decided is in the draft, what is open is negotiated again, and every proposal has its outcome", async () => {
      const { secretary, heads, compilation, draftFile } = await releasedCompilation(server());
      const { call } = secretary;
      const negotiation = await call("readNegotiation", { compilation });
      const at = finder(negotiation);

      const twice = at("once ");
      expect(twice.proposals[0]).toMatchObject({ wording: "twice ", delegations: ["XAA", "XBB", "XCC"] });
      // By its row the passage stands under a heading of the draft's outline.
      const { paragraph, row } = twice;
      expect(await call("readParagraph", { paragraph: paragraph ?? "" })).toMatchObject({ drafts: [{ row }] });
      await decide(twice, { kind: "as proposed", proposal: 0 });
      const tabled = await call("tableWording", {
        compilation,
        body: { passage: at("periodically").id, words: "every year", delegation: null },
      });
      await decide(at("periodically"), { kind: "as tabled", tabled: tabled.id });
      await decide(at("thereafter"), { kind: "in brackets" });
      await decide(at("real "), { kind: "as in the base" });

      const { draft, carriedRound } = await call("makeNextDraft", { compilation, body: {} });
      const view = await call("readDraft", { draft });
      expect(view).toMatchObject({ number: 2, symbol: "FSC.DEL/99/26/Rev.1" });
      const body = wordsOf((await call("downloadDraft", { draft })).bytes);
      expect(body).toContain("together at least twice a year");
      expect(body).toContain("It should be reviewed every year, and whenever an event");
      expect(body).toContain("[thereafter / at least every three years (XAA)].");
      const tracked = await call("downloadTrackedDraft", { draft });
      expect(tracked.name).toBe("FSC.DEL-99-26-Rev.1 (tracked).docx");
      expect(view.tracked).toMatchObject({ name: tracked.name, bytes: tracked.bytes.length });
      expect(wordsOf(tracked.bytes)).toBe(body);
      expect(wordsOf(tracked.bytes, "reject")).toBe(wordsOf(draftFile));
      // The secretariat holds the pen, and the text is French.
      expect(authorsIn(tracked.bytes)).toEqual(["Secrétariat"]);
      expect(await heads.XAA.call("readRound", { round: carriedRound ?? "" })).toMatchObject({
        carriedFrom: negotiation.round.id,
      });
      const carried = await call("listSubmissions", { round: carriedRound ?? "" });
      expect(carried.map(({ file }) => file.name).toSorted()).toEqual(
        carried.map(({ delegation }) => `FSC.DEL-99-26-Rev.1 ${delegation.name}.docx`).toSorted(),
      );
      for (const { file, receipt } of carried) expect(receipt).toMatchObject({ file });

      const { wordings: outcomes } = await call("readOutcomes", { compilation });
      expect(outcomes.filter(({ onTable }) => onTable === null)).toHaveLength(
        negotiation.passages.flatMap(({ proposals }) => proposals).length,
      );
      expect(outcomes.filter(({ onTable }) => onTable !== null)).toMatchObject([
        { onTable: tabled.id, wording: "every year", by: [null], became: "adopted", reason: null },
      ]);
      expect(outcomes.find(({ base }) => base === "real ")).toMatchObject({ became: "fallen", reason: "base-kept" });
      expect(outcomes.find(({ base }) => base === "periodically")).toMatchObject({
        became: "fallen",
        reason: "amended",
      });
      const open = outcomes.filter(({ became }) => became === "carried");
      await expect(decide(at("five "), { kind: "as in the base" })).rejects.toMatchObject({ code: "not-now" });
      await expect(call("makeNextDraft", { compilation, body: {} })).rejects.toMatchObject({ code: "already-exists" });

      // The next negotiation is of exactly what was open.
      const again = await builtCompilation(secretary, carriedRound ?? "");
      await call("release", { compilation: again });
      const next = await heads.XAA.call("readNegotiation", { compilation: again });
      const told = (base: string, wording: string, of: readonly (string | null)[]) =>
        `${of.join(" ")}: ${base} => ${wording}`;
      expect(
        next.passages
          .flatMap(({ base, proposals }) => proposals.map((each) => told(base, each.wording, each.delegations)))
          .toSorted(),
      ).toEqual(open.map(({ base, wording, by }) => told(base, wording, by)).toSorted());
      const last = await call("makeNextDraft", {
        compilation: again,
        body: { undecided: "bracketed", namesInBrackets: false },
      });
      expect((await call("readOutcomes", { compilation: again })).wordings.map(({ became }) => became)).toEqual(
        open.map(() => "bracketed"),
      );
      expect(wordsOf((await call("downloadDraft", { draft: last.draft })).bytes)).toContain("[five / seven / ten]");

      async function decide({ id }: NegotiatedPassage, ruling: Ruling): Promise<void> {
        await call("recordDecision", { compilation, body: { passage: id, ruling, after: null } });
      }
    });

    test("what is not in the next draft and not carried to it is told, with its place", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server(), struckAndBold());
      const [struck] = (await secretary.call("readNegotiation", { compilation })).passages;
      const ruling = { kind: "as proposed", proposal: 0 } as const;
      await secretary.call("recordDecision", { compilation, body: { passage: struck?.id ?? "", ruling, after: null } });
      const made = await secretary.call("makeNextDraft", { compilation, body: {} });
      const fallen = [
        {
          what: "formatting",
          why: "no-place",
          delegation: "XBB",
          citation: "Part I, para. 2",
          text: "protects ",
          change: "in part: bold",
        },
      ];
      expect(made).toMatchObject({ carriedRound: null, fallen });
      expect(await heads.XBB.call("readOutcomes", { compilation })).toMatchObject({
        wordings: [{ became: "adopted" }],
        leftOver: [],
        untrackable: [],
        fallen,
      });
    });

    test("who follows is told how a passage stands, and need not ask", async () => {
      const { chair, heads, compilation } = await releasedCompilation(server());
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const id = passage?.id ?? "";
      const end = new AbortController();
      const changes = listenLive({ origin: server().url, token: heads.XBB.token, signal: end.signal });
      expect((await changes.next()).value).toBeNull();
      const stands = async () => {
        const told = (await changes.next()).value as LiveEvent;
        expect(told).toMatchObject({ kind: "negotiation", id: compilation });
        return told.passage;
      };
      const shown = async () => (await heads.XBB.call("readNegotiation", { compilation })).passages[0];
      const ruling = { kind: "as amended", words: `${passage?.base.trim()} every year` } as const;
      const decision = await chair.call("recordDecision", { compilation, body: { passage: id, ruling, after: null } });
      const decided = await stands();
      expect(decided).toMatchObject({ id, decision: { id: decision.id } });
      expect(decided?.amended?.at(-1)).toMatchObject({ kind: "inserted", text: expect.stringContaining("every year") });
      expect(await shown()).toMatchObject({ ...decided });
      await chair.call("undoDecision", { decision: decision.id });
      expect(await stands()).toMatchObject({ id, decision: null, amended: null });
      const body = { passage: id, words: "Other words", delegation: null };
      await chair.call("tableWording", { compilation, body });
      const tabled = await stands();
      expect(tabled).toMatchObject({ tabled: [{ words: "Other words", by: null }] });
      expect(await shown()).toMatchObject({ ...tabled });
      end.abort();
    });

    test("the two ends of a move name each other", async () => {
      const { secretary, compilation } = await releasedCompilation(server(), illustrative({ XBB: "Brindovar" }));
      const { passages } = await secretary.call("readNegotiation", { compilation });
      const moves = passages.flatMap(({ id, proposals }) =>
        proposals.flatMap((proposal) => proposal.moves.map(({ direction, passage }) => ({ id, direction, passage }))),
      );
      expect(moves.length).toBeGreaterThan(0);
      for (const { id, direction, passage } of moves) {
        expect(moves).toContainEqual({ id: passage, direction: direction === "to" ? "from" : "to", passage: id });
      }
    });

    test("the rows of a column name each other, and a column that is adopted in part is told with the next draft", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server(), illustrative({ XBB: "Gullandor" }));
      const { passages } = await secretary.call("readNegotiation", { compilation });
      const rows = passages.filter(({ proposals }) => proposals.some(({ column }) => column.length > 0));
      expect(rows.length).toBeGreaterThan(2);
      for (const { id, proposals } of rows) {
        const others = rows.map((each) => each.id).filter((each) => each !== id);
        expect(proposals.map(({ column }) => column)).toEqual([others]);
      }
      const [first] = rows;
      const ruling = { kind: "as proposed", proposal: 0 } as const;
      await secretary.call("recordDecision", { compilation, body: { passage: first?.id ?? "", ruling, after: null } });
      const { leftOver } = await secretary.call("makeNextDraft", { compilation, body: {} });
      expect(leftOver).toEqual([
        expect.stringContaining(
          `the column that XBB inserts is there ${first?.citation}, and is not there after Table 2`,
        ),
      ]);
      expect(await heads.XBB.call("readOutcomes", { compilation })).toMatchObject({ leftOver });
    });

    test("a decision follows the one that the chair saw, and is undone within ten seconds", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const about = { passage: passage?.id ?? "", ruling: { kind: "as in the base" } } as const;
      const first = await chair.call("recordDecision", { compilation, body: { ...about, after: null } });
      await expect(
        secretary.call("recordDecision", {
          compilation,
          body: { ...about, ruling: { kind: "deferred" }, after: null },
        }),
      ).rejects.toMatchObject({ code: "changed-meanwhile", current: { id: first.id } });
      await expect(
        heads.XAA.call("recordDecision", { compilation, body: { ...about, after: first.id } }),
      ).rejects.toMatchObject({ code: "not-allowed" });
      await expect(
        chair.call("recordDecision", {
          compilation,
          body: { ...about, ruling: { kind: "to bilateral consultation", with: ["XAA", "ZZZ"] }, after: first.id },
        }),
      ).rejects.toMatchObject({ code: "not-valid", message: expect.stringContaining("ZZZ") });
      const undone = await secretary.call("undoDecision", { decision: first.id });
      expect(undone).toMatchObject({ holds: false, undoneAt: expect.any(String) });
      expect((await chair.call("readNegotiation", { compilation })).passages[0]?.decision).toBeNull();
      const second = await chair.call("recordDecision", { compilation, body: { ...about, after: null } });
      server().pass(11_000);
      await expect(chair.call("undoDecision", { decision: second.id })).rejects.toMatchObject({ code: "not-now" });
      const third = await chair.call("recordDecision", {
        compilation,
        body: { ...about, ruling: { kind: "in brackets" }, after: second.id },
      });
      const all = await heads.XBB.call("listDecisions", { compilation });
      expect(all.map(({ id, holds }) => [id, holds])).toEqual([
        [third.id, true],
        [second.id, false],
        [first.id, false],
      ]);
    });

    test("the record says what was decided and whose wording that is, and names nobody who was consulted", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const { workspace, passages } = await chair.call("readNegotiation", { compilation });
      const [first, second] = passages;
      const { id: bilateral } = await chair.call("openBilateral", {
        compilation,
        body: { title: "Para. 34", speaker: null, with: ["XAA"] },
      });
      const { notes } = await heads.XAA.call("addBilateralNote", {
        bilateral,
        body: { speaker: "XAA", passage: second?.id ?? null, kind: "wording", words: "every three years" },
      });
      const tabled = await chair.call("promoteWording", { bilateral, note: notes[0]?.id ?? "" });
      await secretary.call("recordDecision", {
        compilation,
        body: { passage: first?.id ?? "", ruling: { kind: "as proposed", proposal: 0 }, after: null },
      });
      const asTabled = { kind: "as tabled", tabled: tabled.id } as const;
      const { id: decision } = await secretary.call("recordDecision", {
        compilation,
        body: { passage: second?.id ?? "", ruling: asTabled, after: null },
      });
      await secretary.call("undoDecision", { decision });

      const [ledger] = (await secretary.call("listLedgers", { workspace })).filter(({ of }) => of === "workspace");
      const { entries } = await secretary.call("listRecord", { ledger: ledger?.id ?? "", act: "decision" });
      expect(entries.map(({ act, detail }) => [act, detail])).toMatchObject([
        ["decision.undone", { ruling: asTabled, wordingBy: [null] }],
        ["decision.recorded", { ruling: asTabled, wordingBy: [null] }],
        ["decision.recorded", { ruling: { kind: "as proposed" }, wordingBy: first?.proposals[0]?.delegations }],
      ]);
      expect(JSON.stringify(entries.slice(0, 2))).not.toContain("XAA");
    });

    test("a position is for those whom it names, its reason for fewer, and the newest holds", async () => {
      const { chair, heads, compilation } = await releasedCompilation(server());
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const say = (body: object) =>
        heads.XAA.call("takePosition", {
          compilation,
          body: { delegation: "XAA", passage: passage?.id ?? "", stance: "reserves", reason: "a reason", ...body },
        });
      const heard = async ({ call }: TestPerson) =>
        (await call("listPositions", { compilation })).map(({ stance, reason, holds }) => [stance, reason, holds]);
      await say({ readership: "delegation", reasonReadership: "delegation" });
      await say({ stance: "cannot accept", readership: "chair", reasonReadership: "delegation" });
      await say({ stance: "can accept", reasonReadership: "chair" });
      expect(await heard(heads.XBB)).toEqual([["can accept", null, true]]);
      expect(await heard(chair)).toEqual([
        ["can accept", "a reason", true],
        ["cannot accept", null, false],
      ]);
      expect(await heard(heads.XAA)).toHaveLength(3);
      await expect(say({ readership: "chair", reasonReadership: "audience" })).rejects.toMatchObject({
        code: "not-valid",
      });
      await expect(say({ delegation: "XBB" })).rejects.toMatchObject({ code: "not-allowed" });
    });

    test("positions and decisions are only on wordings that the passage has", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server());
      const [passage, other] = (await secretary.call("readNegotiation", { compilation })).passages;
      if (passage === undefined || other === undefined) throw new Error("The compilation has two passages.");
      const elsewhere = await secretary.call("tableWording", {
        compilation,
        body: { passage: other.id, words: "every year", delegation: null },
      });
      const beyond = passage.proposals.length;
      const say = (about: PositionView["about"], inAlignment: string[] = []) =>
        heads.XAA.call("takePosition", {
          compilation,
          body: { delegation: "XAA", passage: passage.id, about, stance: "supports", inAlignment },
        });
      const decide = (ruling: Ruling) =>
        secretary.call("recordDecision", { compilation, body: { passage: passage.id, ruling, after: null } });
      await expect(say({ kind: "passage" }, ["XZZ"])).rejects.toMatchObject({
        code: "not-valid",
        fields: { inAlignment: expect.stringContaining("delegations of the round") },
      });
      for (const [refused, field] of [
        [() => say({ kind: "proposal", proposal: beyond }), "about"],
        [() => say({ kind: "tabled", tabled: elsewhere.id }), "about"],
        [() => decide({ kind: "as proposed", proposal: beyond }), "ruling"],
        [() => decide({ kind: "as tabled", tabled: elsewhere.id }), "ruling"],
      ] as const) {
        await expect(refused()).rejects.toMatchObject({
          code: "not-valid",
          fields: { [field]: expect.stringContaining("for this passage") },
        });
      }
    });

    test("a meeting goes through its agenda, and one delegation has the floor at a time", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const [one, other] = (await chair.call("readNegotiation", { compilation })).passages.map(({ id }) => id);
      const agenda = [
        { title: "Opening", passages: [] },
        { title: "Part I", passages: [one ?? "", other ?? ""] },
      ];
      const plan = { title: "First reading", startsAt: "2099-03-10T09:00:00Z", timeZone: "Europe/Vienna", agenda };
      await expect(
        secretary.call("createMeeting", { compilation, body: { ...plan, timeZone: "Europe/Nowhere" } }),
      ).rejects.toMatchObject({ code: "not-valid", fields: { timeZone: expect.stringContaining("Europe/Nowhere") } });
      const { id: meeting } = await secretary.call("createMeeting", { compilation, body: plan });
      const ask = (head: TestPerson, delegation: string) =>
        head.call("askForFloor", { meeting, body: { delegation, passage: one ?? null } });
      await expect(ask(heads.XAA, "XAA")).rejects.toMatchObject({ code: "not-now" });
      await chair.call("openMeeting", { meeting });
      await chair.call("goTo", { meeting, body: { item: 1, passage: other ?? null } });
      // A second press, or another hand, finds it in session, and leaves it where it is.
      expect(await secretary.call("openMeeting", { meeting })).toMatchObject({
        state: "open",
        place: { item: 1, passage: other },
      });
      await expect(chair.call("goTo", { meeting, body: { item: 0, passage: one ?? null } })).rejects.toMatchObject({
        code: "not-valid",
      });
      await expect(heads.XAA.call("goTo", { meeting, body: { item: 0, passage: null } })).rejects.toMatchObject({
        code: "not-allowed",
      });
      await ask(heads.XAA, "XAA");
      await expect(ask(heads.XAA, "XBB")).rejects.toMatchObject({ code: "not-allowed" });
      await expect(ask(heads.XAA, "XAA")).rejects.toMatchObject({ code: "already-exists" });
      const { floor } = await ask(heads.XBB, "XBB");
      const [first = "", second = ""] = floor.map(({ id }) => id);
      const change = ({ call }: TestPerson, entry: string, state: "speaking" | "spoken" | "withdrawn") =>
        call("changeFloor", { meeting, entry, body: { state } });
      await change(chair, first, "speaking");
      await expect(change(heads.XBB, second, "speaking")).rejects.toMatchObject({ code: "not-allowed" });
      const now = await change(chair, second, "speaking");
      expect(now.floor.map(({ delegation, state }) => [delegation, state])).toEqual([
        ["XAA", "spoken"],
        ["XBB", "speaking"],
      ]);
      expect(await heads.XAA.call("readMeeting", { meeting })).toMatchObject({
        state: "open",
        place: { item: 1, passage: other },
        mine: ["XAA"],
        may: [],
      });
      await change(heads.XBB, second, "withdrawn");
      expect(await chair.call("closeMeeting", { meeting })).toMatchObject({ state: "closed", may: ["report"] });
      await expect(ask(heads.XAA, "XAA")).rejects.toMatchObject({ code: "not-now" });
    });

    test("a consultation is for those who take part, and what comes of it names nobody", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const opened = await chair.call("openBilateral", {
        compilation,
        body: { title: "Para. 34", speaker: null, with: ["XAA"] },
      });
      const at = { bilateral: opened.id };
      for (const { call } of [secretary, heads.XBB]) {
        expect(await call("listBilaterals", { compilation })).toEqual([]);
        await expect(call("readBilateral", at)).rejects.toMatchObject({ code: "not-found" });
      }
      const { notes } = await heads.XAA.call("addBilateralNote", {
        ...at,
        body: { speaker: "XAA", passage: passage?.id ?? null, kind: "wording", words: "every three years" },
      });
      const note = notes[0]?.id ?? "";
      await expect(heads.XAA.call("promoteWording", { ...at, note })).rejects.toMatchObject({ code: "not-allowed" });
      await chair.call("promoteWording", { ...at, note });
      const seen = (await heads.XBB.call("readNegotiation", { compilation })).passages[0];
      expect(seen?.tabled).toMatchObject([{ words: "every three years", by: null }]);
      await expect(chair.call("promoteWording", { ...at, note })).rejects.toMatchObject({ code: "already-exists" });
      const ledgers = async ({ call }: TestPerson) => {
        const { workspace } = await call("readNegotiation", { compilation });
        const all = await call("listLedgers", { workspace });
        return all.filter(({ of }) => of === "bilateral").map(({ entries }) => entries);
      };
      expect(await ledgers(heads.XAA)).toEqual([3]);
      expect(await ledgers(secretary)).toEqual([]);
      expect(await chair.call("closeBilateral", at)).toMatchObject({ mine: [], may: [] });
      await expect(
        heads.XAA.call("addBilateralNote", { ...at, body: { speaker: "XAA", words: "once more" } }),
      ).rejects.toMatchObject({ code: "not-now" });
    });

    test("what is done about a bracket is changed by one who saw how it stands", async () => {
      const { secretary, heads, compilation } = await releasedCompilation(server());
      const [one, other] = (await secretary.call("readNegotiation", { compilation })).passages;
      const body = {
        passage: one?.id ?? "",
        state: "small group",
        group: "XAA, XBB",
        dependsOn: other?.id ?? "",
        note: "",
      } as const;
      expect(await secretary.call("setBracket", { compilation, body: { ...body, version: 1 } })).toMatchObject({
        state: "small group",
        version: 2,
      });
      await expect(secretary.call("setBracket", { compilation, body: { ...body, version: 1 } })).rejects.toMatchObject({
        code: "changed-meanwhile",
        current: { group: "XAA, XBB" },
      });
      await expect(heads.XAA.call("setBracket", { compilation, body: { ...body, version: 2 } })).rejects.toMatchObject({
        code: "not-allowed",
      });
    });
  });
});

/** Whom the tracked changes of a file name. */
function authorsIn(bytes: Uint8Array<ArrayBuffer>): readonly string[] {
  const xml = openPackage(bytes, nodeInflater).text("/word/document.xml");
  return [...new Set([...xml.matchAll(/<w:(?:ins|del) [^>]*w:author="([^"]*)"/g)].map(([, author = ""]) => author))];
}
