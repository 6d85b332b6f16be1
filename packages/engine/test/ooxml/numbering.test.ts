import { describe, expect, test } from "vitest";
import { NumberCounter } from "../../src/ooxml/number-counter.ts";
import { mapNumbering, type Numbering, readNumbering } from "../../src/ooxml/numbering.ts";
import { readStyles, type Styles } from "../../src/ooxml/styles.ts";
import type { XmlElement } from "../../src/ooxml/xml.ts";
import { parseXml } from "../../src/ooxml/xml-reader.ts";

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;

const xml = (name: string, content: string): XmlElement => parseXml(`<${name} ${W}>${content}</${name}>`, "test").root;
const numberingOf = (content: string, styles: Styles = readStyles(null)): Numbering =>
  readNumbering(xml("w:numbering", content), styles);

const level = (ilvl: number, format: string, text: string, more = "", start = 1): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}`
  + `<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const startAt = (ilvl: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

const OUTLINE = [level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2"), level(2, "lowerRoman", "%3)")];

/** Labels of paragraphs given as `list/level`: `"1/0 1/1"`. */
function labels(numbering: Numbering, paragraphs: string): string {
  const counter = new NumberCounter(numbering);
  return paragraphs
    .split(" ")
    .map((paragraph) => {
      const [list, ilvl] = paragraph.split("/");
      return counter.next(xml("w:pPr", `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>`));
    })
    .join(" ");
}

describe("counting", () => {
  test("a deeper level begins again under each new number above it", () => {
    const numbering = numberingOf(abstract(0, ...OUTLINE) + num(1, 0));
    expect(labels(numbering, "1/0 1/1 1/1 1/2 1/0 1/1 1/2")).toBe("1. 1.a 1.b i) 2. 2.a i)");
  });

  test("a level used before the one above it takes that as used", () => {
    const numbering = numberingOf(abstract(0, ...OUTLINE) + num(1, 0));
    expect(labels(numbering, "1/1 1/1 1/0 1/2 1/1")).toBe("1.a 1.b 2. i) 2.b");
  });

  test("each level begins at its own start, which is 0 where the file gives none", () => {
    const starts = [level(0, "decimal", "%1", "", 4), level(1, "decimal", "%1.%2", "", 3)];
    expect(labels(numberingOf(abstract(0, ...starts) + num(1, 0)), "1/0 1/1 1/0 1/1")).toBe("4 4.3 5 5.3");
    const none = `<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>`;
    expect(labels(numberingOf(abstract(0, none) + num(1, 0)), "1/0 1/0")).toBe("0. 1.");
  });

  test("two lists with one definition count on from each other, and two definitions do not", () => {
    const numbering = numberingOf(
      abstract(0, ...OUTLINE) + abstract(1, ...OUTLINE) + num(1, 0) + num(2, 0) + num(3, 1),
    );
    expect(labels(numbering, "1/0 2/0 3/0 1/0")).toBe("1. 2. 1. 3.");
  });

  test("a list that begins anew does so once, and the others count on from it", () => {
    const numbering = numberingOf(abstract(0, ...OUTLINE) + num(1, 0) + num(2, 0, startAt(0, 5)));
    expect(labels(numbering, "1/0 1/1 2/0 2/1 1/0 2/0")).toBe("1. 1.a 5. 5.a 6. 7.");
  });

  test("a list can write the numbers of its definition in its own way and still count on", () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1")}</w:lvlOverride>`;
    const numbering = numberingOf(abstract(0, ...OUTLINE) + num(1, 0) + num(2, 0, own));
    expect(labels(numbering, "1/0 2/0 2/0 1/0")).toBe("1. B C 4.");
  });

  test("lvlRestart 0 never restarts, and n restarts only under the level n", () => {
    const withRestart = (value: string) =>
      numberingOf(
        abstract(
          0,
          level(0, "decimal", "%1."),
          level(1, "lowerLetter", "%2)"),
          level(2, "lowerRoman", "%3)", `<w:lvlRestart w:val="${value}"/>`),
        ) + num(1, 0),
      );
    const paragraphs = "1/0 1/1 1/2 1/2 1/1 1/2 1/0 1/1 1/2";
    expect(labels(withRestart("0"), paragraphs)).toBe("1. a) i) ii) b) iii) 2. a) iv)");
    expect(labels(withRestart("1"), paragraphs)).toBe("1. a) i) ii) b) iii) 2. a) i)");
    expect(labels(withRestart("2"), paragraphs)).toBe("1. a) i) ii) b) i) 2. a) i)");
    // Deeper than the level itself: ignored (17.9.10).
    expect(labels(withRestart("5"), paragraphs)).toBe("1. a) i) ii) b) i) 2. a) i)");
  });

  test("a legal level writes all numbers in decimal, but keeps a leading zero", () => {
    const numbering = numberingOf(
      abstract(
        0,
        level(0, "upperRoman", "Article %1."),
        level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "(%3)"),
      ) + num(1, 0),
    );
    expect(labels(numbering, "1/0 1/0 1/1 1/2")).toBe("Article I. Article II. Section 2.01 (a)");
  });

  test("numbers of deeper levels are not shown", () => {
    const numbering = numberingOf(abstract(0, level(0, "decimal", "%1-%2-%3")) + num(1, 0));
    expect(labels(numbering, "1/0")).toBe("1--");
  });

  test("a number nobody sees still counts", () => {
    const hidden = level(1, "decimal", "%2").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>");
    const numbering = numberingOf(
      abstract(0, OUTLINE[0] as string, hidden, level(2, "decimal", "%1.%2.%3")) + num(1, 0),
    );
    expect(labels(numbering, "1/0 1/1 1/1 1/2")).toBe("1.   1.2.1");
  });

  test("bullets are read as a reader sees them", () => {
    const bullet = (text: string, font = "") =>
      level(0, "bullet", text).replace("</w:lvl>", `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`);
    const texts = [bullet("–"), bullet("\uf0b7", "Symbol"), bullet("\uf0a7"), bullet("v", "Wingdings"), bullet("o")];
    const numbering = numberingOf(texts.map((text, i) => abstract(i, text) + num(i + 1, i)).join(""));
    expect(labels(numbering, "1/0 2/0 3/0 4/0 5/0")).toBe("– • • • o");
  });

  test("a custom format is read from the choice that newer versions of Word make", () => {
    const custom = level(0, "decimal", "%1").replace(
      `<w:numFmt w:val="decimal"/>`,
      `<mc:AlternateContent><mc:Choice Requires="w14">`
        + `<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>`
        + `<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`,
    );
    expect(labels(numberingOf(abstract(0, custom) + num(1, 0)), "1/0 1/0")).toBe("001 002");
  });

  test("a paragraph without a list, with list 0, or with one that the file lacks has no number", () => {
    const numbering = numberingOf(abstract(0, ...OUTLINE) + num(1, 0) + num(0, 0));
    expect(labels(numbering, "0/0 9/0 1/7 1/0")).toBe("   1.");
    expect(new NumberCounter(readNumbering(null, readStyles(null))).next(null)).toBe("");
  });
});

describe("numbers from styles", () => {
  const paragraphStyle = (id: string, name: string, numPr: string, more = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}`
    + `<w:pPr><w:numPr>${numPr}</w:numPr></w:pPr></w:style>`;
  const styles = readStyles(
    xml(
      "w:styles",
      paragraphStyle("H1", "heading 1", `<w:numId w:val="1"/>`)
        + paragraphStyle("H2", "heading 2", `<w:ilvl w:val="5"/>`, `<w:basedOn w:val="H1"/>`)
        + paragraphStyle("Own", "Own", "", `<w:basedOn w:val="H2"/>`)
        + paragraphStyle("L3", "L3", `<w:ilvl w:val="2"/><w:numId w:val="1"/>`)
        + paragraphStyle("Legal", "Legal", `<w:numId w:val="2"/>`).replace(`"paragraph"`, `"numbering"`),
    ),
  );
  const linked = (ilvl: number, format: string, text: string, style: string) =>
    level(ilvl, format, text, `<w:pStyle w:val="${style}"/>`);
  const numbering = numberingOf(
    abstract(
      0,
      linked(0, "upperRoman", "Part %1", "H1"),
      linked(1, "decimal", "%1.%2", "H2"),
      level(2, "lowerLetter", "(%3)"),
    ) + num(1, 0),
    styles,
  );
  const next = (counter: NumberCounter, pPr: string) => counter.next(xml("w:pPr", pPr));

  test("the level that names the style counts before the level that the style names", () => {
    const counter = new NumberCounter(numbering);
    expect(next(counter, `<w:pStyle w:val="H1"/>`)).toBe("Part I");
    expect(next(counter, `<w:pStyle w:val="H2"/>`)).toBe("I.1");
    expect(next(counter, `<w:pStyle w:val="Own"/>`)).toBe("I.2");
    expect(next(counter, `<w:pStyle w:val="L3"/>`)).toBe("(a)");
  });

  test("the paragraph's own numbering counts before its style's, part by part", () => {
    const counter = new NumberCounter(numbering);
    expect(next(counter, `<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`)).toBe("");
    expect(next(counter, `<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="2"/></w:numPr>`)).toBe("(a)");
  });

  test("a definition that only names a numbering style is that style's definition, and a circle of them ends", () => {
    const link = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>`;
    const target = `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Legal"/>${OUTLINE[0]}</w:abstractNum>`;
    expect(labels(numberingOf(link + target + num(1, 1) + num(2, 2), styles), "1/0 2/0")).toBe("1. 2.");
    expect(labels(numberingOf(link + target + num(1, 1), styles), "1/0 1/0")).toBe("1. 2.");
    expect(labels(numberingOf(link + num(1, 1) + num(2, 1), styles), "1/0")).toBe("");
  });
});

describe("lists of a submission in the base", () => {
  const base = numberingOf(
    abstract(0, ...OUTLINE) + abstract(1, level(0, "bullet", "–")) + num(1, 0) + num(2, 1) + num(3, 0),
  );

  test("the same id stays where it numbers alike, whatever Word calls the definition", () => {
    const submission = numberingOf(
      `<w:abstractNum w:abstractNumId="8"><w:nsid w:val="1A2B3C4D"/><w:tmpl w:val="00000001"/>`
        + `${OUTLINE.join("").replaceAll("<w:lvl ", `<w:lvl w:tplc="04090001" w:tentative="1" `)}</w:abstractNum>`
        + num(3, 8),
    );
    expect(submission.signatureOf("3")).toBe(base.signatureOf("3"));
    expect(mapNumbering(submission, base)("3")).toBe("3");
  });

  test("where ids are dealt anew, each list finds one that numbers alike, and lists stay apart", () => {
    const submission = numberingOf(
      abstract(0, level(0, "bullet", "–")) + abstract(1, ...OUTLINE) + num(1, 0) + num(5, 1) + num(6, 1),
    );
    const map = mapNumbering(submission, base);
    expect(["1", "5", "6"].map(map)).toEqual(["2", "1", "3"]);
  });

  test("a list that looks different, or begins anew, is not in the base", () => {
    const submission = numberingOf(
      abstract(0, ...OUTLINE) + abstract(1, level(0, "decimal", "%1)")) + num(1, 1) + num(4, 0, startAt(0, 1)),
    );
    const map = mapNumbering(submission, base);
    expect(map("1")).toBeNull();
    expect(map("4")).toBeNull();
    expect(map("99")).toBeNull();
    expect(map("0")).toBe("0");
  });

  test("font, indent and style of a level are part of its look, the style by its name", () => {
    const styles = (id: string) =>
      readStyles(xml("w:styles", `<w:style w:styleId="${id}"><w:name w:val="Clause"/></w:style>`));
    const list = (more: string, style = "Clause") =>
      numberingOf(
        abstract(0, level(0, "decimal", "%1.", `<w:pStyle w:val="${style}"/>`).replace("</w:lvl>", `${more}</w:lvl>`))
          + num(1, 0),
        styles(style),
      ).signatureOf("1");
    const bold = "<w:rPr><w:b/></w:rPr>";
    expect(list(bold)).not.toBe(list(""));
    expect(list(`<w:pPr><w:ind w:left="720"/></w:pPr>`)).not.toBe(list(`<w:pPr><w:ind w:left="360"/></w:pPr>`));
    expect(list(bold, "Klausel")).toBe(list(bold, "Clause"));
  });
});
