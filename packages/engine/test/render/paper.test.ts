import { describe, expect, test } from "vitest";
import { writeCsv } from "../../src/render/csv.ts";
import { type Paper, writePaper } from "../../src/render/paper/write-paper.ts";
import { readBase } from "../../src/submission/base-text.ts";
import { isWordMarkup, schemaFaults, WITHOUT_SCHEMAS } from "../ooxml/wml-schema.ts";
import { open } from "./small-round.ts";

const PAPER: Paper = {
  title: "Report <&>",
  lang: "en",
  page: "upright",
  foot: "FSC.DEL/99/26",
  pageNumber: "Page {page} of {pages}",
  content: [
    { kind: "title", runs: [{ text: "Report" }] },
    { kind: "heading", runs: [{ text: "Agenda" }] },
    { kind: "subheading", runs: [{ text: "Item 1" }] },
    { kind: "point", sign: "1.", runs: [{ text: "Part I", look: "strong" }] },
    { kind: "paragraph", runs: [{ text: "Decided: " }, { text: "twice", look: "inserted" }] },
    {
      kind: "table",
      caption: "Who proposed what",
      columns: [
        { heading: "Place", width: 2000 },
        { heading: "Wording", width: 3000 },
      ],
      rows: [[[[{ text: "Part I" }], [{ text: "k7m2", look: "muted" }]], [[{ text: "once\ntwice" }]]]],
    },
  ],
};
const ARABIC: Paper = {
  ...PAPER,
  lang: "ar",
  pageNumber: "صفحة {page} من {pages}",
  content: [
    { kind: "paragraph", runs: [{ text: "القرار: " }, { text: "twice" }, { text: " (2)" }] },
    ...PAPER.content.slice(-1),
  ],
};

describe("a paper", () => {
  test("has its words in the order in which they are given", () => {
    const { tokens = [] } = readBase(open(writePaper(PAPER))).stories[0] ?? {};
    expect(tokens.map(({ text }) => text).join("")).toBe(
      "Report\nAgenda\nItem 1\n1.\tPart I\nDecided: twice\nPlace\nWording\nPart I\nk7m2\nonce\vtwice\n\n",
    );
  });

  test("stands upright or on its side, and says at its foot what it is and which page", () => {
    const upright = open(writePaper(PAPER));
    expect(upright.text("/word/document.xml")).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(upright.text("/word/footer1.xml")).toMatch(/FSC\.DEL\/99\/26.*Page .* PAGE .* of .* NUMPAGES /);
    expect(upright.text("/docProps/core.xml")).toContain("Report &lt;&amp;&gt;<");
    const aside = open(writePaper({ ...PAPER, page: "on its side" })).text("/word/document.xml");
    expect(aside).toContain('w:orient="landscape"');
  });

  test("in Arabic begins on the right, and quotes English from left to right", () => {
    const made = open(writePaper(ARABIC));
    const xml = made.text("/word/document.xml");
    expect(xml).toContain("<w:bidiVisual/>");
    expect(xml).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr><w:t xml:space="preserve">القرار/);
    expect(xml).toContain('<w:r><w:t xml:space="preserve">twice</w:t></w:r>');
    expect(xml).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve"> (2)</w:t>');
    expect(made.text("/word/footer1.xml")).toContain("<w:bidi/>");
    expect(open(writePaper(PAPER)).text("/word/document.xml")).not.toMatch(/<w:(bidi|bidiVisual|rtl)\/>/);
  });

  test.skipIf(WITHOUT_SCHEMAS !== "")(`follows the transitional schema of ECMA-376${WITHOUT_SCHEMAS}`, async () => {
    for (const paper of [PAPER, ARABIC]) {
      const made = open(writePaper(paper));
      const files = made.parts
        .filter(isWordMarkup)
        .map((part) => ({ fileName: part.slice(1).replaceAll("/", "_"), xml: made.text(part) }));
      expect(await schemaFaults(files, "wml.xsd")).toEqual([]);
    }
  });
});

test("a table for spreadsheets keeps every cell, and none is run as a formula", () => {
  expect(
    writeCsv([
      ["a", 'b "c"'],
      ["=1+1", "two\nlines"],
    ]),
  ).toBe('\uFEFF"a","b ""c"""\r\n"\'=1+1","two\nlines"\r\n');
});
