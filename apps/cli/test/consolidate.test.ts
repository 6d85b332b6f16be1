import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FILE_FORMATS } from "../src/formats.ts";
import { compendium, folderWith, ROOT } from "./run-compendium.ts";
import { PERSON, smallDocx } from "./small-docx.ts";

const BASE = smallDocx("States should report.", "They meet once a year.");
const XAA = smallDocx("States {-should -}{+shall +}report.", "They meet once a year.");
const XBB = smallDocx("States shall report.", "They meet twice a year.");
const ROUND = { "base.docx": BASE, "returned/XAA.docx": XAA, "returned/XBB.docx": XBB };

const FILES = FILE_FORMATS.map(({ file }) => file);
const RECORD = "written-by-compendium.json";

test("one line writes the compilation in every format, and says what it did", () => {
  const folder = folderWith(ROUND);
  const { exit, stdout, stderr } = compendium(folder, "consolidate", "base.docx", "returned/*.docx", "--out", "out/");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(readdirSync(join(folder, "out")).sort()).toEqual([...FILES, RECORD].sort());
  expect(stdout).toContain("2 delegations, 2 passages, 0 comments");
  expect(stdout).toContain("XAA Ankervale: 1 replacement; proof holds");
  expect(stdout).toContain("XBB Brindovar: 2 replacements; 2 made while tracking was off; proof holds; 1 notice");
  expect(stdout).toContain("Notices and changes without effect are told in the receipts.");
  for (const file of FILES) expect(stdout).toContain(join("out", file));
  const notation = readFileSync(join(folder, "out/compilation.txt"), "utf8");
  expect(notation).toBe("[body]\nStates [should => XAA+XBB: shall] report.¶\nThey meet [once => XBB: twice] a year.\n");
});

test("the illustrative round gives what its manifest says of sponsors, with one command", () => {
  const files = join(ROOT, "fixtures/illustrative/files");
  const folder = folderWith({});
  const args = ["consolidate", join(files, "Guide draft 2.docx"), join(files, "FSC*.docx"), "--json"];
  const { exit, stdout } = compendium(folder, ...args);
  expect(exit).toBe(0);
  const summary = JSON.parse(stdout) as { receipts: { delegation: string }[]; proofs: string };
  expect(summary.receipts.map(({ delegation }) => delegation)).toEqual([
    "XAA",
    "XBB",
    "XCC",
    "XDD",
    "XEE",
    "XFF",
    "XGG",
    "XHH",
    "XII",
  ]);
  expect(summary.proofs).toBe("hold");
  const notation = readFileSync(join(folder, "out/compilation.txt"), "utf8");
  expect(notation).toContain("XAA+XBB+XCC: ");
});

test("the order of the files changes no byte of any format", () => {
  const folder = folderWith(ROUND);
  compendium(folder, "consolidate", "base.docx", "returned/XAA.docx", "returned/XBB.docx", "-o", "one");
  compendium(folder, "consolidate", "base.docx", "returned/XBB.docx", "returned/XAA.docx", "-o", "two");
  for (const file of [...FILES, RECORD]) {
    expect(readFileSync(join(folder, "two", file))).toEqual(readFileSync(join(folder, "one", file)));
  }
});

test("--format writes only what it names", () => {
  const folder = folderWith(ROUND);
  const { exit } = compendium(folder, "consolidate", "base.docx", "returned/*.docx", "--format", "json,receipts");
  expect(exit).toBe(0);
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["compilation.json", "receipts.txt", RECORD].sort());
});

test("persons are named with --names only", () => {
  const folder = folderWith(ROUND);
  const args = ["consolidate", "base.docx", "returned/*.docx", "--format", "json"];
  compendium(folder, ...args, "-o", "without");
  compendium(folder, ...args, "-o", "with", "--names");
  expect(readFileSync(join(folder, "without/compilation.json"), "utf8")).not.toContain(PERSON);
  expect(readFileSync(join(folder, "with/compilation.json"), "utf8")).toContain(PERSON);
});

test("--json prints one JSON value on stdout that tells every file by its hash, and nothing on stderr", () => {
  const folder = folderWith(ROUND);
  const { exit, stdout, stderr } = compendium(folder, "consolidate", "base.docx", "returned/*.docx", "--json");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    base: { name: "base.docx", sha256: sha256(BASE), bytes: BASE.length },
    proofs: "hold",
    passages: 2,
    comments: 0,
    errors: [],
    receipts: [
      { delegation: "XAA", file: { name: "XAA.docx", sha256: sha256(XAA) }, proof: { holds: true } },
      { delegation: "XBB", file: { name: "XBB.docx", sha256: sha256(XBB) }, counts: { untracked: 2 } },
    ],
    written: FILE_FORMATS.map(({ name, file }) => ({
      format: name,
      file: join("out", file),
      sha256: sha256(readFileSync(join(folder, "out", file))),
    })),
  });
});

test("a file that nobody changed since is written anew; one that somebody changed is not, save with --force", () => {
  const folder = folderWith(ROUND);
  const args = ["consolidate", "base.docx", "returned/*.docx", "--format", "receipts,json"];
  const receipts = join(folder, "out/receipts.txt");
  expect(compendium(folder, ...args).exit).toBe(0);
  expect(compendium(folder, ...args).exit).toBe(0);

  writeFileSync(receipts, "my remarks");
  const refused = compendium(folder, ...args);
  expect(refused.exit).toBe(6);
  expect(refused.stderr).toContain(`${join("out", "receipts.txt")}: The file stands there already`);
  expect(refused.stderr).toContain("What to do: Move it away");
  expect(readFileSync(receipts, "utf8")).toBe("my remarks");

  expect(compendium(folder, ...args, "--force").exit).toBe(0);
  expect(readFileSync(receipts, "utf8")).toContain("Receipt for Ankervale (XAA)");
});

test("what an earlier run wrote in another format stays ours", () => {
  const folder = folderWith(ROUND);
  const args = ["consolidate", "base.docx", "returned/*.docx", "--format"];
  compendium(folder, ...args, "json");
  compendium(folder, ...args, "receipts");
  expect(compendium(folder, ...args, "json").exit).toBe(0);
});

test("an input is never overwritten, not even with --force", () => {
  const folder = folderWith({ "compilation.docx": BASE, "XAA.docx": XAA });
  const { exit, stderr } = compendium(folder, "consolidate", "compilation.docx", "XAA.docx", "-o", ".", "--force");
  expect(exit).toBe(6);
  expect(stderr).toContain("compilation.docx: The output would overwrite a file that it is made from.");
  expect(new Uint8Array(readFileSync(join(folder, "compilation.docx")))).toEqual(BASE);
});

test("a file in the place of the folder is a clear mistake", () => {
  const folder = folderWith({ ...ROUND, out: "a file" });
  const { exit, stderr } = compendium(folder, "consolidate", "base.docx", "returned/*.docx");
  expect(exit).toBe(6);
  expect(stderr).toContain("error: out: The output has to be a folder, and this is a file.");
});

test("one bad file: nothing is written, and every bad file is named at once", () => {
  const folder = folderWith({ ...ROUND, "returned/XCC.docx": XAA.slice(0, 300), "returned/XDD.docx": "no zip" });
  const args = ["consolidate", "base.docx", "returned/*.docx", "gone XEE.docx"];
  const { exit, stdout, stderr } = compendium(folder, ...args);
  expect({ exit, stdout }).toEqual({ exit: 3, stdout: "" });
  expect(existsSync(join(folder, "out"))).toBe(false);
  expect(stderr).toMatch(/error: returned.XCC\.docx: .*\[truncated\]\n {2}What to do: /);
  expect(stderr).toMatch(/error: returned.XDD\.docx: .*\[not-a-zip\]\n {2}What to do: /);
  expect(stderr).toMatch(/error: gone XEE\.docx: .*\[missing-file\]\n {2}What to do: /);
});

test("with --keep-going the others are compiled, the bad file is named, and the exit code tells", () => {
  const folder = folderWith({ ...ROUND, "returned/XCC.docx": XAA.slice(0, 300) });
  const args = ["consolidate", "base.docx", "returned/*.docx", "--keep-going", "--json"];
  const { exit, stdout, stderr } = compendium(folder, ...args);
  expect(exit).toBe(3);
  expect(stderr).toContain("[truncated]");
  const summary = JSON.parse(stdout) as { receipts: { delegation: string }[]; errors: object[] };
  expect(summary.receipts.map(({ delegation }) => delegation)).toEqual(["XAA", "XBB"]);
  expect(summary.errors).toMatchObject([{ code: "truncated", file: join("returned", "XCC.docx") }]);
  const reason = "XCC.docx: The file is cut off";
  expect(readFileSync(join(folder, "out/receipts.txt"), "utf8")).toContain(`Not in the compilation\n  ${reason}`);
  expect(readFileSync(join(folder, "out/compilation.html"), "utf8")).toContain(reason);
});

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
