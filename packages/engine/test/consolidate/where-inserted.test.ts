import { expect, test } from "vitest";
import { bodyOf, compileTexts } from "../notation/compile-texts.ts";

const BASE = "States should report.¶They meet once a year.¶Help is free.";

/** Where the passages stand that a text makes on the base text. */
function citations(text: string, base = BASE): string[] {
  return bodyOf(compileTexts(base, new Map([["XAA", text]]))).passages.map(({ place }) => place.citation);
}

test("whole paragraphs that are inserted stand after the paragraph before them, and not in the one behind", () => {
  expect(citations("States should report.¶A new one.¶They meet once a year.¶Help is free.")).toEqual(["after para. 1"]);
  expect(citations("States should report.¶They meet once a year.¶Help is free.¶A new one.")).toEqual(["after para. 3"]);
});

test("there is nothing before the first one to stand after", () => {
  expect(citations("A new one.¶States should report.¶They meet once a year.¶Help is free.")).toEqual(["para. 1"]);
});

test("words that are inserted at the beginning of a paragraph stand in it", () => {
  expect(citations("States should report.¶All of them and they meet once a year.¶Help is free.")).toEqual(["para. 2"]);
});

test("a paragraph that is written anew stands where the base text has it", () => {
  expect(citations("States should report.¶Nobody ever said this before.¶Help is free.")).toEqual(["para. 2"]);
});

test("so does a table that becomes a paragraph, and a paragraph that becomes a table", () => {
  const withTable = "One.¶<alpha beta|gamma delta|/>Two.";
  const withParagraph = "One.¶They meet once.¶Two.";
  expect(citations("One.¶Words now in a paragraph.¶Two.", withTable)).toEqual(["Table 1"]);
  expect(citations("One.¶<epsilon|zeta|/>Two.", withParagraph)).toEqual(["para. 2"]);
});
