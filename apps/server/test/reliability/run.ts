/**
 * `npm run reliability`: all tests of this folder with fifty rounds under fire and ten races, and their figures into
 * docs/reference/reliability.md. `RELIABILITY_SEED` repeats what chance chose; `RELIABILITY_ROUNDS` and
 * `RELIABILITY_RACES` ask for fewer, and then the page is left as it is.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, writeFigures } from "./page.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const FULL = { RELIABILITY_ROUNDS: "50", RELIABILITY_RACES: "10" };

const folder = mkdtempSync(join(tmpdir(), "compendium-figures-"));
const file = join(folder, "figures.jsonl");
const { status } = spawnSync(
  process.execPath,
  // One file after the other: what is measured in seconds must not wait for another test.
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project",
    "server",
    "--no-file-parallelism",
    "test/reliability",
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...FULL, ...process.env, RELIABILITY_FIGURES: file } },
);
const isFull = Object.keys(FULL).every((name) => process.env[name] === undefined);
if (status === 0 && isFull && existsSync(file)) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  writeFigures(lines.map((line) => JSON.parse(line) as Figure));
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
