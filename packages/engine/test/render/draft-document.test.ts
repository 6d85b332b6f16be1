import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GUIDE_FILE } from "../../../../fixtures/illustrative/guide.ts";
import {
  type BaseText,
  type BlockEntry,
  type CompilationDocument,
  consolidate,
  listParagraphs,
  type ParagraphEntry,
  readBase,
  readSubmission,
  renderJson,
  toDocument,
} from "../../src/index.ts";
import { paragraphs, smallFile } from "../bad-input/small-file.ts";
import { circulate } from "../laws/circulate.ts";
import { open } from "../laws/compile-files.ts";
import { checkSchema } from "./check-schema.ts";

const SCHEMA = JSON.parse(
  readFileSync(new URL("../../../../docs/reference/compilation.schema.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
const GUIDE = new Uint8Array(
  readFileSync(new URL(`../../../../fixtures/illustrative/files/${encodeURIComponent(GUIDE_FILE)}`, import.meta.url)),
);

function draftOf(base: BaseText): CompilationDocument {
  return toDocument(consolidate(base, [], []));
}

function paragraphsIn(blocks: readonly BlockEntry[]): ParagraphEntry[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : paragraphsIn(block.blocks)));
}

describe("a draft without submissions as a document", () => {
  const base = readBase(open(circulate(GUIDE)));
  const document = draftOf(base);

  test("follows the published schema and proposes nothing", () => {
    expect(checkSchema(SCHEMA, JSON.parse(renderJson(consolidate(base, [], []))))).toEqual([]);
    expect(document.delegations).toEqual([]);
    expect(document.stories.flatMap(({ passages, formatting }) => [...passages, ...formatting])).toEqual([]);
  });

  test("shows the words, numbers, headings and citations of the guide", () => {
    const [body] = document.stories;
    const all = paragraphsIn(body?.blocks ?? []);
    expect(all.filter(({ isTitle }) => isTitle).length).toBe(1);
    expect(all.filter(({ headingLevel }) => headingLevel !== null).length).toBeGreaterThan(3);
    expect(all.filter(({ label }) => label !== "").length).toBeGreaterThan(3);
    expect(new Set(document.stories.map(({ kind }) => kind))).toContain("footnote");
    expect(all.every(({ citation }) => citation !== "")).toBe(true);
  });

  test("gives each paragraph of the body the permanent id that the file carries, where it begins", () => {
    const entries = paragraphsIn(document.stories[0]?.blocks ?? []).filter(({ id }) => id !== undefined);
    expect(entries.map(({ id, from }) => ({ id, from }))).toEqual(listParagraphs(base));
    expect(entries.length).toBeGreaterThan(50);
  });

  test("without bookmarks, no paragraph has an id", () => {
    expect(JSON.stringify(draftOf(readBase(open(GUIDE)))).includes('"id":"p')).toBe(false);
  });

  test("tells which tokens are kept whole", () => {
    for (const { id, blocks } of document.stories) {
      const tokens = base.stories.find((story) => story.id === id)?.tokens ?? [];
      const atoms = tokens.flatMap(({ kind }, i) => (kind === "atom" ? [i] : []));
      expect(paragraphsIn(blocks).flatMap((entry) => entry.atoms ?? [])).toEqual(atoms);
    }
    expect(JSON.stringify(document)).toContain('"atoms"');
  });
});

test("a compilation over a circulated base names its paragraphs by their permanent ids", () => {
  const base = readBase(open(circulate(smallFile(paragraphs("States should report.", "Assistance is free.")))));
  const sent = smallFile(paragraphs("States shall report.", "Assistance is free."));
  const delegation = { code: "XAA", name: "XAA" };
  const submission = readSubmission(base, open(sent), delegation, { name: "", sha256: "", bytes: 0 });
  const { stories } = toDocument(consolidate(base, [submission], [delegation]));
  expect(paragraphsIn(stories[0]?.blocks ?? []).map(({ id }) => id)).toEqual(["p0", "p1"]);
  expect(stories[0]?.passages.map(({ base: text }) => text)).toEqual(["should "]);
});
