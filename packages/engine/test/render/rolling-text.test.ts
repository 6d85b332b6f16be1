import { describe, expect, test } from "vitest";
import { placedParagraphs } from "../../src/render/rolling/placed-paragraphs.ts";
import { type RollingTextOptions, renderRollingText } from "../../src/render/rolling/render-rolling-text.ts";
import { readBase } from "../../src/submission/base-text.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { isWordMarkup, schemaFaults, WITHOUT_SCHEMAS } from "../ooxml/wml-schema.ts";
import { readIllustrative } from "./illustrative.ts";
import { type Lines, linesOf, open, type RoundOptions, roundOf } from "./small-round.ts";

/** The lines of the rolling text up to its closing notes, those that are empty left out. */
function rolling(base: Lines, texts: Readonly<Record<string, Lines>>, options: RoundOptions = {}): string[] {
  const { base: read, compilation } = roundOf(base, texts, options);
  const lines = linesOf(renderRollingText(read, compilation));
  return lines.slice(0, lines.indexOf("Notes to the rolling text")).filter((line) => line !== "");
}

describe("a rolling text", () => {
  test("shows rival wordings in one bracket, the base wording first, each once with all its sponsors", () => {
    const texts = { XAA: ["States shall report."], XBB: ["States may report."], XCC: ["States may report."] };
    expect(rolling(["States should report."], texts)).toEqual([
      "States [should / shall (XAA) / may (XBB, XCC)] report.",
    ]);
  });

  test("shows a deletion and an insertion with who makes them", () => {
    expect(rolling(["States report promptly to it."], { XDD: ["States report to it."] })).toEqual([
      "States report [promptly (del. XDD)] to it.",
    ]);
    expect(rolling(["States report to it."], { XEE: ["States report promptly to it."] })).toEqual([
      "States report [promptly (XEE)] to it.",
    ]);
  });

  test("shows a deletion among rival wordings", () => {
    const texts = { XAA: ["They report soon here."], XBB: ["They report here."] };
    expect(rolling(["They report promptly here."], texts)).toEqual([
      "They report [promptly / soon (XAA) / del. (XBB)] here.",
    ]);
  });

  test("gives an inserted paragraph a typed number that leaves those of the base text alone", () => {
    const base = ["1. Every State reports each year.", "1. Assistance is offered on request."];
    const texts = {
      XAA: [base[0] as string, "1. Exercises show whether plans work.", base[1] as string],
      XBB: [base[0] as string, "1. A register names all who hold materials.", base[1] as string],
      XCC: ["1. Nothing here binds anybody.", ...base],
    };
    expect(rolling(base, texts)).toEqual([
      "[1 ante.\tNothing here binds anybody. (XCC)]",
      "1. Every State reports each year.",
      "[1 bis.\tExercises show whether plans work. (XAA)]",
      "[1 ter.\tA register names all who hold materials. (XBB)]",
      "2. Assistance is offered on request.",
    ]);
  });

  test("counts on within a level, and below a new paragraph from the beginning", () => {
    const base = ["1. Plans cover:", "(a) borders;", "(a) ports.", "1. Assistance is offered on request."];
    const [first, second, third, last] = base as [string, string, string, string];
    expect(rolling(base, { XAA: [first, second, "(a) airports of all kinds;", third, last] })).toEqual([
      "1. Plans cover:",
      "(a) borders;",
      "[(a bis)\tairports of all kinds; (XAA)]",
      "(b) ports.",
      "2. Assistance is offered on request.",
    ]);
    expect(rolling(base, { XAA: [first, second, third, "1. Exercises test:", "(a) alarm chains.", last] })).toEqual([
      "1. Plans cover:",
      "(a) borders;",
      "(b) ports.",
      "[1 bis.\tExercises test:",
      "(a)\talarm chains. (XAA)]",
      "2. Assistance is offered on request.",
    ]);
  });

  test("shows rival wordings of a whole paragraph as alternatives under its number", () => {
    const base = ["1. The public is entitled to know which rules exist.", "1. Assistance is offered on request."];
    const texts = {
      XAA: ["1. The public is entitled to know which rules exist and why.", base[1] as string],
      XBB: [base[1] as string],
    };
    expect(rolling(base, texts)).toEqual([
      "1. Alt. 1 [The public is entitled to know which rules exist. (del. XBB)]",
      "1.\tAlt. 2 [The public is entitled to know which rules exist and why. (XAA)]",
      "2. Assistance is offered on request.",
    ]);
  });

  test("keeps the number of a paragraph that somebody deletes", () => {
    const base = ["1. Every State reports each year.", "1. Assistance is offered on request.", "1. Plans are tested."];
    expect(rolling(base, { XAA: [base[0] as string, base[2] as string] })).toEqual([
      "1. Every State reports each year.",
      "2. [Assistance is offered on request. (del. XAA)]",
      "3. Plans are tested.",
    ]);
  });

  test("tells a move by notes of the editor at both ends", () => {
    const base = [
      "1. A culture of security can be assessed by asking managers and staff the same questions.",
      "1. Every State reports each year on what it did.",
      "1. Assistance is offered on request and free of any condition.",
    ];
    expect(rolling(base, { XAA: [base[1] as string, base[2] as string, base[0] as string] })).toEqual([
      "1. [A culture of security can be assessed by asking managers and staff the same questions. (del. XAA) "
        + "[Editor’s note: XAA moves this text after para. 3.]]",
      "2. Every State reports each year on what it did.",
      "3. Assistance is offered on request and free of any condition.",
      "[3 bis.\tA culture of security can be assessed by asking managers and staff the same questions. (XAA) "
        + "[Editor’s note: XAA moves this text here from para. 1.]]",
    ]);
  });

  test("shows where a paragraph is split or joined", () => {
    const [one, two] = ["Every State reports each year. ", "Assistance is offered on request."];
    expect(rolling([one + two], { XAA: [one, two] }).join("|")).toContain("[¶ (XAA)]");
    const joined = rolling(["Every State reports each year.", two], { XAA: [`Every State reports each year. ${two}`] });
    expect(joined).toEqual(["Every State reports each year[.¶ / . (XAA)]", two]);
  });

  test("brackets rows, and keeps the grid of the table for what would be one more cell", () => {
    const base = ["| Agency | Task", "| Customs | Inspection", "| Police | Investigation", "| Courts | Judgment"];
    const without = [base[0], base[1], base[3]] as string[];
    expect(rolling(base, { XAA: without }).slice(4, 6)).toEqual(["[Police", "Investigation (del. XAA)]"]);
    const more = [...base.slice(0, 2), "| Ministry of health | Laboratories", ...base.slice(2)];
    expect(rolling(base, { XAA: more }).slice(4, 6)).toEqual(["[Ministry of health", "Laboratories (XAA)]"]);
    const wider = base.map((line, i) => `${line} | Deputy ${i}`);
    const lines = rolling(base, { XAA: wider });
    expect(lines).toHaveLength(8);
    expect(lines.slice(0, 2)).toEqual(["Agency", "Task [further cell: Deputy 0 (XAA)]"]);
  });

  test("tells a new note in the text, so that no note is renumbered", () => {
    const notes = { old: "Resolution 1540 (2004).", fresh: "Resolution 2663 (2022)." };
    const { base, compilation } = roundOf(
      ["It began early.", "The text was renewed.", "It is in force.[^old]"],
      { XAA: ["It began early.", "The text was renewed.[^fresh]", "It is in force.[^old]"] },
      { notes },
    );
    const bytes = renderRollingText(base, compilation);
    expect(linesOf(bytes)[1]).toBe("The text was renewed.[[Footnote 1 ante: Resolution 2663 (2022).] (XAA)]");
    expect(readBase(open(bytes)).stories.filter(({ kind }) => kind === "footnote")).toHaveLength(1);
  });

  test("lists what brackets cannot show, and who the delegations are, behind the text", () => {
    const { base, compilation } = roundOf(
      ["States keep a national register."],
      { XAA: ["States keep a **national** register."] },
      { names: { XAA: "Ankervale" } },
    );
    const lines = linesOf(renderRollingText(base, compilation));
    expect(lines[0]).toBe("States keep a national register.");
    expect(lines).toContain("XAA – Ankervale");
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/national.*bold \(XAA\)$/)]));
  });

  test("sets brackets and attributions in bold, and notes of the editor in italics", () => {
    const { base, compilation } = roundOf(["States should report."], { XAA: ["States shall report."] });
    const xml = open(renderRollingText(base, compilation)).text("/word/document.xml");
    const bold = [...xml.matchAll(/<w:r><w:rPr><w:b\/><w:bCs\/><\/w:rPr><w:t[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(bold.slice(0, 4)).toEqual(["[", "/ ", " (XAA)]", "Notes to the rolling text"]);
    const { base: read, compilation: illustrative } = ILLUSTRATIVE;
    const italic = open(renderRollingText(read, illustrative))
      .text("/word/document.xml")
      .match(/<w:i\/><w:iCs\/><\/w:rPr><w:t[^>]*> \[Editor’s note/g);
    expect(italic).toHaveLength(4);
  });

  test("writes hostile names and words as what they are", () => {
    const name = `</w:t><script>"&'\u0000\ud800 ]]>`;
    const { base, compilation } = roundOf(["A b c."], { XAA: ["A <i>&amp; c."] }, { names: { XAA: name } });
    const lines = linesOf(renderRollingText(base, compilation));
    expect(lines[0]).toBe("A [b / <i>&amp; (XAA)] c.");
    expect(lines).toContain(`XAA – </w:t><script>"&'\ufffd\ufffd ]]>`);
  });
});

const ILLUSTRATIVE = readIllustrative();

describe("the rolling text of the illustrative guide", () => {
  const { base, compilation } = ILLUSTRATIVE;
  const render = (options: RollingTextOptions = {}): Uint8Array => renderRollingText(base, compilation, options);
  const bytes = render();
  const made = open(bytes);

  test("has the words and the automatic numbers of the base text, all of them and in their order", () => {
    const numbered = (text: ReturnType<typeof readBase>): string[] =>
      text.stories
        .flatMap((story) => placedParagraphs(story).map(({ paragraph }) => paragraph.label))
        .filter((label) => label !== "");
    const again = readBase(made);
    expect(numbered(again)).toEqual(numbered(base));
    for (const [i, { tokens }] of base.stories.entries()) {
      const words = (again.stories[i]?.tokens ?? []).map(({ text }) => text.trim());
      let at = 0;
      for (const { text } of tokens) at = words.indexOf(text.trim(), at) + 1 || Number.NaN;
      expect(at, `words of ${base.stories[i]?.id}`).not.toBeNaN();
    }
  });

  test("names every delegation at each of its wordings", () => {
    const text = readBase(made)
      .stories.map(({ tokens }) => tokens.map((token) => token.text).join(""))
      .join("\n");
    for (const { proposals } of compilation.stories.flatMap(({ passages }) => passages)) {
      for (const { sponsors } of proposals)
        expect(text).toContain(`${sponsors.map(({ delegation }) => delegation).join(", ")})`);
    }
  });

  test("tracks no change, and has comments only if asked", () => {
    const changes = /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|\w+Change|customXml\w*Range\w*)[\s/>]/;
    for (const part of made.parts.filter((name) => name.endsWith(".xml"))) expect(made.text(part)).not.toMatch(changes);
    expect(made.parts.filter((part) => part.includes("comments"))).toEqual([]);
    const authors = [
      ...open(render({ comments: true }))
        .text("/word/comments.xml")
        .matchAll(/w:author="([^"]*)"/g),
    ];
    expect(authors.map(([, author]) => author)).toEqual(compilation.comments.map(({ delegation }) => delegation));
  });

  test("is a sound Word file with the properties of the base file and the same bytes each time", () => {
    expect(unsoundness(made, base.file.package)).toEqual([]);
    expect(render()).toEqual(bytes);
  });

  test.skipIf(WITHOUT_SCHEMAS !== "")(`follows the transitional schema of ECMA-376${WITHOUT_SCHEMAS}`, async () => {
    const parts = [made, open(render({ comments: true }))].flatMap((each, i) =>
      each.parts
        .filter(isWordMarkup)
        .map((part) => ({ fileName: `${i}_${part.slice(1).replaceAll("/", "_")}`, xml: each.text(part) })),
    );
    expect(parts.length).toBeGreaterThan(12);
    expect(await schemaFaults(parts, "wml.xsd")).toEqual([]);
  });
});
