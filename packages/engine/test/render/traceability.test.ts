import { describe, expect, test } from "vitest";
import { renderTraceability } from "../../src/render/traceability.ts";
import { compileTexts } from "../notation/compile-texts.ts";
import { compileIllustrative } from "./illustrative.ts";

const COLUMNS = 11;

describe("the table of nine Word files", () => {
  const compilation = compileIllustrative();
  const csv = renderTraceability(compilation);
  const [headings, ...rows] = parseCsv(csv.slice(1));

  test("has a row for each delegation behind each proposal, change of formatting and comment", () => {
    const wanted = compilation.stories.flatMap(({ passages, formatting }) => [
      ...passages.flatMap(({ id, proposals }) =>
        proposals.flatMap(({ sponsors }) => sponsors.map(({ delegation }) => `${id} ${delegation}`)),
      ),
      ...formatting.flatMap(({ sponsors }) => sponsors.map(({ delegation }) => `format ${delegation}`)),
    ]);
    const comments = compilation.comments.map(({ delegation }) => `comment ${delegation}`);
    const found = rows.map(
      ([passage, , , , , kind, delegation]) =>
        `${kind === "format" || kind === "comment" ? kind : passage} ${delegation}`,
    );
    expect(found).toEqual([...wanted, ...comments]);
  });

  test("has every kind of row, and as many cells in each as headings", () => {
    expect(new Set(rows.map((row) => row[5]))).toEqual(
      new Set(["insert", "delete", "replace", "move", "format", "comment"]),
    );
    expect(headings).toHaveLength(COLUMNS);
    for (const row of rows) expect(row).toHaveLength(COLUMNS);
  });

  test("names the file that says so, with its checksum", () => {
    const receipts = new Map(compilation.receipts.map((receipt) => [receipt.delegation.code, receipt]));
    for (const row of rows) {
      const receipt = receipts.get(row[6] ?? "");
      expect([row[7], row[9], row[10]]).toEqual([receipt?.delegation.name, receipt?.file.name, receipt?.file.sha256]);
    }
  });

  test("tells where a passage stands, and whether the change was tracked", () => {
    const row = rows.find(([, , , , after, , delegation]) => after === "ten " && delegation === "XCC") ?? [];
    const passage = compilation.stories.flatMap(({ passages }) => passages).find(({ id }) => id === row[0]);
    expect(row.slice(1, 3)).toEqual([passage?.place.citation, passage?.place.headings.join(" > ")]);
    expect(row[1]).toMatch(/para\. \d/);
    expect(row[2]).toContain(" > Brokering");
    expect(row.slice(5, 9)).toEqual(["replace", "XCC", "Cottarine", "yes"]);
    expect(rows.some((other) => other[8] === "no")).toBe(true);
  });
});

describe("a cell", () => {
  const tableOf = (base: string, text: string): string[][] =>
    parseCsv(renderTraceability(compileTexts(base, new Map([["XAA", text]]))).slice(1)).slice(1);

  test("keeps quotation marks, commas and line breaks", () => {
    const [row] = tableOf("Keep.", 'Keep.¶Say "yes", twice.');
    expect(row?.[4]).toBe('Say "yes", twice.\n');
  });

  test.each(["=SUM(1)", "+1", "-1", "@here", "\tone"])(
    "that begins like the formula %j is text for a spreadsheet",
    (text) => {
      const [row] = tableOf("Keep.", `${text} Keep.`);
      expect(row?.[4]?.startsWith(`'${text}`)).toBe(true);
    },
  );

  test("that only holds such a sign is as it was", () => {
    const [row] = tableOf("Keep.", "a=b Keep.");
    expect(row?.[4]?.startsWith("a=b")).toBe(true);
  });
});

test("the table begins with a byte order mark, and its lines end as RFC 4180 wants", () => {
  const csv = renderTraceability(compileTexts("One.", new Map([["XAA", "Two."]])));
  expect(csv.startsWith('\uFEFF"Passage","Citation",')).toBe(true);
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv.endsWith("\r\n")).toBe(true);
});

/** Reads CSV by RFC 4180; throws where quotation marks do not match. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  while (cells.lastIndex < csv.length) {
    const cell = cells.exec(csv);
    if (cell === null) throw new SyntaxError("Not a cell");
    row.push((cell[1] ?? "").replaceAll('""', '"'));
    if (cell[2] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
