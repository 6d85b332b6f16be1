import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateSet, type SetOptions } from "../../../../fixtures/generated/generate-set.ts";
import { renderHtml } from "../../src/render/html/render-html.ts";
import { placedParagraphs } from "../../src/render/rolling/placed-paragraphs.ts";
import { renderRollingText } from "../../src/render/rolling/render-rolling-text.ts";
import { renderTable } from "../../src/render/table/render-table.ts";
import { type BaseText, readBase } from "../../src/submission/base-text.ts";
import { compileFiles } from "../laws/compile-files.ts";
import { unsoundness } from "../laws/sound-word-file.ts";
import { open } from "./small-round.ts";

const sets = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  paragraphs: fc.integer({ min: 12, max: 40 }),
  submissions: fc.integer({ min: 1, max: 8 }),
  edits: fc.integer({ min: 1, max: 12 }),
  mode: fc.constantFrom("tracked" as const, "untracked" as const, "mixed" as const),
});

/** Checks something of many generated sets of Word files; a failure prints the seed that makes it again. */
function always(holds: (set: ReturnType<typeof compile>) => void): void {
  const property = fc.property(sets, (options) => holds(compile(options)));
  fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 12_000, markInterruptAsFailure: false });
}

function compile(options: SetOptions): Pick<ReturnType<typeof compileFiles>, "base" | "compilation"> {
  const { base, submissions } = generateSet(options);
  return compileFiles(base, submissions);
}

describe("of any generated Word files", () => {
  test("the rolling text is a sound file with all words and numbers of the base text in their order", () => {
    always(({ base, compilation }) => {
      const made = open(renderRollingText(base, compilation));
      expect(unsoundness(made, base.file.package)).toEqual([]);
      const rolling = readBase(made);
      expect(labelsOf(rolling)).toEqual(labelsOf(base));
      for (const { id, tokens } of base.stories) {
        const own = rolling.stories.find((story) => story.id === id)?.tokens ?? [];
        expect(
          isWithin(
            tokens.map(({ text }) => text.trim()),
            own.map(({ text }) => text.trim()),
          ),
          id,
        ).toBe(true);
      }
    });
  });

  test("the rolling text and the table name all sponsors of every proposal", () => {
    always(({ base, compilation }) => {
      const texts = [renderRollingText(base, compilation), renderTable(base, compilation)].map((bytes) =>
        readBase(open(bytes))
          .stories.map(({ tokens }) => tokens.map(({ text }) => text).join(""))
          .join("\n"),
      );
      for (const { proposals } of compilation.stories.flatMap(({ passages }) => passages)) {
        for (const { sponsors } of proposals) {
          for (const text of texts) expect(text).toContain(sponsors.map(({ delegation }) => delegation).join(", "));
        }
      }
    });
  });

  test("the page has each passage once, and every link leads somewhere", () => {
    always(({ compilation }) => {
      const page = renderHtml(compilation);
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
      const known = new Set(ids);
      expect(known.size).toBe(ids.length);
      expect([...page.matchAll(/href="#([^"]*)"/g)].filter(([, to = ""]) => !known.has(to))).toEqual([]);
      const passages = compilation.stories.flatMap((story) => story.passages);
      expect(ids.filter((id) => id.startsWith("passage-"))).toHaveLength(passages.length);
    });
  });
});

function labelsOf({ stories }: BaseText): string[] {
  return stories.flatMap((story) => placedParagraphs(story).flatMap(({ paragraph }) => paragraph.label || []));
}

/** True if all of `words` are among `others`, in their order. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === words[at]) at++;
  return at === words.length;
}
