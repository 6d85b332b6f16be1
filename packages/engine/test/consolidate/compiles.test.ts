import { describe, expect, test } from "vitest";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import { groupPassages } from "../../src/consolidate/passages.ts";
import { readAs } from "../../src/consolidate/read-as.ts";
import { type Story, sameTokens, type Token } from "../../src/model/text.ts";
import { renderNotation } from "../../src/render/notation.ts";
import { bodyOf, compiles, compileTexts } from "../notation/compile-texts.ts";
import { parseNotation } from "../notation/parse-notation.ts";
import { story, storyOf, wordsOf } from "../notation/story-of.ts";
import { delegationOf, submissionOf } from "../notation/submission-of.ts";

describe("one passage", () => {
  compiles("is not there where nobody changes anything", "States should report.");
  compiles("shows one delegation's wording beside the base", "States [should => XAA: shall] report.");
  compiles("keeps rival wordings of one word together", "States [should => XAA: shall | XBB: may] report.");
  compiles("shows a deletion as an empty wording", "States should [promptly  => XDD: ]report.");
  compiles("shows an insertion as an empty base wording", "States should [=> XEE: promptly ]report.");
  compiles("can stand at the very beginning", "[=> XAA: All ]States report.");
  compiles("can stand at the very end", "States report[. => XAA: !]");
  compiles("can be the whole text", "[States report. => XAA: ]");
  compiles("is one paragraph of several that are deleted", "[States report.¶ => XAA: ][They assist. => XAA: ]");
  compiles(
    "does not grow over the paragraphs that somebody deletes, whatever others propose there",
    "[States report.¶ => XAA: States shall report.¶ | XBB: ][They assist.¶ => XBB:  | XCC: They may assist.¶]They meet.",
  );
});

test("a paragraph that is taken out stands apart from words of the next one that are put in place of others, be it one edit", () => {
  const base = storyOf("They report.¶States should report.¶");
  const edit = { fromA: 0, toA: 5, inserted: wordsOf("All "), tracked: true, by: [], move: null };
  const place = { story: "body", kind: "body", paragraph: 0, headings: [], citation: "" } as const;
  const passages = groupPassages(base, [{ delegation: "XAA", edit }], ["XAA"], () => place);
  expect(renderNotation({ story: base, passages, formatting: [] })).toBe(
    "[They report.¶ => XAA: ][States => XAA: All] should report.",
  );
  // Whole paragraphs in place of others stay one.
  const whole = { ...edit, toA: 4, inserted: storyOf("All report.¶").tokens };
  const [one, ...more] = groupPassages(base, [{ delegation: "XAA", edit: whole }], ["XAA"], () => place);
  expect([one?.fromA, one?.toA, more]).toEqual([0, 4, []]);
});

describe("sponsors", () => {
  compiles("are all who propose the same wording", "States [should => XAA+XBB+XCC: shall] report.");
  compiles(
    "stand together although another one stands between",
    "States [should => XAA+XCC: shall | XBB: may] report.",
  );
  compiles("form two camps", "States [should => XAA+XCC: shall | XBB+XDD: may] report.");
  compiles("delete together", "States should [promptly  => XAA+XBB: ]report.");
  compiles(
    "are told passage by passage",
    "States [should => XAA+XBB: shall] keep a list of [controlled => XAA: dangerous | XBB+XCC: listed] goods.",
  );

  test("follow the list of delegations, not the alphabet", () => {
    const texts = new Map([
      ["XBB", "States may report."],
      ["XAA", "States shall report."],
      ["XCC", "States may report."],
    ]);
    const compilation = compileTexts("States should report.", texts);
    expect(renderNotation(bodyOf(compilation))).toBe("States [should => XBB+XCC: may | XAA: shall] report.");
  });
});

describe("insertions at one place", () => {
  compiles("stand in the order of the list", "States [=> XAA: promptly  | XBB: voluntarily  | XCC: jointly ]report.");
  compiles("merge where they say the same", "States [=> XAA+XCC: promptly  | XBB: voluntarily ]report.");
  compiles("keep apart from an edit of the word behind", "States [=> XAA: themselves ][should => XBB: shall] report.");
  compiles("keep apart from an edit of the word before", "States [should => XBB: shall] [=> XAA: promptly ]report.");
  compiles("can be one within the other", "States [=> XAA: promptly  | XBB: promptly and voluntarily ]report.");
});

describe("deletions and edits", () => {
  compiles("are one passage where both touch a word", "States should [promptly  => XAA: early  | XBB: ]report.");
  compiles(
    "join into one passage where they chain",
    "[Each State should promptly => XAA: should promptly | XBB: Each | XCC: Each State should early] report.",
  );
  compiles(
    "keep a word that one inserts into what another deletes",
    "States report. [They assist.  => XAA:  | XBB: They gladly assist. ]Ministries train.",
  );
  compiles(
    "stand apart where they only stand side by side",
    "States should [promptly  => XAA: ][and => XBB: or] fully report.",
  );
  compiles(
    "are two passages where one deletes two stretches",
    "[All  => XAA: ]States [should => XBB: shall] report [every  => XAA: ]year.",
  );
  compiles(
    "split where they overlap without joining a third that only touches",
    "States should [promptly and fully  => XAA:  | XBB: promptly and ][report => XCC: inform].",
  );
});

describe("wordings that are nearly the same", () => {
  compiles("stand apart: quotation marks", 'States apply [=> XAA: "catch-all"  | XBB: “catch-all” ]controls.');
  compiles("stand apart: case", "States report to the [panel => XAA: Committee | XBB: committee].");
  compiles("stand apart: a word within another one", "States [should => XAA: shall | XBB: shall at least] report.");

  test("are marked for a person to judge, and others are not", () => {
    const line = "States report to the [panel => XAA: Committee | XBB: committee | XCC: Council].";
    const { base, texts } = parseNotation(line);
    const proposals = bodyOf(compileTexts(base, texts)).passages[0]?.proposals ?? [];
    expect(proposals.map(({ nearIdenticalTo }) => nearIdenticalTo)).toEqual([[1], [0], []]);
  });
});

describe("paragraphs", () => {
  compiles("are added at the beginning", "[=> XAA+XBB: They assist.¶]States report.");
  compiles("are added in the middle", "States report.¶[=> XAA+XBB: Ministries train.¶]They assist.");
  compiles("are added at the end", "States report.[=> XAA: ¶They assist. | XBB: ¶They train.]");
  compiles("are deleted", "One agency keeps a list.¶[They assist.¶ => XAA+XBB: ]States report.");
  compiles("are deleted at the end", "States report.[¶They assist. => XAA: ]");
  compiles("are split", "States report[.  => XAA: .¶]They [should => XBB: shall] assist.");
  compiles("are merged", "States report[.¶ => XAA: . ]They [should => XBB: shall] assist.");
  compiles(
    "move as a deletion and an insertion",
    "[One agency keeps a list.¶ => XAA: ]They assist others with training.¶[=> XAA: One agency keeps a list.¶]States report.",
  );
  compiles(
    "are moved by two and edited by a third",
    "[One agency keeps a list.¶ => XAA+XBB:  | XCC: One ministry keeps a list.¶]They assist others with training.¶"
      + "[=> XAA+XBB: One agency keeps a list.¶]States report.",
  );

  test("that move know the other end", () => {
    const base = "One agency keeps a list.¶They assist others with training.¶States report.";
    const moved = "They assist others with training.¶One agency keeps a list.¶States report.";
    const { passages } = bodyOf(compileTexts(base, new Map([["XAA", moved]])));
    const ends = passages.map(({ id, proposals }) => ({ id, ...proposals[0]?.sponsors[0] }));
    expect(ends).toMatchObject([
      { id: "body/1", movedTo: "body/2", movedFrom: null },
      { id: "body/2", movedTo: null, movedFrom: "body/1" },
    ]);
  });
});

describe("tables and content controls", () => {
  compiles("keep edits of a cell in the cell", "<one [agency => XAA: ministry]|two|/five|six|/>After.");
  compiles("gain a row", "<one|two|/[=> XAA+XBB: three|four|/]five|six|/>After.");
  compiles(
    "lose a row that another one edits",
    "<one|two|/[three|four|/ => XAA:  | XBB: three|for|/]five|six|/>After.",
  );
  compiles("keep edits inside a content control", "Before.¶{States [should => XAA: shall] report.}After.");
  compiles("gain a paragraph in a cell", "<a|b[=> XAA: ¶c]|/>After.");
});

describe("scripts", () => {
  compiles("without spaces change by characters", "各国[应 => XAA: 可]向委员会[=> XBB: 立即]报告。");
  compiles("from right to left change by words", "على الدول [أن => XAA: ألا] تقدم تقريرا.");
});

describe("what a merge tool for two files gets wrong with many", () => {
  compiles("T1: the same replacement by three has three sponsors", "States [should => XAA+XBB+XCC: shall] report.");
  compiles("T2: two against one on one word", "States [should => XAA+XBB: shall | XDD: are encouraged to] report.");
  compiles("T3: the same new paragraph is there once", "States report.¶[=> XAA+XBB: They keep lists.¶]They assist.");
  compiles(
    "T7: a paragraph that one moves and another one edits is there twice only where it was and where it goes",
    "[One agency keeps a list.¶ => XAA:  | XBB: One ministry keeps a list.¶]They assist others with training.¶"
      + "[=> XAA: One agency keeps a list.¶]States report.",
  );
  compiles(
    "T8: a deletion does not hide an edit of the same sentence",
    "States report. [They should assist.  => XAA:  | XBB: They shall assist. ]Ministries train.",
  );
  compiles(
    "T10: of three insertions at one point two are equal",
    "States [=> XAA+XCC: promptly  | XBB: voluntarily ]report.",
  );

  test("T9: a word and the alignment by one, another word by another: two passages and a format", () => {
    const base = storyOf("States should report to the Committee.");
    const compilation = compileStories(base, [
      look(storyOf("States shall report to the Committee."), "¶", '<w:jc w:val="center"/>'),
      storyOf("States should report to the Council."),
    ]);
    const body = bodyOf(compilation);
    expect(renderNotation(body)).toBe("States [should => XAA: shall] report to the [Committee => XBB: Council].");
    expect(body.formatting).toMatchObject([{ fromA: 7, toA: 8, sponsors: [{ delegation: "XAA" }] }]);
  });

  test("T11: bold by one and a full stop by another do not meet", () => {
    const base = storyOf("States should report to the Committee");
    const compilation = compileStories(base, [
      look(storyOf("States should report to the Committee"), "should ", "<w:b on>"),
      storyOf("States should report to the Committee."),
    ]);
    const body = bodyOf(compilation);
    expect(renderNotation(body)).toBe("States should report to the Committee[=> XBB: .]");
    expect(body.formatting).toMatchObject([{ fromA: 1, toA: 2, sponsors: [{ delegation: "XAA" }] }]);
  });

  test("the same words in two looks are one proposal in two variants", () => {
    const base = storyOf("States should report.");
    const compilation = compileStories(base, [
      storyOf("States shall report."),
      look(storyOf("States shall report."), "shall ", "<w:b on>"),
      storyOf("States shall report."),
    ]);
    const body = bodyOf(compilation);
    expect(renderNotation(body)).toBe("States [should => XAA+XBB+XCC: shall] report.");
    const variants = body.passages[0]?.proposals[0]?.variants ?? [];
    expect(variants.map(({ delegations }) => delegations)).toEqual([["XAA", "XCC"], ["XBB"]]);
  });
});

/** Compiles stories by XAA, XBB and so on, and expects to read each of them back, looks included. */
function compileStories(base: Story, texts: readonly Story[]): ReturnType<typeof consolidate> {
  const delegations = texts.map((_, i) => delegationOf(`X${"ABCDEFGH".charAt(i).repeat(2)}`));
  const submissions = texts.map((text, i) => submissionOf(base, text, delegations[i] ?? delegationOf("XZZ")));
  const compilation = consolidate({ stories: [base], notices: [] }, submissions, delegations);
  texts.forEach((text, i) => {
    const read = readAs(bodyOf(compilation), delegations[i]?.code ?? "");
    expect(sameTokens(read, text.tokens)).toBe(true);
  });
  return compilation;
}

/** The story with all tokens of this wording in this look. */
function look(plain: Story, wording: string, format: string): Story {
  const change = (token: Token): Token => (token.wording === wording ? { ...token, format } : token);
  return story(
    plain.blocks.map((block) => {
      if (block.kind !== "paragraph") return block;
      return { ...block, tokens: block.tokens.map(change) };
    }),
  );
}
