import fc from "fast-check";
import { expect, test } from "vitest";
import {
  extensionOf,
  partKey,
  relationshipsPartOf,
  relativeTarget,
  resolveTarget,
  sourceOfRelationships,
} from "../../src/ooxml/part-names.ts";

test.each([
  ["/word/document.xml", "media/image1.png", "/word/media/image1.png"],
  ["/word/document.xml", "../customXml/item1.xml", "/customXml/item1.xml"],
  ["/word/document.xml", "/word/./styles.xml", "/word/styles.xml"],
  ["/word/document.xml", "../../../../etc/passwd", "/etc/passwd"],
  ["/word/document.xml", "media\\image1.png", "/word/media/image1.png"],
  ["/word/document.xml", "#_Toc1", "/word/document.xml"],
  ["/word/document.xml", "notes.xml#a", "/word/notes.xml"],
  ["/", "word/document.xml", "/word/document.xml"],
])("from %s, %s means %s", (source, target, part) => {
  expect(resolveTarget(source, target)).toBe(part);
});

test("relationships of a part, and of the package, stand where Word looks for them", () => {
  expect(relationshipsPartOf("/word/document.xml")).toBe("/word/_rels/document.xml.rels");
  expect(relationshipsPartOf("/")).toBe("/_rels/.rels");
  expect(sourceOfRelationships("/word/_rels/document.xml.rels")).toBe("/word/document.xml");
  expect(sourceOfRelationships("/_rels/.rels")).toBe("/");
  expect(sourceOfRelationships("/word/document.xml")).toBe(null);
});

test("names that differ in case or percent-encoding are one part", () => {
  expect(partKey("word/M%C3%A9dia%201.PNG")).toBe(partKey("/WORD/média 1.png"));
  expect(partKey("/word/100%.png")).toBe("/word/100%.png");
  expect(extensionOf("/word/a.b/Image.PNG")).toBe("png");
  expect(extensionOf("/word.d/image")).toBe("");
});

test("targets are written as Word does, from the folder of their source", () => {
  expect(relativeTarget("/word/document.xml", "/word/media/image1.png")).toBe("media/image1.png");
  expect(relativeTarget("/word/document.xml", "/customXml/item1.xml")).toBe("../customXml/item1.xml");
  expect(relativeTarget("/", "/word/document.xml")).toBe("word/document.xml");
});

test("a written target leads back to its part, from anywhere", () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9é#? _-][A-Za-z0-9é#?.:, _-]{0,7}$/);
  const part = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join("/")}`);
  fc.assert(
    fc.property(part, fc.oneof(part, fc.constant("/")), (to, source) => {
      expect(partKey(resolveTarget(source, relativeTarget(source, to)))).toBe(partKey(to));
    }),
  );
});
