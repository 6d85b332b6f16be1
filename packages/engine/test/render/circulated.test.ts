import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import {
  type BaseText,
  consolidate,
  listParagraphs,
  Problem,
  readBase,
  readSubmission,
  renderTracked,
  resolveChanges,
  type Submission,
  writeCirculated,
} from "../../src/index.ts";
import { type Story, sameTokens, textOf } from "../../src/model/text.ts";
import { paragraphs, smallFile } from "../bad-input/small-file.ts";
import { circulate } from "../laws/circulate.ts";
import { open } from "../laws/compile-files.ts";
import { brokenLaws } from "../laws/holds.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "../ooxml/corpus.ts";

function idsIn(bytes: Uint8Array): (string | null)[] {
  return listParagraphs(readBase(open(bytes))).map(({ id }) => id);
}

/** What is not as it should be in the circulated file of a base; empty if all is well. */
function faultsOf(bytes: Uint8Array): string[] {
  const base = readBase(open(bytes));
  const made = circulate(bytes);
  const read = readBase(open(made));
  const count = listParagraphs(base).length;
  const ids = idsIn(made);
  return [
    ...(sameText(base, read) ? [] : ["the text is another"]),
    ...(ids.every((id) => id !== null) ? [] : ["some paragraph has no id"]),
    ...(ids.length === count && new Set(ids).size === count ? [] : ["ids are missing or doubled"]),
    ...otherParts(bytes, made).map((part) => `${part} is another`),
    ...(Buffer.compare(circulate(made), made) === 0 ? [] : ["circulated again it is another file"]),
    ...unsoundness(open(made), open(bytes)),
  ];
}

function sameText(a: BaseText, b: BaseText): boolean {
  return (
    a.stories.length === b.stories.length
    && a.stories.every(({ id, tokens }, i) => id === b.stories[i]?.id && sameTokens(tokens, b.stories[i]?.tokens ?? []))
  );
}

/** Parts, but for the main text, that do not hold the same bytes. */
function otherParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [open(before), open(after)];
  expect(b.parts).toEqual(a.parts);
  return a.parts.filter((part) => part !== a.mainPart && !b.sameBytes(part, a, part));
}

function submit(base: BaseText, bytes: Uint8Array): Submission {
  const about = { name: "XAA.docx", sha256: "", bytes: bytes.length };
  return readSubmission(base, open(bytes), { code: "XAA", name: "XAA" }, about);
}

/** A file whose main text was changed as a string. */
function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const body = open(bytes)
    .text("/word/document.xml")
    .replace(/^.*<w:body>(.*)<\/w:body>.*$/s, "$1");
  return smallFile(change(body));
}

const TEXT = smallFile(paragraphs("States should report.", "Each State keeps a register.", "Assistance is free."));

describe("the file to circulate", () => {
  test("has a hidden bookmark round the content of every paragraph, behind its properties", () => {
    const made = circulate(smallFile('<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>One.</w:t></w:r></w:p><w:p/>'));
    expect(open(made).text("/word/document.xml")).toContain(
      '<w:body><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:bookmarkStart w:id="1" w:name="_cp_p0"/><w:r><w:t>One.</w:t></w:r>'
        + '<w:bookmarkEnd w:id="1"/></w:p><w:p><w:bookmarkStart w:id="2" w:name="_cp_p1"/><w:bookmarkEnd w:id="2"/></w:p></w:body>',
    );
  });

  test("gives cells their ids, and none to text boxes", () => {
    const box = "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    const table = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/><w:p/></w:tc></w:tr></w:tbl>";
    const made = circulate(
      smallFile((box + table).replace("<w:pict>", '<w:pict xmlns:v="urn:schemas-microsoft-com:vml">')),
    );
    expect(idsIn(made)).toEqual(["p0", "p1", "p2", "p3"]);
    expect(faultsOf(made)).toEqual([]);
  });

  test("leaves out a table of contents, which Word makes anew", () => {
    const run = (inner: string): string => `<w:r>${inner}</w:r>`;
    const begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC</w:instrText>");
    const field = `<w:p>${begin}${run('<w:fldChar w:fldCharType="separate"/>')}${run("<w:t>One 1</w:t>")}</w:p>`;
    const end = `<w:p>${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`;
    expect(idsIn(circulate(smallFile(field + end + paragraphs("One"))))).toEqual(["p0"]);
  });

  test("keeps the ids that are there, so that the next draft carries them on", () => {
    const made = circulate(TEXT);
    const next = rewritten(made, (body) =>
      body.replace("</w:p>", "</w:p><w:p><w:r><w:t>New one.</w:t></w:r></w:p>").replace("free", "free of charge"),
    );
    expect(idsIn(next)).toEqual(["p0", null, "p1", "p2"]);
    expect(idsIn(circulate(next, 7))).toEqual(["p0", "p7", "p1", "p2"]);
  });

  test("a copied paragraph gets an id of its own, and the first keeps the one that both claim", () => {
    const next = rewritten(circulate(TEXT), (body) => body.replace(/<w:p>.*?<\/w:p>/s, "$&$&"));
    expect(idsIn(next)).toEqual(["p0", null, "p1", "p2"]);
    expect(idsIn(circulate(next, 7))).toEqual(["p0", "p7", "p1", "p2"]);
  });

  test("of joined paragraphs the first gives its id, of a split one the first part keeps it", () => {
    const made = circulate(TEXT);
    expect(idsIn(rewritten(made, (body) => body.replace("</w:p><w:p>", "")))).toEqual(["p0", "p2"]);
    const split = rewritten(made, (body) => body.replace("should", "should</w:t></w:r></w:p><w:p><w:r><w:t>"));
    expect(idsIn(split)).toEqual(["p0", null, "p1", "p2"]);
  });

  test("what is left of a deleted paragraph's bookmark gives no id to the next one", () => {
    const gone = rewritten(circulate(TEXT), (body) => body.replace(/<w:r>.*?<\/w:r>/s, "").replace("</w:p><w:p>", ""));
    expect(idsIn(gone)).toEqual(["p1", "p2"]);
  });

  test.each(["", "a-b", "é", "x".repeat(37)])("refuses %j, which can be no bookmark", (id) => {
    expect(() => writeCirculated(readBase(open(TEXT)), () => id)).toThrow(RangeError);
  });

  test("refuses one id for two paragraphs, whatever the case of its letters", () => {
    const ids = ["a1", "A1", "b"].values();
    expect(() => writeCirculated(readBase(open(TEXT)), () => ids.next().value ?? "")).toThrow(RangeError);
  });

  test("law: nothing else changes, and every paragraph has an id, for any generated text", () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const holds = fc.property(seeds, fc.integer({ min: 5, max: 30 }), (seed, length) => {
      const { base } = generateSet({ seed, paragraphs: length, submissions: 1, edits: 1, mode: "tracked" });
      expect(faultsOf(base)).toEqual([]);
    });
    fc.assert(holds, { numRuns: 20, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
  });

  test.skipIf(WITHOUT_CORPUS !== "")(`law: the same for real files${WITHOUT_CORPUS}`, { timeout: 60_000 }, () => {
    const faults = new Map<string, string[]>();
    for (const name of CORPUS) {
      const bytes = readCorpus(name);
      try {
        readBase(open(bytes));
      } catch (error) {
        if (error instanceof Problem) continue;
        throw error;
      }
      const found = faultsOf(bytes);
      if (found.length > 0) faults.set(name, found);
    }
    expect(Object.fromEntries(faults)).toEqual({});
  });
});

describe("submissions of a circulated text", () => {
  const set = generateSet({ seed: 11, paragraphs: 25, submissions: 4, edits: 8, mode: "mixed" });

  test("the laws hold where base and submissions carry bookmarks", () => {
    const sent = set.submissions.map(({ code, bytes }) => ({ code, bytes: circulate(bytes) }));
    expect(brokenLaws(circulate(set.base), sent)).toEqual([]);
  });

  test("law: in the next draft every paragraph that nobody touched has the id that it had", () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const holds = fc.property(seeds, fc.integer({ min: 8, max: 30 }), (seed, length) => {
      const { base, submissions } = generateSet({ seed, paragraphs: length, submissions: 1, edits: 8, mode: "mixed" });
      const circulated = circulate(base);
      for (const { bytes } of submissions) expect(lostIds(circulated, bytes)).toEqual([]);
    });
    fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
  });

  test("a file with bookmarks reads against the base without them just as one without, and the other way round", () => {
    const [plain, marked] = [readBase(open(set.base)), readBase(open(circulate(set.base)))];
    for (const { bytes } of set.submissions) {
      const told = (base: BaseText, file: Uint8Array): unknown => {
        const { stories, likeness, equalsFile } = submit(base, file);
        return { stories: stories.map(shape), likeness, equalsFile };
      };
      const wanted = told(plain, bytes);
      expect(told(plain, circulate(bytes))).toEqual(wanted);
      expect(told(marked, bytes)).toEqual(wanted);
    }
  });

  test("a paragraph is known by its bookmark where Word's own id is lost, as by that id", () => {
    // Rewritten so much that its neighbour, a new paragraph, is more like the old one.
    const base = smallFile(
      paragraphs(
        "States should report to the Committee on the measures that they took.",
        "Assistance is free of charge.",
      ),
    );
    const marked = circulate(base);
    const sent = rewritten(marked, (body) =>
      body
        .replace("<w:p>", `${paragraphs("States should report to the Committee on the help that they took.")}<w:p>`)
        .replace(
          "States should report to the Committee on the measures",
          "Every two years they report on the measures",
        ),
    );
    const { stories } = submit(readBase(open(marked)), sent);
    expect(stories[0]?.edits.map(({ fromA, toA, inserted }) => [fromA, toA, textOf(inserted)])).toEqual([
      [0, 0, "States should report to the Committee on the help that they took.\n"],
      [0, 6, "Every two years they report "],
    ]);
  });
});

/**
 * Of the paragraphs that a submission does not touch, those that have another id in the next draft, which takes all that
 * it proposes; empty if none has.
 */
function lostIds(bytes: Uint8Array, sent: Uint8Array): string[] {
  const base = readBase(open(bytes));
  const submission = submit(base, sent);
  const compilation = consolidate(base, [submission], [submission.delegation]);
  const next = readBase(open(resolveChanges(open(renderTracked(base, compilation).bytes), "accept")));
  const edits = submission.stories.find(({ story }) => story === "body")?.edits ?? [];
  const told = paragraphTexts(next);
  const starts = new Set(listParagraphs(base).map(({ from }) => from));
  return [...paragraphTexts(base)].flatMap(([id, { text, from, to }]) => {
    // To delete the mark before a paragraph, and not the whole of the one before, joins the two.
    const isTouched = edits.some(
      ({ fromA, toA }) => (fromA < to && toA > from) || (fromA < toA && toA === from && !starts.has(fromA)),
    );
    return isTouched || told.get(id)?.text === text ? [] : [`${id} is ${JSON.stringify(told.get(id)?.text)}`];
  });
}

function paragraphTexts(base: BaseText): Map<string, { text: string; from: number; to: number }> {
  const { tokens } = base.stories[0] as Story;
  return new Map(
    listParagraphs(base).map(({ from, id }) => {
      const to = tokens.findIndex(({ kind }, at) => at >= from && kind === "mark") + 1;
      return [id ?? "", { text: textOf(tokens.slice(from, to)), from, to }];
    }),
  );
}

function shape({ story, edits, reformats }: Submission["stories"][number]): unknown {
  return {
    story,
    edits: edits.map(({ fromA, toA, inserted, tracked, by, move }) => [
      fromA,
      toA,
      textOf(inserted),
      tracked,
      by,
      move,
    ]),
    reformats: reformats.map(({ fromA, toA }) => [fromA, toA]),
  };
}

test("a base that tracks changes itself carries its ids all the same", () => {
  const change = '<w:del w:id="1" w:author="A"';
  const body =
    `<w:p><w:pPr><w:rPr>${change}/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>`
    + `<w:p>${change.replace("1", "2")}><w:r><w:delText>or </w:delText></w:r></w:del><w:r><w:t>two.</w:t></w:r></w:p>`;
  const made = circulate(smallFile(body + paragraphs("Three.")));
  const read = readBase(open(made));
  expect(textOf((read.stories[0] as Story).tokens)).toBe("One two.\nThree.\n");
  expect(idsIn(made)).toEqual(["p0", "p1"]);
});
