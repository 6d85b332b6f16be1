import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PassageDecision, wordUnevenColumn } from "../../src/index.ts";
import { paragraphs, smallFile } from "../bad-input/small-file.ts";
import { compileFiles, open } from "../laws/compile-files.ts";
import { redraft } from "./redrafts.ts";

type Rows = readonly (readonly string[])[];

const BASE: Rows = [
  ["What", "Who"],
  ["Permits", "Customs"],
  ["Lists", "Ministry"],
];
const WHEN = ["When", "Monthly", "Yearly"];
const KEPT: PassageDecision = { kind: "as in the base" };
const BRACKETS: PassageDecision = { kind: "in brackets" };

function file(rows: Rows): Uint8Array {
  const cells = (row: readonly string[]): string => row.map((words) => `<w:tc>${paragraphs(words)}</w:tc>`).join("");
  const table = rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("");
  return smallFile(`${paragraphs("Before.")}<w:tbl>${table}</w:tbl>${paragraphs("Behind.")}`);
}

function inserted(rows: Rows, at: number, words: readonly string[]): Rows {
  return rows.map((row, i) => row.toSpliced(at, 0, words[i] ?? ""));
}

function adopted(proposal: number): PassageDecision {
  return { kind: "as proposed", proposal };
}

/** What is told of the next draft, and how many cells each row of its table has, where passages are decided in turn. */
function decided(base: Rows, sent: readonly Rows[], decisions: readonly (PassageDecision | null)[]) {
  const compiled = compileFiles(
    file(base),
    sent.map((each, i) => ({ code: ["XAA", "XBB"][i] ?? "", bytes: file(each) })),
  );
  const passages = compiled.compilation.stories.flatMap((story) => story.passages);
  const given = passages.flatMap(({ id }, i) => {
    const decision = decisions[i] ?? null;
    return decision === null ? [] : [[id, decision] as const];
  });
  const { clean, unevenColumns } = redraft(compiled.base, compiled.compilation, new Map(given));
  const rows = open(clean).text("/word/document.xml").split("<w:tr>").slice(1);
  return { passages, cells: rows.map((row) => row.split("<w:tc>").length - 1), told: unevenColumns };
}

describe("a column that is decided row by row", () => {
  const column = inserted(BASE, 1, WHEN);

  test("is told with the rows that have it, those that have not, and what is proposed again", () => {
    const { cells, told } = decided(BASE, [column], [adopted(0), KEPT, null]);
    expect(cells).toEqual([3, 2, 2]);
    expect(told).toEqual([
      {
        delegations: ["XAA"],
        what: "inserted",
        adopted: ["after Table 1, row 1, column 1"],
        left: ["after Table 1, row 2, column 1", "after Table 1, row 3, column 1"],
        open: ["after Table 1, row 3, column 1"],
      },
    ]);
    expect(told.map(wordUnevenColumn)).toEqual([
      "The rows of a table differ in the next draft: the column that XAA inserts is there after Table 1, row 1, column 1, and "
        + "is not there after Table 1, row 2, column 1; after Table 1, row 3, column 1, for its rows were decided apart. What "
        + "is proposed after Table 1, row 3, column 1 is proposed for the next draft again.",
    ]);
  });

  test("is told where it is taken out of some rows", () => {
    const { cells, told } = decided(BASE, [BASE.map((row) => row.slice(0, 1))], [adopted(0), adopted(0), BRACKETS]);
    expect(cells).toEqual([1, 1, 2]);
    expect(told.map(wordUnevenColumn)).toEqual([
      "The rows of a table differ in the next draft: the column that XAA takes out is gone at Table 1, row 1, column 2; at "
        + "Table 1, row 2, column 2, and is not gone at Table 1, row 3, column 2, for its rows were decided apart.",
    ]);
  });

  test("is no matter where all rows are decided alike, or nothing is", () => {
    for (const decision of [adopted(0), KEPT, BRACKETS, null]) {
      expect(decided(BASE, [column], [decision, decision, decision]).told).toEqual([]);
    }
    expect(decided(BASE, [column], [KEPT, BRACKETS, null]).told).toEqual([]);
  });

  test("is no matter where a rival's cell is adopted in one of its rows", () => {
    const rival = inserted(BASE, 1, ["When", "Each month", "Yearly"]);
    const { cells, told } = decided(BASE, [column, rival], [adopted(0), adopted(1), adopted(0)]);
    expect(cells).toEqual([3, 3, 3]);
    expect(told).toEqual([]);
    expect(decided(BASE, [column, rival], [adopted(0), KEPT, adopted(0)]).told).toMatchObject([
      { delegations: ["XAA", "XBB"] },
    ]);
  });

  test("is no matter beside another column of the same delegation that is decided otherwise", () => {
    const { passages, told } = decided(BASE, [inserted(column, 3, ["Where", "Here", "There"])], []);
    expect(told).toEqual([]);
    const first = passages.map(({ place }) => (place.citation.endsWith("column 1") ? adopted(0) : KEPT));
    const { cells, told: now } = decided(BASE, [inserted(column, 3, ["Where", "Here", "There"])], first);
    expect(cells).toEqual([3, 3, 3]);
    expect(now).toEqual([]);
  });

  test("is no matter in a row that is taken out whole", () => {
    const { passages } = decided(BASE, [column, BASE.toSpliced(1, 1)], []);
    const all = passages.map(({ proposals }) => {
      const rowGone = proposals.findIndex(({ wording }) => wording.length === 0);
      return adopted(Math.max(rowGone, 0));
    });
    const { cells, told } = decided(BASE, [column, BASE.toSpliced(1, 1)], all);
    expect(cells).toEqual([3, 3]);
    expect(told).toEqual([]);
  });

  test("law: the rows of the table differ exactly if it is told", { timeout: 60_000 }, () => {
    const decisions = fc.array(fc.constantFrom(adopted(0), KEPT, BRACKETS, null), { minLength: 5, maxLength: 5 });
    const seen = new Set<boolean>();
    const holds = fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(3),
      fc.boolean(),
      decisions,
      (rows, columns, at, isInserted, given) => {
        const base = Array.from({ length: rows }, (_, i) =>
          Array.from({ length: columns + 1 }, (__, k) => `Row ${i} cell ${k}`),
        );
        const place = Math.min(at, columns);
        const words = base.map((_, i) => `New words ${i}`);
        const sent = isInserted ? inserted(base, place, words) : base.map((row) => row.toSpliced(place, 1));
        const { cells, told } = decided(base, [sent], given);
        const isUneven = new Set(cells).size > 1;
        seen.add(isUneven);
        expect(told.length > 0).toBe(isUneven);
      },
    );
    fc.assert(holds, { numRuns: 100 });
    // A law of which one of the cases never comes holds of nothing.
    expect(seen.size).toBe(2);
  });
});
