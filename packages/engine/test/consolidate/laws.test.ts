import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import { readAs } from "../../src/consolidate/read-as.ts";
import type { Compilation } from "../../src/model/compilation.ts";
import type { Comment, Submission } from "../../src/model/submission.ts";
import { sameTokens, sameWording, type Token } from "../../src/model/text.ts";
import { toDocument } from "../../src/render/document.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderNotation } from "../../src/render/notation.ts";
import { commentOf } from "../notation/comment-of.ts";
import { bodyOf, compileTexts } from "../notation/compile-texts.ts";
import { parseNotation } from "../notation/parse-notation.ts";
import { CODES, type RandomTexts, randomTexts } from "../notation/random-texts.ts";
import { paragraphOf, story, written } from "../notation/story-of.ts";
import { delegationOf, submissionOf } from "../notation/submission-of.ts";

const DELEGATIONS = CODES.map(delegationOf);

describe("for whatever texts of up to eight delegations", () => {
  const holds = (name: string, law: (texts: RandomTexts, submissions: readonly Submission[]) => void): void => {
    test(name, () => {
      const readable = randomTexts.map((texts) => ({ ...texts, [fc.toStringMethod]: () => shown(texts) }));
      fc.assert(
        fc.property(readable, (texts) => law(texts, submissionsOf(texts))),
        { numRuns: 400 },
      );
    });
  };

  holds("read as nobody, a compilation is the base text", ({ base }, submissions) => {
    expect(sameTokens(readAs(bodyOf(compile(base, submissions)), null), base.tokens)).toBe(true);
  });

  holds(
    "read as a delegation, it is that delegation's text, looks and structure included",
    ({ base, texts }, submissions) => {
      const compilation = compile(base, submissions);
      for (const [code, text] of texts) {
        const read = readAs(bodyOf(compilation), code);
        expect(written(read)).toBe(written(text.tokens));
        expect(read.map(({ format }) => format)).toEqual(text.tokens.map(({ format }) => format));
        expect(unclosed(read)).toEqual([]);
      }
      expect(compilation.receipts.map(({ proof }) => proof.holds)).toEqual(submissions.map(() => true));
    },
  );

  holds("the order in which submissions arrive changes nothing", ({ base }, submissions) => {
    const compilation = compile(base, submissions);
    const json = renderJson(compilation, { names: true });
    for (const other of [submissions.toReversed(), [...submissions.slice(1), ...submissions.slice(0, 1)]]) {
      const again = compile(base, other);
      expect(again).toEqual(compilation);
      expect(renderJson(again, { names: true })).toBe(json);
    }
  });

  holds("passages are in order and never overlap", ({ base }, submissions) => {
    let at = 0;
    for (const { fromA, toA } of bodyOf(compile(base, submissions)).passages) {
      expect(fromA).toBeGreaterThanOrEqual(at);
      expect(toA).toBeGreaterThanOrEqual(fromA);
      at = toA;
    }
    expect(at).toBeLessThanOrEqual(base.tokens.length);
  });

  holds(
    "in a passage each wording is there once, other than the base text's, and each delegation once",
    ({ base }, submissions) => {
      for (const { fromA, toA, proposals } of bodyOf(compile(base, submissions)).passages) {
        const sponsors = proposals.flatMap((proposal) => proposal.sponsors.map(({ delegation }) => delegation));
        expect(new Set(sponsors).size).toBe(sponsors.length);
        expect(sponsors.length).toBeGreaterThan(0);
        proposals.forEach(({ wording }, i) => {
          expect(proposals.slice(i + 1).some((other) => sameWording(wording, other.wording))).toBe(false);
          const replaced = base.tokens.slice(fromA, toA);
          // A content control that is taken away and one that is put up can share an end.
          if (!replaced.some(isEndOfGroup)) expect(sameWording(wording, replaced)).toBe(false);
        });
      }
    },
  );

  holds("the two ends of a move know each other", ({ base }, submissions) => {
    const { passages } = bodyOf(compile(base, submissions));
    const sponsors = passages.flatMap(({ id, proposals }) =>
      proposals.flatMap((proposal) => proposal.sponsors.map((sponsor) => ({ id, ...sponsor }))),
    );
    for (const { delegation, movedTo, movedFrom } of sponsors) {
      const other = (end: string): boolean =>
        sponsors.some(({ id, ...each }) => id === end && each.delegation === delegation);
      if (movedTo !== null) expect(other(movedTo)).toBe(true);
      if (movedFrom !== null) expect(other(movedFrom)).toBe(true);
    }
    const movers = (end: "movedTo" | "movedFrom"): Set<string> =>
      new Set(sponsors.flatMap((sponsor) => (sponsor[end] === null ? [] : [sponsor.delegation])));
    expect(movers("movedTo")).toEqual(movers("movedFrom"));
  });

  holds("a redline is the base wording and the proposed wording in one", ({ base }, submissions) => {
    for (const passage of toDocument(compile(base, submissions)).stories.flatMap(({ passages }) => passages)) {
      for (const { redline, wording } of passage.proposals) {
        const without = (kind: string): string =>
          redline.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
        expect(without("inserted")).toBe(passage.base);
        expect(without("deleted")).toBe(wording);
      }
    }
  });
});

test("a line of notation says the base text and every delegation's text", () => {
  const words = fc.array(fc.constantFrom("States ", "shall ", "report ", "and ", "they ", "assist "), {
    minLength: 1,
    maxLength: 6,
  });
  const text = fc
    .array(
      words.map((row) => `${row.join("").trimEnd()}.`),
      { minLength: 1, maxLength: 4 },
    )
    .map((paragraphs) => paragraphs.join("¶"));
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: CODES.length }), (base, rows) => {
      const texts = new Map(rows.map((row, i) => [CODES[i] ?? "", row]));
      const line = renderNotation(bodyOf(compileTexts(base, texts)));
      const parsed = parseNotation(line);
      // Where several passages meet at the end of the text, a ¶ can be left with nothing behind it: the same text.
      const read = (reading: string): string => reading.replace(/¶$/, "");
      expect(read(parsed.base)).toBe(base);
      for (const [code, row] of texts) expect(read(parsed.texts.get(code) ?? parsed.base)).toBe(row);
    }),
    { numRuns: 400 },
  );
});

test("every comment of every delegation is there exactly once", () => {
  const places = fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.nat(2)), { maxLength: 5 });
  fc.assert(
    fc.property(randomTexts, fc.array(places, { minLength: 8, maxLength: 8 }), (texts, rows) => {
      const last = texts.base.tokens.length - 1;
      const submissions = submissionsOf(texts, (i) =>
        (rows[i] ?? []).map(([at, length, inserted], n) =>
          commentOf({ gap: Math.min(at, last), inserted: 0 }, { gap: Math.min(at + length, last), inserted }, `${n}`),
        ),
      );
      const compilation = compile(texts.base, submissions);
      const wanted = submissions.flatMap(({ delegation, comments }) =>
        comments.map(({ id }) => `${delegation.code} ${id}`),
      );
      expect(compilation.comments.map(({ delegation, comment: { id } }) => `${delegation} ${id}`).sort()).toEqual(
        wanted.sort(),
      );
      expect(
        toDocument(compilation)
          .comments.map(({ id }) => id)
          .sort(),
      ).toEqual(wanted);
      const gaps = compilation.comments.map(({ comment: { from } }) => from.gap);
      expect(gaps).toEqual(gaps.toSorted((x, y) => x - y));
    }),
    { numRuns: 200 },
  );
});

const SUBJECTS = [
  "physical protection of storage sites",
  "brokering by nationals abroad",
  "transit in free ports",
  "accounting for pathogens in laboratories",
  "training of customs officers",
  "penalties for false declarations",
];
const CHOICES = ["shall ", "may ", "are encouraged to ", "", null] as const;

test("identical wordings have all their sponsors, as the generator knows them", () => {
  // Each delegation takes one of the choices for the verb of each paragraph; `null` leaves the verb as it is.
  const choice = fc.constantFrom(...CHOICES);
  const row = fc.array(choice, { minLength: SUBJECTS.length, maxLength: SUBJECTS.length });
  const sentence = (subject: string, verb: string): string => `States ${verb}keep ${subject} under review.`;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: CODES.length }), (rows) => {
      const base = story(SUBJECTS.map((subject) => paragraphOf(sentence(subject, "should "))));
      const texts = new Map(
        rows.map((verbs, i) => {
          const told = SUBJECTS.map((subject, at) => paragraphOf(sentence(subject, verbs[at] ?? "should ")));
          return [CODES[i] ?? "", story(told)] as const;
        }),
      );
      const manifest = SUBJECTS.flatMap((_, at) => {
        const sponsors = new Map<string, string[]>();
        rows.forEach((verbs, i) => {
          const verb = verbs[at];
          if (verb !== null && verb !== undefined) sponsors.set(verb, [...(sponsors.get(verb) ?? []), CODES[i] ?? ""]);
        });
        return sponsors.size === 0 ? [] : [[...sponsors]];
      });
      const compiled = bodyOf(compile(base, submissionsOf({ base, texts }))).passages.map(({ proposals }) =>
        proposals.map(({ wording, sponsors }) => [written(wording), sponsors.map(({ delegation }) => delegation)]),
      );
      expect(compiled).toEqual(manifest);
    }),
    { numRuns: 300 },
  );
});

function compile(base: RandomTexts["base"], submissions: readonly Submission[]): Compilation {
  return consolidate({ stories: [base], notices: [] }, submissions, DELEGATIONS);
}

function submissionsOf({ base, texts }: RandomTexts, commentsOf: (i: number) => Comment[] = () => []): Submission[] {
  return [...texts].map(([code, text], i) => submissionOf(base, text, delegationOf(code), commentsOf(i)));
}

function isEndOfGroup({ wording }: Token): boolean {
  return wording === "<group>" || wording === "</group>";
}

/** What is left over when every close is taken away with the open before it. */
function unclosed(tokens: readonly Token[]): string[] {
  const stack: string[] = [];
  for (const { kind, wording } of tokens) {
    if (kind === "close" && stack.at(-1) === wording.replace("/", "")) stack.pop();
    else if (kind === "open" || kind === "close") stack.push(wording);
  }
  return stack;
}

function shown({ base, texts }: RandomTexts): string {
  const lines = [...texts].map(([code, { tokens }]) => `${code}  ${written(tokens)}`);
  return `\nBase ${written(base.tokens)}\n${lines.join("\n")}\n`;
}
