import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { closingLine } from "../closing-line.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs one test file in a Vitest of its own, and gives the last line it prints and the code it exits with. */
function runOf(source: string): { readonly lastLine: string; readonly code: number | null } {
  // Within the repository, so that the file finds Vitest.
  const folder = mkdtempSync(join(REPOSITORY, "node_modules/.closing-line-"));
  folders.push(folder);
  writeFileSync(join(folder, "probe.test.ts"), `import { test } from "vitest";\n${source}\n`);
  const config = [
    `import { ClosingLine } from ${JSON.stringify(join(REPOSITORY, "tools/closing-line.ts"))};`,
    `export default { test: { include: ["probe.test.ts"], exclude: [], reporters: ["default", new ClosingLine()] } };`,
  ];
  writeFileSync(join(folder, "vitest.config.ts"), config.join("\n"));
  const vitest = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
  const { stdout, status } = spawnSync(process.execPath, [vitest, "run", "--root", folder], { encoding: "utf8" });
  return { lastLine: stdout.trimEnd().split("\n").at(-1) ?? "", code: status };
}

test("skipped tests are told only where there are some", () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
});

test("a run ends with its counts, alone on the last line", () => {
  const source = `test("a", () => {}); test("b", () => {}); test.skip("c", () => {});`;
  expect(runOf(source)).toEqual({ lastLine: "2 passed, 0 failed, 1 skipped", code: 0 });
});

test("a failed test is counted, and the run fails", () => {
  const source = `test("a", () => {}); test("b", () => { throw new Error("no"); });`;
  expect(runOf(source)).toEqual({ lastLine: "1 passed, 1 failed", code: 1 });
});

test("a file that does not load never reads as zero failures", () => {
  expect(runOf(`throw new Error("no");`)).toEqual({ lastLine: "0 passed, 1 failed", code: 1 });
});
