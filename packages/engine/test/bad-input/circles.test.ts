import { expect, test } from "vitest";
import { openPackage } from "../../src/index.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, readAlone, root, smallFile } from "./small-file.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TEXT = "States shall report.";

test("relationships: the main text that is its own header, styles and notes", () => {
  const to = (id: string, type: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="document.xml"/>`;
  const relationships = ["styles", "numbering", "footnotes", "comments", "header"]
    .map((type, i) => to(`rId${i}`, type))
    .join("");
  const body = `${paragraphs(TEXT)}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>`;
  const file = smallFile(body, { relationships });
  expect(openPackage(file, nodeInflater()).danglingRelationships()).toEqual([]);
  expect(readAlone(file)).toBe(`${TEXT}\n`);
});

test("styles that are based on each other, and on themselves", () => {
  const style = (id: string, basedOn: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${basedOn}"/><w:link w:val="${basedOn}"/></w:style>`;
  const xml = root("w:styles", style("A", "B") + style("B", "A") + style("C", "C"));
  const body = ["A", "B", "C"]
    .map((id) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${TEXT}</w:t></w:r></w:p>`)
    .join("");
  const file = smallFile(body, { parts: { "word/styles.xml": { type: "styles", xml } } });
  expect(readAlone(file)).toBe(`${TEXT}\n`.repeat(3));
  // The styles are brought into a base that has none of them.
  expect(compileOne(smallFile(paragraphs(TEXT)), file).accepted).toBe(`${TEXT}\n`.repeat(3));
});

test("lists whose definitions point to each other through styles", () => {
  const styles = ["S", "T"]
    .map(
      (id, i) =>
        `<w:style w:type="numbering" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="${i + 1}"/></w:numPr></w:pPr></w:style>`,
    )
    .join("");
  const lists =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="T"/></w:abstractNum>'
    + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>${TEXT}</w:t></w:r></w:p>`;
  const file = smallFile(body, {
    parts: {
      "word/styles.xml": { type: "styles", xml: root("w:styles", styles) },
      "word/numbering.xml": { type: "numbering", xml: root("w:numbering", lists) },
    },
  });
  expect(readAlone(file)).toBe(`${TEXT}\n`);
  expect(compileOne(smallFile(paragraphs(TEXT)), file).accepted).toBe(`${TEXT}\n`);
});

test("notes that refer to themselves and to each other", () => {
  const note = (kind: string, id: number, to: string): string =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:t>Note ${id} </w:t></w:r><w:r><w:${to}Reference w:id="${id}"/></w:r></w:p></w:${kind}>`;
  const parts = {
    "word/footnotes.xml": {
      type: "footnotes",
      xml: root("w:footnotes", note("footnote", 1, "footnote") + note("footnote", 2, "endnote")),
    },
    "word/endnotes.xml": { type: "endnotes", xml: root("w:endnotes", note("endnote", 2, "footnote")) },
  };
  const body = [1, 2]
    .map((id) => `<w:p><w:r><w:t>${TEXT}</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`)
    .join("");
  expect(readAlone(smallFile(body, { parts }))).toBe(`${TEXT}\n`.repeat(2));
  expect(compileOne(smallFile(paragraphs(TEXT)), smallFile(body, { parts })).rejected).toBe(`${TEXT}\n`);
});

test("comments that answer each other", () => {
  const comment = (id: number, paraId: string): string =>
    `<w:comment w:id="${id}" w:author="Mira Tolvane"><w:p w14:paraId="${paraId}"><w:r><w:t>Why ${id}?</w:t></w:r></w:p></w:comment>`;
  const threads =
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    + '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="0000000B"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>';
  const file = smallFile(paragraphs(TEXT), {
    parts: {
      "word/comments.xml": {
        type: "comments",
        xml: root("w:comments", comment(0, "0000000A") + comment(1, "0000000B")),
      },
    },
    relationships:
      '<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="threads.xml"/>',
  });
  expect(compileOne(smallFile(paragraphs(TEXT)), file).submission.comments).toHaveLength(2);
  const threaded = smallFile(paragraphs(TEXT), {
    parts: {
      "word/comments.xml": {
        type: "comments",
        xml: root("w:comments", comment(0, "0000000A") + comment(1, "0000000B")),
      },
      "word/threads.xml": { type: "../../../../../office/2011/relationships/commentsExtended", xml: threads },
    },
  });
  const { submission } = compileOne(smallFile(paragraphs(TEXT)), threaded);
  expect(submission.comments.map(({ id, parent }) => [id, parent])).toEqual([
    ["0", "1"],
    ["1", "0"],
  ]);
});
