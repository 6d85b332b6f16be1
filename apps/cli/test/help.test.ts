import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXIT_MEANINGS } from "../src/exit-codes.ts";
import { FILE_FORMATS } from "../src/formats.ts";
import { compendium, ROOT } from "./run-compendium.ts";

const COMMANDS = readdirSync(join(ROOT, "apps/cli/src/commands"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "submission-options");
const MANUAL = readFileSync(join(ROOT, "docs/reference/command-line.md"), "utf8");

function help(...command: string[]): string {
  const { exit, stdout, stderr } = compendium(ROOT, ...command, "--help");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  return stdout;
}

test("--help lists every command, and no other", () => {
  const listed = [...help().matchAll(/^ {2}([a-z-]+) \[options\]/gm)].map(([, name]) => name ?? "");
  expect(listed.sort()).toEqual([...COMMANDS].sort());
  expect(listed.length).toBe(5);
});

test("--help and the manual say what every exit code means", () => {
  const shown = help();
  for (const [code, meaning] of Object.entries(EXIT_MEANINGS)) {
    expect(shown).toContain(`  ${code}  ${meaning}`);
    expect(MANUAL).toContain(`| ${code} | ${meaning} |`);
  }
});

test.each(COMMANDS)("the help of %s has examples, and the manual explains each of its options", (name) => {
  const shown = help(name);
  expect(shown).toContain(`Examples:\n  $ compendium ${name} `);
  const section = MANUAL.split(/^## /m).find((each) => each.startsWith(`\`${name}\`\n`)) ?? "";
  const options = [...shown.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option ?? "");
  expect(options.length).toBeGreaterThan(1);
  for (const option of options.filter((one) => one !== "--help")) expect(section).toContain(`\`${option}`);
});

test("the help of consolidate and the manual tell every format and its file", () => {
  const shown = help("consolidate");
  for (const { name, file, about } of FILE_FORMATS) {
    expect(shown).toMatch(new RegExp(`^  ${name} +${file.replace(".", "\\.")} +${about}$`, "m"));
    expect(MANUAL).toContain(`| \`${name}\` | \`${file}\` |`);
  }
});

test("no command at all shows the help and is a mistake", () => {
  const { exit, stdout, stderr } = compendium(ROOT);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
  expect(stderr).toContain("consolidate");
});

test("a command that does not exist says so, and with --json in JSON too", () => {
  const { exit, stdout, stderr } = compendium(ROOT, "consolidtae", "--json");
  expect(exit).toBe(2);
  expect(stderr).toContain("unknown command");
  expect(stderr).toContain("What to do: ");
  expect(JSON.parse(stdout)).toEqual({
    errors: [
      { code: "usage", file: null, message: expect.stringContaining("consolidtae"), advice: expect.any(String) },
    ],
  });
});
