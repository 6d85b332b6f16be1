import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comment, reply, resolve } from "../../../../fixtures/docx-builder/draft/comments.ts";
import type { Draft } from "../../../../fixtures/docx-builder/draft/draft.ts";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import { seeded } from "../../../../fixtures/generated/random.ts";
import {
  type BaseText,
  type FileComment,
  type JoinedUnits,
  joinUnits,
  type ParagraphProposal,
  readBase,
  readComments,
  readSubmission,
  type Story,
  type Token,
  type Unit,
  writeProposals,
} from "../../src/index.ts";
import { textOf } from "../../src/model/text.ts";
import { WordFile } from "../../src/ooxml/word-file.ts";
import { paragraphs, smallFile } from "../bad-input/small-file.ts";
import { open } from "../laws/compile-files.ts";
import { sent, smallBase } from "../laws/small-files.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { randomProposals } from "./random-proposals.ts";

const XAA = { code: "XAA", name: "Xanadu" };

function unitOf(base: BaseText, label: string, bytes: Uint8Array): Unit {
  const about = { name: label, sha256: "", bytes: bytes.length };
  return { label, submission: readSubmission(base, open(bytes), { code: label, name: label }, about) };
}

/** Joins copies of a small text, by label; gives base, units and what comes of them. */
function join(
  body: string,
  copies: Readonly<Record<string, string>>,
): { base: BaseText; units: Unit[]; joined: JoinedUnits } {
  const base = readBase(open(smallFile(body)));
  const units = Object.entries(copies).map(([label, copy]) => unitOf(base, label, smallFile(copy)));
  return { base, units, joined: joinUnits(base, units, XAA, { authors: "delegation" }) };
}

function fileOf(joined: JoinedUnits): Uint8Array {
  if (joined.kind === "conflicts") throw new Error(`Conflicts: ${JSON.stringify(joined.conflicts)}`);
  return joined.file.bytes;
}

function acceptedBody(bytes: Uint8Array): string {
  return textOf((readBase(open(bytes)).stories[0] as Story).tokens);
}

function sidesOf(joined: JoinedUnits): unknown {
  return joined.kind === "joined"
    ? null
    : joined.conflicts.map(({ place, base, sides }) => [
        place.citation,
        base,
        ...sides.map((side) => [side.units.join("+"), side.kind === "wording" ? side.wording : `(${side.change})`]),
      ]);
}

const TEXT = paragraphs("States should report.", "Assistance is free.");

describe("what the experts of one delegation made", () => {
  test("is joined where they do not meet, in the name of the delegation", () => {
    const { base, joined } = join(TEXT, {
      "a.docx": TEXT.replace("should", "shall"),
      "b.docx": TEXT.replace("free.", "free of charge."),
    });
    const bytes = fileOf(joined);
    expect(acceptedBody(bytes)).toBe("States shall report.\nAssistance is free of charge.\n");
    const { stories, equalsFile } = unitOf(base, "XAA", bytes).submission;
    expect(equalsFile).toBe(true);
    expect(stories[0]?.edits.map(({ by }) => by.map(({ author }) => author))).toEqual([["Xanadu"], ["Xanadu"]]);
  });

  test("identical edits count once, and rival wordings are told with their place and nothing is written", () => {
    expect(
      sidesOf(
        join(TEXT, {
          "a.docx": TEXT.replace("should", "shall"),
          "b.docx": TEXT.replace("should", "may").replace("free", "cheap"),
          "c.docx": TEXT.replace("should", "shall"),
        }).joined,
      ),
    ).toEqual([["para. 1", "should ", ["a.docx+c.docx", "shall "], ["b.docx", "may "]]]);
    const same = join(TEXT, { a: TEXT.replace("should", "shall"), b: TEXT.replace("should", "shall") });
    const xml = open(fileOf(same.joined)).text("/word/document.xml");
    expect([xml.match(/<w:ins /g)?.length, xml.match(/<w:del /g)?.length]).toEqual([1, 1]);
  });

  test("two insertions at one place are rivals, and so are a deletion and words inserted in the midst of it", () => {
    const { joined } = join(TEXT, {
      a: TEXT.replace("should report", "should always report").replace("Assistance is free.", ""),
      b: TEXT.replace("should report", "should never report").replace("is free", "is always free"),
    });
    expect(sidesOf(joined)).toEqual([
      ["para. 1", "", ["a", "always "], ["b", "never "]],
      ["para. 2", "Assistance is free.", ["a", ""], ["b", "Assistance is always free."]],
    ]);
  });

  test("rival looks are told: of words that stay, of words that are inserted, of words that another takes out", () => {
    const bold = (text: string, sign: string, word: string): string =>
      text.replace(
        new RegExp(`<w:r>(<w:t[^>]*>)([^<]*)${word}([^<]*)</w:t></w:r>`),
        `<w:r>$1$2</w:t></w:r><w:r><w:rPr><w:${sign}/></w:rPr>$1${word}</w:t></w:r><w:r>$1$3</w:t></w:r>`,
      );
    const kept = { a: bold(TEXT, "b", "report"), b: bold(TEXT, "i", "report") };
    expect(sidesOf(join(TEXT, kept).joined)).toEqual([["para. 1", "report", ["a", "(bold)"], ["b", "(italic)"]]]);
    const more = TEXT.replace("report", "now report");
    const inserted = { a: bold(more, "b", "now "), b: more };
    expect(sidesOf(join(TEXT, inserted).joined)).toEqual([["para. 1", "", ["a", "(bold)"], ["b", "(plain)"]]]);
    const out = { a: bold(TEXT, "b", "report"), b: TEXT.replace("report", "act") };
    expect(sidesOf(join(TEXT, out).joined)).toEqual([["para. 1", "report", ["a", "(bold)"], ["b", ""]]]);
    expect(acceptedBody(fileOf(join(TEXT, { a: kept.a, b: kept.a }).joined))).toBe(
      "States should report.\nAssistance is free.\n",
    );
  });

  test("a note that one words anew and another takes out with its reference is a conflict", () => {
    const notes = (text: string): { parts: Record<string, { type: string; xml: string }> } => ({
      parts: {
        "word/footnotes.xml": {
          type: "footnotes",
          xml: `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">${paragraphs(text)}</w:footnote></w:footnotes>`,
        },
      },
    });
    const body = '<w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const base = readBase(open(smallFile(body, notes("A note."))));
    const units = [
      unitOf(base, "a", smallFile(body, notes("Another note."))),
      unitOf(base, "b", smallFile(paragraphs("One"), notes("A note."))),
    ];
    expect(sidesOf(joinUnits(base, units, XAA, { authors: "persons" }))).toEqual([
      ["footnote 1", "A ", ["a", "Another "], ["b", ""]],
    ]);
  });

  test("persons are named as the units name them, and a unit without names by its label", () => {
    const base = readBase(open(smallBase()));
    const shall = (draft: Draft): void => void comment(draft, { key: "first", words: "States" }, ["Why?"]);
    const files = [sent("XAA", true, shall), sent("XBB", true, () => {})];
    const units = files.map((file) => unitOf(base, file.code, file.bytes));
    const proposals: ParagraphProposal[] = [{ kind: "delete", story: "body", paragraph: 0 }];
    const web = writeProposals(base, proposals, { name: "B. Ek", initials: "BE", date: "2026-03-03T10:00:00Z" }).bytes;
    const more = [unitOf(base, "web", web), unitOf(base, "web again", web)];
    const joined = joinUnits(base, [...units, ...more], XAA, { authors: "persons" });
    const bytes = fileOf(joined);
    expect(open(bytes).text("/word/document.xml")).toContain('w:author="B. Ek" w:date="2026-03-03T10:00:00Z"');
    expect(commentsIn(bytes).map(({ author }) => author)).toEqual(["Expert of XAA"]);
    const untracked = join(TEXT, { "a.docx": TEXT.replace("should", "shall") });
    expect(
      open(fileOf(joinUnits(untracked.base, untracked.units, XAA, { authors: "persons" }))).text("/word/document.xml"),
    ).toContain('<w:del w:id="1" w:author="a.docx">');
  });

  test("who went on with the file of another does not double its comments, and answers stay with them", () => {
    const base = readBase(open(smallBase()));
    const spot = { key: "first", words: "States" };
    const first = (draft: Draft): number => comment(draft, spot, ["Why?"]);
    const a = sent("XAA", true, (draft) => resolve(draft, first(draft)));
    const b = sent("XAA", true, (draft) => void reply(draft, first(draft), spot, ["Because."]));
    const c = sent("XAA", true, (draft) => {
      comment(draft, spot, ["Twice."]);
      comment(draft, spot, ["Twice."]);
      const { comments } = draft.text;
      for (const each of comments) each.by = { author: "C", date: "2026-03-02T09:09:00Z" };
    });
    const units = [a, b, c].map(({ bytes }, i) => unitOf(base, `unit ${i}`, bytes));
    const told = commentsIn(fileOf(joinUnits(base, units, XAA, { authors: "delegation" })));
    expect(told.map(({ paragraphs: all, author, initials, resolved }) => [all[0], author, initials, resolved])).toEqual(
      [
        ["Why?", "Xanadu", "XAA", false],
        ["Because.", "Xanadu", "XAA", false],
        ["Twice.", "Xanadu", "XAA", false],
        ["Twice.", "Xanadu", "XAA", false],
      ],
    );
    expect(told[1]?.parent).toBe(told[0]?.id);
  });

  test("one unit takes out the last paragraph of a cell, another the one before it: the paragraph before is the last", () => {
    const cell = (...texts: string[]): string => `<w:tbl><w:tr><w:tc>${paragraphs(...texts)}</w:tc></w:tr></w:tbl>`;
    const base = readBase(open(smallFile(cell("One.", "Two.", "Three."))));
    const without = (paragraph: number): Unit => {
      const bytes = writeProposals(base, [{ kind: "delete", story: "body", paragraph }], {
        name: "A",
        initials: "A",
        date: "2026",
      }).bytes;
      return unitOf(base, `without ${paragraph}`, bytes);
    };
    const bytes = fileOf(joinUnits(base, [without(6), without(9)], XAA, { authors: "delegation" }));
    expect(acceptedBody(bytes)).toBe("One.\n");
  });

  test("two take out the last paragraph, and the one before it is empty: that one stays, and so does the text before", () => {
    for (const [texts, paragraph, left] of [
      [["One.", "", ""], 4, "One.\n\n"],
      [["", ""], 1, "\n"],
    ] as const) {
      const bytes = smallFile(paragraphs(...texts));
      const base = readBase(open(bytes));
      const units = ["A", "B"].map((name) => {
        const by = { name, initials: name, date: "2026-03-01T09:00:00Z" };
        return unitOf(base, name, writeProposals(base, [{ kind: "delete", story: "body", paragraph }], by).bytes);
      });
      for (const authors of ["persons", "delegation"] as const)
        expect(acceptedBody(fileOf(joinUnits(base, units, XAA, { authors })))).toBe(left);
      expect(faultsOf(base, bytes, units)).toEqual([]);
    }
  });

  test("words typed into a paragraph, or at its beginning, are a conflict with taking it out: they would begin the next one", () => {
    const three = paragraphs("One.", "", "Three.");
    const typed = { a: paragraphs("One.", "Three."), b: paragraphs("One.", "Two.", "Three.") };
    expect(sidesOf(join(three, typed).joined)).toEqual([["para. 1", "\n", ["b", "Two.\n"], ["a", ""]]]);
    const before = { a: typed.a, b: paragraphs("One.", "Always two.", "Three."), c: typed.a };
    expect(sidesOf(join(paragraphs("One.", "two.", "Three."), before).joined)).toEqual([
      ["para. 2", "two.\n", ["b", "Always two.\n"], ["a+c", ""]],
    ]);
    // At the end of a text as well: there the paragraph cannot go with words in it.
    const last = { a: paragraphs("One."), b: paragraphs("One.", "Two.") };
    expect(sidesOf(join(paragraphs("One.", ""), last).joined)).toEqual([["para. 1", "\n", ["b", "Two.\n"], ["a", ""]]]);
  });

  test("a whole new paragraph before one that another takes out is no conflict", () => {
    const three = paragraphs("One.", "Two.", "Three.");
    const { joined } = join(three, {
      a: paragraphs("One.", "Three."),
      b: paragraphs("One.", "New.", "Two.", "Three."),
    });
    expect(acceptedBody(fileOf(joined))).toBe("One.\nNew.\nThree.\n");
  });

  test("to put words in place of others and to insert the same words behind those is a conflict: they would stand twice", () => {
    const shall = { a: TEXT.replace("should", "shall"), b: TEXT.replace("should", "should shall") };
    expect(sidesOf(join(TEXT, shall).joined)).toEqual([
      ["para. 1", "should ", ["a", "shall "], ["b", "should shall "]],
    ]);
    const always = { a: shall.a, b: TEXT.replace("should", "should always") };
    expect(acceptedBody(fileOf(join(TEXT, always).joined))).toContain("States shall always report.");
  });

  test("two take out all paragraphs of a cell between them: it keeps one that is empty", () => {
    const table = (...texts: string[]): string =>
      `<w:tbl><w:tr><w:tc>${paragraphs(...texts)}</w:tc></w:tr></w:tbl>${paragraphs("Behind.")}`;
    const { joined } = join(table("One.", "Two."), { a: table("One."), b: table("Two.") });
    expect(acceptedBody(fileOf(joined))).toBe("\nBehind.\n");
  });

  test("no units, or units without edits, give the base", () => {
    const base = readBase(open(smallFile(TEXT)));
    for (const units of [[], [unitOf(base, "a", smallFile(TEXT))]])
      expect(acceptedBody(fileOf(joinUnits(base, units, XAA, { authors: "delegation" })))).toBe(
        "States should report.\nAssistance is free.\n",
      );
  });
});

function commentsIn(bytes: Uint8Array): FileComment[] {
  return readComments(new WordFile(open(bytes), null));
}

/**
 * What all units together propose for the body, reckoned token by token and without the engine: whatever one deletes is
 * gone, whatever one inserts is there once. A cell from which they take out all paragraphs keeps one that is empty: Word
 * has none without.
 */
function union(body: readonly Token[], units: readonly Unit[]): string {
  const deleted = new Set<number>();
  const inserted = new Map<number, Set<string>>();
  const edits = units.flatMap(
    ({ submission }) => submission.stories.find(({ story }) => story === "body")?.edits ?? [],
  );
  // What replaces words stands where they stood, before what is inserted behind them.
  for (const edit of edits.toSorted((x, y) => x.fromA - y.fromA || x.toA - y.toA)) {
    for (let at = edit.fromA; at < edit.toA; at++) deleted.add(at);
    if (edit.inserted.length === 0) continue;
    inserted.set(edit.toA, (inserted.get(edit.toA) ?? new Set()).add(textOf(edit.inserted)));
  }
  let text = "";
  let begun = 0; // where the text of the cell begins
  for (let at = 0; at <= body.length; at++) {
    text += [...(inserted.get(at) ?? [])].join("");
    const token = body[at];
    if (deleted.has(at)) continue;
    const endsCell = token?.kind === "close" && token.wording.startsWith("</cell");
    if (endsCell && text.length === begun) text += "\n";
    text += token?.text ?? "";
    if (token?.kind === "open" || token?.kind === "close") begun = text.length;
  }
  return text;
}

/** What breaks of the law for units of a base; empty if nothing does. */
function faultsOf(base: BaseText, bytes: Uint8Array, units: readonly Unit[]): string[] {
  const joined = joinUnits(base, units, XAA, { authors: "persons" });
  const again = joinUnits(base, units.toReversed(), XAA, { authors: "persons" });
  if (joined.kind === "conflicts") {
    const unfair = joined.conflicts.filter(
      ({ sides }) => sides.length < 2 || sides.some((side) => side.units.length === 0),
    );
    return [
      ...unfair.map(({ place }) => `no conflict: ${place.citation}`),
      ...(JSON.stringify(again) === JSON.stringify(joined) ? [] : ["in another order other conflicts"]),
    ];
  }
  const faults: string[] = [];
  const made = joined.file.bytes;
  const wanted = union(base.stories[0]?.tokens ?? [], units);
  const found = acceptedBody(made);
  if (found !== wanted) faults.push(`wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  if (!unitOf(base, "XAA", made).submission.equalsFile) faults.push("the edits do not give the file");
  if (joined.file.untrackable.length > 0) faults.push(`untrackable ${JSON.stringify(joined.file.untrackable)}`);
  const wantedComments = units.flatMap(({ submission }) =>
    submission.comments.map(({ by, paragraphs: all }) => JSON.stringify([by, all])),
  );
  const comments = commentsIn(made).map(({ author, date, paragraphs: all }) => JSON.stringify([{ author, date }, all]));
  if (JSON.stringify(wantedComments.sort()) !== JSON.stringify(comments.sort())) faults.push("other comments");
  if (again.kind === "conflicts" || Buffer.compare(again.file.bytes, made) !== 0)
    faults.push("in another order another file");
  faults.push(...unsoundness(open(made), open(bytes)));
  return faults;
}

describe("law: the joined file proposes what all units propose together", { timeout: 60_000 }, () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

  test("for experts who share out the paragraphs in the browser, and agree on some", () => {
    let joined = 0;
    const holds = fc.property(
      seeds,
      fc.integer({ min: 5, max: 20 }),
      fc.integer({ min: 2, max: 4 }),
      (seed, length, experts) => {
        const { base: bytes } = generateSet({ seed, paragraphs: length, submissions: 1, edits: 1, mode: "tracked" });
        const base = readBase(open(bytes));
        const random = seeded(seed);
        const all = randomProposals(random, base);
        const paragraph = (each: ParagraphProposal): string => `${each.story} ${each.paragraph}`;
        const owner = new Map(all.map((each) => [paragraph(each), random.below(experts)]));
        const units = Array.from({ length: experts }, (_, i) => {
          const own = all.filter((each) => owner.get(paragraph(each)) === i || random.chance(0.1));
          const proposer = { name: `Expert ${i}`, initials: `E${i}`, date: `2026-03-0${i + 1}T09:00:00Z` };
          return unitOf(base, `Expert ${i}`, writeProposals(base, own, proposer).bytes);
        });
        if (joinUnits(base, units, XAA, { authors: "persons" }).kind === "joined") joined++;
        expect(faultsOf(base, bytes, units)).toEqual([]);
      },
    );
    fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
    expect(joined).toBeGreaterThan(0);
  });

  test("for experts who meet in every paragraph of a short text, at its ends and in cells", () => {
    const texts = fc.array(fc.constantFrom("", "One.", "Two words."), { minLength: 1, maxLength: 3 });
    let joined = 0;
    const holds = fc.property(seeds, texts, texts, fc.boolean(), (seed, own, inCell, hasCell) => {
      const cell = hasCell ? `<w:tbl><w:tr><w:tc>${paragraphs(...inCell)}</w:tc></w:tr></w:tbl>` : "";
      const bytes = smallFile(cell + paragraphs(...own));
      const base = readBase(open(bytes));
      const random = seeded(seed);
      const all = randomProposals(random, base, 0.8);
      const units = Array.from({ length: 3 }, (_, i) => {
        const proposer = { name: `Expert ${i}`, initials: `E${i}`, date: `2026-03-0${i + 1}T09:00:00Z` };
        const some = all.filter(() => random.chance(0.6));
        return unitOf(base, proposer.name, writeProposals(base, some, proposer).bytes);
      });
      if (joinUnits(base, units, XAA, { authors: "persons" }).kind === "joined") joined++;
      expect(faultsOf(base, bytes, units)).toEqual([]);
    });
    fc.assert(holds, { numRuns: 300, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
    expect(joined).toBeGreaterThan(0);
  });

  test("for generated Word files, tracked or not", () => {
    const sets = fc.record({
      seed: seeds,
      paragraphs: fc.integer({ min: 30, max: 50 }),
      submissions: fc.integer({ min: 2, max: 3 }),
      edits: fc.integer({ min: 1, max: 3 }),
      mode: fc.constantFrom("tracked" as const, "untracked" as const, "mixed" as const),
    });
    let joined = 0;
    const holds = fc.property(sets, (options) => {
      const { base: bytes, submissions } = generateSet(options);
      const base = readBase(open(bytes));
      const units = submissions.map(({ code, bytes: own }) => unitOf(base, code, own));
      if (joinUnits(base, units, XAA, { authors: "persons" }).kind === "joined") joined++;
      expect(faultsOf(base, bytes, units)).toEqual([]);
    });
    fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
    expect(joined).toBeGreaterThan(0);
  });
});
