import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXIT_MEANINGS } from "../src/exit-codes.ts";
import { FILE_FORMATS } from "../src/formats.ts";
import { compendium, ROOT } from "./run-compendium.ts";

const MANUAL = readFileSync(join(ROOT, "docs/reference/command-line.md"), "utf8");

/** Commands on files, for the operator of a server, and on a server. Of the latter, those about one thing stand together: `draft add`. */
const ON_FILES = ["consolidate", "inspect", "compare", "read-as", "receipt"];
const FOR_THE_OPERATOR = ["backup", "restore", "verify", "doctor"];
const ON_A_SERVER = [
  "sign-in",
  "sign-out",
  "whoami",
  "workspaces",
  "delegations",
  "delegation add",
  "members",
  "invite",
  "invitations",
  "invitation revoke",
  "texts",
  "text show",
  "text create",
  "text change",
  "draft add",
  "draft show",
  "draft download",
  "rounds",
  "round open",
  "round show",
  "round change",
  "round cancel",
  "round open-now",
  "round close-now",
  "round remind",
  "room show",
  "room add-file",
  "room remove-file",
  "room download-file",
  "room align",
  "room consolidated",
  "clear",
  "submit",
  "withdraw",
  "submissions",
  "submission show",
  "submission download",
  "enter-submission",
  "take-back",
  "admit",
  "compile",
  "compilations",
  "compilation show",
  "compilation download",
  "compilation release",
  "standing",
  "record ledgers",
  "record show",
  "record export",
];

function help(...command: string[]): string {
  const { exit, stdout, stderr } = compendium(ROOT, ...command, "--help");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  return stdout;
}

/** The options that a command's help lists, without `--help`. */
function optionsIn(shown: string): string[] {
  return [...shown.matchAll(/^ {2}(?:-\w, )?(--[a-z0-9-]+)/gm)]
    .map(([, option]) => option ?? "")
    .filter((option) => option !== "--help");
}

test("--help lists every command, and no other", () => {
  const listed = [...help().matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name ?? "");
  const groups = [...new Set(ON_A_SERVER.map((command) => command.replace(/ .*/, "")))];
  expect(listed.toSorted()).toEqual([...ON_FILES, ...FOR_THE_OPERATOR, ...groups].sort());
});

test.each(ON_A_SERVER.filter((command) => command.includes(" ")))("the help of the group lists %s", (command) => {
  const [group = "", name = ""] = command.split(" ");
  expect(help(group)).toMatch(new RegExp(`^ {2}${name} {2,}`, "m"));
});

test("--help and the manual say what every exit code means", () => {
  const shown = help();
  for (const [code, meaning] of Object.entries(EXIT_MEANINGS)) {
    expect(shown).toContain(`  ${code}  ${meaning}`);
    expect(MANUAL).toContain(`| ${code} | ${meaning} |`);
  }
});

test.each([...ON_FILES, ...FOR_THE_OPERATOR])(
  "the help of %s has examples, and the manual explains each of its options",
  (name) => {
    const shown = help(name);
    expect(shown).toContain(`Examples:\n  $ compendium ${name} `);
    const section = MANUAL.split(/^## /m).find((each) => each.startsWith(`\`${name}\`\n`)) ?? "";
    expect(optionsIn(shown).length).toBeGreaterThan(0);
    for (const option of optionsIn(shown)) expect(section).toContain(`\`${option}`);
  },
);

test.each(ON_A_SERVER)("the help of %s has examples, and its line in the manual names its options", (command) => {
  const shown = help(...command.split(" "));
  expect(shown).toContain(`Examples:\n  $ compendium ${command}`);
  const usage = /^Usage: compendium (.+)$/m.exec(shown)?.[1]?.replace("[options] ", "").replace(" [options]", "");
  const line = MANUAL.split("\n").find((each) => each.startsWith(`| \`${usage}\` |`));
  expect(line, `| \`${usage}\` |`).toBeDefined();
  for (const option of optionsIn(shown)) if (option !== "--json") expect(line).toContain(`\`${option}`);
});

test("the manual lists no command on a server that does not exist", () => {
  const section = MANUAL.split(/^## /m).find((each) => each.startsWith("On a server\n")) ?? "";
  const listed = [...section.matchAll(/^\| `([a-z -]+?)(?: [<[].*)?` \|/gm)].map(([, command]) => command ?? "");
  expect(listed.toSorted()).toEqual(ON_A_SERVER.toSorted());
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
  for (const [words, wrong] of [
    [["consolidtae"], "consolidtae"],
    [["draft", "ad"], "ad"],
  ] as const) {
    const { exit, stdout, stderr } = compendium(ROOT, ...words, "--json");
    expect(exit).toBe(2);
    expect(stderr).toContain("unknown command");
    expect(stderr).toContain("What to do: ");
    expect(JSON.parse(stdout)).toEqual({
      errors: [{ code: "usage", file: null, message: expect.stringContaining(wrong), advice: expect.any(String) }],
    });
  }
});
