import { expect, test } from "vitest";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import { FORMATS } from "../../src/index.ts";
import { compileFiles } from "../laws/compile-files.ts";

test("the Word file tells what it does not hold: what, of whom, where; the other formats hold everything", () => {
  // One delegation deletes the last paragraph and another adds one behind it: both want another look for the last mark.
  const rivals = generateSet({ seed: 1134699708, paragraphs: 14, submissions: 3, edits: 7, mode: "mixed" });
  const { base, compilation } = compileFiles(rivals.base, rivals.submissions);
  const remarks = Object.entries(FORMATS).map(([name, format]) => [name, format.write(base, compilation, {}).remarks]);
  expect(Object.fromEntries(remarks)).toEqual({
    tracked: [
      expect.stringMatching(/^The formatting wanted by XAA at Part I, para\. 8 \(a\) cannot be tracked in Word beside/),
    ],
    rolling: [],
    table: [],
    html: [],
    traceability: [],
    notation: [],
    json: [],
    receipts: [],
  });
});
