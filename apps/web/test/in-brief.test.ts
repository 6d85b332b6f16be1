import { expect, test } from "vitest";
import { inBrief } from "../src/negotiation/in-brief.ts";

test("a passage is named by the words that tell it from the others of its paragraph", () => {
  expect(named({ base: "periodically", wordings: ["annually"] })).toBe("periodically");
  expect(named({ base: "", wordings: ["Training is shared.\n"] })).toBe("Training is shared.");
  // Where nothing but a mark is in question, by the words around it.
  expect(named({ base: ".", wordings: [";"], before: "States report to the Committee once in each year" })).toBe(
    "… to the Committee once in each year.",
  );
  expect(named({ base: "", wordings: ["\n"], before: "On small enterprises.\n" })).toBe("… small enterprises.");
});

function named({ base, wordings, before = "" }: { base: string; wordings: string[]; before?: string }): string {
  const proposals = wordings.map((wording) => ({ wording, redline: [], delegations: ["XAA"], moves: [], column: [] }));
  return inBrief({ base, before, after: "", proposals });
}
