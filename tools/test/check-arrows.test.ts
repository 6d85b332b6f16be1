import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readDrawing } from "../arrows/drawing.ts";
import { importsOf } from "../arrows/imports.ts";
import { checkArrows } from "../check-arrows.ts";

const TOOL = join(import.meta.dirname, "../check-arrows.ts");
const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** A repository in a temporary folder: the engine drawn as below, and the files that a test adds. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "arrows-"));
  trees.push(root);
  const all = {
    "ARCHITECTURE.md": page(
      "engine/compare & engine/ooxml --> engine/model",
      "engine --> engine/compare",
      "cli --> engine",
    ),
    "packages/engine/package.json": `{ "name": "@example/engine" }`,
    "packages/engine/src/index.ts": `export { compare } from "./compare/words.ts";`,
    "packages/engine/src/compare/words.ts": `import type { Token } from "../model/text.ts";`,
    "packages/engine/src/model/text.ts": "export type Token = string;",
    "packages/engine/src/ooxml/parts.ts": `import type { Token } from "../model/text.ts";`,
    "apps/cli/package.json": `{ "name": "@example/cli" }`,
    "apps/cli/src/index.ts": `import { compare } from "@example/engine";`,
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function page(...lines: readonly string[]): string {
  return ["# Architecture", "", "```mermaid", "flowchart TD", ...lines.map((line) => `  ${line}`), "```", ""].join(
    "\n",
  );
}

describe("imports are held to the drawing", () => {
  test("a tree that imports only along its arrows is accepted", () => {
    expect(checkArrows(repository({})).faults).toEqual([]);
  });

  test("an import that is not drawn is named with its rooms and its file", () => {
    const root = repository({
      "packages/engine/src/compare/words.ts": `import { readParts } from "../ooxml/parts.ts";`,
    });
    expect(checkArrows(root).faults).toEqual([
      "Not drawn in ARCHITECTURE.md: engine/compare --> engine/ooxml (packages/engine/src/compare/words.ts)",
    ]);
  });

  test.each([
    `import type { Part } from "../ooxml/parts.ts";`,
    `export { readParts } from "../ooxml/parts.ts";`,
    `import "../ooxml/parts.ts";`,
    `const parts = await import("../ooxml/parts.ts");`,
    `new Worker(new URL("../ooxml/parts.ts", import.meta.url));`,
    `import {\n  readParts,\n  type Part,\n} from "../ooxml/parts.ts";`,
  ])("no form of import escapes: %s", (statement) => {
    expect(checkArrows(repository({ "packages/engine/src/compare/words.ts": statement })).faults).toHaveLength(1);
  });

  test("a folder that nobody drew is a room of its own, and not a way round the arrows", () => {
    const root = repository({ "packages/engine/src/helpers/all.ts": `import { compare } from "../compare/words.ts";` });
    expect(checkArrows(root).faults).toEqual([
      "Not drawn in ARCHITECTURE.md: engine/helpers --> engine/compare (packages/engine/src/helpers/all.ts)",
    ]);
  });

  test("another package is entered by its name only, by tests too", () => {
    const root = repository({
      "apps/cli/test/compile.test.ts": `import { compare } from "../../../packages/engine/src/compare/words.ts";`,
    });
    expect(checkArrows(root).faults).toEqual([
      "Enter another package by its name, through its index.ts: "
        + "../../../packages/engine/src/compare/words.ts (apps/cli/test/compile.test.ts)",
    ]);
  });

  test("a test may look into every room of its own package", () => {
    const root = repository({
      "packages/engine/test/words.test.ts": `import { compare } from "../src/compare/words.ts";`,
    });
    expect(checkArrows(root).faults).toEqual([]);
  });

  test("an arrow that nobody uses is told and is no fault", () => {
    const root = repository({ "apps/cli/src/index.ts": "export {};" });
    expect(checkArrows(root)).toEqual({ faults: [], unused: ["cli --> engine"] });
  });

  test("the command fails on a fault, says it, and succeeds without", () => {
    const bad = repository({
      "packages/engine/src/compare/words.ts": `import { readParts } from "../ooxml/parts.ts";`,
    });
    const refused = spawnSync(process.execPath, [TOOL, bad], { encoding: "utf8" });
    expect(refused.stderr).toContain("Not drawn in ARCHITECTURE.md: engine/compare --> engine/ooxml");
    expect(refused.status).toBe(1);
    expect(spawnSync(process.execPath, [TOOL, repository({})], { encoding: "utf8" }).status).toBe(0);
  });
});

describe("the drawing", () => {
  test("chains and groups mean every arrow that a reader sees", () => {
    expect([...readDrawing(page("a --> b --> c & d")).arrows]).toEqual(["a --> b", "b --> c", "b --> d"]);
  });

  test("arrows outside a Mermaid block, and in comments, allow nothing", () => {
    expect([...readDrawing(`a --> b\n${page("%% c --> d")}`).arrows]).toEqual([]);
  });

  test.each(["a -.-> b", "a ==> b", "a <--> b", "a -->|sometimes| b", "a[Room] --> b", "a --- b"])(
    "an arrow that is not understood is refused, not guessed: %s",
    (line) => {
      expect(() => readDrawing(page(line))).toThrow(RangeError);
    },
  );
});

describe("imports", () => {
  test("an import in a comment is none", () => {
    const source = [
      `// import { a } from "./a.ts";`,
      "/**",
      ` * import { b } from "./b.ts";`,
      " */",
      `import "./c.ts";`,
    ];
    expect(importsOf(source.join("\n"))).toEqual(["./c.ts"]);
  });
});
