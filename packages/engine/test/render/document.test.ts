import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BlockEntry } from "../../src/render/compilation-document.ts";
import { toDocument } from "../../src/render/document.ts";
import { renderJson } from "../../src/render/json.ts";
import { bodyOf, compileTexts } from "../notation/compile-texts.ts";
import { checkSchema } from "./check-schema.ts";
import { compileIllustrative } from "./illustrative.ts";
import { HEADING } from "./small-round.ts";

const SCHEMA = JSON.parse(
  readFileSync(new URL("../../../../docs/reference/compilation.schema.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
const COMPILATION = compileIllustrative();

describe("the compilation of nine Word files as JSON", () => {
  const document = toDocument(COMPILATION, { names: true });

  test("follows the published schema, with names and without", () => {
    for (const names of [true, false]) {
      expect(checkSchema(SCHEMA, JSON.parse(renderJson(COMPILATION, { names })))).toEqual([]);
    }
  });

  test("uses every field that the schema foresees, but for what no such file has", () => {
    const used = keysIn(JSON.parse(renderJson(COMPILATION, { heading: HEADING, names: true })));
    const missing = foreseen(SCHEMA).filter((key) => !used.has(key));
    expect(missing).toEqual(["firstDifference"]);
  });

  test("names no person unless asked", () => {
    const persons = COMPILATION.comments.map(({ comment }) => comment.by.author);
    expect(new Set(persons).size).toBeGreaterThan(1);
    const json = renderJson(COMPILATION);
    for (const person of persons) expect(json.includes(`"${person}"`)).toBe(false);
    expect(json).not.toContain('"by"');
    expect(renderJson(COMPILATION, { names: true })).toContain(`"author": "${persons[0]}"`);
  });

  test("is indented by two spaces and ends with a line break", () => {
    const json = renderJson(COMPILATION);
    expect(json.startsWith('{\n  "format": "compendium-compilation",\n  "version": 1,\n')).toBe(true);
    expect(json.endsWith("\n}\n")).toBe(true);
  });

  test("gives each token of each story its position, once", () => {
    for (const [i, { blocks }] of document.stories.entries()) {
      const tokens = COMPILATION.stories[i]?.story.tokens ?? [];
      const words = wordsIn(blocks);
      for (const [at, word] of words) expect(word).toBe(tokens[at]?.text);
      expect(words.length).toBe(
        tokens.filter(({ kind }) => kind === "word" || kind === "atom" || kind === "mark").length,
      );
    }
  });

  test("cites a comment, the words that it is about and its passage", () => {
    const about = document.comments.find(({ delegation }) => delegation === "XCC");
    const base = COMPILATION.stories
      .find(({ story }) => story.id === about?.story)
      ?.story.tokens.slice(about?.from, about?.to);
    expect(about?.about).toBe(base?.map(({ text }) => text).join(""));
    expect(about?.about).not.toBe("");
    const ids = new Set(document.stories.flatMap(({ passages }) => passages.map(({ id }) => id)));
    const touched = document.comments.flatMap(({ passage }) => (passage === null ? [] : [passage]));
    expect(touched.length).toBeGreaterThan(0);
    for (const passage of touched) expect(ids.has(passage)).toBe(true);
  });

  test("ties an answer to the comment that it answers", () => {
    const answers = document.comments.filter(({ parent }) => parent !== null);
    expect(answers.length).toBe(COMPILATION.comments.filter(({ comment }) => comment.parent !== null).length);
    expect(answers.length).toBeGreaterThan(0);
    const byId = new Map(document.comments.map((comment) => [comment.id, comment.delegation]));
    for (const { parent, delegation } of answers) expect(byId.get(parent ?? "")).toBe(delegation);
  });

  test("tells at which word a note hangs", () => {
    const hanging = document.stories.flatMap(({ blocks }, i) =>
      paragraphsIn(blocks).flatMap(({ inner = {} }) =>
        Object.entries(inner).map(([at, ids]) => ({ ids, token: COMPILATION.stories[i]?.story.tokens[Number(at)] })),
      ),
    );
    expect(hanging.length).toBeGreaterThan(10);
    for (const { ids, token } of hanging) expect(token?.stories.map(({ id }) => id)).toEqual(ids);
  });

  test("tells changes of formatting in words", () => {
    const changes = document.stories.flatMap(({ formatting }) =>
      formatting.map(({ text, change, sponsors }) => [
        text,
        change,
        sponsors.map(({ delegation }) => delegation).join("+"),
      ]),
    );
    expect(changes).toContainEqual(["\n", "paragraph style: Heading 3", "XDD"]);
    expect(changes.filter(([, change]) => change === "bold").map(([, , sponsors]) => sponsors)).toEqual(["XCC+XHH"]);
  });

  test("shows what stands out in the base text", () => {
    const signs = document.stories.flatMap(({ blocks }) =>
      paragraphsIn(blocks).flatMap(({ emphasis }) => emphasis ?? []),
    );
    expect(new Set(signs)).toEqual(new Set(["", "b", "i"]));
  });
});

describe("a small compilation as JSON", () => {
  test("tells a proposal as a redline, and structure that text does not show", () => {
    const compilation = compileTexts(
      "States should report.¶They assist.",
      new Map([
        ["XAA", "States shall report.¶They assist."],
        ["XBB", "States should report.¶{They assist.}"],
      ]),
    );
    const [first, ...others] = toDocument(compilation).stories[0]?.passages ?? [];
    expect(first).toMatchObject({
      base: "should ",
      proposals: [
        {
          wording: "shall ",
          redline: [
            { kind: "deleted", text: "should " },
            { kind: "inserted", text: "shall " },
          ],
        },
      ],
    });
    expect(first?.proposals[0]).not.toHaveProperty("structure");
    const inserted = others.flatMap(({ proposals }) => proposals.flatMap(({ structure }) => structure?.inserted ?? []));
    expect(inserted).toContain("content control");
    expect(bodyOf(compilation).passages.length).toBe(others.length + 1);
  });
});

type Paragraph = Extract<BlockEntry, { kind: "paragraph" }>;

function paragraphsIn(blocks: readonly BlockEntry[]): Paragraph[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : paragraphsIn(block.blocks)));
}

function wordsIn(blocks: readonly BlockEntry[]): (readonly [number, string])[] {
  return paragraphsIn(blocks).flatMap(({ from, words }) => words.map((word, i) => [from + i, word] as const));
}

function keysIn(value: unknown): Set<string> {
  if (typeof value !== "object" || value === null) return new Set();
  return new Set([...Object.keys(value), ...Object.values(value).flatMap((inner) => [...keysIn(inner)])]);
}

/** The names of all properties that a schema foresees, sorted. */
function foreseen(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(foreseen)])].sort();
}
