import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOf } from "../../src/consolidate/outline.ts";
import { type Block, type Paragraph, type Story, type StoryKind, textOf, tokensOf } from "../../src/model/text.ts";
import { container, paragraphOf } from "../notation/story-of.ts";

/** Paragraphs of a draft, one a line: `# ` a heading (`## ` one below), `[14.] ` an automatic number, then the text. */
function draft(lines: string): Paragraph[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, signs, , label, text] = /^(#*) ?(\[(.*?)\])? ?(.*)$/.exec(line) as unknown as string[];
      const headingLevel = signs === "" || signs === undefined ? null : signs.length - 1;
      return { ...paragraphOf(text ?? ""), label: label ?? "", headingLevel };
    });
}

function storyWith(blocks: readonly Block[], id = "body"): Story {
  return { id, kind: id.split(":")[0] as StoryKind, blocks, tokens: blocks.flatMap(tokensOf) };
}

/** Each paragraph's text with its citation. */
function cited(blocks: readonly Block[], id = "body"): string[] {
  const story = storyWith(blocks, id);
  const place = placesOf(story);
  const lines: string[] = [];
  let text = "";
  story.tokens.forEach((token, i) => {
    if (token.kind === "mark") {
      lines.push(`${text} = ${place(i).citation}`);
      text = "";
    } else text += token.text;
  });
  return lines;
}

const cites = (lines: string): string[] => cited(draft(lines));
const leveled = (level: number, label: string, text: string): Paragraph => ({ ...paragraphOf(text), label, level });

test("the title is cited as such, and not as the first of the paragraphs that are counted", () => {
  const [title, ...others] = draft(`
    Guide to practices
    Second draft
    # [I.] Scope
    [1.] States report.
  `) as [Paragraph, ...Paragraph[]];
  expect(cited([{ ...title, isTitle: true }, ...others])).toEqual([
    "Guide to practices = Title",
    "Second draft = para. 2",
    "Scope = section I, heading",
    "States report. = section I, para. 1",
  ]);
});

describe("numbered paragraphs are cited by their numbers", () => {
  test("with the part they stand in and the paragraph they belong to", () => {
    expect(
      cites(`
      # [Part II] Measures
      [14.] States should
      [(a)] report
      [(b)] account
      [(i)] for stocks
      [(ii)] for sales
      [15.] States may
      [(a)] ask
    `),
    ).toEqual([
      "Measures = Part II, heading",
      "States should = Part II, para. 14",
      "report = Part II, para. 14 (a)",
      "account = Part II, para. 14 (b)",
      "for stocks = Part II, para. 14 (b) (i)",
      "for sales = Part II, para. 14 (b) (ii)",
      "States may = Part II, para. 15",
      "ask = Part II, para. 15 (a)",
    ]);
  });

  test("the letter i after h is a letter, and the number i after (a) is not", () => {
    const letters = [..."abcdefghij"].map((letter) => `[(${letter})] ${letter}`).join("\n");
    expect(cites(`[1.] one\n${letters}`).at(-2)).toBe("i = para. 1 (i)");
    expect(cites(`[1.] one\n${letters}`).at(-1)).toBe("j = para. 1 (j)");
    expect(cites("[1.] one\n[(a)] a\n[(i)] i").at(-1)).toBe("i = para. 1 (a) (i)");
  });

  test("a number that repeats the number above it stands alone", () => {
    expect(cites("# [1.] Scope\n[1.1] one\n[1.1.1] two\n[(a)] three\n[1.2] four")).toEqual([
      "Scope = section 1, heading",
      "one = para. 1.1",
      "two = para. 1.1.1",
      "three = para. 1.1.1 (a)",
      "four = para. 1.2",
    ]);
  });

  test("levels of a list count before the look of its numbers", () => {
    const blocks = [
      leveled(0, "1)", "one"),
      leveled(1, "a)", "two"),
      leveled(2, "1)", "three"),
      leveled(1, "b)", "four"),
    ];
    expect(cited(blocks)).toEqual(["one = para. 1", "two = para. 1 a)", "three = para. 1 a) 1)", "four = para. 1 b)"]);
  });

  test("letters in a list of their own belong to the number before them, whatever its level", () => {
    const blocks = [
      leveled(0, "10", "one"),
      leveled(1, "10.7", "two"),
      leveled(0, "(a)", "three"),
      leveled(1, "10.8", "four"),
    ];
    expect(cited(blocks)).toEqual([
      "one = para. 10",
      "two = para. 10.7",
      "three = para. 10.7 (a)",
      "four = para. 10.8",
    ]);
  });

  test("a number of a list beside letters keeps to the number that it repeats", () => {
    const blocks = [leveled(0, "1.", "one"), leveled(0, "(a)", "two"), leveled(1, "1.1", "three")];
    expect(cited(blocks)).toEqual(["one = para. 1", "two = para. 1 (a)", "three = para. 1.1"]);
    expect(cites("[3.] one\n[2.0] two\n[2.1] three\n[(a)] four").slice(1)).toEqual([
      "two = para. 2.0",
      "three = para. 2.1",
      "four = para. 2.1 (a)",
    ]);
  });

  test("a section of two numbers stands below an article of one", () => {
    expect(cites("[Article I.] one\n[Section 1.01] two\n[(a)] three").at(-1)).toBe(
      "three = Article I, Section 1.01 (a)",
    );
  });

  test("numbers that say what they number need no other word", () => {
    expect(cites("[Article 5] Reports\n[1.] one\n[(a)] two\n[Article 6] Visits")).toEqual([
      "Reports = Article 5",
      "one = Article 5, para. 1",
      "two = Article 5, para. 1 (a)",
      "Visits = Article 6",
    ]);
  });

  test("typed numbers count like automatic ones, and 1.5 per cent is not one", () => {
    expect(cites("14. States should\n(b) report\n1.5 per cent of it")).toEqual([
      "14. States should = para. 14",
      "(b) report = para. 14 (b)",
      "1.5 per cent of it = paragraph 1 after para. 14 (b)",
    ]);
  });

  test("paragraphs without a number among numbered ones are told apart, and take no other's number", () => {
    expect(cites("Recalling\n[1.] States should\nfurther\nalso\n[•] first\n[•] second\n[2.] States may")).toEqual([
      "Recalling = opening paragraph 1",
      "States should = para. 1",
      "further = paragraph 1 after para. 1",
      "also = paragraph 2 after para. 1",
      "first = para. 1, bullet 1",
      "second = para. 1, bullet 2",
      "States may = para. 2",
    ]);
  });
});

describe("headings", () => {
  test("that are numbered name the place, those inside others after them", () => {
    expect(cites("# [Part II] Measures\n## [A.] Reports\n[14.] one\n# [Part III] Review\n[15.] two")).toEqual([
      "Measures = Part II, heading",
      "Reports = Part II, section A, heading",
      "one = Part II, section A, para. 14",
      "Review = Part III, heading",
      "two = Part III, para. 15",
    ]);
  });

  test("whose number was typed are read the same", () => {
    expect(cites("# Part II: Measures\n[14.] one\n# IV. Review\n[15.] two\n# Part of the way\n[16.] three")).toEqual([
      "Part II: Measures = Part II, heading",
      "one = Part II, para. 14",
      "IV. Review = section IV, heading",
      "two = section IV, para. 15",
      "Part of the way = Part of the way, heading",
      "three = Part of the way, para. 16",
    ]);
  });

  test("without a number are cited by their text, cut at a word", () => {
    expect(cites("# Border controls and law enforcement efforts of all States\nfirst")).toEqual([
      "Border controls and law enforcement efforts of all States = Border controls and law enforcement…, heading",
      "first = Border controls and law enforcement…, para. 1",
    ]);
  });

  test("paragraphs are counted under the last heading where nothing is numbered, empty ones left out", () => {
    const blocks = [
      ...draft("before\n# Scope\none"),
      paragraphOf(""),
      ...draft("two\n# [Part II] Aims\n## Means\nthree"),
    ];
    expect(cited(blocks)).toEqual([
      "before = para. 1",
      "Scope = Scope, heading",
      "one = Scope, para. 1",
      " = Scope, para. 1",
      "two = Scope, para. 2",
      "Aims = Part II, heading",
      "Means = Part II, Means, heading",
      "three = Part II, Means, para. 1",
    ]);
  });

  test("that are clauses themselves are cited by their number alone", () => {
    expect(cites("# [2.] Reports\n## [2.1] States report every year.\n[(a)] one")).toEqual([
      "Reports = section 2, heading",
      "States report every year. = section 2.1",
      "one = section 2.1 (a)",
    ]);
  });

  test("are told as texts, those above only", () => {
    const story = storyWith(draft("# Measures\n## Reports\none\n# Review"));
    const place = placesOf(story);
    const marks = story.tokens.flatMap((token, i) => (token.kind === "mark" ? [place(i).headings] : []));
    expect(marks).toEqual([[], ["Measures"], ["Measures", "Reports"], []]);
  });
});

describe("elsewhere", () => {
  const table = (...rows: Block[][][]): Block =>
    container(
      "table",
      rows.map((cells) =>
        container(
          "row",
          cells.map((cell, i) => container("cell", cell, i)),
        ),
      ),
    );

  test("a cell is cited by table, row and column; its paragraphs if there are several or they have numbers", () => {
    const inner = table([[...draft("inner")]]);
    expect(
      cited([
        ...draft("# Part I\n[1.] before"),
        table([draft("a"), draft("b")], [draft("c\nd"), draft("[(a)] e")]),
        table([[...draft("f"), inner]]),
        ...draft("[2.] after"),
      ]),
    ).toEqual([
      "Part I = Part I, heading",
      "before = Part I, para. 1",
      "a = Table 1, row 1, column 1",
      "b = Table 1, row 1, column 2",
      "c = Table 1, row 2, column 1, para. 1",
      "d = Table 1, row 2, column 1, para. 2",
      "e = Table 1, row 2, column 2, para. (a)",
      "f = Table 2, row 1, column 1",
      "inner = Table 3, row 1, column 1",
      "after = Part I, para. 2",
    ]);
  });

  test("a heading in a cell heads neither the cell nor what follows the table", () => {
    expect(cited([table([draft("# Measure")]), ...draft("after")])).toEqual([
      "Measure = Table 1, row 1, column 1",
      "after = para. 1",
    ]);
  });

  test("rows and tables themselves are cited as such", () => {
    const story = storyWith([table([draft("a")], [draft("b")])]);
    const place = placesOf(story);
    expect(story.tokens.map((token, i) => `${token.wording} ${place(i).citation}`).slice(0, 4)).toEqual([
      "<table> Table 1",
      "<row> Table 1, row 1",
      "<cell> Table 1, row 1, column 1",
      "a Table 1, row 1, column 1",
    ]);
  });

  test("notes, text boxes and headers are cited by their kind and number", () => {
    expect(cited(draft("See the report."), "footnote:3")).toEqual(["See the report. = footnote 3"]);
    expect(cited(draft("one\ntwo"), "endnote:1")).toEqual(["one = endnote 1, para. 1", "two = endnote 1, para. 2"]);
    expect(cited(draft("[(a)] one"), "textbox:2")).toEqual(["one = text box 2, para. (a)"]);
    expect(cited(draft("Draft"), "header:1")).toEqual(["Draft = header 1"]);
    expect(cited([table([draft("a")])], "footer:1")).toEqual(["a = footer 1, Table 1, row 1, column 1"]);
  });

  test("a content control changes no citation", () => {
    const [before, inside, after] = draft("[1.] one\n[2.] two\n[3.] three") as [Paragraph, Paragraph, Paragraph];
    const story = storyWith([before, container("group", [inside]), after]);
    const place = placesOf(story);
    expect(story.tokens.map((token, i) => `${token.wording.trim()} ${place(i).citation}`)).toEqual([
      "one para. 1",
      "¶ para. 1",
      "<group> para. 2",
      "two para. 2",
      "¶ para. 2",
      "</group> para. 2",
      "three para. 3",
      "¶ para. 3",
    ]);
  });

  test("an empty story stands somewhere: a note can be emptied by its own changes", () => {
    expect(placesOf(storyWith([], "footnote:2"))(0).citation).toBe("footnote 2");
    expect(() => placesOf(storyWith([]))(1)).toThrow(RangeError);
  });
});

const anyParagraph = fc
  .record({
    text: fc.constantFrom("", "States should report.", "(b) report", "Part II", "1. one"),
    label: fc.constantFrom("", "", "1.", "2.1", "(a)", "(i)", "Article I", "•", "o", "XIV.", "iv)", "١"),
    level: fc.option(fc.nat({ max: 8 }), { nil: null }),
    headingLevel: fc.option(fc.nat({ max: 8 }), { nil: null, freq: 3 }),
  })
  .map(({ text, ...numbers }): Block => ({ ...paragraphOf(text), ...numbers }));

const anyBlock = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: anyParagraph, weight: 3 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom("table", "row", "cell", "group"), fc.array(tie("block"), { maxLength: 3 }))
        .map(([kind, children]) => container(kind, children)),
      weight: 2,
    },
  ),
})).block;

test("every token of every story has a place with a citation, in the order of the paragraphs", () => {
  fc.assert(
    fc.property(
      fc.array(anyBlock, { maxLength: 6 }),
      fc.constantFrom("body", "footnote:2", "textbox:1"),
      (content, id) => {
        const story = storyWith(content, id);
        const place = placesOf(story);
        const marks = story.tokens.filter(({ kind }) => kind === "mark").length;
        let paragraph = 0;
        story.tokens.forEach((token, i) => {
          const { citation, paragraph: at, story: storyId } = place(i);
          expect(citation.trim()).not.toBe("");
          expect(citation).not.toMatch(/undefined|NaN|null|, ,|^,|,$/);
          expect(storyId).toBe(id);
          expect(at).toBeLessThan(Math.max(marks, 1));
          if (token.kind === "word" || token.kind === "mark") expect(at).toBe(paragraph);
          if (token.kind === "mark") paragraph++;
        });
        expect(() => place(Math.max(1, story.tokens.length))).toThrow(RangeError);
      },
    ),
  );
});

test("two paragraphs with different numbers under one heading never share a citation", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, letters) => {
      const lines = Array.from({ length: count }, (_, i) => [
        `[${i + 1}.] text`,
        ...Array.from({ length: letters }, (_unused, k) => `[(${String.fromCharCode(97 + k)})] text`),
      ]).flat();
      const all = cites(lines.join("\n"));
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test("the text of a paragraph and its place belong together", () => {
  const story = storyWith(draft("[1.] one\n[2.] two"));
  expect(textOf(story.tokens.filter((_, i) => placesOf(story)(i).citation === "para. 2"))).toBe("two\n");
});
