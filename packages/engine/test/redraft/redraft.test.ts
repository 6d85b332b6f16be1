import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateSet } from "../../../../fixtures/generated/generate-set.ts";
import { DELEGATIONS } from "../../../../fixtures/illustrative/delegations.ts";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import { compileFiles, open, type SentFile } from "../laws/compile-files.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { asProposedBy, nextRound, randomDecisions, redraft, wordsOf } from "./redrafts.ts";

const GUIDE = bytesOf(GUIDE_FILE);
const SENT = DELEGATIONS.map(({ code, fileName }) => ({ code, bytes: bytesOf(fileName) }));
const illustrative = compileFiles(GUIDE, SENT);

describe("the next draft", () => {
  test("is the base, word for word, where nothing is decided, and everything is carried to it", () => {
    const { base, compilation } = illustrative;
    const written = redraft(base, compilation, new Map());
    expect(wordsOf(written.clean)).toEqual(wordsOf(GUIDE));
    expect(new Set(written.fates.map(({ became }) => became))).toEqual(new Set(["carried"]));
    const next = nextRound(compilation, written);
    expect(proposalsIn(next.compilation)).toEqual(proposalsIn(compilation));
    expect(next.compilation.comments.length).toBe(compilation.comments.length);
  });

  test.each(SENT)(
    "is the submission of $code, word for word, where all of its proposals are adopted",
    ({ code, bytes }) => {
      const { base, compilation } = illustrative;
      const { clean } = redraft(base, compilation, asProposedBy(compilation, code));
      expect(wordsOf(clean)).toEqual(wordsOf(bytes));
    },
  );

  test("says what was typed, and the rest as in the base", () => {
    const { base, compilation } = illustrative;
    const contested = compilation.stories[0]?.passages.find(({ place }) => place.citation === "Part V, para. 34");
    const { clean, fates } = redraft(
      base,
      compilation,
      new Map([[contested?.id ?? "", { kind: "as amended", words: "every year" }]]),
    );
    const [body = ""] = wordsOf(clean);
    expect(body).toContain("It should be reviewed every year, and whenever an event");
    expect(body).toBe(wordsOf(GUIDE)[0]?.replace("reviewed periodically,", "reviewed every year,"));
    expect(fates.filter(({ passage }) => passage === contested?.id).map(({ reason }) => reason)).toEqual(
      contested?.proposals.map(() => "amended"),
    );
  });

  test("puts no words where none can stand: between the rows of a table", () => {
    const { base, compilation } = illustrative;
    const row = compilation.stories[0]?.passages.find(
      ({ place }) => place.citation === "after Table 1, row 9, column 3",
    );
    const decisions = new Map([[row?.id ?? "", { kind: "as amended", words: "words" } as const]]);
    expect(() => redraft(base, compilation, decisions)).toThrow("The passage cannot be typed");
  });

  test("keeps in brackets what was not agreed, with or without names", () => {
    const { base, compilation } = illustrative;
    const contested = compilation.stories[0]?.passages.find(({ place }) => place.citation === "Part V, para. 34");
    const { clean } = redraft(base, compilation, new Map([[contested?.id ?? "", { kind: "in brackets" }]]));
    expect(wordsOf(clean)[0]).toContain("[periodically / annually (XAA) / every two years (XDD) / ");
  });
});

describe("laws of the next draft, whatever is decided", () => {
  test.each([1, 2, 3, 4, 5])("on the illustrative guide, decisions %i", (seed) => {
    expect(broken(GUIDE, SENT, seed)).toEqual([]);
  });

  test("a paragraph taken out before words put in place of others is carried as two proposals", () => {
    const options = { seed: 996_443_621, paragraphs: 19, submissions: 5, edits: 6, mode: "untracked" } as const;
    const { base, submissions } = generateSet(options);
    expect(broken(base, submissions, options.seed)).toEqual([]);
  });

  test("on generated texts", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const { base, submissions } = generateSet({ seed, paragraphs: 15, submissions: 4, edits: 6, mode: "mixed" });
        expect(broken(base, submissions, seed)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

/** Which laws do not hold. */
function broken(file: Uint8Array, sent: readonly SentFile[], seed: number): readonly string[] {
  const { base, compilation } = compileFiles(file, sent);
  const decisions = randomDecisions(compilation, seed);
  const written = redraft(base, compilation, decisions);
  const proposals = compilation.stories.flatMap(({ passages }) => passages.flatMap((passage) => passage.proposals));
  const next = nextRound(compilation, written);
  const laws: readonly (readonly [string, boolean])[] = [
    ["rejecting the tracked draft gives the base", isSame(wordsOf(written.tracked, "reject"), wordsOf(file))],
    ["accepting the tracked draft gives the clean one", isSame(wordsOf(written.tracked), wordsOf(written.clean))],
    ["each proposal has one fate", written.fates.length === proposals.length],
    [
      "the files are sound",
      [written.tracked, written.clean].every((bytes) => unsoundness(open(bytes), open(file)).length === 0),
    ],
  ];
  const carried = proposalsIn(compilation).filter(
    // Whoever's proposal has no place in the next draft is told.
    ({ passage }) =>
      !decisions.has(passage) && !next.fallen.some((one) => one.what === "wording" && one.passage === passage),
  );
  const again = nextRound(next.compilation, redraft(next.base, next.compilation, new Map()));
  return [
    ...laws.flatMap(([law, holds]) => (holds ? [] : [law])),
    ...difference("what is open is proposed for the next draft", told(carried), told(proposalsIn(next.compilation))),
    ...difference(
      "a comment on what is open is carried, or told with its words",
      commentsIn(compilation, (passage) => passage === null || !decisions.has(passage)),
      [
        ...commentsIn(next.compilation, () => true),
        ...next.fallen.flatMap(({ what, delegation, text }) => (what === "comment" ? [`${delegation}: ${text}`] : [])),
      ],
    ),
    ...difference(
      "carried on without decisions, it is the same",
      told(proposalsIn(next.compilation)),
      told(proposalsIn(again.compilation)),
    ),
  ];
}

interface TestedProposal {
  readonly passage: string;
  readonly base: string;
  readonly wording: string;
  readonly sponsors: string;
}

function proposalsIn(compilation: ReturnType<typeof compileFiles>["compilation"]): readonly TestedProposal[] {
  return compilation.stories.flatMap(({ story, passages }) =>
    passages.flatMap(({ id, fromA, toA, proposals }) =>
      proposals.map(({ wording, sponsors }) => ({
        passage: id,
        base: story.tokens
          .slice(fromA, toA)
          .map(({ text }) => text)
          .join(""),
        wording: wording.map(({ text }) => text).join(""),
        sponsors: sponsors.map(({ delegation }) => delegation).join(" "),
      })),
    ),
  );
}

/** Ids count passages, and so differ from draft to draft. */
function told(proposals: readonly TestedProposal[]): readonly string[] {
  return proposals.map(({ base, wording, sponsors }) => `${sponsors}: “${base}” => “${wording}”`);
}

/** Comments whose passage, or `null`, is wanted. */
function commentsIn(
  { comments }: ReturnType<typeof compileFiles>["compilation"],
  isWanted: (passage: string | null) => boolean,
): readonly string[] {
  return comments
    .filter(({ passage }) => isWanted(passage))
    .map(({ delegation, comment }) => `${delegation}: ${comment.paragraphs.join("\n")}`);
}

function difference(law: string, wanted: readonly string[], got: readonly string[]): readonly string[] {
  return [
    ...wanted.filter((one) => !got.includes(one)).map((one) => `${law}, lost: ${one}`),
    ...got.filter((one) => !wanted.includes(one)).map((one) => `${law}, new: ${one}`),
  ];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(name)}`, import.meta.url)),
  );
}
