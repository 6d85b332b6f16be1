import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/ooxml/limits.ts";
import { openPackage } from "../../src/ooxml/word-package.ts";
import { type Built, buildZip, LEAST, nodeInflater } from "./build-zip.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "./corpus.ts";

/** The least Word file, with these entries in place of its own or added. */
function open(entries: readonly Built[] = [], inflater = nodeInflater(), limits = LIMITS) {
  const names = new Set(entries.map(({ name }) => name));
  return openPackage(buildZip([...LEAST.filter(({ name }) => !names.has(name)), ...entries]), inflater, limits);
}

const relationships = (...lines: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines
    .map((line, i) => `<Relationship Id="rId${i + 1}" ${line}/>`)
    .join("")}</Relationships>`;
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const main = (target: string, types = TRANSITIONAL): Built => ({
  name: "_rels/.rels",
  content: relationships(`Type="${types}/officeDocument" Target="${target}"`),
});
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("finds the main text", () => {
  test("where the relationship says, and not by its name", () => {
    const opened = open([main("/text/Hauptteil.XML"), { name: "text/hauptteil.xml", content: "<a/>" }]);
    expect(opened.mainPart).toBe("/text/hauptteil.xml");
    expect(opened.strict).toBe(false);
    expect(opened.text(opened.mainPart)).toBe("<a/>");
  });

  test("in a strict file", () => {
    const opened = open([main("word/document.xml", STRICT)]);
    expect(opened.mainPart).toBe("/word/document.xml");
    expect(opened.strict).toBe(true);
  });

  test("or says what is missing", () => {
    expect(() => open([main("word/gone.xml")])).toThrow(/\/word\/gone\.xml is not in it/);
    expect(() => open([{ name: "_rels/.rels", content: relationships() }])).toThrow(code("missing-part"));
    expect(() => openPackage(buildZip(LEAST.slice(0, 1)), nodeInflater())).toThrow(code("missing-part"));
    expect(() => openPackage(buildZip([{ name: "a.txt" }]), nodeInflater())).toThrow(code("missing-part"));
    expect(() => openPackage(buildZip([]), nodeInflater())).toThrow(code("missing-part"));
  });

  test("or says what the file is instead", () => {
    const odt = buildZip([{ name: "mimetype" }, { name: "META-INF/manifest.xml" }]);
    expect(() => openPackage(odt, nodeInflater())).toThrow(/OpenDocument/);
    expect(() => openPackage(buildZip([{ name: "XAA.docx" }]), nodeInflater())).toThrow(/folder of documents/);
    const types = ((LEAST[0] as Built).content as string).replace("wordprocessingml.document", "spreadsheetml.sheet");
    expect(() => open([{ name: "[Content_Types].xml", content: types }])).toThrow(code("not-a-zip"));
  });
});

describe("reads text", () => {
  const text = (content: string | Uint8Array) => open([{ name: "word/a.xml", content }]).text("word/a.xml");
  const wide = (xml: string, swap: boolean, mark = "\ufeff"): Uint8Array => {
    const bytes = Buffer.from(mark + xml, "utf16le");
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };

  test("in UTF-8 and UTF-16, with and without a byte order mark", () => {
    const xml = "<a>Rés. 1540 (2004) — 𝒳</a>";
    expect(text(xml)).toBe(xml);
    expect(text(`\ufeff${xml}`)).toBe(xml);
    for (const swap of [false, true]) {
      expect(text(wide(xml, swap))).toBe(xml);
      expect(text(wide(xml, swap, ""))).toBe(xml);
    }
  });

  test("and refuses to guess", () => {
    const latin1 = Uint8Array.from(Buffer.from("<a>Rés.</a>", "latin1"));
    expect(() => text(latin1)).toThrow(code("xml-not-well-formed"));
    expect(() => text(wide("<a>\ud800</a>", false))).toThrow(code("xml-not-well-formed"));
    expect(() => open().text("/word/gone.xml")).toThrow(code("missing-part"));
  });
});

describe("follows relationships", () => {
  const rels = (...lines: string[]): Built => ({
    name: "word/_rels/document.xml.rels",
    content: relationships(...lines),
  });

  test("by short types, the same in both flavours", () => {
    const microsoft = "http://schemas.microsoft.com/office/2011/relationships";
    const of = open([
      rels(
        `Type="${STRICT}/image" Target="media/a.png"`,
        `Type="${TRANSITIONAL}/hyperlink" Target="https://example.org/a?b=1&amp;c=2#d" TargetMode="External"`,
        `Type="${microsoft}/commentsExtended" Target="commentsExtended.xml"`,
        `Type="${STRICT}/extendedProperties" Target="../docProps/app.xml"`,
      ),
    ]).relationshipsOf("/word/document.xml");
    expect(of.map(({ id, type, target, external }) => [id, type, target, external])).toEqual([
      ["rId1", "image", "/word/media/a.png", false],
      ["rId2", "hyperlink", "https://example.org/a?b=1&c=2#d", true],
      ["rId3", "commentsExtended", "/word/commentsExtended.xml", false],
      ["rId4", "extended-properties", "/docProps/app.xml", false],
    ]);
  });

  test("whatever prefix the file uses", () => {
    const content = relationships(`Type="${TRANSITIONAL}/image" Target="a.png"`)
      .replaceAll("<R", "<w:R")
      .replaceAll("</R", "</w:R")
      .replace("xmlns", "xmlns:w");
    const opened = open([{ name: "word/_rels/document.xml.rels", content }]);
    expect(opened.relationshipsOf("/word/document.xml")[0]?.target).toBe("/word/a.png");
  });

  test("none where the part has none", () => {
    expect(open().relationshipsOf("/word/document.xml")).toEqual([]);
    expect(open().relationshipsOf("/word/gone.xml")).toEqual([]);
  });

  test("that lead nowhere are told; circles end; what is outside is left alone", () => {
    const opened = open([
      rels(
        `Type="${TRANSITIONAL}/footnotes" Target="notes.xml"`,
        `Type="${TRANSITIONAL}/image" Target="NULL"`,
        `Type="${TRANSITIONAL}/attachedTemplate" Target="file:///c:/gone.dotx" TargetMode="External"`,
      ),
      { name: "word/notes.xml", content: "<a/>" },
      {
        name: "word/_rels/notes.xml.rels",
        content: relationships(
          `Type="${TRANSITIONAL}/subDocument" Target="document.xml"`,
          `Type="${TRANSITIONAL}/subDocument" Target="notes.xml"`,
        ),
      },
    ]);
    expect(opened.danglingRelationships().map(({ source, relationship }) => [source, relationship.target])).toEqual([
      ["/word/document.xml", "/word/NULL"],
    ]);
  });
});

test("content types: the part's own before that of its extension; case is nothing", () => {
  const opened = open([{ name: "word/a.bin" }, { name: "word/b.XML", content: "<b/>" }]);
  expect(opened.contentTypeOf("/WORD/document.xml")).toMatch(/document\.main\+xml$/);
  expect(opened.contentTypeOf("/word/b.XML")).toBe("application/xml");
  expect(opened.contentTypeOf("/word/a.bin")).toBe(null);
  expect(opened.parts).toEqual(["/word/document.xml", "/word/a.bin", "/word/b.XML"]);
});

test("knows a file with macros, by its main part or by the macros themselves", () => {
  const types = (LEAST[0] as Built).content as string;
  expect(open().hasMacros).toBe(false);
  const plain = "openxmlformats-officedocument.wordprocessingml.document.main";
  const enabled = types.replace(plain, "ms-word.document.macroEnabled.main");
  expect(open([{ name: "[Content_Types].xml", content: enabled }]).hasMacros).toBe(true);
  const bin = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';
  const carried = types.replace("<Override", `${bin}<Override`);
  expect(open([{ name: "[Content_Types].xml", content: carried }, { name: "word/vbaProject.bin" }]).hasMacros).toBe(
    true,
  );
});

test("refuses a text part that would explode, at once and without inflating it", () => {
  const inflater = nodeInflater();
  const bomb = { name: "word/document.xml", compressed: new Uint8Array(1000), size: 2 ** 30 };
  expect(() => open([bomb], inflater)).toThrow(code("zip-hostile"));
  expect(inflater.inflated).toBeLessThan(2000);
});

describe("compares parts", () => {
  const picture = (content: string, method = 8): Built => ({ name: "word/media/a.png", content, method });
  const same = (a: Built, b: Built) => {
    const inflater = nodeInflater();
    const [one, other] = [open([a], inflater), open([b], inflater)];
    inflater.inflated = 0;
    return [one.sameBytes("/word/media/a.png", other, "word/media/A.png"), inflater.inflated];
  };

  test("without inflating where it can", () => {
    expect(same(picture("aaaa"), picture("aaaa"))).toEqual([true, 0]);
    expect(same(picture("aaaa"), picture("aaab"))).toEqual([false, 0]);
    expect(same(picture("aaaa"), picture("aaa"))).toEqual([false, 0]);
  });

  test("by content where they are compressed in two ways, and never by the checksum alone", () => {
    expect(same(picture("aaaa"), picture("aaaa", 0))).toEqual([true, 4]);
    // Two texts with one CRC-32.
    expect(same(picture("plumless"), picture("buckeroo"))).toEqual([false, 16]);
  });
});

test.skipIf(CORPUS.length === 0)(
  `opens every real file, and reads all of it${WITHOUT_CORPUS}`,
  () => {
    let parts = 0;
    for (const path of CORPUS) {
      const opened = openPackage(readCorpus(path), nodeInflater());
      expect(opened.contentTypeOf(opened.mainPart), path).toMatch(/main\+xml$/);
      expect(opened.hasMacros, path).toBe(path.endsWith(".docm"));
      for (const part of opened.parts) {
        if (/xml$/.test(opened.contentTypeOf(part) ?? ""))
          expect(opened.text(part), `${path} ${part}`).toMatch(/^\s*</);
        else opened.bytes(part);
        parts++;
      }
      expect(
        opened.danglingRelationships().every(({ relationship }) => !opened.has(relationship.target)),
        path,
      ).toBe(true);
    }
    expect(parts).toBeGreaterThan(CORPUS.length * 5);
  },
  60_000,
);
