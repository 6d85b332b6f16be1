import type { Paragraph, Token } from "../model/text.ts";
import { type Identifiers, NO_LOOK, readLook } from "../ooxml/look.ts";
import { CHANGE_MARKS } from "../ooxml/meanings.ts";
import type { Look, Wrapper } from "../ooxml/pieces.ts";
import { slicesOf } from "../ooxml/token-source.ts";
import { sourceOf } from "../submission/base-text.ts";

/** How a character looks, and what stands around it: a link, a content control. */
export interface Surroundings {
  readonly look: Look;
  readonly wrappers: readonly Wrapper[];
}

/** The surroundings of a character (UTF-16) of a base word. */
export function surroundingsAt(token: Token, offset: number): Surroundings {
  const source = sourceOf(token);
  if (source?.kind === "atom") return source.piece;
  if (source?.kind !== "word") return { look: NO_LOOK, wrappers: [] };
  let passed = 0;
  for (const { piece, from, to } of slicesOf(source)) {
    passed += to - from;
    if (offset < passed) return piece;
  }
  return source.piece;
}

/**
 * How new words look between others. They look like those that they take the place of, else like those before them, else
 * like those behind; and they stand in a link or a content control where what they replace does, or both neighbours do.
 */
export function neighbourLook(
  replaced: readonly Surroundings[],
  before: Surroundings | null,
  after: Surroundings | null,
): Surroundings | null {
  const around = commonWrappers(replaced);
  const wrappers =
    around.length > 0 ? around : before === null || after === null ? [] : commonWrappers([before, after]);
  const candidates = [replaced[0] ?? null, before, after].flatMap((one) => one ?? []);
  // Outside a link, words must not look as if they were in it.
  const found = candidates.find((one) => one.wrappers.length === wrappers.length) ?? candidates[0];
  return found === undefined ? null : { look: found.look, wrappers };
}

/** The look of words typed into a paragraph of the base that has none: that of its mark (ECMA-376 Part 1, 17.3.1.29). */
export function lookOfMark({ tokens }: Paragraph, identifiers: Identifiers): Surroundings {
  const source = sourceOf(tokens.at(-1) as Token);
  const properties = source?.kind === "mark" ? (source.piece.look.now?.child("w:rPr") ?? null) : null;
  const own = properties?.elements().filter(({ name }) => !CHANGE_MARKS.has(name) && name !== "w:rPrChange") ?? [];
  if (properties === null || own.length === 0) return { look: NO_LOOK, wrappers: [] };
  return { look: readLook(properties.withChildren(own), "w:rPrChange", identifiers), wrappers: [] };
}

/** What stands around all of them, outermost first. */
function commonWrappers([first, ...others]: readonly Surroundings[]): readonly Wrapper[] {
  const all = first?.wrappers ?? [];
  const end = all.findIndex((wrapper, i) => others.some(({ wrappers }) => wrappers[i] !== wrapper));
  return end < 0 ? all : all.slice(0, end);
}
