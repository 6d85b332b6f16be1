import { describe, expect, test } from "vitest";
import type { Block } from "../../src/model/text.ts";
import { renderTable, type TableOptions } from "../../src/render/table/render-table.ts";
import { readBase } from "../../src/submission/base-text.ts";
import { isWordMarkup, schemaFaults, WITHOUT_SCHEMAS } from "../ooxml/wml-schema.ts";
import { readIllustrative } from "./illustrative.ts";
import { HEADING, type Lines, open, type RoundOptions, roundOf } from "./small-round.ts";

/** The rows of the table of proposals, each as the texts of its cells; paragraphs of a cell with line ends. */
function rowsOf(bytes: Uint8Array): string[][] {
  const tables = (readBase(open(bytes)).stories[0]?.blocks ?? []).filter(({ kind }) => kind === "table");
  const text = (block: Block): string =>
    block.kind === "paragraph"
      ? block.tokens.map((token) => (token.kind === "mark" ? "\n" : token.text)).join("")
      : block.children.map(text).join("");
  const inside = (block: Block): readonly Block[] => (block.kind === "paragraph" ? [] : block.children);
  return tables.flatMap((table) =>
    inside(table).map((row) => inside(row).map((cell) => text(cell).replaceAll(/ +\n/g, "\n").trim())),
  );
}

function tableOf(
  base: Lines,
  texts: Readonly<Record<string, Lines>>,
  options: RoundOptions & TableOptions = {},
): string[][] {
  const round = roundOf(base, texts, options);
  return rowsOf(renderTable(round.base, round.compilation, options));
}

const HEADER = ["Place", "Base text", "Proposals", "Comments", "Decision"];

describe("a table of proposals", () => {
  test("has a row for each passage with its place, its words among others, and every proposal with its sponsors", () => {
    const base = ["# Reports", "1. States should report.", "1. Help is offered."];
    const texts = {
      XAA: ["# Reports", "1. States shall report.", "1. Help is offered."],
      XBB: ["# Reports", "1. States shall report.", "1. Help is offered freely."],
      XCC: ["# Reports", "1. States may report.", "1. Help is offered."],
    };
    expect(tableOf(base, texts)).toEqual([
      HEADER,
      ["Reports"],
      ["Part I, para. 1", "States should report.", "(1) XAA, XBB: should shall\n(2) XCC: should may", "", ""],
      ["Part I, para. 2", expect.stringMatching(/^Help is /), expect.stringMatching(/^XBB: .*freely/), "", ""],
    ]);
  });

  test("strikes what is deleted and underlines what is inserted, and tracks neither", () => {
    const { base, compilation } = roundOf(["States should report."], { XAA: ["States shall report."] });
    const made = open(renderTable(base, compilation));
    const xml = made.text("/word/document.xml");
    expect(xml).toContain('<w:rPr><w:rStyle w:val="Deleted"/></w:rPr><w:t xml:space="preserve">should </w:t>');
    expect(xml).toContain('<w:rPr><w:rStyle w:val="Inserted"/></w:rPr><w:t xml:space="preserve">shall </w:t>');
    expect(xml).not.toMatch(/<w:(?:ins|del)[\s>]/);
    const styles = made.text("/word/styles.xml");
    expect(styles).toMatch(/w:styleId="Deleted">.*?<w:strike\/>/);
    expect(styles).toMatch(/w:styleId="Inserted">.*?<w:u w:val="single"\/>/);
  });

  test("says where a paragraph is inserted, and that a passage moves", () => {
    const rows = tableOf(
      [
        "A culture of security can be assessed by asking all.",
        "Every State reports each year.",
        "Assistance is free of any condition.",
      ],
      {
        XAA: [
          "Every State reports each year.",
          "Assistance is free of any condition.",
          "A culture of security can be assessed by asking all.",
        ],
      },
    );
    expect(rows.map(([, , proposal]) => proposal).slice(1)).toEqual([
      expect.stringMatching(/^XAA: A culture.*\nMoved after para. 3/s),
      expect.stringMatching(/^XAA: A culture.*\nMoved here from para. 1 \(XAA\)\.$/s),
    ]);
    const inserted = tableOf(["First here.", "Last here."], { XAA: ["First here.", "Now a new one.", "Last here."] });
    expect(inserted[1]?.slice(1, 3)).toEqual(["[ ] Last here.", "XAA: Now a new one.¶"]);
  });

  test("leaves out formatting if asked", () => {
    const [base, texts] = [["Keep a register."], { XAA: ["Keep a **register.**"] }] as const;
    expect(tableOf(base, texts)[1]?.[2]).toMatch(/^XAA: formatting: .*bold/);
    expect(tableOf(base, texts, { formatting: false })).toEqual([]);
  });

  test("repeats its header row, stands on its side and numbers its pages", () => {
    const { base, compilation } = roundOf(["States should report."], { XAA: ["States shall report."] });
    const made = open(renderTable(base, compilation));
    const xml = made.text("/word/document.xml");
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).toContain('w:orient="landscape"');
    expect(made.text("/word/footer1.xml")).toMatch(/Page .* PAGE .* of .* NUMPAGES /);
  });

  test("takes its title from the base file, and writes base texts in Arabic letters from right to left", () => {
    const { base, compilation } = roundOf(["States should report."], { XAA: ["States shall report."] });
    expect(open(renderTable(base, compilation)).text("/docProps/core.xml")).toContain(
      "Table of proposals: Small text<",
    );
    const arabic = open(renderTable(base, compilation, { lang: "ar" })).text("/word/document.xml");
    expect(arabic).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rStyle w:val="Muted"\/><w:rtl\/>/);
    expect(open(renderTable(base, compilation)).text("/word/document.xml")).not.toContain("<w:bidi/>");
  });

  test("writes hostile names and words as what they are", () => {
    const name = `</w:t>"&'\u0000\ud800]]>`;
    const round = roundOf(["A b c."], { XAA: ["A <i>&amp; c."] }, { names: { XAA: name } });
    const bytes = renderTable(round.base, round.compilation, {
      heading: { ...HEADING, title: name, symbol: name },
      lang: '"><x',
    });
    expect(rowsOf(bytes)[1]?.[2]).toBe("XAA: b <i>&amp;");
    expect(
      readBase(open(bytes))
        .stories[0]?.tokens.map(({ text }) => text)
        .join(""),
    ).toContain(`XAA – </w:t>"&'\ufffd\ufffd]]>`);
  });
});

describe("the table of the illustrative guide", () => {
  const { base, compilation } = readIllustrative();
  const bytes = renderTable(base, compilation);
  const rows = rowsOf(bytes);
  const made = open(bytes);

  test("holds every proposal and every comment once", () => {
    const proposals = compilation.stories.flatMap(({ passages }) => passages);
    const places = new Set(proposals.map(({ place }) => place.citation));
    for (const place of places) expect(rows.some(([own]) => own === place)).toBe(true);
    const cells = rows.map(([, , proposal]) => proposal ?? "").join("\n");
    expect(cells.match(/^(\(\d+\) )?X[A-Z]{2}(, X[A-Z]{2})*: (?!formatting)/gm)).toHaveLength(
      proposals.reduce((sum, passage) => sum + passage.proposals.length, 0),
    );
    const comments = rows.map(([, , , comment]) => comment ?? "").join("\n");
    for (const { comment } of compilation.comments) {
      for (const words of comment.paragraphs) expect(comments.split(words)).toHaveLength(2);
    }
  });

  test("keeps rows of all kinds in the order of the base text", () => {
    const indexOf = (column: number, words: string): number =>
      rows.findIndex((cells) => cells[column]?.includes(words));
    const order = [
      indexOf(3, "General reservation"),
      indexOf(2, "[image: Three overlapping circles"),
      indexOf(2, "formatting: bold"),
      indexOf(2, "lowered"),
      indexOf(3, "Does this include private guards?"),
      indexOf(2, "XAA, XBB, XCC: once twice"),
      indexOf(2, "column width changed"),
      indexOf(2, "Revised draft"),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test("tells the widths of a table's columns in one row", () => {
    expect(rows.filter(([, , proposal]) => proposal?.includes("column width"))).toEqual([
      ["Table 2", "", "XGG: formatting: column width changed in 10 cells", "", ""],
    ]);
  });

  test("leaves the column for decisions empty", () => {
    const own = rows.slice(1).filter(({ length }) => length === 5);
    expect(own.length).toBeGreaterThan(50);
    expect(new Set(own.map(([, , , , decision]) => decision))).toEqual(new Set([""]));
  });

  test("tells nothing of who made the file, when or with what, and is the same each time", () => {
    expect(made.parts.filter((part) => part.startsWith("/docProps/"))).toEqual(["/docProps/core.xml"]);
    expect(made.text("/docProps/core.xml")).not.toMatch(/creator|created|modified|lastModifiedBy|\d{4}-\d\d-\d\d/);
    expect(renderTable(base, compilation)).toEqual(bytes);
  });

  test.skipIf(WITHOUT_SCHEMAS !== "")(`follows the transitional schema of ECMA-376${WITHOUT_SCHEMAS}`, async () => {
    const arabic = open(renderTable(base, compilation, { lang: "ar", names: true }));
    const parts = [made, arabic].flatMap((each, i) =>
      each.parts
        .filter(isWordMarkup)
        .map((part) => ({ fileName: `${i}_${part.slice(1).replaceAll("/", "_")}`, xml: each.text(part) })),
    );
    expect(parts).toHaveLength(8);
    expect(await schemaFaults(parts, "wml.xsd")).toEqual([]);
  });
});
