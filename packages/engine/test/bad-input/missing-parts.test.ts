import { describe, expect, test } from "vitest";
import { openPackage, readBase } from "../../src/index.ts";
import { buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, problemOf, readAlone, root, smallFile } from "./small-file.ts";

const TEXT = paragraphs("States shall report.");

describe("a part without which there is no text", () => {
  test.each(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])("%s", (name) => {
    const parts = LEAST.filter((entry) => entry.name !== name);
    const problem = problemOf(() => openPackage(buildZip(parts), nodeInflater()));
    expect(problem).toMatchObject({ code: "missing-part" });
    expect(problem.message).toMatch(/\[Content_Types\]\.xml|main text|\/word\/document\.xml/);
    expect(problem.advice).toContain("save it as a Word document");
  });

  test("the body", () => {
    const document = LEAST[2]?.content as string;
    const parts = LEAST.map((entry) =>
      entry.name === "word/document.xml" ? { ...entry, content: document.replaceAll("w:body", "w:background") } : entry,
    );
    const problem = problemOf(() => readBase(openPackage(buildZip(parts), nodeInflater())));
    expect(problem).toMatchObject({ code: "missing-part" });
    expect(problem.message).toContain("/word/document.xml has no body");
  });
});

describe("what a text can do without", () => {
  const relationship = (type: string, target: string): string =>
    `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

  test("styles and lists that are named and not there", () => {
    const styled =
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`
      + "<w:r><w:t>States shall report.</w:t></w:r></w:p>";
    const relationships = relationship("styles", "styles.xml");
    expect(readAlone(smallFile(styled, { relationships }))).toBe("States shall report.\n");
    const { submission } = compileOne(smallFile(styled), smallFile(styled.replace("shall", "may")));
    expect(submission.stories[0]?.reformats).toEqual([]);
  });

  test("a note, a header, an image", () => {
    const body =
      '<w:p><w:r><w:t>States</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r>'
      + '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId9"/></w:drawing></w:r></w:p>'
      + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>';
    const file = smallFile(body, { relationships: relationship("header", "header1.xml") });
    expect(readAlone(file)).toContain("States");
    expect(compileOne(smallFile(TEXT), file).rejected).toBe("States shall report.\n");
  });

  test("a part of notes that lacks the one that is referred to", () => {
    const notes = {
      "word/footnotes.xml": { type: "footnotes", xml: root("w:footnotes", '<w:footnote w:id="1"><w:p/></w:footnote>') },
    };
    const body = (id: number): string =>
      `<w:p><w:r><w:t>States</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`;
    expect(compileOne(smallFile(body(1), { parts: notes }), smallFile(body(2), { parts: notes })).accepted).toContain(
      "States",
    );
  });
});

describe("a text that is hardly there", () => {
  const TABLE = `<w:tbl><w:tr><w:tc>${TEXT}</w:tc></w:tr></w:tbl>`;
  const BODIES: readonly (readonly [name: string, body: string])[] = [
    ["an empty body", ""],
    ["only the last section", "<w:sectPr/>"],
    ["only a table", TABLE],
    ["a table without rows", "<w:tbl/>"],
    ["a row without cells", "<w:tbl><w:tr/></w:tbl>"],
    ["a cell without a paragraph", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"],
    ["a cell that ends with a table", `<w:tbl><w:tr><w:tc>${TABLE}</w:tc></w:tr></w:tbl>`],
    ["alternatives without a choice", "<w:p><w:r><mc:AlternateContent/></w:r></w:p><mc:AlternateContent/>"],
    ["a content control without content", "<w:sdt/><w:p><w:sdt/></w:p>"],
    ["a paragraph without anything", "<w:p/>"],
  ];
  test.each(BODIES)("%s reads, and compiles with text and without", (_, body) => {
    const [file, text] = [smallFile(body), smallFile(TEXT)];
    const own = readAlone(file);
    expect(compileOne(file, text).rejected).toBe(own);
    expect(compileOne(text, file)).toMatchObject({ accepted: own, rejected: "States shall report.\n" });
  });
});
