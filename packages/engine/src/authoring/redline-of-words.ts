import { compareTokens } from "../compare/compare-tokens.ts";
import { splitWords } from "../compare/words.ts";
import type { Token } from "../model/text.ts";
import type { RedlineEntry } from "../render/compilation-document.ts";
import { redlineOf } from "../render/redline.ts";

/**
 * Words that somebody typed against those of the base, both as a reader sees them, paragraphs parted by `"\n"`. The space
 * behind the last word is as the base has it: it is nobody's proposal. Empty where both say nothing.
 */
export function redlineOfWords(base: string, typed: string): readonly RedlineEntry[] {
  const behind = /\s*$/.exec(base)?.[0] ?? "";
  const [before, after] = [tokensOf(base), tokensOf(typed.trimEnd() === "" ? "" : typed.trimEnd() + behind)];
  const edits = compareTokens(before, after).map(({ fromA, toA, fromB, toB }) => ({
    fromA,
    toA,
    inserted: after.slice(fromB, toB),
    tracked: true,
    by: [],
    move: null,
  }));
  return redlineOf(before, 0, before.length, edits);
}

function tokensOf(text: string): Token[] {
  return text
    .split(/(\n)/)
    .flatMap((part) =>
      part === "\n" ? [tokenOf("mark", part)] : splitWords(part).map((word) => tokenOf("word", word)),
    );
}

function tokenOf(kind: Token["kind"], text: string): Token {
  return { kind, text, wording: text, format: "", stories: [], source: null };
}
