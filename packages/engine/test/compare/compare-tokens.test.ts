import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTokens } from "../../src/compare/compare-tokens.ts";
import { applied, shown, wordingOf } from "../notation/changes-of.ts";
import { wordsOf } from "../notation/story-of.ts";

function compares(name: string, a: string, b: string, wanted: string): void {
  test(name, () => {
    const [tokensA, tokensB] = [wordsOf(a), wordsOf(b)];
    expect(shown(tokensA, tokensB, compareTokens(tokensA, tokensB))).toBe(wanted);
  });
}

describe("what changed", () => {
  compares("nothing, if nothing changed", "States shall report.", "States shall report.", "States shall report.");
  compares("one word", "States shall report.", "States should report.", "States [shall =>should ]report.");
  compares(
    "a phrase between commas replaces the word before it, for the space moves behind the comma",
    "States shall report.",
    "States shall, where feasible, report.",
    "States [shall =>shall, where feasible, ]report.",
  );
  compares("everything, if A is empty", "", "States report.", "[=>States report.]");
  compares("everything, if B is empty", "States report.", "", "[States report.=>]");
  compares("a lost space is a change", "States  report.", "States report.", "[States  =>States ]report.");
});

describe("sliding", () => {
  compares(
    "a new sentence begins at a sentence",
    "States report. States share.",
    "States report. States act. States share.",
    "States report. [=>States act. ]States share.",
  );
  compares(
    "a sentence is deleted from its beginning",
    "One may act. One may not. One must.",
    "One may act. One must.",
    "One may act. [One may not. =>]One must.",
  );
  compares("a new item of a list begins after a comma", "a, b, c", "a, b, x, c", "a, b, [=>x, ]c");
  compares(
    "a new item of a list begins after a semicolon",
    "(a) arms; (b) means; (c) all",
    "(a) arms; (x) new; (b) means; (c) all",
    "(a) arms; [=>(x) new; ](b) means; (c) all",
  );
  compares("a new bracket comes with both its ends", "a (y) b", "a (x) (y) b", "a [=>(x) ](y) b");
  compares("among equal places the last one counts", "a and b", "a and c and b", "a and [=>c and ]b");
  compares("of two equal words the second is deleted", "see the the list", "see the list", "see the [the =>]list");
  compares(
    "a new paragraph comes with its own mark",
    "Old one.¶Old two.¶",
    "Old one.¶New.¶Old two.¶",
    "Old one.¶[=>New.¶]Old two.¶",
  );
});

describe("joining", () => {
  compares(
    "a sentence rewritten from top to bottom is one replacement",
    "The relevant agencies of all States keep detailed records of the transfers and verify them.",
    "Every exporter within the territory must hold complete files of each and any shipment abroad.",
    "[The relevant agencies of all States keep detailed records of the transfers and verify them=>"
      + "Every exporter within the territory must hold complete files of each and any shipment abroad].",
  );
  compares(
    "a lone 'and' between two rewritten stretches goes along",
    "to adopt national laws and enforce effective controls fully",
    "to develop internal rules and maintain robust systems fully",
    "to [adopt national laws and enforce effective controls =>develop internal rules and maintain robust systems ]fully",
  );
  compares(
    "a word of weight between two changed words keeps them apart",
    "States shall report annually.",
    "States should report quarterly.",
    "States [shall =>should ]report [annually=>quarterly].",
  );
  compares(
    "a single changed word stays by itself beside a longer change",
    "States shall be free.",
    "States should be effectively and promptly free.",
    "States [shall =>should ]be [=>effectively and promptly ]free.",
  );
  compares(
    "two insertions are never joined",
    "to enforce the controls",
    "to enforce effective measures for the national export controls",
    "to enforce [=>effective measures for ]the [=>national export ]controls",
  );
  compares(
    "a phrase of five words between two rewritten stretches stays",
    "Every agency involved keeps records in accordance with its national law and checks all transfers made.",
    "Each exporter concerned holds files in accordance with its national law or reviews any shipment abroad.",
    "[Every agency involved keeps records =>Each exporter concerned holds files ]in accordance with its national law "
      + "[and checks all transfers made=>or reviews any shipment abroad].",
  );
});

describe("paragraph marks", () => {
  compares(
    "a paragraph that is split keeps its words",
    "States report and share.¶",
    "States report ¶and share.¶",
    "States report [=>¶]and share.¶",
  );
  compares(
    "paragraphs that are merged keep their words",
    "States report ¶and share.¶",
    "States report and share.¶",
    "States report [¶=>]and share.¶",
  );
  compares(
    "the mark between two rewritten paragraphs is kept",
    "Every agency keeps records.¶All States verify transfers.¶",
    "Each exporter holds files.¶Nobody reviews any shipment.¶",
    "[Every agency keeps records=>Each exporter holds files].¶[All States verify transfers=>Nobody reviews any shipment].¶",
  );
});

/** Few different words, so that rows repeat themselves and there are many ways to compare them. */
const row = fc
  .array(fc.constantFrom("a ", "b ", "the ", ", ", ". ", "long ", "¶"), { maxLength: 40 })
  .map((words) => wordsOf(words.join("")));

describe("laws", () => {
  test("the changes made in A give B, token for token", () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(applied(a, b, compareTokens(a, b))).toEqual(b.map(wordingOf));
      }),
      { numRuns: 500 },
    );
  });

  test("a row does not differ from itself", () => {
    fc.assert(
      fc.property(row, (a) => {
        expect(compareTokens(a, a)).toEqual([]);
      }),
    );
  });

  test("between two changes there is always a kept token", () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const changes = compareTokens(a, b);
        for (const [i, change] of changes.slice(1).entries()) {
          expect(change.fromA).toBeGreaterThan(changes[i]?.toA ?? 0);
          expect(change.fromB).toBeGreaterThan(changes[i]?.toB ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no change deletes the last mark and inserts it again", () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const mark = wordsOf("¶");
        const changes = compareTokens([...a, ...mark], [...b, ...mark]);
        expect(
          changes.filter(
            ({ toA, fromA, toB, fromB }) => fromA < toA && fromB < toB && toA > a.length && toB > b.length,
          ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("the same change comes out the same, whatever else is changed further off", () => {
    const before = wordsOf("Recalling once more its earlier resolutions thereon ");
    const after = wordsOf("decides accordingly that everybody should remain seized ");
    fc.assert(
      fc.property(row, row, row, row, row, (a, b, first, other, last) => {
        const alone = compareTokens([...before, ...a, ...after], [...before, ...b, ...after]);
        const baseA = [...first, ...before, ...a, ...after, ...last];
        const baseB = [...other, ...before, ...b, ...after, ...last, ...first];
        const from = first.length;
        const here = compareTokens(baseA, baseB)
          .filter(({ fromA, toA }) => fromA > from && toA < from + before.length + a.length + after.length)
          .map(({ fromA, toA, fromB, toB }) => ({
            fromA: fromA - from,
            toA: toA - from,
            fromB: fromB - other.length,
            toB: toB - other.length,
          }));
        expect(here).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });
});
