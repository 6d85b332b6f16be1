import { describe, expect, test } from "vitest";
import { amend, embolden } from "../../../../fixtures/docx-builder/draft/amend.ts";
import { comment, reply } from "../../../../fixtures/docx-builder/draft/comments.ts";
import { type Draft, sit } from "../../../../fixtures/docx-builder/draft/draft.ts";
import {
  deleteParagraph,
  insertParagraph,
  moveParagraph,
  restyle,
} from "../../../../fixtures/docx-builder/draft/paragraphs.ts";
import { paragraph } from "../../../../fixtures/docx-builder/model.ts";
import { renderNotation } from "../../src/index.ts";
import { type CompiledFiles, compileFiles } from "./compile-files.ts";
import { brokenLaws } from "./holds.ts";
import { FIRST, FOURTH, SECOND, sent, smallBase, THIRD } from "./small-files.ts";

type Work = Readonly<Record<string, (draft: Draft) => void>>;

const BASE = smallBase();
const shall = (draft: Draft): void => amend(draft, "first", "States {should=>shall} report");

// Eleven cases in which tools for comparing Word files lose or invent something when several people amend one text.
describe.each([
  ["with tracking on", true],
  ["with tracking off", false],
])("Word files made %s", (_, tracking) => {
  /** Compiles what delegations do to the small text; every law has to hold. */
  function compile(work: Work): CompiledFiles {
    const files = Object.entries(work).map(([code, act]) => sent(code, tracking, act));
    expect(brokenLaws(BASE, files)).toEqual([]);
    return compileFiles(BASE, files);
  }

  test("T1 three that make the same replacement are three sponsors of one proposal", () => {
    const files = compile({ XAA: shall, XBB: shall, XCC: shall });
    expect(bodyOf(files)).toBe(
      text("States [should => XAA+XBB+XCC: shall] report on their measures every two years.", SECOND, THIRD, FOURTH),
    );
    expect(authorsIn(files)).toEqual(["XAA; XBB; XCC"]);
  });

  test("T2 two wordings for one word stand side by side, each with all its sponsors", () => {
    const encouraged = (draft: Draft): void => amend(draft, "first", "States {should=>are encouraged to} report");
    const files = compile({ XAA: shall, XBB: shall, XDD: encouraged });
    const passage =
      "States [should => XAA+XBB: shall | XDD: are encouraged to] report on their measures every two years.";
    expect(bodyOf(files)).toBe(text(passage, SECOND, THIRD, FOURTH));
    expect(authorsIn(files)).toEqual(["XAA; XBB", "XAA; XBB; XDD", "XDD"]);
  });

  test("T3 a paragraph that two insert is inserted once", () => {
    const files = compile({ XAA: insert("Parliaments are informed."), XBB: insert("Parliaments are informed.") });
    expect(bodyOf(files)).toBe(`${FIRST}¶${SECOND}¶[=> XAA+XBB: Parliaments are informed.¶]${THIRD}¶${FOURTH}`);
    expect(authorsIn(files)).toEqual(["XAA; XBB"]);
  });

  test("T4 the persons behind a delegation's changes keep their names and dates", () => {
    const work = (draft: Draft): void => {
      shall(draft);
      sit(draft, "Second expert of XAA", "2026-03-05T11:00:00Z");
      amend(draft, "fourth", "Assistance is {offered=>given} on request");
    };
    const { compilation } = compile({ XAA: work });
    const by = compilation.stories.flatMap(({ passages }) =>
      passages.flatMap(({ proposals }) =>
        proposals.flatMap(({ sponsors }) => sponsors.flatMap((sponsor) => sponsor.by)),
      ),
    );
    const persons = new Set(by.map(({ author, date }) => `${author} ${date?.slice(0, 10)}`));
    expect([...persons]).toEqual(tracking ? ["Expert of XAA 2026-03-02", "Second expert of XAA 2026-03-05"] : []);
  });

  test("T5 comments of three files with the same numbers in each keep their own words, places and answers", () => {
    const ask =
      (words: string) =>
      (draft: Draft): void => {
        const id = comment(draft, { key: "first", words: "every two years" }, [words]);
        reply(draft, id, { key: "first", words: "every two years" }, [`Answer to: ${words}`]);
      };
    const { compilation } = compile({
      XAA: ask("We reserve our position."),
      XBB: ask("Why two?"),
      XCC: ask("We agree."),
    });
    const told = compilation.comments.map(
      ({ delegation, comment: { paragraphs } }) => `${delegation} ${paragraphs.join()}`,
    );
    expect(told).toEqual([
      "XAA We reserve our position.",
      "XAA Answer to: We reserve our position.",
      "XBB Why two?",
      "XBB Answer to: Why two?",
      "XCC We agree.",
      "XCC Answer to: We agree.",
    ]);
  });

  test("T6 a change in a header is there", () => {
    const files = compile({ XAA: (draft) => amend(draft, "header/text", "Draft of {January=>February}") });
    const header = files.compilation.stories.find(({ story }) => story.kind === "header");
    expect(header === undefined ? "" : renderNotation(header)).toBe("Draft of [January => XAA: February]");
    expect(files.made.text("/word/header1.xml")).toContain('w:author="XAA"');
  });

  test("T7 a paragraph that one moves and another amends stands there once for each", () => {
    const files = compile({
      XAA: (draft) => moveParagraph(draft, "second", "fourth", "move1"),
      XBB: (draft) => amend(draft, "second", "{keeps=>publishes} a register"),
    });
    const amended = SECOND.replace("keeps", "publishes");
    expect(bodyOf(files)).toBe(
      `${FIRST}¶[${SECOND}¶ => XAA:  | XBB: ${amended}¶]${THIRD}¶${FOURTH}[=> XAA: ¶${SECOND}]`,
    );
    const [from, to] = files.compilation.stories[0]?.passages ?? [];
    expect(from?.proposals[0]?.sponsors[0]).toMatchObject({ delegation: "XAA", movedTo: to?.id });
    expect(to?.proposals[0]?.sponsors[0]).toMatchObject({ delegation: "XAA", movedFrom: from?.id });
  });

  test("T8 a paragraph that one deletes and another amends is one passage with both", () => {
    const files = compile({
      XAA: (draft) => deleteParagraph(draft, "third"),
      XBB: (draft) => amend(draft, "third", "Exercises with {neighbouring=>all} States"),
    });
    const amended = THIRD.replace("neighbouring", "all");
    expect(bodyOf(files)).toBe(`${FIRST}¶${SECOND}¶[${THIRD}¶ => XAA:  | XBB: ${amended}¶]${FOURTH}`);
  });

  test("T9 a word and the look of a paragraph by one, another word of it by another, are no conflict", () => {
    const files = compile({
      XAA: (draft) => {
        amend(draft, "second", "{Each=>The} authority");
        restyle(draft, "second", "Figure");
      },
      XBB: (draft) => amend(draft, "second", "hold {related=>such} materials"),
    });
    const passages =
      "[Each => XAA: The] authority keeps a register of those who hold [related => XBB: such] materials.";
    expect(bodyOf(files)).toBe(text(FIRST, passages, THIRD, FOURTH));
    expect(looksOf(files)).toEqual(["XAA \n"]);
  });

  test("T10 of three insertions at one point the two equal ones are one", () => {
    const files = compile({
      XAA: (draft) => amend(draft, "fourth", "offered {=>promptly }on"),
      XBB: (draft) => amend(draft, "fourth", "offered {=>promptly }on"),
      XCC: (draft) => amend(draft, "fourth", "offered {=>quickly }on"),
    });
    const passage = "Assistance is offered [=> XAA+XBB: promptly  | XCC: quickly ]on request and free of conditions.";
    expect(bodyOf(files)).toBe(text(FIRST, SECOND, THIRD, passage));
  });

  test("T11 bold by one and a full stop by another in one paragraph are no conflict", () => {
    const files = compile({
      XAA: (draft) => embolden(draft, "third", "Exercises"),
      XBB: (draft) => amend(draft, "third", "plans work{.=>;}"),
    });
    expect(bodyOf(files)).toBe(
      text(FIRST, SECOND, "Exercises with neighbouring States show whether plans work[. => XBB: ;]", FOURTH),
    );
    expect(looksOf(files)).toEqual(["XAA Exercises "]);
  });

  test("a clash over two words is one passage, and not one for each word", () => {
    const files = compile({
      XAA: (draft) => amend(draft, "first", "{two years=>four months}."),
      XBB: (draft) => amend(draft, "first", "{two years=>ten weeks}."),
    });
    const passage = "States should report on their measures every [two years => XAA: four months | XBB: ten weeks].";
    expect(bodyOf(files)).toBe(text(passage, SECOND, THIRD, FOURTH));
  });
});

function insert(words: string): (draft: Draft) => void {
  return (draft) => insertParagraph(draft, "second", paragraph("fresh", "Normal", words));
}

function text(...paragraphs: readonly string[]): string {
  return paragraphs.join("¶");
}

function bodyOf({ compilation }: CompiledFiles): string {
  const [body] = compilation.stories;
  return body === undefined ? "" : renderNotation(body);
}

/** Who gives which words another look. */
function looksOf({ compilation }: CompiledFiles): string[] {
  return compilation.stories.flatMap(({ story, formatting }) =>
    formatting.map(({ fromA, toA, sponsors }) => {
      const codes = sponsors.map(({ delegation }) => delegation).join("+");
      return `${codes} ${story.tokens
        .slice(fromA, toA)
        .map((token) => token.text)
        .join("")}`;
    }),
  );
}

/** The authors of tracked changes in the body of the Word file that is made. */
function authorsIn({ made }: CompiledFiles): string[] {
  const authors = made.text(made.mainPart).matchAll(/w:author="([^"]*)"/g);
  return [...new Set([...authors].map(([, author = ""]) => author))].sort();
}
