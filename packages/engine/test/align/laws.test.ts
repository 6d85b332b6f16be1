import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignStories } from "../../src/align/align-stories.ts";
import type { TokenChange } from "../../src/compare/token-change.ts";
import type { Block, Container, Paragraph, Story, Token } from "../../src/model/text.ts";
import { applied, wordingOf } from "../notation/changes-of.ts";
import { container, paragraphOf, story, written } from "../notation/story-of.ts";

const WORDS = ["States ", "shall ", "report ", "annually ", "on ", "controls ", "and ", "licences", ", ", ". ", "the "];
const SENTENCES = [
  "States shall report annually to the Committee. ",
  "Each agency keeps a list of controlled goods. ",
  "The Secretariat circulates guidance on licences. ",
  "",
];

const SUBJECTS = [
  "physical protection of storage sites",
  "brokering by nationals abroad",
  "transit and trans-shipment in free ports",
  "financing of prohibited transfers",
  "accounting for pathogens in laboratories",
  "training of customs officers",
  "outreach to universities",
  "penalties for false declarations",
];

const paragraph = fc
  .oneof(
    fc.record({ text: fc.constantFrom(...SENTENCES), id: fc.constantFrom(null, "1", "2", "3") }),
    fc.record({
      text: fc.array(fc.constantFrom(...WORDS, ...SENTENCES), { maxLength: 8 }).map((words) => words.join("")),
      id: fc.constant(null),
    }),
  )
  .map(({ text, id }) => paragraphOf(text, id));

const { blocks } = fc.letrec<{ blocks: Block[]; block: Block; table: Container; group: Container }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 7, depthIdentifier: "block" }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    { arbitrary: paragraph, weight: 6 },
    { arbitrary: tie("table"), weight: 1 },
    { arbitrary: tie("group"), weight: 2 },
  ),
  group: tie("blocks").map((children) => container("group", children)),
  table: fc.array(fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }), { maxLength: 3 }).map((rows) =>
    container(
      "table",
      rows.map((cells) =>
        container(
          "row",
          cells.map((inner, column) => container("cell", [...inner, paragraphOf("")], column)),
        ),
      ),
    ),
  ),
}));

type Pair = readonly [Story, Story];

/** Edits as people make them: blocks deleted, doubled, added, moved, wrapped, retyped; the rest stays the same object. */
type Act = "keep" | "delete" | "double" | "add" | "moveLast" | "wrap" | "retype" | "amend";

function edited(from: fc.Arbitrary<Block[]>, ...acts: readonly Act[]): fc.Arbitrary<Pair> {
  const rows = fc.array(fc.constantFrom<Act>("keep", ...acts), { minLength: 7, maxLength: 7 });
  return fc.tuple(from, rows).map(([base, row]) => {
    const last: Block[] = [];
    const rest = base.flatMap((block, i): Block[] => {
      switch (row[i]) {
        case "delete":
          return [];
        case "double":
          return [block, block];
        case "add":
          return [block, paragraphOf(`In addition, item ${i} of the annex applies.`)];
        case "moveLast":
          last.push(block);
          return [];
        case "wrap":
          return [container("group", [block])];
        case "retype":
          return [structuredClone(block)];
        case "amend":
          return [block.kind === "paragraph" ? amended(block) : block];
        default:
          return [block];
      }
    });
    return [story(base), story([...rest, ...last])];
  });
}

function amended({ tokens, id }: Paragraph): Paragraph {
  return paragraphOf(`Moreover ${written(tokens.slice(0, -1))}`, id);
}

const pair: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(blocks.map(story), blocks.map(story)),
  edited(blocks, "delete", "double", "moveLast", "wrap", "retype", "amend"),
);

/** A counterexample is shown in notation: nobody can read it as tokens. */
function lawOf(arbitrary: fc.Arbitrary<Pair>, law: (a: Story, b: Story) => void): void {
  const readable = arbitrary.map(([a, b]) => ({
    a,
    b,
    [fc.toStringMethod]: () => `\n${written(a.tokens)}\n${written(b.tokens)}\n`,
  }));
  fc.assert(
    fc.property(readable, ({ a, b }) => {
      law(a, b);
    }),
    { numRuns: 600 },
  );
}

describe("for whatever two stories", () => {
  const holds = (name: string, law: (a: Story, b: Story) => void): void => {
    test(name, () => lawOf(pair, law));
  };

  holds("the changes made in A give B, token for token", (a, b) => {
    expect(applied(a.tokens, b.tokens, alignStories(a, b).changes)).toEqual(b.tokens.map(wordingOf));
  });

  holds("a story does not differ from itself, nor from one that says the same", (a) => {
    expect(alignStories(a, a).changes).toEqual([]);
    expect(alignStories(a, structuredClone(a)).changes).toEqual([]);
  });

  holds("changes are in order, inside both stories, and none is empty", (a, b) => {
    let [atA, atB] = [0, 0];
    for (const { fromA, toA, fromB, toB } of alignStories(a, b).changes) {
      expect(fromA - atA).toBe(fromB - atB);
      expect(fromA).toBeGreaterThanOrEqual(atA);
      expect(toA - fromA + toB - fromB).toBeGreaterThan(0);
      [atA, atB] = [toA, toB];
    }
    expect(a.tokens.length - atA).toBe(b.tokens.length - atB);
    expect(atA).toBeLessThan(a.tokens.length);
  });

  holds("changes touch only beside a move, or where words follow whole blocks", (a, b) => {
    const { changes, moves } = alignStories(a, b);
    const isMove = (change: (typeof changes)[number] | undefined): boolean =>
      moves.some(
        (move) =>
          change !== undefined
          && ((change.fromA === move.fromA && change.toA === move.toA)
            || (change.fromB === move.fromB && change.toB === move.toB)),
      );
    changes.forEach((change, i) => {
      const before = changes[i - 1];
      if (before?.toA !== change.fromA) return;
      expect(isMove(before) || isMove(change) || endsWithBlock(a, b, before)).toBe(true);
      const areInsertions = before.fromA === before.toA && change.fromA === change.toA;
      expect(areInsertions && !isMove(before) && !isMove(change)).toBe(false);
    });
  });

  holds("what a change deletes or inserts nests properly, but for the ends of a content control", (a, b) => {
    for (const { fromA, toA, fromB, toB } of alignStories(a, b).changes) {
      expect(openAfter(a.tokens.slice(fromA, toA)).filter((wording) => !wording.includes("group"))).toEqual([]);
      expect(openAfter(b.tokens.slice(fromB, toB)).filter((wording) => !wording.includes("group"))).toEqual([]);
    }
  });

  holds("what was moved is deleted once, inserted once and equal", (a, b) => {
    const { changes, moves } = alignStories(a, b);
    for (const { fromA, toA, fromB, toB } of moves) {
      expect(a.tokens.slice(fromA, toA).map(wordingOf)).toEqual(b.tokens.slice(fromB, toB).map(wordingOf));
      expect(
        changes.filter((change) => change.fromA === fromA && change.toA === toA && change.fromB === change.toB),
      ).toHaveLength(1);
      expect(
        changes.filter((change) => change.fromB === fromB && change.toB === toB && change.fromA === change.toA),
      ).toHaveLength(1);
    }
  });
});

test("what a delegation changed does not depend on which blocks the reader recognised as untouched", () => {
  // With short paragraphs that repeat each other a reader who knows more can do better; so each says something else.
  const telling = fc
    .uniqueArray(fc.constantFrom(...SUBJECTS), { maxLength: 7 })
    .map((subjects) =>
      subjects.map((subject) => paragraphOf(`The measures on ${subject} are kept under review by States.`)),
    );
  lawOf(edited(telling, "delete", "add", "retype", "amend", "wrap"), (a, b) => {
    expect(alignStories(a, structuredClone(b)).changes).toEqual(alignStories(a, b).changes);
  });
});

function endsWithBlock(a: Story, b: Story, { fromA, toA, fromB, toB }: TokenChange): boolean {
  const isEnd = (token: Token | undefined): boolean => token !== undefined && /^(mark|open|close)$/u.test(token.kind);
  return (fromA === toA || isEnd(a.tokens[toA - 1])) && (fromB === toB || isEnd(b.tokens[toB - 1]));
}

/** What is left over when every close is taken away with the open before it. */
function openAfter(tokens: readonly Token[]): string[] {
  const stack: string[] = [];
  for (const { kind, wording } of tokens) {
    if (kind === "close" && stack.at(-1) === wording.replace("/", "")) stack.pop();
    else if (kind === "open" || kind === "close") stack.push(wording);
  }
  return stack;
}
