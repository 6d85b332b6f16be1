import { expect, test } from "vitest";
import { parseNotation } from "./parse-notation.ts";

test("a line says the base text and the text of each delegation", () => {
  const line = "States [should => XAA+XCC: shall | XBB: may] [promptly  => XAA: ]report[=> XBB:  | or not].";
  expect(parseNotation(line)).toEqual({
    base: "States should promptly report.",
    texts: new Map([
      ["XAA", "States shall report."],
      ["XBB", "States may promptly report | or not."],
      ["XCC", "States shall promptly report."],
    ]),
  });
});

test.each(["States [should => shall] report.", "[a => XAA: b | XAA: c]", "States [should => XAA: shall report."])(
  "%s is refused",
  (line) => {
    expect(() => parseNotation(line)).toThrow(SyntaxError);
  },
);
