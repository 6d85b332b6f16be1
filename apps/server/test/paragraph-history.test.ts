import { describe, expect, test } from "vitest";
import { builtCompilation, finder, releasedCompilation } from "./support/released-compilation.ts";
import { onBothDatabases } from "./support/test-server.ts";

describe("the history of a paragraph", () => {
  onBothDatabases((server) => {
    test("says draft by draft who proposed what, and everything that was decided, what was undone among it", async () => {
      const { secretary, chair, heads, compilation } = await releasedCompilation(server());
      const negotiation = await chair.call("readNegotiation", { compilation });
      const passage = finder(negotiation)("periodically");
      const { draft } = negotiation;
      const paragraph = passage.paragraph ?? "";
      const rule = (ruling: { kind: "deferred" } | { kind: "as proposed"; proposal: number }) =>
        chair.call("recordDecision", { compilation, body: { passage: passage.id, ruling, after: null } });
      const undone = await rule({ kind: "deferred" });
      await chair.call("undoDecision", { decision: undone.id });
      const holding = await rule({ kind: "as proposed", proposal: 0 });
      const tabled = await heads.XBB.call("tableWording", {
        compilation,
        body: { passage: passage.id, words: "now and then", delegation: "XBB" },
      });

      const read = () => heads.XAA.call("readParagraphHistory", { paragraph });
      const { timeZone: ___, ...round } = negotiation.round;
      const of = { compilation, draft, round };
      const seen = { id: passage.id, base: passage.base, tabled: [tabled] };
      const proposals = passage.proposals.map(({ moves: _, column: __, ...each }) => ({
        ...each,
        became: null,
        reason: null,
      }));
      const before = await read();
      expect(before).toMatchObject([{ ...of, passages: expect.arrayContaining([expect.objectContaining(seen)]) }]);
      const told = before[0]?.passages.find(({ id }) => id === passage.id);
      expect(told?.proposals).toEqual(proposals);
      expect(told?.decisions.map(({ id, holds, undoneAt }) => [id, holds, undoneAt !== null])).toEqual([
        [holding.id, true, false],
        [undone.id, false, true],
      ]);

      // In the next draft the paragraph has the same identifier, and what is open for it is negotiated once more.
      const { carriedRound } = await secretary.call("makeNextDraft", { compilation, body: {} });
      const next = await builtCompilation(secretary, carriedRound ?? "");
      expect((await read()).map((each) => each.compilation)).toEqual([compilation]);
      await secretary.call("release", { compilation: next });
      const after = await read();
      const settled = after.at(-1)?.passages.find(({ id }) => id === passage.id);
      expect(settled?.proposals[0]).toMatchObject({ became: "adopted", reason: null });
      const others = negotiation.passages.filter(
        ({ citation, id }) => citation === passage.citation && id !== passage.id,
      );
      expect(after.map((each) => each.compilation)).toEqual(others.length === 0 ? [compilation] : [next, compilation]);
    });

    test("is not there for who may not read the text", async () => {
      const { secretary, compilation } = await releasedCompilation(server());
      const passage = finder(await secretary.call("readNegotiation", { compilation }))("periodically");
      const paragraph = passage.paragraph ?? "";
      expect(await secretary.call("readParagraphHistory", { paragraph })).toEqual(expect.any(Array));
      const stranger = await (await server().workspace(["XAA"])).member("Sten Stranger", "head", "XAA");
      await expect(stranger.call("readParagraphHistory", { paragraph })).rejects.toMatchObject({ code: "not-found" });
    });
  });
});
