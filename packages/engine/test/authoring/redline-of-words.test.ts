import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redlineOfWords } from "../../src/authoring/redline-of-words.ts";

const words = fc
  .array(fc.constantFrom("States ", "shall ", "report ", "annually", ", ", "\n", "بناء ", "管制", " ", "where "), {
    maxLength: 12,
  })
  .map((some) => some.join(""));

const read = (redline: ReturnType<typeof redlineOfWords>, leftOut: "deleted" | "inserted"): string =>
  redline
    .filter(({ kind }) => kind !== leftOut)
    .map(({ text }) => text)
    .join("");

describe("words that somebody typed, against the base", () => {
  test("read without what is inserted are the base, and without what is deleted the typed ones", () => {
    fc.assert(
      fc.property(words, words, (base, typed) => {
        const redline = redlineOfWords(base, typed);
        expect(read(redline, "inserted")).toBe(base);
        expect(read(redline, "deleted").trimEnd()).toBe(typed.trimEnd());
      }),
    );
  });

  test("keep what both say, whatever space is behind it", () => {
    expect(redlineOfWords('speaks of "items" where ', 'speaks of "controlled items" where')).toEqual([
      { kind: "kept", text: 'speaks of "' },
      { kind: "inserted", text: "controlled " },
      { kind: "kept", text: 'items" where ' },
    ]);
  });

  test("are inserted where the base says nothing, and take all of it out where they are empty", () => {
    expect(redlineOfWords("", "New words.")).toEqual([{ kind: "inserted", text: "New words." }]);
    expect(redlineOfWords("Old words. ", "")).toEqual([{ kind: "deleted", text: "Old words. " }]);
  });
});
