import { expect, test } from "vitest";
import { consolidate } from "../../src/consolidate/consolidate.ts";
import { readAs } from "../../src/consolidate/read-as.ts";
import type { Compilation, CompiledStory } from "../../src/model/compilation.ts";
import { renderNotation } from "../../src/render/notation.ts";
import { parseNotation } from "./parse-notation.ts";
import { storyOf, written } from "./story-of.ts";
import { delegationOf, submissionOf } from "./submission-of.ts";

/** Compiles a base text with the texts of delegations, in the order of the list of delegations. */
export function compileTexts(base: string, texts: ReadonlyMap<string, string>): Compilation {
  const story = storyOf(base);
  const delegations = [...texts.keys()].map(delegationOf);
  const submissions = delegations.map((delegation) =>
    submissionOf(story, storyOf(texts.get(delegation.code) ?? ""), delegation),
  );
  return consolidate({ stories: [story], notices: [] }, submissions, delegations);
}

/** The only story of a compilation of texts. */
export function bodyOf({ stories }: Compilation): CompiledStory {
  return stories[0] as CompiledStory;
}

/**
 * A test: the base text and the delegations' texts in the line, compiled, give the line; read as nobody the compilation
 * is the base text, read as a delegation its text, and nobody is lost on the way.
 */
export function compiles(name: string, line: string): void {
  test(name, () => {
    const { base, texts } = parseNotation(line);
    const compilation = compileTexts(base, texts);
    expect(renderNotation(bodyOf(compilation))).toBe(line);
    expectEveryReading(compilation, base, texts);
  });
}

/** Read as nobody, a compilation is the base text; read as a delegation, its text. */
export function expectEveryReading(compilation: Compilation, base: string, texts: ReadonlyMap<string, string>): void {
  const body = bodyOf(compilation);
  expect(written(readAs(body, null))).toBe(written(storyOf(base).tokens));
  for (const [code, text] of texts) expect(written(readAs(body, code))).toBe(written(storyOf(text).tokens));
  expect(compilation.receipts.map(({ delegation, proof }) => [delegation.code, proof.holds])).toEqual(
    [...texts.keys()].map((code) => [code, true]),
  );
}
