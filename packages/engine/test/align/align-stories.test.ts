import { describe, expect, test } from "vitest";
import { alignStories, likeness } from "../../src/align/align-stories.ts";
import type { Story } from "../../src/model/text.ts";
import { shown } from "../notation/changes-of.ts";
import { story, storyOf, written } from "../notation/story-of.ts";

const REPORT = "States shall report annually to the Committee.";
const LIST = "Each agency keeps a list of controlled goods.";
const GUIDE = "The Secretariat circulates guidance on licences.";
const BORDER = "Customs officers inspect cargo at every crossing.";

function changesOf(a: Story, b: Story): string {
  return shown(a.tokens, b.tokens, alignStories(a, b).changes);
}

/** A and B in the notation of `storyOf`; the wanted changes in that of `shown`. */
function aligns(name: string, a: string, b: string, wanted: string): void {
  test(name, () => expect(changesOf(storyOf(a), storyOf(b))).toBe(`${wanted}section`));
}

function movesOf(a: Story, b: Story): string[] {
  return alignStories(a, b).moves.map(({ fromA, toA }) => written(a.tokens.slice(fromA, toA)));
}

describe("paragraphs", () => {
  aligns(
    "an inserted paragraph comes with its mark",
    `${REPORT}¶${LIST}¶`,
    `${REPORT}¶${GUIDE}¶${LIST}¶`,
    `${REPORT}¶[=>${GUIDE}¶]${LIST}¶`,
  );
  aligns(
    "a new paragraph is the same proposal whether or not the next one is amended",
    `${REPORT}¶${LIST}¶`,
    `${REPORT}¶${GUIDE}¶Every agency keeps a list of controlled goods.¶`,
    `${REPORT}¶[=>${GUIDE}¶][Each =>Every ]agency keeps a list of controlled goods.¶`,
  );
  aligns(
    "a deleted paragraph goes with its mark",
    `${REPORT}¶${GUIDE}¶${LIST}¶`,
    `${REPORT}¶${LIST}¶`,
    `${REPORT}¶[${GUIDE}¶=>]${LIST}¶`,
  );
  aligns(
    "an amended paragraph is compared word by word",
    `${REPORT}¶${LIST}¶`,
    `${REPORT}¶Each State keeps a list of goods.¶`,
    `${REPORT}¶Each [agency =>State ]keeps a list of [controlled =>]goods.¶`,
  );
  aligns(
    "a paragraph in place of another that is unlike it is one replacement, and the mark is kept",
    `${REPORT}¶${LIST}¶${GUIDE}¶`,
    `${REPORT}¶${BORDER}¶${GUIDE}¶`,
    `${REPORT}¶[${LIST.slice(0, -1)}.=>${BORDER}]¶${GUIDE}¶`,
  );
  aligns(
    "two paragraphs in place of one are one replacement",
    `${REPORT}¶${LIST}¶`,
    `${GUIDE}¶${BORDER}¶${LIST}¶`,
    `[${REPORT}=>${GUIDE}¶${BORDER}]¶${LIST}¶`,
  );
  aligns(
    "a paragraph that grew to many times its length is still the same",
    `${REPORT}¶`,
    `Recalling that all ${REPORT.slice(0, -1)} and that such information, where it is available, is circulated among the members in full.¶`,
    `[=>Recalling that all ]States shall report annually to the [Committee=>Committee and that such information, where it is `
      + "available, is circulated among the members in full].¶",
  );
  aligns(
    "of equal empty paragraphs the last is deleted",
    `${REPORT}¶¶¶¶${LIST}¶`,
    `${REPORT}¶¶¶${LIST}¶`,
    `${REPORT}¶¶¶[¶=>]${LIST}¶`,
  );
  aligns(
    "empty paragraphs do not hold apart what belongs together",
    `¶${REPORT}¶¶`,
    `¶¶States report annually to the Committee.¶¶`,
    `¶[=>¶]States [shall =>]report annually to the Committee.¶¶`,
  );
  aligns(
    "repeated boilerplate stays in its order",
    `(Reserved)¶${REPORT}¶(Reserved)¶${LIST}¶(Reserved)¶`,
    `(Reserved)¶(Reserved)¶${LIST}¶(Reserved)¶`,
    `(Reserved)¶[${REPORT}¶=>](Reserved)¶${LIST}¶(Reserved)¶`,
  );
});

describe("paragraph ids", () => {
  aligns(
    "an id pairs a heavily amended paragraph where the text alone would choose another",
    "States report on transfers of goods.@1¶",
    "States report on transfers of goods to the Committee.@2¶States report on transfers.@1¶",
    "[=>States report on transfers of goods to the Committee.¶]States report on [transfers of goods=>transfers].¶",
  );
  aligns(
    "an id on a wholly different text says nothing",
    `${REPORT}@1¶${LIST}@2¶`,
    `${LIST}@1¶${REPORT}@2¶`,
    `[${REPORT}¶=>]${LIST}¶[=>${REPORT}¶]`,
  );
  aligns(
    "a repeated id says nothing",
    `${REPORT}@1¶${LIST}@1¶`,
    `${REPORT}@1¶${LIST}@1¶${GUIDE}@1¶`,
    `${REPORT}¶${LIST}¶[=>${GUIDE}¶]`,
  );
});

describe("split and merged", () => {
  aligns(
    "a paragraph split in two keeps its words",
    `${REPORT} ${LIST}¶${GUIDE}¶`,
    `${REPORT}¶${LIST}¶${GUIDE}¶`,
    `${REPORT.slice(0, -1)}[. =>.¶]${LIST}¶${GUIDE}¶`,
  );
  aligns(
    "a paragraph split in four keeps its words",
    `${REPORT} ${LIST} ${GUIDE} ${BORDER}¶`,
    `${REPORT} ¶${LIST} ¶${GUIDE} ¶${BORDER}¶`,
    `${REPORT} [=>¶]${LIST} [=>¶]${GUIDE} [=>¶]${BORDER}¶`,
  );
  aligns(
    "two paragraphs that were merged keep their words",
    `${REPORT}¶${LIST}¶${GUIDE}¶`,
    `${REPORT} ${LIST}¶${GUIDE}¶`,
    `${REPORT.slice(0, -1)}[.¶=>. ]${LIST}¶${GUIDE}¶`,
  );
  aligns(
    "a paragraph split and amended loses only what was changed",
    `${REPORT} ${LIST}¶`,
    `${REPORT} ¶Every agency keeps a list of controlled goods.¶`,
    `${REPORT} [Each =>¶Every ]agency keeps a list of controlled goods.¶`,
  );
});

describe("tables", () => {
  const table = "<Licence|Agency one|/Permit|Agency two|/Transit|Agency three|/>";
  aligns(
    "an inserted row",
    table,
    "<Licence|Agency one|/Broker|Agency four|/Permit|Agency two|/Transit|Agency three|/>",
    "<table><row><cell>Licence¶</cell><cell>Agency one¶</cell></row>[=><row><cell>Broker¶</cell><cell>Agency four¶</cell></row>]"
      + "<row><cell>Permit¶</cell><cell>Agency two¶</cell></row><row><cell>Transit¶</cell><cell>Agency three¶</cell></row></table>",
  );
  aligns(
    "an inserted column is the same column in every row, even where cells are empty",
    "<Item|Note|/||/x||/>",
    "<Item|New|Note|/|||/x|||/>",
    "<table><row><cell>Item¶</cell>[=><cell>New¶</cell>]<cell>Note¶</cell></row>"
      + "<row><cell>¶</cell>[=><cell>¶</cell>]<cell>¶</cell></row><row><cell>x¶</cell>[=><cell>¶</cell>]<cell>¶</cell></row></table>",
  );
  aligns(
    "a deleted column",
    "<Item|Old|Note|/x|y|z|/>",
    "<Item|Note|/x|z|/>",
    "<table><row><cell>Item¶</cell>[<cell>Old¶</cell>=>]<cell>Note¶</cell></row>"
      + "<row><cell>x¶</cell>[<cell>y¶</cell>=>]<cell>z¶</cell></row></table>",
  );
  aligns(
    "an empty form that was filled in keeps its cells",
    "<|/|/>",
    "<Yes|/No|/>",
    "<table><row><cell>[=>Yes]¶</cell></row><row><cell>[=>No]¶</cell></row></table>",
  );
  aligns(
    "a changed word in a cell",
    table,
    "<Licence|Agency one|/Permit|Office two|/Transit|Agency three|/>",
    "<table><row><cell>Licence¶</cell><cell>Agency one¶</cell></row><row><cell>Permit¶</cell><cell>[Agency =>Office ]two¶</cell></row>"
      + "<row><cell>Transit¶</cell><cell>Agency three¶</cell></row></table>",
  );
  aligns(
    "a table without a partner goes as a whole",
    `${REPORT}¶<a|/>${LIST}¶`,
    `${REPORT}¶${LIST}¶`,
    `${REPORT}¶[<table><row><cell>a¶</cell></row></table>=>]${LIST}¶`,
  );
  aligns(
    "a table in a cell is compared like any other",
    "<Top|<inner one|/inner two|/>|/>",
    "<Top|<inner one|/inner three|/>|/>",
    "<table><row><cell>Top¶</cell><cell><table><row><cell>inner one¶</cell></row><row><cell>inner [two=>three]¶</cell></row></table></cell></row></table>",
  );
});

describe("content controls", () => {
  aligns(
    "wrapping a paragraph inserts only the two ends",
    `${REPORT}¶${LIST}¶${GUIDE}¶`,
    `${REPORT}¶{${LIST}¶}${GUIDE}¶`,
    `${REPORT}¶[=><group>]${LIST}¶[=></group>]${GUIDE}¶`,
  );
  aligns(
    "taking a control away deletes only the two ends",
    `{${REPORT}¶{${LIST}¶}}${GUIDE}¶`,
    `{${REPORT}¶${LIST}¶}${GUIDE}¶`,
    `<group>${REPORT}¶[<group>=>]${LIST}¶[</group>=>]</group>${GUIDE}¶`,
  );
  aligns(
    "a paragraph that is wrapped and amended",
    `${LIST}¶`,
    `{Every agency keeps a list of controlled goods.¶}`,
    `[=><group>][Each =>Every ]agency keeps a list of controlled goods.¶[=></group>]`,
  );
  aligns(
    "a change inside a control stays inside",
    `{${REPORT}¶${LIST}¶}`,
    `{${REPORT}¶${GUIDE}¶${LIST}¶}`,
    `<group>${REPORT}¶[=>${GUIDE}¶]${LIST}¶</group>`,
  );
  aligns(
    "a control without a partner is inserted whole",
    `${REPORT}¶`,
    `${REPORT}¶{${GUIDE}¶}`,
    `${REPORT}¶[=><group>${GUIDE}¶</group>]`,
  );
});

describe("moves", () => {
  test("a moved paragraph is one move", () => {
    const [a, b] = [storyOf(`${REPORT}¶${LIST}¶${GUIDE}¶`), storyOf(`${LIST}¶${GUIDE}¶${REPORT}¶`)];
    expect(movesOf(a, b)).toEqual([`${REPORT}¶`]);
  });

  test("paragraphs that move together are one move, an empty one between them included", () => {
    const [a, b] = [
      storyOf(`${REPORT}¶¶${LIST}¶${GUIDE}¶${BORDER}¶Last of all comes this.¶And the end of it.¶`),
      storyOf(`${GUIDE}¶${BORDER}¶Last of all comes this.¶And the end of it.¶${REPORT}¶¶${LIST}¶`),
    ];
    expect(movesOf(a, b)).toEqual([`${REPORT}¶¶${LIST}¶`]);
  });

  test("a moved row is one move", () => {
    const [a, b] = [
      storyOf("<Licence|one|/Permit|two|/Transit|three|/>"),
      storyOf("<Transit|three|/Licence|one|/Permit|two|/>"),
    ];
    expect(movesOf(a, b)).toEqual(["<row><cell>Transit¶</cell><cell>three¶</cell></row>"]);
  });

  test("what is there twice is no move", () => {
    const [a, b] = [storyOf(`${REPORT}¶${LIST}¶${GUIDE}¶`), storyOf(`${LIST}¶${REPORT}¶${GUIDE}¶${BORDER}¶${REPORT}¶`)];
    expect(alignStories(a, b).moves).toEqual([]);
  });

  test("a moved paragraph is cut from what was changed beside it", () => {
    const [a, b] = [
      storyOf(`${REPORT}¶${BORDER}¶${LIST}¶${GUIDE}¶`),
      storyOf(`Something else.¶${LIST}¶${GUIDE}¶${BORDER}¶`),
    ];
    expect(movesOf(a, b)).toEqual([`${BORDER}¶`]);
    expect(changesOf(a, b)).toBe(
      `[${REPORT}¶=>][${BORDER}¶=>][=>Something else.¶]${LIST}¶${GUIDE}¶[=>${BORDER}¶]section`,
    );
  });

  test("a clause of five words that moves within a paragraph is a move", () => {
    const [a, b] = [
      storyOf("States shall, under their own national law, report in full on goods and on means.¶"),
      storyOf("States shall report in full on goods and on means, under their own national law.¶"),
    ];
    expect(movesOf(a, b)).toEqual([", under their own national law"]);
  });

  test("what is left of a replacement from which words moved away is one insertion with the table before it", () => {
    const [a, b] = [
      storyOf(`${LIST} ¶${REPORT} ¶${REPORT} ¶`),
      storyOf(`<>${GUIDE} ${REPORT} ${LIST} ¶States report ¶`),
    ];
    expect(movesOf(a, b)).toEqual([LIST.slice(0, -1)]);
    expect(changesOf(a, b)).toMatch(/^\[=><table><\/table>The Secretariat circulates guidance on licences\]/);
  });
});

describe("likeness", () => {
  test("the share of paragraphs with a partner", () => {
    expect(likeness(storyOf(`${REPORT}¶${LIST}¶`), storyOf(`${REPORT}¶${GUIDE}¶${LIST}¶${BORDER}¶`))).toBe(0.5);
  });
  test("a moved paragraph has a partner", () => {
    expect(likeness(storyOf(`${REPORT}¶${LIST}¶`), storyOf(`${LIST}¶${REPORT}¶`))).toBe(1);
  });
  test("a story without paragraphs is like every other", () => {
    expect(likeness(storyOf(`${REPORT}¶`), storyOf(""))).toBe(1);
  });
});

test("of equal paragraphs the last is deleted, even if the reader knows that it was another", () => {
  const a = storyOf(`${REPORT}¶¶¶¶${LIST}¶`);
  const b = story(a.blocks.filter((_, i) => i !== 1));
  expect(changesOf(a, b)).toBe(`${REPORT}¶¶¶[¶=>]${LIST}¶section`);
});

test("equal paragraphs that look different are not taken for each other", () => {
  const a = storyOf(`${REPORT}¶${REPORT}¶`);
  const [first, second] = a.blocks;
  if (first?.kind !== "paragraph" || second === undefined) throw new Error("The notation gave no paragraphs.");
  const heading = { ...first, tokens: first.tokens.map((token) => ({ ...token, format: "bold" })) };
  expect(changesOf(story([heading, second]), story([second]))).toBe(`[${REPORT}¶=>]${REPORT}¶section`);
  const [before, after] = storyOf(`${GUIDE}¶${BORDER}¶`).blocks;
  if (before === undefined || after === undefined) throw new Error("The notation gave no paragraphs.");
  expect(changesOf(story([heading, second]), story([before, second, after]))).toBe(
    `[${REPORT}=>${GUIDE}]¶${REPORT}¶[=>${BORDER}¶]section`,
  );
});

test("a chapter of 150 paragraphs that was amended throughout is paired paragraph by paragraph", () => {
  const base = Array.from(
    { length: 150 },
    (_, i) => `Measure m${i} on subject s${i} is reviewed by agency a${i} of the State.`,
  );
  const amended = base.map((text, i) => (i % 7 === 0 ? text : text.replace("is reviewed", "shall be examined")));
  const withNew = amended.flatMap((text, i) =>
    i % 50 === 10 ? [text, `Wholly new thoughts n${i} follow here.`] : [text],
  );
  const repeated = withNew.flatMap((text, i) => (i % 30 === 5 ? [text, "(Reserved for later use)"] : [text]));
  const { changes, matchedParagraphs } = alignStories(storyOf(base.join("¶")), storyOf(repeated.join("¶")));
  expect(matchedParagraphs).toBe(150);
  expect(changes.filter(({ fromA, toA }) => toA - fromA > 2)).toEqual([]);
});

test("a chapter of which every paragraph was amended is paired through its rare words", () => {
  const texts = (verb: string): string[] =>
    Array.from({ length: 100 }, (_, i) => `Measure m${i} on subject s${i} ${verb} by agency a${i} of the State.`);
  const { changes, matchedParagraphs } = alignStories(
    storyOf(texts("is reviewed").join("¶")),
    storyOf(texts("was looked into").join("¶")),
  );
  expect(matchedParagraphs).toBe(100);
  expect(changes).toHaveLength(100);
});

test("a long form of a few repeated lines loses only the lines that were deleted", () => {
  const lines = Array.from({ length: 120 }, (_, i) => (i % 3 === 0 ? REPORT : i % 3 === 1 ? LIST : GUIDE));
  const [a, b] = [storyOf(lines.join("¶")), storyOf(lines.toSpliced(80, 1).toSpliced(40, 1).join("¶"))];
  const wrapped = [
    storyOf(`${BORDER}¶${lines.join("¶")}`),
    storyOf(`${lines.toSpliced(40, 1).join("¶")}¶${BORDER}`),
  ] as const;
  expect(alignStories(a, b).matchedParagraphs).toBe(118);
  expect(alignStories(...wrapped).matchedParagraphs).toBe(120);

  const unique = Array.from({ length: 1500 }, (_, i) => `item${i}`).join(" ");
  const before = storyOf(`Before.¶${lines.join("¶")}¶${BORDER}¶${unique}¶`);
  const after = storyOf(`Earlier.¶${lines.toSpliced(40, 1).join("¶")}¶${GUIDE} ${BORDER}¶${unique}¶`);
  expect(alignStories(before, after).matchedParagraphs).toBeGreaterThanOrEqual(120);
});

test("a block that is the very same object is not looked into", () => {
  const [block] = storyOf(`${REPORT}¶`).blocks;
  if (block?.kind !== "paragraph") throw new Error("The notation gave no paragraph.");
  const untouchable = {
    ...block,
    get tokens(): never {
      throw new Error("looked into");
    },
  };
  const a = { ...story([]), blocks: [untouchable], tokens: [...block.tokens] };
  expect(alignStories(a, a).changes).toEqual([]);
});
