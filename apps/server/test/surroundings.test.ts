import type { StoryEntry } from "@compendium/engine";
import { describe, expect, test } from "vitest";
import { surroundingsOf } from "../src/consultations/compiling/surroundings.ts";

/** Two paragraphs, the second in a table cell: tokens 0 to 4, then 8 to 11 after three that open the table. */
const blocks: StoryEntry["blocks"] = [
  paragraph(0, ["States ", "report ", "every ", "year", "\n"]),
  {
    kind: "table",
    from: 5,
    to: 15,
    blocks: [{ kind: "row", from: 6, to: 14, blocks: [{ kind: "cell", from: 7, to: 13, blocks: [cellParagraph()] }] }],
  },
];

describe("the words around a passage", () => {
  test("are those of its paragraph, without the mark at its end", () => {
    expect(around(1, 2)).toEqual({ before: "States ", after: "every year" });
    expect(around(0, 1)).toEqual({ before: "", after: "report every year" });
  });

  test("are found in a table cell", () => {
    expect(around(9, 10)).toEqual({ before: "Who ", after: "when" });
  });

  test("end with the paragraph where the passage has its mark", () => {
    expect(around(3, 5)).toEqual({ before: "States report every ", after: "" });
  });

  test("are those of the paragraph above where whole paragraphs are put in between", () => {
    expect(around(5, 5, "A new one.\n")).toEqual({ before: "States report every year\n", after: "" });
    expect(around(13, 13, "A new cell.\n")).toEqual({ before: "Who reports when\n", after: "" });
    expect(around(0, 0, "A new one.\n")).toEqual({ before: "", after: "" });
    expect(around(0, 0, "All ")).toEqual({ before: "", after: "States report every year" });
  });

  test("are cut short at a space, and say so", () => {
    const long = [...Array.from({ length: 100 }, (_, i) => `word${i} `), "\n"];
    const story = { blocks: [paragraph(0, long)] };
    const { before, after } = surroundingsOf(story as never, { from: 50, to: 51, proposals: [] } as never);
    expect(before).toMatch(/^… word\d+ .*word49 $/);
    expect(after).toMatch(/^word51 .* …$/);
    expect(Math.max(before.length, after.length)).toBeLessThan(170);
  });
});

function around(from: number, to: number, wording = "other") {
  return surroundingsOf({ blocks } as never, { from, to, proposals: [{ wording }] } as never);
}

function paragraph(from: number, words: readonly string[]) {
  return { kind: "paragraph" as const, from, words, label: "", headingLevel: null, citation: "" };
}

function cellParagraph() {
  return paragraph(8, ["Who ", "reports ", "when", "\n"]);
}
