import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BIN, compendium, folderWith, ROOT } from "./run-compendium.ts";

const VERSION = (JSON.parse(readFileSync(join(ROOT, "apps/cli/package.json"), "utf8")) as { version: string }).version;
const OLD_NODE = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.11.1" } });';

test("the bin that package.json names is the one that starts, by whatever Node comes first on the path", () => {
  const { bin } = JSON.parse(readFileSync(join(ROOT, "apps/cli/package.json"), "utf8")) as {
    bin: { compendium: string };
  };
  expect(join(ROOT, "apps/cli", bin.compendium)).toBe(BIN);
  expect(readFileSync(BIN, "utf8")).toMatch(/^#!\/usr\/bin\/env -S node --max-semi-space-size=16\n/);
});

test("the lockfile names the same bin, since npm ci links what the lockfile says", () => {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { bin?: Record<string, string> }>;
  };
  expect(lock.packages["apps/cli"]?.bin).toEqual({ compendium: "bin/compendium.cjs" });
});

test("npx starts it from another folder, with the right Node in front of an older one", () => {
  const folder = folderWith({});
  const { stdout, stderr, status } = spawnSync("npx", ["--no", "--prefix", ROOT, "compendium", "--version"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect({ stdout, stderr, status }).toEqual({ stdout: `${VERSION}\n`, stderr: "", status: 0 });
});

test("an older Node is told in one sentence, and shows no syntax error", () => {
  const folder = folderWith({ "old-node.cjs": OLD_NODE });
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--require", join(folder, "old-node.cjs"), BIN], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/needs Node 24 .* Node 20\.11\.1.*npx compendium/)]);
});

const SYSTEM_NODE = "/usr/bin/node";
const systemVersion = existsSync(SYSTEM_NODE) ? spawnSync(SYSTEM_NODE, ["-v"], { encoding: "utf8" }).stdout : "";
const isOld = systemVersion !== "" && Number(/\d+/.exec(systemVersion)?.[0]) < 24;
test.skipIf(!isOld)(`a real older Node says the same${isOld ? "" : " (skipped: the system has none)"}`, () => {
  const { stderr, status } = spawnSync(SYSTEM_NODE, [BIN, "--version"], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^compendium needs Node 24[^\n]*\n$/);
});

test("a reader that closes the pipe early does no harm", () => {
  const folder = folderWith({});
  const { exit, stderr } = compendium(folder, "--help");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  if (process.platform === "win32") return;
  const command = `"${process.execPath}" "${BIN}" consolidate --help | true`;
  expect(spawnSync("sh", ["-c", command], { encoding: "utf8" }).stderr).toBe("");
});
