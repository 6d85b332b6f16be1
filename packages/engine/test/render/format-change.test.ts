import { describe, expect, test } from "vitest";
import { emphasisOf } from "../../src/render/emphasis.ts";
import { describeFormatChange } from "../../src/render/format-change.ts";

const UNDERLINED = '<w:u w:val="single"/>';

describe("a change of formatting in words", () => {
  test.each([
    ["", "<w:b on>", "bold"],
    ["<w:b on>", "", "not bold"],
    ["<w:b on>", "<w:b off>", "not bold"],
    ["<w:b off>", "", "bold as in the style"],
    ["<w:i on>", "<w:b on>", "bold, not italic"],
    ["", "<w:b on><w:bCs on>", "bold"],
    ["", UNDERLINED, "underlined"],
    [UNDERLINED, "", "not underlined"],
    ["", '<w:u w:val="none"/>', "not underlined"],
    ["<w:pStyle ListParagraph>", "<w:pStyle Heading2>", "paragraph style: Heading 2"],
    ["", "<w:pStyle new Letter of intent>", "paragraph style: Letter of intent"],
    ["", '<w:sz w:val="21"/>', "size: 10.5 pt"],
    ["", '<w:jc w:val="center"/>', "aligned: center"],
    ['<w:tcW w:type="dxa" w:w="3600"/>', '<w:tcW w:type="dxa" w:w="2400"/>', "column width changed"],
    ['<w:numPr><w:ilvl w:val="0"/><w:numId 2></w:numPr>', "", "numbering removed"],
    ['<w:pBdr><w:top w:val="single"/></w:pBdr><w:b on>', "<w:b on>", "borders removed"],
    ["", "{hyperlink https://example.org/{a}}", "link to https://example.org/{a}"],
    ["", '{content control <w:tag w:val="x"/>}', "in a content control"],
    ["", '<w:kern w:val="2"/>', "property w:kern set"],
    ["", "4:<w:b on>|2:", "in part: bold"],
    ["4:<w:b on>|2:", "<w:b on>", "in part: bold"],
    ["4:<w:b on>|2:", "2:<w:i on>|4:", "in part: not bold, italic"],
    ["<w:b on>", "<w:b on>", ""],
  ])("%s => %s", (before, after, words) => {
    expect(new Set(describeFormatChange(before, after).split(", "))).toEqual(new Set(words.split(", ")));
  });
});

describe("what stands out in a word", () => {
  const emphasis = (text: string, format: string): string =>
    emphasisOf({ kind: "word", text, wording: text, format, stories: [], source: null });

  test.each([
    ["States ", "", ""],
    ["States ", "<w:b on>", "b"],
    ["States ", "<w:b off>", ""],
    ["States ", `<w:strike on><w:i on><w:b on>${UNDERLINED}`, "bius"],
    ["States ", '<w:u w:val="none"/>', ""],
    ["States ", "6:<w:b on>|1:", "b"],
    ["States ", "2:<w:b on>|5:", ""],
  ])("%j in %s: %s", (text, format, signs) => {
    expect(emphasis(text, format)).toBe(signs);
  });

  test("is nothing for the end of a paragraph: its mark shows no letters", () => {
    expect(emphasisOf({ kind: "mark", text: "\n", wording: "¶", format: "<w:b on>", stories: [], source: null })).toBe(
      "",
    );
  });
});
