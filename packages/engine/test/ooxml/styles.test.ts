import fc from "fast-check";
import { expect, test } from "vitest";
import { mapStyles, readStyles } from "../../src/ooxml/styles.ts";
import type { XmlElement } from "../../src/ooxml/xml.ts";
import { parseXml } from "../../src/ooxml/xml-reader.ts";

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

const xml = (content: string): XmlElement => parseXml(`<w:x ${W}>${content}</w:x>`, "test").root;
const stylesOf = (content: string) => readStyles(xml(content));
const pPr = (content: string): XmlElement => parseXml(`<w:pPr ${W}>${content}</w:pPr>`, "test").root;

const style = (id: string, name: string, rest = "", type = "paragraph"): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const based = (id: string): string => `<w:basedOn w:val="${id}"/>`;

test("a German file calls it berschrift1, and it is still a heading of the first level", () => {
  const styles = stylesOf(style("berschrift1", "heading 1") + style("Eigene", "Eigene", based("berschrift1")));
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="berschrift1"/>`))).toBe(0);
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="Eigene"/>`))).toBe(0);
});

test("Word's own style Title tells the title, under any id, and what is based on it does not", () => {
  const styles = stylesOf(style("Titel", "Title") + style("Untertitel", "Subtitle", based("Titel")));
  expect(styles.isTitle(pPr(`<w:pStyle w:val="Titel"/>`))).toBe(true);
  expect(styles.isTitle(pPr(`<w:pStyle w:val="Untertitel"/>`))).toBe(false);
  expect(styles.isTitle(null)).toBe(false);
});

test("the paragraph's own outline level counts before its style's, and level 9 means body text", () => {
  const styles = stylesOf(style("H", "Clause", `<w:pPr><w:outlineLvl w:val="2"/></w:pPr>`));
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="H"/>`))).toBe(2);
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="H"/><w:outlineLvl w:val="4"/>`))).toBe(4);
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>`))).toBeNull();
});

test("a style based on a heading can step out of the outline", () => {
  const styles = stylesOf(
    style("H", "heading 2") + style("Quiet", "Quiet", `${based("H")}<w:pPr><w:outlineLvl w:val="9"/></w:pPr>`),
  );
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="Quiet"/>`))).toBeNull();
});

test("a title is not a heading", () => {
  expect(stylesOf(style("Title", "Title")).headingLevel(pPr(`<w:pStyle w:val="Title"/>`))).toBeNull();
});

test("a paragraph without a style, or with one that the file lacks, has the default style", () => {
  const styles = stylesOf(
    `<w:style w:type="paragraph" w:default="1" w:styleId="Base"><w:name w:val="Normal"/>`
      + `<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>`,
  );
  expect(styles.defaultParagraph).toBe("Base");
  expect(styles.headingLevel(null)).toBe(3);
  expect(styles.headingLevel(pPr(`<w:pStyle w:val="Lost"/>`))).toBe(3);
  const other = stylesOf(style("Char", "heading 1", "", "character"));
  expect(other.headingLevel(pPr(`<w:pStyle w:val="Char"/>`))).toBeNull();
  expect(readStyles(null).headingLevel(null)).toBeNull();
});

test("numbering comes down from the base style, part by part, and number 0 takes it away", () => {
  const numbered = `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>`;
  const styles = stylesOf(
    style("A", "A", numbered)
      + style("B", "B", `${based("A")}<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>`)
      + style("C", "C", `${based("B")}<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`),
  );
  expect(styles.all.get("A")?.numPr).toEqual({ numId: "7", level: null });
  expect(styles.all.get("B")?.numPr).toEqual({ numId: "7", level: 1 });
  expect(styles.all.get("C")?.numPr).toBeNull();
});

test("styles that are based on each other in any tangle are read, and every lineage ends", () => {
  const links = fc.array(fc.nat({ max: 9 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(links, (bases) => {
      const styles = stylesOf(bases.map((base, i) => style(`S${i}`, `S${i}`, based(`S${base}`))).join(""));
      for (const id of styles.all.keys()) {
        const line = styles.lineage(id).map((each) => each.id);
        expect(line[0]).toBe(id);
        expect(new Set(line).size).toBe(line.length);
      }
    }),
  );
});

test("a style of a submission is found in the base by id and name, else by name, else not at all", () => {
  const base = stylesOf(
    style("Heading1", "heading 1") + style("Quote", "Quote") + style("Quote1", "Quote", "", "character"),
  );
  const submission = stylesOf(
    style("berschrift1", "Heading 1") + style("Quote", "Quote") + style("Heading1", "Annex") + style("Own", "Own"),
  );
  const map = mapStyles(submission, base);
  expect(map("berschrift1")).toBe("Heading1");
  expect(map("Quote")).toBe("Quote");
  expect(map("Heading1")).toBeNull();
  expect(map("Own")).toBeNull();
  expect(map("Lost")).toBeNull();
});

test("a style is found by its name in any case, within its type", () => {
  const styles = stylesOf(style("T", "Table Grid", "", "table"));
  expect(styles.styleIdByName("table grid", "table")).toBe("T");
  expect(styles.styleIdByName("table grid")).toBeNull();
});
