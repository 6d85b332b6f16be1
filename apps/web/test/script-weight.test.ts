/// <reference types="node" />
import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { productionBuild } from "./production-build.ts";

/** Who only reads may need no more than this, in bytes as they travel. */
const MOST = 200_000;

type Chunk = Rolldown.OutputChunk;

let chunks: ReadonlyMap<string, Chunk>;

beforeAll(async () => {
  chunks = new Map((await productionBuild()).map((chunk) => [chunk.fileName, chunk]));
}, 60_000);

describe("the script that a reader needs", () => {
  test.each([
    "home/home-page.tsx",
    "texts/workspace-page.tsx",
    "texts/text-page.tsx",
    "texts/draft-page.tsx",
    "negotiation/paragraph-page.tsx",
    "consultations/round-page.tsx",
    "consultations/compilation-page.tsx",
    "consultations/standing-page.tsx",
  ])("for %s weighs less than 200 kB, in any language", (page) => {
    for (const language of ["en", "fr", "ru", "es", "ar"]) {
      const loaded = loadedWith(["src/main.tsx", `src/${page}`, `src/app/languages/${language}.ts`]);
      const weight = [...loaded].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
      expect(weight, `${page} in ${language}`).toBeLessThan(MOST);
    }
  });

  test("has neither the engine nor React Aria nor the editor in it", () => {
    const loaded = loadedWith(["src/main.tsx", "src/consultations/compilation-page.tsx"]);
    const modules = [...loaded].flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => /packages\/engine\/src|react-aria|prosemirror/.test(id))).toEqual([]);
  });
});

/** The files in which modules are, and all that those import at once. */
function loadedWith(modules: readonly string[]): ReadonlySet<Chunk> {
  const found = new Set<Chunk>();
  const take = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) take(chunks.get(name));
  };
  for (const path of modules) {
    const own = [...chunks.values()].filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${path}`)));
    expect(own, path).not.toEqual([]);
    for (const chunk of own) take(chunk);
  }
  return found;
}
