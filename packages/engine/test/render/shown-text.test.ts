import { expect, test } from "vitest";
import { renderHtml, renderPlainText, renderTable, renderTraceability, toDocument } from "../../src/index.ts";
import { linesOf, roundOf } from "./small-round.ts";

const { base, compilation } = roundOf(
  ["States report.[^old] They do so yearly."],
  {
    XAA: ["States report. They do so yearly."],
    XBB: ["States report.[^old] They do so yearly.[^new]"],
  },
  { notes: { old: "Resolution 1540, paragraph 4.", new: "Or more often." } },
);

test("who only deletes or inserts a note is seen to do so, in every format", () => {
  const [deletion, insertion] = toDocument(compilation).stories[0]?.passages ?? [];
  expect(deletion).toMatchObject({
    base: ".[footnote 1] ",
    proposals: [
      {
        wording: ". ",
        redline: [
          { kind: "deleted", text: ".[footnote 1] " },
          { kind: "inserted", text: ". " },
        ],
      },
    ],
  });
  expect(insertion?.proposals[0]).toMatchObject({
    wording: "[new footnote: Or more often.]",
    redline: [{ kind: "inserted", text: "[new footnote: Or more often.]" }],
  });
  expect(renderHtml(compilation)).toMatch(/<del[^>]*>.*\[footnote 1\].*<\/del>/s);
  expect(renderHtml(compilation)).toMatch(/<ins[^>]*>.*\[new footnote: Or more often\.\].*<\/ins>/s);
  expect(linesOf(renderTable(base, compilation)).join("\n")).toContain("XBB: [new footnote: Or more often.]");
  expect(renderPlainText(compilation)).toContain("[=> XBB: [new footnote: Or more often.]]");
  expect(renderTraceability(compilation)).toContain('"[new footnote: Or more often.]","insert","XBB"');
});
