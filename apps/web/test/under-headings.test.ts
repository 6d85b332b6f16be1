import { expect, test } from "vitest";
import { underHeadings } from "../src/negotiation/under-headings.ts";

/** `"0 I."`: a heading of level 0 with this label. */
function headings(told: Readonly<Record<number, string>>) {
  return Object.entries(told).map(([row, words]) => {
    const [level = "", label = ""] = words.split(" ");
    return { row: Number(row), level: Number(level), label, text: "", paragraph: null };
  });
}

test("a passage stands under its heading and those above it, and headings without any are left out", () => {
  const outline = headings({ 2: "0 I.", 5: "1 A.", 9: "1 B.", 20: "0 II.", 30: "0 III." });
  const passages = [0, 3, 9, 12, 31, null].map((row) => ({ row }));
  expect(
    underHeadings(outline, passages).map((each) => [each.heading.label, each.passages.map(({ row }) => row)]),
  ).toEqual([
    ["I.", [3, 9, 12]],
    ["B.", [9, 12]],
    ["III.", [31]],
  ]);
});
