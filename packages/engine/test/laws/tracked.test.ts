import { describe, expect, test } from "vitest";
import { readBase, resolveChanges } from "../../src/index.ts";
import { sameTokens } from "../../src/model/text.ts";
import { readCorpus, WITHOUT_CORPUS } from "../ooxml/corpus.ts";
import { compileFiles, open } from "./compile-files.ts";
import { TRACKED } from "./corpus-lists.ts";
import { brokenLaws } from "./holds.ts";
import { expectLaws } from "./not-yet.ts";
import { strayDeletedText } from "./sound-word-file.ts";

test.skipIf(WITHOUT_CORPUS !== "")(`the list of files with tracked changes is whole${WITHOUT_CORPUS}`, () => {
  expect(TRACKED.length).toBe(84);
});

describe.each(TRACKED)("%s on its rejected text", (name) => {
  const bytes = readCorpus(name);
  const base = resolveChanges(open(bytes), "reject");

  test("the rejected text is what the file's own reading rejects, and tracks nothing", () => {
    const rejected = readBase(open(bytes), "reject");
    const saved = readBase(open(base));
    expect(saved.carried.count).toBe(0);
    expect(sameTokens(rejected.stories[0]?.tokens ?? [], saved.stories[0]?.tokens ?? [])).toBe(true);
  });

  test("no word of the rejected text is still written as deleted", () => {
    expectLaws(`${name}: deleted words`, strayDeletedText(open(base)));
  });

  test("the laws hold", () => expectLaws(name, brokenLaws(base, [{ code: "XAA", bytes }])));

  test("nothing counts as changed without tracking", () => {
    const { submissions } = compileFiles(base, [{ code: "XAA", bytes }]);
    const changes = submissions.flatMap(({ stories }) =>
      stories.flatMap(({ edits, reformats }) => [...edits, ...reformats]),
    );
    expect(changes.filter(({ tracked }) => !tracked)).toEqual([]);
  });
});
