import { describe, expect, test } from "vitest";
import { openPackage, readBack, readBase } from "../../src/index.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";
import { compileOne, paragraphs, readAlone, root, smallFile } from "./small-file.ts";

const BASE = smallFile(paragraphs("States shall report.", "They assist."));
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("ranges that do not fit together lose no word", () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>';
  const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const table = `<w:tbl><w:tr><w:tc><w:p>${run("cell")}</w:p></w:tc></w:tr></w:tbl>`;
  test.each([
    ["a bookmark that never ends", `<w:p><w:bookmarkStart w:id="1" w:name="a"/>${run("words")}</w:p>`],
    [
      "a bookmark that ends before it begins",
      `<w:p><w:bookmarkEnd w:id="1"/>${run("words")}<w:bookmarkStart w:id="1" w:name="a"/></w:p>`,
    ],
    [
      "bookmarks that overlap over blocks",
      `<w:p><w:bookmarkStart w:id="1" w:name="a"/>${run("words")}<w:bookmarkStart w:id="2" w:name="b"/></w:p><w:bookmarkEnd w:id="1"/><w:p/><w:bookmarkEnd w:id="2"/>`,
    ],
    [
      "a move that never ends",
      `<w:p><w:moveFromRangeStart w:id="1" w:author="a" w:name="m"/>${run("words")}</w:p><w:p>${run("more")}</w:p>`,
    ],
    ["a move with one end", `<w:p><w:moveTo w:id="2" w:author="a">${run("words")}</w:moveTo></w:p>`],
    [
      "a content control whose range never ends",
      `<w:customXmlInsRangeStart w:id="1" w:author="a"/><w:p>${run("words")}</w:p>`,
    ],
    ["a field that never ends", `<w:p>${begin}${separate}${run("words")}</w:p><w:p>${run("more")}</w:p>`],
    ["a field without a separator that never ends", `<w:p>${begin}${run("words")}</w:p>`],
    ["a field that only ends", `<w:p>${run("words")}${end}${end}${separate}</w:p>`],
    [
      "a field that begins before a table and ends after it",
      `<w:p>${begin}${separate}${run("words")}</w:p>${table}<w:p>${end}</w:p>`,
    ],
    [
      "a field that begins in a cell and ends outside",
      `<w:tbl><w:tr><w:tc><w:p>${begin}${separate}${run("words")}</w:p></w:tc></w:tr></w:tbl><w:p>${end}${run("more")}</w:p>`,
    ],
    ["a comment without a range", `<w:p>${run("words")}<w:r><w:commentReference w:id="9"/></w:r></w:p>`],
  ])("%s", (_, body) => {
    const own = readAlone(smallFile(body));
    expect(own).toContain("words");
    expect(compileOne(BASE, smallFile(body)).accepted).toBe(own);
    expect(compileOne(smallFile(body), BASE).rejected).toBe(own);
  });

  test("a table of contents that is rewritten keeps its first line and its code", () => {
    const line = (inner: string): string => `<w:p>${inner}</w:p>`;
    const toc = (heading: string): string =>
      `<w:sdt><w:sdtContent>${line(run(heading))}${line(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>${separate}${run("Part I")}`)}`
      + `${line(run("Part II"))}${line(end)}</w:sdtContent></w:sdt>`;
    const base = smallFile(toc("Contents"));
    const { bytes, rejected } = compileOne(base, smallFile(toc("Summary")));
    expect(rejected).toContain("Part I\nPart II");
    expect(openPackage(bytes, nodeInflater()).text("/word/document.xml")).toContain("<w:instrText> TOC </w:instrText>");
    expect(
      readBack(readBase(openPackage(base, nodeInflater())), openPackage(bytes, nodeInflater()), null).get("body"),
    ).toBeDefined();
  });

  test("comments with their range the wrong way round, twice the same id, an id that is no number", () => {
    const body = `<w:p><w:commentRangeEnd w:id="one"/>${run("States ")}<w:commentRangeStart w:id="one"/>${run("shall report.")}<w:r><w:commentReference w:id="one"/></w:r></w:p>`;
    const comment = (text: string): string =>
      `<w:comment w:id="one" w:author="Mira Tolvane">${paragraphs(text)}</w:comment>`;
    const xml = root("w:comments", comment("First") + comment("Second"));
    const { submission } = compileOne(
      BASE,
      smallFile(body, { parts: { "word/comments.xml": { type: "comments", xml } } }),
    );
    expect(submission.comments.map(({ paragraphs: lines }) => lines.join())).toEqual(["First"]);
  });
});

describe("values that are none", () => {
  const insertion = (attributes: string): string =>
    `<w:p>${run("States shall ")}<w:ins ${attributes}>${run("always ")}</w:ins>${run("report.")}</w:p>${paragraphs("They assist.")}`;
  test.each([
    ["an id that is no number", 'w:id="NaN" w:author="Mira Tolvane"'],
    ["no id", 'w:author="Mira Tolvane"'],
    ["a date that is none", 'w:id="1" w:author="Mira Tolvane" w:date="yesterday &amp; today"'],
    ["no author", 'w:id="1"'],
    ["an author like several delegations", 'w:id="1" w:author="XBB; XCC"'],
    ["an author of markup and signs", 'w:id="1" w:author="&lt;b&gt;&quot;;&#10;&#x202e;"'],
    ["an author that is a name of the language", 'w:id="1" w:author="__proto__"'],
  ])("%s in a tracked change", (_, attributes) => {
    const { accepted, rejected, submission } = compileOne(BASE, smallFile(insertion(attributes)));
    expect(accepted).toBe("States shall always report.\nThey assist.\n");
    expect(rejected).toBe("States shall report.\nThey assist.\n");
    expect(submission.stories[0]?.edits).toMatchObject([{ tracked: true }]);
  });

  test("a person called XAA; XBB does not come to speak for XBB", () => {
    const base = readBase(openPackage(BASE, nodeInflater()));
    const { bytes } = compileOne(BASE, smallFile(insertion('w:id="1" w:author="XAA; XBB"')));
    const made = openPackage(bytes, nodeInflater());
    const read = (code: string): string =>
      (readBack(base, made, code).get("body") ?? []).map(({ text }) => text).join("");
    expect(read("XBB")).toBe("States shall report.\nThey assist.\n");
    expect(made.text("/word/document.xml")).not.toContain("XBB");
  });

  test("a symbol, a span and a level beyond all numbers", () => {
    const body =
      '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-7"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="1e9"/></w:tcPr><w:p>'
      + '<w:pPr><w:outlineLvl w:val="999"/></w:pPr><w:r><w:sym w:char="FFFFFFFF"/><w:sym w:char="zz"/></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>';
    expect(readAlone(smallFile(body))).toContain("\ufffd");
  });

  test.each(["\r", "e\u0301", "\u{1f469}\u200d\u{1f680}", "\u202eabc\u202c", "\u2028", "\u00a0", "]]&gt;", "$&amp;"])(
    "the text %j goes through as it is",
    (text) => {
      const written = text.replace("\r", "&#13;");
      const read = text.replace("&gt;", ">").replace("&amp;", "&");
      expect(compileOne(BASE, smallFile(paragraphs(`States ${written} report.`))).accepted).toBe(
        `States ${read} report.\n`,
      );
    },
  );
});
