import { describe, expect, test } from "vitest";
import { PackageEdit } from "../../src/ooxml/package-edit.ts";
import { openPackage, type WordPackage } from "../../src/ooxml/word-package.ts";
import { readZip } from "../../src/ooxml/zip-reader.ts";
import { type Built, buildZip, LEAST, nodeInflater } from "./build-zip.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "./corpus.ts";

const MAIN = "/word/document.xml";
const open = (bytes: Uint8Array): WordPackage => openPackage(bytes, nodeInflater());
const base = (...more: Built[]): WordPackage => open(buildZip([...LEAST, ...more]));
const triples = (opened: WordPackage, part: string) =>
  opened.relationshipsOf(part).map(({ id, type, target }) => [id, type, target]);
const refers = (id: string, type: string, target: string) =>
  `<Relationships><Relationship Id="${id}" Type="x/${type}" Target="${target}"/></Relationships>`;
const names = (bytes: Uint8Array) => readZip(bytes, nodeInflater()).names;

test("an untouched part keeps its compressed bytes, and content types come first", () => {
  const [types, rels, main] = LEAST as [Built, Built, Built];
  const before = open(buildZip([rels, { ...main, method: 0 }, types]));
  const written = new PackageEdit(before).write();
  expect(names(written)).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  expect(open(written).compressed(MAIN)).toEqual(before.compressed(MAIN));
});

test("the same edits give the same bytes", () => {
  const edited = () => {
    const edit = new PackageEdit(base()).withPart("/word/media/a.png", new Uint8Array(9), "image/png");
    edit.addRelationship(MAIN, "image", "/word/media/a.png");
    return edit.write();
  };
  expect(edited()).toEqual(edited());
});

test("a part is replaced in its place, keeps type and relationships, and the base stays", () => {
  const before = base(
    { name: "word/_rels/document.xml.rels", content: refers("rId7", "image", "a.png") },
    { name: "word/a.png" },
  );
  const written = new PackageEdit(before).withPart("WORD/Document.xml", "<new/>").write();
  const after = open(written);
  expect(after.text(MAIN)).toBe("<new/>");
  expect(after.contentTypeOf(MAIN)).toBe(before.contentTypeOf(MAIN));
  expect(triples(after, MAIN)).toEqual([["rId7", "image", "/word/a.png"]]);
  expect(names(written)[2]).toBe("word/document.xml");
  expect(before.text(MAIN)).toContain("States shall report.");
});

test("text that came in UTF-16 is written, and declared, in UTF-8", () => {
  const xml = '<?xml version="1.0" encoding="UTF-16" standalone="yes"?><a>é</a>';
  const after = open(new PackageEdit(base()).withPart(MAIN, xml).write());
  expect(after.text(MAIN)).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a>é</a>');
});

describe("relationships", () => {
  test("get fresh ids, in the flavour of the base, and lead where they should", () => {
    const edit = new PackageEdit(
      base({ name: "word/_rels/document.xml.rels", content: refers("rId9", "theme", "t") }, { name: "word/t" }),
    );
    edit.withPart("/customXml/item1.xml", "<a/>").withPart("/word/people.xml", "<a/>", "application/people+xml");
    expect(edit.addRelationship(MAIN, "customXml", "/customXml/item1.xml")).toBe("rId10");
    expect(edit.addRelationship(MAIN, "people", "word/people.xml")).toBe("rId11");
    expect(edit.addRelationship(MAIN, "hyperlink", 'https://example.org/?a=1&b="2"', true)).toBe("rId12");
    expect(edit.addRelationship("/customXml/item1.xml", "customXmlProps", MAIN)).toBe("rId1");
    const after = open(edit.write());
    expect(triples(after, MAIN)).toEqual([
      ["rId9", "theme", "/word/t"],
      ["rId10", "customXml", "/customXml/item1.xml"],
      ["rId11", "people", "/word/people.xml"],
      ["rId12", "hyperlink", 'https://example.org/?a=1&b="2"'],
    ]);
    const [, custom, people] = after.relationshipsOf(MAIN);
    expect(custom).toMatchObject({
      typeUri: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
      written: "../customXml/item1.xml",
    });
    expect(people?.typeUri).toBe("http://schemas.microsoft.com/office/2011/relationships/people");
    expect(after.contentTypeOf("/word/people.xml")).toBe("application/people+xml");
    expect(after.contentTypeOf("/customXml/item1.xml")).toBe("application/xml");
    expect(after.danglingRelationships()).toEqual([]);
  });

  test("in a strict base are strict", () => {
    const [types, rels, main] = LEAST as [Built, Built, Built];
    const content = (rels.content as string).replace(
      "schemas.openxmlformats.org/officeDocument/2006",
      "purl.oclc.org/ooxml/officeDocument",
    );
    const edit = new PackageEdit(open(buildZip([types, { ...rels, content }, main])));
    edit.withPart("/word/comments.xml", "<a/>");
    edit.addRelationship(MAIN, "comments", "/word/comments.xml");
    expect(open(edit.write()).relationshipsOf(MAIN)[0]?.typeUri).toBe(
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    );
  });

  test("go with the part that is removed, its type as well, and their ids do not come back", () => {
    const types = (LEAST[0] as Built).content as string;
    const macros = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
    const before = open(
      buildZip([
        { name: "[Content_Types].xml", content: types.replace("<Override", `${macros}<Override`) },
        ...LEAST.slice(1),
        { name: "word/_rels/document.xml.rels", content: refers("rId1", "vbaProject", "vbaProject.bin") },
        { name: "word/vbaProject.bin" },
        { name: "word/_rels/vbaProject.bin.rels", content: refers("rId1", "wordVbaData", "document.xml") },
      ]),
    );
    expect(before.hasMacros).toBe(true);
    const edit = new PackageEdit(before).withoutPart("/word/vbaProject.bin");
    expect(edit.addRelationship(MAIN, "subDocument", MAIN)).toBe("rId2");
    const written = edit.write();
    expect(names(written)).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "word/document.xml",
      "word/_rels/document.xml.rels",
    ]);
    const after = open(written);
    expect(after.hasMacros).toBe(false);
    expect(after.contentTypeOf("/word/vbaProject.bin")).toBe(null);
    expect(triples(after, MAIN)).toEqual([["rId2", "subDocument", MAIN]]);
  });

  test("a part that was removed can come back, without its old relationships", () => {
    const before = base(
      { name: "word/a.xml" },
      { name: "word/_rels/a.xml.rels", content: refers("rId1", "image", "document.xml") },
    );
    const edit = new PackageEdit(before).withoutPart("word/a.xml").withPart("word/a.xml", "<b/>");
    expect(triples(open(edit.write()), "/word/a.xml")).toEqual([]);
    expect(edit.addRelationship("/word/a.xml", "subDocument", MAIN)).toBe("rId2");
    const after = open(edit.write());
    expect(after.text("/word/a.xml")).toBe("<b/>");
    expect(triples(after, "/word/a.xml")).toEqual([["rId2", "subDocument", MAIN]]);
  });
});

test("mistakes of the caller are told", () => {
  const edit = () => new PackageEdit(base());
  expect(() => edit().withPart("/word/a.png", new Uint8Array())).toThrow(/content type/);
  expect(() => edit().withPart("/word/_rels/document.xml.rels", "")).toThrow(/cannot be set/);
  expect(() => edit().withoutPart("/[content_types].xml")).toThrow(/cannot be removed/);
  expect(() => edit().withoutPart(MAIN)).toThrow(/main text/);
  const dangling = edit();
  dangling.addRelationship(MAIN, "image", "/word/media/gone.png");
  expect(() => dangling.write()).toThrow(/gone\.png, which is not there/);
  const orphan = edit();
  orphan.addRelationship("/word/gone.xml", "image", MAIN);
  expect(() => orphan.write()).toThrow(/gone\.xml is not there/);
});

test.skipIf(CORPUS.length === 0)(
  `every real file with one part added keeps all others${WITHOUT_CORPUS}`,
  () => {
    for (const path of CORPUS) {
      const before = open(readCorpus(path));
      const edit = new PackageEdit(before).withPart("/customXml/compilation.xml", "<a/>", "application/xml");
      const id = edit.addRelationship(before.mainPart, "customXml", "/customXml/compilation.xml");
      const after = open(edit.write());
      expect(after.parts, path).toEqual([...before.parts, "/customXml/compilation.xml"]);
      expect(after.mainPart).toBe(before.mainPart);
      for (const part of before.parts) {
        expect(after.sameBytes(part, before, part), `${path} ${part}`).toBe(true);
        expect(after.contentTypeOf(part), `${path} ${part}`).toBe(before.contentTypeOf(part));
      }
      const kept = after.relationshipsOf(before.mainPart);
      expect(kept.slice(0, -1), path).toEqual(before.relationshipsOf(before.mainPart));
      expect(kept.at(-1), path).toMatchObject({ id, type: "customXml", target: "/customXml/compilation.xml" });
      expect(after.danglingRelationships(), path).toEqual(before.danglingRelationships());
    }
  },
  60_000,
);
