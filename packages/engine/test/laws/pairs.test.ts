import { expect, test } from "vitest";
import { readCorpus, WITHOUT_CORPUS } from "../ooxml/corpus.ts";
import { PAIRS } from "./corpus-lists.ts";
import { brokenLaws } from "./holds.ts";
import { expectLaws } from "./not-yet.ts";

test.skipIf(WITHOUT_CORPUS !== "")(`the list of pairs is whole${WITHOUT_CORPUS}`, () => {
  expect(PAIRS.length).toBe(73);
});

for (const { before, after } of PAIRS) {
  const name = `${before} as base, ${after} as submission`;
  test(name, () => expectLaws(name, brokenLaws(readCorpus(before), [{ code: "XAA", bytes: readCorpus(after) }])));
}
