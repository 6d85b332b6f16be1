import type { RecordEntry } from "@compendium/contract";
import { setupI18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { loadWords } from "../src/app/words-apart.tsx";
import { LOCALES } from "../src/design/languages.ts";
import { told } from "../src/record/told.ts";

const i18n = setupI18n({ locale: "en", locales: LOCALES.en, messages: { en: await loadWords("record", "en") } });

/** The sentence in English, without the invisible signs that keep each value to itself. */
function sentence(act: string, detail: RecordEntry["detail"]): string {
  const said = told({ act, detail } as RecordEntry, (id, values) => i18n._(`record: ${id}`, { ...values }));
  return said.replaceAll(/[\u2068\u2069]/g, "");
}

const AT = { citation: "Part II, para. 14" };

describe("the record in sentences", () => {
  test.each<[RecordEntry["detail"], string]>([
    [{ ruling: { kind: "as in the base" } }, "agreed as in the base text"],
    [{ ruling: { kind: "as proposed", proposal: 1 }, wordingBy: ["XAA", "XBB"] }, "agreed as proposed by XAA, XBB"],
    [{ ruling: { kind: "as tabled", tabled: "t" }, wordingBy: [null] }, "agreed as tabled by the Chair"],
    [{ ruling: { kind: "as amended", words: "each year" } }, "agreed as amended: each year"],
    [{ ruling: { kind: "as amended", words: "" } }, "agreed to be deleted"],
    [{ ruling: { kind: "in brackets" } }, "kept in brackets"],
    [{ ruling: { kind: "to bilateral consultation", with: ["XAA", "XDD"] } }, "referred to consultation: XAA, XDD"],
    [{ ruling: { kind: "deferred" } }, "deferred"],
    [
      { ruling: { kind: "as in the base" }, adReferendumUntil: "2026-03-17T17:00:00.000Z" },
      "agreed as in the base text, ad referendum",
    ],
    // Of another version.
    [{ ruling: { kind: "as proposed", proposal: 1 } }, "agreed as proposed by …"],
    [{ ruling: { kind: "by lot" } }, "…"],
    [{}, "…"],
  ])("tell what was decided, as far as the entry tells it: %j", (detail, ruling) => {
    expect(sentence("decision.recorded", { ...AT, ...detail })).toBe(`Decision recorded: Part II, para. 14, ${ruling}`);
    expect(sentence("decision.undone", { ...AT, ...detail })).toBe(`Decision undone: Part II, para. 14, ${ruling}`);
  });

  test("name a statement by its symbol or its file, and whose it is", () => {
    const given = { delegation: "XAA", symbol: "FSC.DEL/120/26", fileName: "statement.docx" };
    expect(sentence("statement.removed", given)).toBe("Statement of XAA removed: FSC.DEL/120/26");
    expect(sentence("statement.removed", { ...given, delegation: null, symbol: "" })).toBe(
      "Statement of the Chair removed: statement.docx",
    );
  });

  test("name a draft by its symbol, or by its number where it has none", () => {
    const carried = (detail: RecordEntry["detail"]) => sentence("round.carried", detail);
    expect(carried({ symbol: "FSC.DEL/99/26/Rev.1", number: 2 })).toBe(
      "Open proposals carried to the draft FSC.DEL/99/26/Rev.1",
    );
    expect(carried({ symbol: "", number: 2 })).toBe("Open proposals carried to the draft 2");
  });

  test("are the act itself where another version wrote one that is not known here", () => {
    expect(sentence("vote.taken", {})).toBe("vote.taken");
  });
});
