import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import { seeded } from "../../../../fixtures/generated/random.ts";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import {
  type BaseText,
  type Block,
  consolidate,
  type Paragraph,
  type ParagraphContent,
  type ParagraphProposal,
  Problem,
  type Proposer,
  readAs,
  readBase,
  readSubmission,
  type Story,
  type Submission,
  type Token,
  writeProposals,
} from "../../src/index.ts";
import { sameTokens, textOf } from "../../src/model/text.ts";
import { emphasisOf } from "../../src/render/emphasis.ts";
import { paragraphs, problemOf, smallFile } from "../bad-input/small-file.ts";
import { circulate } from "../laws/circulate.ts";
import { open } from "../laws/compile-files.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "../ooxml/corpus.ts";
import { randomProposals } from "./random-proposals.ts";
import { contentOf, isOpen, shownParagraphs } from "./shown-content.ts";

const LUND: Proposer = { name: "A. Lund", initials: "AL", date: "2026-03-02T09:00:00Z" };

function submit(base: BaseText, bytes: Uint8Array): Submission {
  const about = { name: "XAA.docx", sha256: "", bytes: bytes.length };
  return readSubmission(base, open(bytes), { code: "XAA", name: "XAA" }, about);
}

/** The base body of a small file as the written file proposes it: marks as `¶`, emphasis as `[bi:words]`. */
function proposed(bytes: Uint8Array, ...proposals: ParagraphProposal[]): string {
  const base = readBase(open(bytes));
  const made = writeProposals(base, proposals, LUND);
  expect(faultsOf(base, bytes, proposals)).toEqual([]);
  return shown((readBase(open(made.bytes)).stories[0] as Story).tokens);
}

function shown(tokens: readonly Token[]): string {
  let text = "";
  let open_ = "";
  for (const token of tokens) {
    const signs = emphasisOf(token);
    if (signs !== open_) text += (open_ === "" ? "" : "]") + (signs === "" ? "" : `[${signs}:`);
    open_ = signs;
    text += token.kind === "mark" ? "¶" : token.text;
  }
  return text;
}

const typed = (text: string, emphasis: "" | "b" | "i" = ""): ParagraphContent[number] => ({
  kind: "text",
  text,
  emphasis,
});
const replace = (paragraph: number, ...content: [ParagraphContent, ...ParagraphContent[]]): ParagraphProposal => ({
  kind: "replace",
  story: "body",
  paragraph,
  content,
});

/** What breaks of the law for the written file of some proposals; empty if it holds. */
function faultsOf(base: BaseText, bytes: Uint8Array, proposals: readonly ParagraphProposal[]): string[] {
  const made = writeProposals(base, proposals, LUND);
  const accepted = readBase(open(made.bytes));
  const rejected = readBase(open(made.bytes), "reject");
  const submission = submit(base, made.bytes);
  const faults: string[] = [];
  const wanted = wantedText(base, proposals);
  const found = textsOf(accepted);
  for (const [i, text] of wanted.entries())
    if (text !== found[i]) faults.push(`wanted ${JSON.stringify(text)}, found ${JSON.stringify(found[i])}`);
  if (!sameTokens(base.stories[0]?.tokens ?? [], rejected.stories[0]?.tokens ?? []))
    faults.push("rejected: not the base");
  if (!submission.equalsFile) faults.push("the edits do not give the file");
  const changes = submission.stories.flatMap(({ edits, reformats }) => [...edits, ...reformats]);
  for (const { tracked, by } of changes) {
    if (!tracked) faults.push("an edit is not tracked");
    if (JSON.stringify(by) !== JSON.stringify([{ author: LUND.name, date: LUND.date }]))
      faults.push(`by ${JSON.stringify(by)}`);
  }
  const compiled = consolidate(base, [submission], [submission.delegation]);
  if (compiled.receipts[0]?.proof.holds !== true) faults.push("the proof does not hold");
  const body = readAs(compiled.stories[0] as (typeof compiled.stories)[number], "XAA");
  if (textOf(body) !== found[0]) faults.push("read as the delegation: another text");
  const reasons = proposals.flatMap(({ reason }) => (reason === undefined ? [] : [reason])).sort();
  const told = submission.comments.map(({ paragraphs: all }) => all.join("\n")).sort();
  if (JSON.stringify(reasons) !== JSON.stringify(told)) faults.push(`comments ${JSON.stringify(told)}`);
  if (made.untrackable.length > 0) faults.push(`untrackable ${JSON.stringify(made.untrackable)}`);
  faults.push(...unsoundness(open(made.bytes), open(bytes)));
  const again = writeProposals(base, proposals.toReversed(), LUND).bytes;
  if (Buffer.compare(again, made.bytes) !== 0) faults.push("in another order another file");
  return faults;
}

/** Body first, then the texts of the notes in the order of their references. */
function textsOf(base: BaseText): string[] {
  return base.stories.filter(isOpen).map(({ tokens }) => textOf(tokens));
}

/** The same of the base with the proposals made, reckoned without the engine. */
function wantedText(base: BaseText, proposals: readonly ParagraphProposal[]): string[] {
  const texts: string[] = [];
  const read = (story: Story): string => {
    const own = proposals.filter((proposal) => proposal.story === story.id);
    const paragraphText = (paragraph: Paragraph, from: number): string[] => {
      const change = own.find((each) => each.paragraph === from && each.kind !== "insert-after");
      const behind = own.find((each) => each.paragraph === from && each.kind === "insert-after");
      const textIn = (content: ParagraphContent): string =>
        `${content.map((piece) => (piece.kind === "text" ? piece.text : hold(story.tokens[piece.at] as Token))).join("")}\n`;
      return [
        ...(change?.kind === "delete"
          ? []
          : change?.kind === "replace"
            ? change.content
            : [contentOf(paragraph, from)]
        ).map(textIn),
        ...(behind?.kind === "insert-after" ? behind.content.map(textIn) : []),
      ];
    };
    const blocksText = (blocks: readonly Block[], start: number): string => {
      let from = start;
      let ends = "";
      const parts = blocks.map((block) => {
        const here = from;
        from += block.length;
        if (block.kind !== "paragraph") {
          ends = "";
          return blocksText(block.children, here + 1);
        }
        const parts_ = paragraphText(block, here);
        ends = parts_.at(-1) ?? ends;
        return parts_.join("");
      });
      // Where a row of blocks ended with a paragraph, one stays.
      return parts.join("") + (blocks.at(-1)?.kind === "paragraph" && ends === "" ? "\n" : "");
    };
    const place = texts.push("") - 1;
    texts[place] = blocksText(story.blocks, 0);
    return texts[place] as string;
  };
  const hold = (token: Token): string => {
    for (const story of token.stories.filter(isOpen)) read(story);
    return token.text;
  };
  read(base.stories[0] as Story);
  return texts;
}

const TEXT = smallFile(
  '<w:p><w:r><w:t xml:space="preserve">States </w:t></w:r><w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>should</w:t></w:r>'
    + '<w:r><w:t xml:space="preserve"> report.</w:t></w:r></w:p>'
    + paragraphs("Assistance is free."),
);

describe("what somebody proposes in a browser", () => {
  test("replaces words and keeps the others with their formatting", () => {
    expect(proposed(TEXT, replace(0, [typed("States "), typed("should", "b"), typed(" report yearly.")]))).toBe(
      "States [b:should ]report yearly.¶Assistance is free.¶",
    );
    const base = readBase(open(TEXT));
    const content = [typed("All States "), typed("should", "b"), typed(" report.")];
    const { bytes } = writeProposals(base, [replace(0, content)], LUND);
    const [story] = submit(base, bytes).stories;
    expect(story?.edits.map(({ fromA, toA, inserted }) => [fromA, toA, textOf(inserted)])).toEqual([[0, 0, "All "]]);
    expect(story?.reformats).toEqual([]);
  });

  test("a word in the place of another takes its look, but for the emphasis", () => {
    const { bytes } = writeProposals(readBase(open(TEXT)), [replace(0, [typed("States shall report.")])], LUND);
    expect(open(bytes).text("/word/document.xml")).toMatch(
      /<w:ins [^>]*w:author="A\. Lund" w:date="2026-03-02T09:00:00Z"><w:r><w:rPr><w:color w:val="FF0000"\/><\/w:rPr><w:t[^>]*>shall/,
    );
  });

  test("emphasis alone is a tracked change of formatting", () => {
    const base = readBase(open(TEXT));
    const { bytes } = writeProposals(base, [replace(10 - 5, [typed("Assistance "), typed("is free.", "i")])], LUND);
    const [story] = submit(base, bytes).stories;
    expect(story?.edits).toEqual([]);
    expect(story?.reformats.map(({ fromA, toA, tracked }) => [fromA, toA, tracked])).toEqual([[6, 9, true]]);
    expect(shown((readBase(open(bytes)).stories[0] as Story).tokens)).toBe(
      "States [b:should ]report.¶Assistance [i:is free.]¶",
    );
  });

  test("splits, deletes and inserts paragraphs", () => {
    const split = replace(0, [typed("States "), typed("should ", "b")], [typed("report.")]);
    expect(proposed(TEXT, split)).toBe("States [b:should ]¶report.¶Assistance is free.¶");
    const place = { story: "body", paragraph: 5 };
    expect(proposed(TEXT, { ...place, kind: "delete" })).toBe("States [b:should ]report.¶");
    expect(
      proposed(TEXT, { ...place, kind: "insert-after", content: [[{ kind: "text", text: "New.", emphasis: "" }]] }),
    ).toBe("States [b:should ]report.¶Assistance is free.¶New.¶");
  });

  test("content that says what the base says changes nothing, for every paragraph of the illustrative guide", () => {
    const bytes = new Uint8Array(
      readFileSync(
        new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(GUIDE_FILE)}`, import.meta.url),
      ),
    );
    const base = readBase(open(bytes));
    const all = shownParagraphs(base).map(
      ({ story, from, content }): ParagraphProposal => ({
        kind: "replace",
        story,
        paragraph: from,
        content: [content],
      }),
    );
    expect(all.length).toBeGreaterThan(80);
    expect(submit(base, writeProposals(base, all, LUND).bytes).stories).toEqual([]);
  });

  test("behind a heading new paragraphs look like the text under it", () => {
    const heading =
      '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>Title</w:t></w:r></w:p>';
    const base = readBase(open(smallFile(heading + paragraphs("Text."))));
    const content: [[{ kind: "text"; text: string; emphasis: "" }]] = [[{ kind: "text", text: "New.", emphasis: "" }]];
    const { bytes } = writeProposals(base, [{ kind: "insert-after", story: "body", paragraph: 0, content }], LUND);
    expect(open(bytes).text("/word/document.xml")).toMatch(
      /<w:p><w:pPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:ins [^>]*><w:r><w:t>New\./,
    );
  });

  test("a reason is a comment of the person on the change, each line a paragraph", () => {
    const base = readBase(open(TEXT));
    const proposal = { ...replace(5, [typed("Assistance is free of charge.")]), reason: "Clearer.\nAs in 2016." };
    const { comments } = submit(base, writeProposals(base, [proposal], LUND).bytes);
    expect(comments).toMatchObject([
      {
        story: "body",
        from: { gap: 5, inserted: 0 },
        to: { gap: 9 },
        by: { author: "A. Lund", date: LUND.date },
        initials: "AL",
        paragraphs: ["Clearer.", "As in 2016."],
      },
    ]);
  });

  test("of two note references the one that is kept is kept", () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const notes = [1, 2].map((id) => `<w:footnote w:id="${id}">${paragraphs(`Note ${id}`)}</w:footnote>`).join("");
    const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const xml = `<w:footnotes xmlns:w="${W}">${notes}</w:footnotes>`;
    const bytes = smallFile(`<w:p><w:r><w:t>One</w:t></w:r>${note(1)}${note(2)}</w:p>`, {
      parts: { "word/footnotes.xml": { type: "footnotes", xml } },
    });
    const base = readBase(open(bytes));
    const made = writeProposals(base, [replace(0, [typed("One"), { kind: "kept", at: 2 }])], LUND);
    expect(readBase(open(made.bytes)).stories.map(({ tokens }) => textOf(tokens))).toEqual(
      ["One\n", "Note 2\n"].map((text, i) =>
        i === 0 ? text.replace("\n", `${base.stories[0]?.tokens[2]?.text}\n`) : text,
      ),
    );
  });

  test.each([
    ["place-unknown", replace(1, [typed("x")])],
    ["place-unknown", { ...replace(0, [typed("x")]), story: "footnote:9" }],
    ["place-unknown", { ...replace(0, [typed("x")]), story: "header:1" }],
    ["atom-elsewhere", replace(0, [{ kind: "kept", at: 0 } as const])],
    ["atom-elsewhere", replace(0, [{ kind: "kept", at: 99 } as const])],
    ["text-not-writable", replace(0, [typed("a\nb")])],
    ["text-not-writable", replace(0, [typed("\ud800")])],
    ["text-not-writable", { ...replace(0, [typed("a")]), reason: "\u0000" }],
  ] as const)("%s: refused", (code, proposal) => {
    expect(problemOf(() => writeProposals(readBase(open(TEXT)), [proposal], LUND)).code).toBe(code);
  });

  test("two proposals for one paragraph are refused; one for it and one behind it are not", () => {
    const [one, other] = [replace(0, [typed("a")]), { kind: "delete", story: "body", paragraph: 0 } as const];
    expect(problemOf(() => writeProposals(readBase(open(TEXT)), [one, other], LUND)).code).toBe("proposed-twice");
    const behind = { kind: "insert-after", story: "body", paragraph: 0, content: [[]] } as const;
    expect(proposed(TEXT, one, behind)).toBe("a¶¶Assistance is free.¶");
    expect(proposed(TEXT, other, behind)).toBe("¶Assistance is free.¶");
  });
});

test("law: the written file proposes just that and rejects to the base, for random texts and proposals", {
  timeout: 60_000,
}, () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  const holds = fc.property(seeds, fc.integer({ min: 5, max: 25 }), (seed, length) => {
    const set = generateSet({ seed, paragraphs: length, submissions: 1, edits: 1, mode: "tracked" });
    const bytes = seed % 2 === 0 ? set.base : circulate(set.base);
    const base = readBase(open(bytes));
    expect(faultsOf(base, bytes, randomProposals(seeded(seed), base))).toEqual([]);
  });
  fc.assert(holds, { numRuns: 30, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
});

/**
 * Files for which the law does not hold yet. The first refers to one note twice, and the random proposals word it in two
 * ways, which is refused. In the second, of twenty empty paragraphs in a row without ids, the reader takes some for their
 * neighbours, and tells edits as untracked; circulated, with bookmarks, it does not.
 */
const NOT_YET: ReadonlySet<string> = new Set([
  "Docxodus/TestFiles/DD/DD001-DenseBookmarkXrefFootnote.docx",
  "folio/packages/core/src/docx/__tests__/__fixtures__/regressions/repack-image-count.docx",
]);

test.skipIf(WITHOUT_CORPUS !== "")(
  `empty paragraphs in a row are told apart by their bookmarks${WITHOUT_CORPUS}`,
  () => {
    const name = [...NOT_YET].at(-1) ?? "";
    const bytes = circulate(readCorpus(name));
    const base = readBase(open(bytes));
    expect(faultsOf(base, bytes, randomProposals(seeded(CORPUS.indexOf(name)), base))).toEqual([]);
  },
);

test.skipIf(WITHOUT_CORPUS !== "")(`a note that is referred to twice is worded in one way${WITHOUT_CORPUS}`, () => {
  const base = readBase(open(readCorpus([...NOT_YET][0] ?? "")));
  const proposals = ["footnote:3", "footnote:5"].map((story) => ({ ...replace(0, [typed("x")]), story }));
  expect(problemOf(() => writeProposals(base, proposals, LUND)).code).toBe("proposed-twice");
  expect(writeProposals(base, proposals.slice(1), LUND).untrackable).toEqual([]);
});

test.skipIf(WITHOUT_CORPUS !== "")(`law: the same for real files${WITHOUT_CORPUS}`, { timeout: 120_000 }, () => {
  const faults = new Map<string, string[]>();
  for (const [i, name] of CORPUS.entries()) {
    const bytes = readCorpus(name);
    let base: BaseText;
    try {
      base = readBase(open(bytes));
    } catch (error) {
      if (error instanceof Problem) continue;
      throw error;
    }
    if (base.carried.count > 0 || NOT_YET.has(name)) continue;
    const found = faultsOf(base, bytes, randomProposals(seeded(i), base));
    if (found.length > 0)
      faults.set(
        name,
        found.map((fault) => fault.slice(0, 300)),
      );
  }
  expect(Object.fromEntries(faults)).toEqual({});
});
