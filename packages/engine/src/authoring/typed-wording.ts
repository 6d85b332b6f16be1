import { compareTokens } from "../compare/compare-tokens.ts";
import type { CompiledStory, Passage, Proposal } from "../model/compilation.ts";
import { Problem } from "../model/problem.ts";
import type { Edit } from "../model/submission.ts";
import type { Paragraph, Story, Token } from "../model/text.ts";
import type { Identifiers } from "../ooxml/look.ts";
import type { Piece } from "../ooxml/pieces.ts";
import { hasStructure, passageShape } from "../render/rolling/passage-shape.ts";
import { type PlacedParagraph, placedParagraphs } from "../render/rolling/placed-paragraphs.ts";
import { lookOfMark, neighbourLook, type Surroundings, surroundingsAt } from "./neighbour-look.ts";
import { asRead, markLike, markOf, typedPieces } from "./typed-pieces.ts";

/**
 * The edits that give a passage words which somebody types, paragraphs parted by `"\n"`; `""` takes it out. New words look
 * like those around them, new paragraphs like those that they take the place of, or like the one before. The space behind
 * the last word is as the base has it.
 *
 * Throws a `Problem` (`passage-kept-whole`) where the passage holds in the base what nobody can type, such as notes and images, or is
 * about tables, rows or cells.
 */
export function typeWording(
  { story }: CompiledStory,
  passage: Passage,
  words: string,
  identifiers: Identifiers,
): readonly Edit[] {
  const { fromA, toA } = passage;
  const base = story.tokens.slice(fromA, toA);
  if (isKeptWhole(story, passage)) {
    throw new Problem(
      "passage-kept-whole",
      `${passage.place.citation} holds more than words.`,
      "Adopt one of the proposals, or keep the base, and word the rest in the next draft.",
    );
  }
  const paragraphs = placedParagraphs(story);
  const isWhole = passageShape(story.tokens, passage) === "whole";
  const typed = isWhole
    ? wholeParagraphs(paragraphs, passage, words, identifiers)
    : wordsWithin(story.tokens, paragraphs, passage, words, identifiers);
  return compareTokens(base, typed).map((change) => ({
    fromA: fromA + change.fromA,
    toA: fromA + change.toA,
    inserted: typed.slice(change.fromB, change.toB),
    tracked: true,
    by: [],
    move: null,
  }));
}

/** Whether a passage holds what nobody can type, so that no wording can be typed for it. */
export function isKeptWhole({ tokens }: Story, { fromA, toA, proposals }: Passage): boolean {
  // Between two rows or cells no words can stand.
  return (
    tokens.slice(fromA, toA).some(({ kind }) => kind !== "word" && kind !== "mark") || proposals.some(isOfStructure)
  );
}

function isOfStructure({ wording }: Proposal): boolean {
  return hasStructure(wording);
}

function wholeParagraphs(
  paragraphs: readonly PlacedParagraph[],
  { fromA, toA }: Passage,
  words: string,
  identifiers: Identifiers,
): readonly Token[] {
  if (words.trim() === "") return [];
  const own = paragraphs.filter(({ from }) => fromA <= from && from < toA).map(({ paragraph }) => paragraph);
  const before = paragraphs.findLast(({ from }) => from < fromA)?.paragraph ?? paragraphs[0]?.paragraph;
  const pieces = words
    .replace(/\n+$/, "")
    .split("\n")
    .flatMap((line, i): Piece[] => {
      const like = own[i] ?? own.at(-1) ?? before;
      if (like === undefined) throw new Error("A story without paragraphs has no passages.");
      const mark = own[i] === undefined ? markLike(markOf(like), identifiers) : { ...markOf(like), changes: [] };
      return [...typedPieces(line, lookIn(like, identifiers)), mark];
    });
  return asRead(pieces);
}

function wordsWithin(
  tokens: readonly Token[],
  paragraphs: readonly PlacedParagraph[],
  { fromA, toA }: Passage,
  words: string,
  identifiers: Identifiers,
): readonly Token[] {
  const home = paragraphs.find(({ from, paragraph }) => from <= fromA && fromA < from + paragraph.length)?.paragraph;
  if (home === undefined) throw new Error("Words stand in a paragraph.");
  const seen = (some: readonly Token[]): Surroundings[] =>
    some.flatMap((token) => (token.kind === "word" ? [surroundingsAt(token, 0)] : []));
  const look =
    neighbourLook(
      seen(tokens.slice(fromA, toA)),
      seen(tokens.slice(fromA - 1, fromA))[0] ?? null,
      seen(tokens.slice(toA, toA + 1))[0] ?? null,
    ) ?? lookOfMark(home, identifiers);
  const text = words.trimEnd() === "" ? "" : words.trimEnd() + spaceBehind(tokens, fromA, toA);
  const pieces = text
    .split("\n")
    .flatMap((line, i): Piece[] => [
      ...(i === 0 ? [] : [markLike(markOf(home), identifiers)]),
      ...typedPieces(line, look),
    ]);
  // A row of tokens always ends with a mark for the reader; this one goes on in the base text.
  return asRead([...pieces, markLike(markOf(home), identifiers)]).slice(0, -1);
}

/** What stands between a passage and what follows: as in the base, or, where it has no words, as around the place. */
function spaceBehind(tokens: readonly Token[], fromA: number, toA: number): string {
  const next = tokens[toA];
  const last = toA > fromA ? tokens[toA - 1] : tokens[fromA - 1];
  if (last?.kind === "word") return /\s*$/.exec(last.text)?.[0] ?? "";
  return toA === fromA && next?.kind === "word" && /^[\p{L}\p{N}]/u.test(next.text) ? " " : "";
}

function lookIn(paragraph: Paragraph, identifiers: Identifiers): Surroundings {
  const first = paragraph.tokens.find(({ kind, text }) => kind === "word" && text.trim() !== "");
  return first === undefined ? lookOfMark(paragraph, identifiers) : { ...surroundingsAt(first, 0), wrappers: [] };
}
