import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWords } from "../../src/compare/words.ts";

const splits = (name: string, text: string, words: readonly string[]): void => {
  test(name, () => expect(splitWords(text)).toEqual(words));
};

splits("a word keeps the space after it", "States shall  report", ["States ", "shall  ", "report"]);
splits("punctuation is a token of its own", "shall, (all).", ["shall", ", ", "(", "all", ")", "."]);
splits("white space at the beginning is a token of its own", " \tStates", [" \t", "States"]);
splits("hyphens and apostrophes inside a word stay in it", "co-operation l’État d'accord", [
  "co-operation ",
  "l’État ",
  "d'accord",
]);
splits("an apostrophe after a word is punctuation", "States’ duty", ["States", "’ ", "duty"]);
splits("numbers keep their points and commas", "1,540 and 3.5, or 7.", [
  "1,540 ",
  "and ",
  "3.5",
  ", ",
  "or ",
  "7",
  ".",
]);
splits("a no-break space and a thin space belong to the word before", "5\u00A0km\u2009x", ["5\u00A0", "km\u2009", "x"]);
splits("Arabic and Cyrillic words stay whole", "الدول الأعضاء и страны", ["الدول ", "الأعضاء ", "и ", "страны"]);
splits("vowel signs and combining accents stay in their word", "كَتَبَ e\u0301te\u0301", ["كَتَبَ ", "e\u0301te\u0301"]);
splits("an ideograph and a kana are a token each", "各国 は、カー", ["各", "国 ", "は", "、", "カ", "ー"]);
splits("letters beside ideographs are words", "第1540号决议ABC x", ["第", "1540", "号", "决", "议", "ABC ", "x"]);
splits("a Thai letter keeps its vowel signs", "รัฐ", ["รั", "ฐ"]);
splits("soft hyphens and joiners stay in their word", "co\u00ADoperate می\u200Cشود", [
  "co\u00ADoperate ",
  "می\u200Cشود",
]);
splits("a pair of surrogates stays together", "a\u{1F600}b", ["a", "\u{1F600}", "b"]);
splits("no text gives no words", "", []);

test("the words joined are the text again, whatever it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
      expect(splitWords(text).join("")).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test("only the first token can be white space alone", () => {
  const sign = fc.constantFrom("a", " ", "\u00A0", ",", "’", "-", "国", "1", ".", "\t", "\u200B");
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      expect(
        splitWords(text)
          .slice(1)
          .filter((word) => /^[\s\u200B]*$/u.test(word)),
      ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
