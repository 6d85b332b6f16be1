import fc from "fast-check";
import type { Block, Container, Paragraph, Story, Token } from "../../src/model/text.ts";
import { container, paragraphOf, story, wordsOf } from "./story-of.ts";

/** A base text, and what delegations made of it: up to eight, with codes from XAA on. */
export interface RandomTexts {
  readonly base: Story;
  readonly texts: ReadonlyMap<string, Story>;
}

export const CODES = ["XAA", "XBB", "XCC", "XDD", "XEE", "XFF", "XGG", "XHH"] as const;

// Few words, so that delegations often do the same, and equal words stand beside each other.
const WORDS = ["States ", "shall ", "report ", "and ", ", ", ". ", "the "] as const;
const SENTENCES = [
  "States shall report annually to the Committee. ",
  "Each agency keeps a list of controlled goods. ",
  "The Secretariat circulates guidance on licences. ",
  "They train officers and report. ",
  "",
] as const;
const LOOKS = ["<w:b on>", "<w:i on>", ""] as const;

const randomParagraph = fc
  .oneof(
    fc.constantFrom(...SENTENCES),
    fc.array(fc.constantFrom(...WORDS, ...SENTENCES), { maxLength: 6 }).map((words) => words.join("")),
  )
  .map((text) => paragraphOf(text));

const { blocks: randomBlocks } = fc.letrec<{ blocks: Block[]; block: Block; table: Container; group: Container }>(
  (tie) => ({
    blocks: fc.array(tie("block"), { maxLength: 6, depthIdentifier: "block" }),
    block: fc.oneof(
      { maxDepth: 2, depthIdentifier: "block" },
      { arbitrary: randomParagraph, weight: 6 },
      { arbitrary: tie("table"), weight: 1 },
      { arbitrary: tie("group"), weight: 1 },
    ),
    group: tie("blocks").map((children) => container("group", children)),
    table: fc
      .array(fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows) => container("table", rows.map(rowOf))),
  }),
);

/** What a person does to a text. `at` picks a block or paragraph, `word` a place in it; both wrap around. */
interface Act {
  readonly kind: keyof typeof ACTS;
  readonly at: number;
  readonly word: number;
  readonly length: number;
  readonly text: string;
  readonly look: string;
}

const ACTS = {
  replace: (block, act) =>
    inParagraph(block, (tokens) => tokens.toSpliced(act.word % tokens.length, act.length, ...wordsOf(act.text))),
  insert: (block, act) =>
    inParagraph(block, (tokens) => tokens.toSpliced(act.word % tokens.length, 0, ...wordsOf(act.text))),
  strike: (block, act) => inParagraph(block, (tokens) => tokens.toSpliced(act.word % tokens.length, act.length)),
  emphasise: (block, act) =>
    inParagraph(block, (tokens) =>
      tokens.map((token, i) => (i === act.word % tokens.length ? { ...token, format: act.look } : token)),
    ),
  style: (block, act) => [block.kind === "paragraph" ? withMark(block, act.look) : block],
  split: (block, act) => (block.kind === "paragraph" ? splitAt(block, act.word % block.length) : [block]),
  add: (block, act) => [block, paragraphOf(act.text)],
  addRow: (block, act) => (block.kind === "row" ? [block, rowOf([[paragraphOf(act.text)]])] : [block]),
  delete: () => [],
  double: (block) => [block, block],
  wrap: (block) => (block.kind === "paragraph" ? [container("group", [block])] : [block]),
} satisfies Record<string, (block: Block, act: Act) => Block[]>;

const randomAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
  at: fc.nat(12),
  word: fc.nat(8),
  length: fc.integer({ min: 1, max: 4 }),
  text: fc.constantFrom(...WORDS, "Moreover ", ...SENTENCES.slice(0, 2)),
  look: fc.constantFrom(...LOOKS),
});

/** A counterexample is shown in notation by `written`: nobody can read it as tokens. */
export const randomTexts: fc.Arbitrary<RandomTexts> = fc
  .record({
    blocks: randomBlocks,
    acts: fc.array(fc.array(randomAct, { maxLength: 5 }), { minLength: 1, maxLength: CODES.length }),
    moves: fc.array(fc.boolean(), { minLength: CODES.length, maxLength: CODES.length }),
  })
  .map(({ blocks: base, acts, moves }) => {
    const texts = new Map<string, Story>();
    acts.forEach((row, i) => {
      const changed = row.reduce(apply, base as readonly Block[]);
      const [first, ...rest] = changed;
      texts.set(CODES[i] ?? "", story(moves[i] && first !== undefined ? [...rest, first] : changed));
    });
    return { base: story(base), texts };
  });

function apply(blocks: readonly Block[], change: Act): readonly Block[] {
  let countdown = change.at % Math.max(1, countBlocks(blocks));
  const walk = (children: readonly Block[]): Block[] =>
    children.flatMap((block) => {
      const isIt = countdown-- === 0;
      if (isIt && block.kind !== "cell") return ACTS[change.kind](block, change);
      return block.kind === "paragraph" ? [block] : rebuilt(block, walk(block.children));
    });
  return walk(blocks);
}

function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + 1 + (block.kind === "paragraph" ? 0 : countBlocks(block.children)), 0);
}

/** A table without rows and a row without cells are no more; a cell ends with a paragraph, as in every Word file. */
function rebuilt(block: Container, children: readonly Block[]): Block[] {
  if (block.kind === "cell" && children.at(-1)?.kind !== "paragraph") {
    return [container("cell", [...children, paragraphOf("")], block.column)];
  }
  if ((block.kind === "table" || block.kind === "row") && children.length === 0) return [];
  return [container(block.kind, children, block.column)];
}

function inParagraph(block: Block, change: (words: readonly Token[]) => Token[]): Block[] {
  if (block.kind !== "paragraph") return [block];
  const mark = block.tokens.slice(-1);
  const words = block.tokens.slice(0, -1);
  return [withTokens(block, [...(words.length === 0 ? words : change(words)), ...mark])];
}

function withMark(block: Paragraph, look: string): Paragraph {
  return withTokens(
    block,
    block.tokens.map((token) => (token.kind === "mark" ? { ...token, format: look } : token)),
  );
}

function splitAt(block: Paragraph, at: number): Block[] {
  const mark = block.tokens.slice(-1);
  return [withTokens(block, [...block.tokens.slice(0, at), ...mark]), withTokens(block, block.tokens.slice(at))];
}

function withTokens(block: Paragraph, tokens: readonly Token[]): Paragraph {
  return { ...block, tokens, length: tokens.length };
}

function rowOf(cells: readonly (readonly Block[])[]): Container {
  return container(
    "row",
    cells.map((inner, column) => container("cell", [...inner, paragraphOf("")], column)),
  );
}
