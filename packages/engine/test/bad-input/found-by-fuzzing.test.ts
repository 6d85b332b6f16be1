import { expect, test } from "vitest";
import { openPackage } from "../../src/index.ts";
import { buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, root, smallFile } from "./small-file.ts";

/** What the fuzzer found once, each as small as it goes; `compileOne` holds every one of them to the laws. */

const TEXT = "States shall report.";
const BASE = smallFile(paragraphs(TEXT));
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = 'w:id="1" w:author="Mira Tolvane" w:date="2026-03-02T09:11:00Z"';

test("a style and the list that it numbers by are brought together, though each names the other", () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Own heading"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const lists =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const file = smallFile(`<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run("Scope")}</w:p>${paragraphs(TEXT)}`, {
    parts: {
      "word/styles.xml": { type: "styles", xml: root("w:styles", styles) },
      "word/numbering.xml": { type: "numbering", xml: root("w:numbering", lists) },
    },
  });
  const { accepted, bytes } = compileOne(BASE, file);
  expect(accepted).toBe(`Scope\n${TEXT}\n`);
  // The base has no part of styles: one is made.
  expect(openPackage(bytes, nodeInflater()).text("/word/styles.xml")).toContain("Own heading");
});

test("a content control whose title is changed stays balanced", () => {
  const control = (title: string): string =>
    `<w:sdt><w:sdtPr><w:alias w:val="${title}"/></w:sdtPr><w:sdtContent>${paragraphs(TEXT)}</w:sdtContent></w:sdt>`;
  expect(compileOne(smallFile(control("Draft")), smallFile(control("Text")))).toMatchObject({
    accepted: `${TEXT}\n`,
    rejected: `${TEXT}\n`,
  });
});

test("a namespace that is declared inside the body is declared where its words are inserted", () => {
  const drawing = '<w:p><w:r><w:drawing><lc:canvas xmlns:lc="urn:locked-canvas" lc:name="a"/></w:drawing></w:r></w:p>';
  const { bytes } = compileOne(BASE, smallFile(paragraphs(TEXT) + drawing));
  expect(openPackage(bytes, nodeInflater()).text("/word/document.xml")).toContain('xmlns:lc="urn:locked-canvas"');
  expect(compileOne(smallFile(paragraphs(TEXT) + drawing), smallFile(paragraphs("States may report."))).accepted).toBe(
    "States may report.\n",
  );
});

test("a section in the middle of the text whose change is tracked is the old one to who does not make it", () => {
  const section = (columns: number, record = ""): string =>
    `<w:p><w:pPr><w:sectPr><w:cols w:num="${columns}"/>${record}</w:sectPr></w:pPr>${run("One.")}</w:p>${paragraphs(TEXT)}`;
  const change = `<w:sectPrChange ${by}><w:sectPr><w:cols w:num="1"/></w:sectPr></w:sectPrChange>`;
  const { submission } = compileOne(smallFile(section(1)), smallFile(section(2, change)));
  expect(submission.stories[0]?.reformats).toMatchObject([{ tracked: true }]);
  expect(submission.stories[0]?.edits).toEqual([]);
});

test("list 0, which takes a number away, is no change where the lists of two files differ", () => {
  const file = (format: string): Uint8Array =>
    smallFile(`<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run(TEXT)}</w:p>`, {
      parts: {
        "word/numbering.xml": {
          type: "numbering",
          xml: root(
            "w:numbering",
            `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
          ),
        },
      },
    });
  expect(compileOne(file("decimal"), file("lowerLetter")).submission.stories).toEqual([]);
});

test("a field that somebody deletes is there again for who does not, with its result", () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD Name </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("Name")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { rejected } = compileOne(
    smallFile(`<w:p>${run("Dear ")}${field}</w:p>`),
    smallFile(`<w:p>${run("Dear ")}</w:p>`),
  );
  expect(rejected).toBe("Dear Name\n");
});

test("an equation and a field inside the result of a field are written again with it", () => {
  const outer = (text: string): string =>
    `<w:p>${run(text)}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
    + `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const { bytes } = compileOne(smallFile(outer("One ")), smallFile(outer("Two ")));
  expect(openPackage(bytes, nodeInflater()).text("/word/document.xml")).toContain("<m:t>x</m:t>");
});

test("a row whose own properties of the table change is tracked", () => {
  const table = (size: number): string =>
    `<w:tbl><w:tr><w:tblPrEx><w:tblBorders><w:top w:val="single" w:sz="${size}"/></w:tblBorders></w:tblPrEx><w:tc>${paragraphs(TEXT)}</w:tc></w:tr></w:tbl><w:p/>`;
  const { bytes } = compileOne(smallFile(table(4)), smallFile(table(8)));
  expect(openPackage(bytes, nodeInflater()).text("/word/document.xml")).toContain("w:tblPrExChange");
});

test("a base that does not say what its parts are", () => {
  const parts = LEAST.map((entry) =>
    entry.name === "[Content_Types].xml"
      ? { ...entry, content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' }
      : entry,
  );
  expect(compileOne(buildZip(parts), smallFile(paragraphs("States may report."))).accepted).toBe(
    "States may report.\n",
  );
});

test("a note that the base refers to and lacks can be written by a delegation", () => {
  const body = '<w:p><w:r><w:t>States</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>';
  const file = (id: number): Uint8Array =>
    smallFile(body, {
      parts: {
        "word/footnotes.xml": {
          type: "footnotes",
          xml: root("w:footnotes", `<w:footnote w:id="${id}">${paragraphs("See above.")}</w:footnote>`),
        },
      },
    });
  expect(compileOne(file(1), file(5)).submission.stories.map(({ story }) => story)).toEqual(["footnote:1"]);
});

test("the properties of the last section stay, whatever change stands round them", () => {
  const { submission } = compileOne(
    BASE,
    smallFile(`${paragraphs(TEXT)}<w:del ${by}><w:sectPr><w:cols w:num="2"/></w:sectPr></w:del>`),
  );
  expect(submission.equalsFile).toBe(true);
});

test("paragraphs of a cell that make way for a table", () => {
  const cell = (content: string): Uint8Array => smallFile(`<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl><w:p/>`);
  const inner = `<w:tbl><w:tr><w:tc>${paragraphs("Assistance is voluntary.")}</w:tc></w:tr></w:tbl>`;
  expect(compileOne(cell(paragraphs(TEXT)), cell(inner)).rejected).toBe(`${TEXT}\n\n`);
});
