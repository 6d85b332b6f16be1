import { chmodSync } from "node:fs";
import { expect, test } from "vitest";
import { compendium, folderWith } from "./run-compendium.ts";
import { smallDocx } from "./small-docx.ts";

const BASE = smallDocx("States should report.");
const XAA = smallDocx("States shall report.");

/** Every error is one line that says where, what and which code, and one that says what to do. */
const ERROR = /^error: (?<where>.+?): (?<what>[A-Z].+\.) \[(?<code>[a-z-]+)\]\n {2}What to do: (?<advice>[A-Z].+\.)$/;

function errors(stderr: string): Record<string, string>[] {
  return stderr
    .trimEnd()
    .split(/\n(?=error: )/)
    .map((one) => ({ ...ERROR.exec(one)?.groups }));
}

test.each([
  ["that is missing", "gone.docx", "missing-file"],
  ["that is a folder", "folder", "is-a-folder"],
  ["that matches no pattern", "none*.docx", "no-match"],
  ["that is empty", "XCC.docx", "not-a-zip"],
  ["that is cut off", "XDD.docx", "truncated"],
  ["that is the base again", "XEE.docx", "base-as-submission"],
  ["that is the base itself", "base.docx", "base-as-submission"],
])("a file %s: the error says where, what and what to do", (_, file, code) => {
  const folder = folderWith({
    "base.docx": BASE,
    "XCC.docx": "",
    "XDD.docx": XAA.slice(0, 400),
    "XEE.docx": BASE,
    "folder/x.txt": "",
  });
  const { exit, stdout, stderr } = compendium(folder, "receipt", "base.docx", file);
  expect({ exit, stdout }).toEqual({ exit: 3, stdout: "" });
  expect(errors(stderr)).toEqual([{ where: file, what: expect.any(String), code, advice: expect.any(String) }]);
});

test("a bad base is named together with bad submissions", () => {
  const folder = folderWith({ "base.docx": "no zip", "XAA.docx": XAA, "XBB.docx": "no zip either" });
  const { exit, stderr } = compendium(folder, "consolidate", "base.docx", "*.docx", "gone.docx");
  expect(exit).toBe(3);
  expect(errors(stderr).map(({ where }) => where)).toEqual(["base.docx", "XBB.docx", "base.docx", "gone.docx"]);
});

test("no submission at all is a mistake, not an empty compilation", () => {
  const { exit, stderr } = compendium(folderWith({ "base.docx": BASE }), "consolidate", "base.docx");
  expect(exit).toBe(2);
  expect(stderr).toContain("No submission was given.");
});

test("if --keep-going leaves nothing, nothing is written", () => {
  const folder = folderWith({ "base.docx": BASE, "XAA.docx": "no zip" });
  const { exit, stdout } = compendium(folder, "consolidate", "base.docx", "XAA.docx", "--keep-going");
  expect({ exit, stdout }).toEqual({ exit: 3, stdout: "" });
});

test("the file that Word keeps beside an open document is left out with a remark", () => {
  const folder = folderWith({ "base.docx": BASE, "in/XAA.docx": XAA, "in/~$XAA.docx": "owner" });
  const { exit, stderr } = compendium(folder, "receipt", "base.docx", "in/*.docx");
  expect(exit).toBe(0);
  expect(stderr).toMatch(/^note: in.~\$XAA\.docx was left out: Word keeps such a file.*\n$/);
});

test("a name with signs of a pattern in it is a name where such a file exists", () => {
  const folder = folderWith({ "base.docx": BASE, "[Rev.1] XAA.docx": XAA });
  expect(compendium(folder, "receipt", "base.docx", "[Rev.1] XAA.docx").exit).toBe(0);
});

const UNRELATED = smallDocx(..."abcdefghij".split("").map((letter) => `${letter.repeat(5)} ${letter.repeat(7)} end.`));
const LONG = smallDocx(..."klmnopqrst".split("").map((letter) => `${letter.repeat(6)} ${letter.repeat(8)} stop.`));

test("a file that has nothing to do with the base is refused, and --accept-unrelated takes it", () => {
  const folder = folderWith({ "base.docx": LONG, "XAA.docx": UNRELATED });
  const refused = compendium(folder, "receipt", "base.docx", "XAA.docx");
  expect(refused.exit).toBe(3);
  expect(errors(refused.stderr)).toMatchObject([{ where: "XAA.docx", code: "unrelated" }]);
  expect(refused.stderr).toContain("add --accept-unrelated.");
  const taken = compendium(folder, "receipt", "base.docx", "XAA.docx", "--accept-unrelated");
  expect(taken.exit).toBe(0);
  expect(taken.stdout).toContain("Proof       holds");
});

const CANNOT_DENY = process.platform === "win32" || process.getuid?.() === 0;
test.skipIf(CANNOT_DENY)(
  `a file that may not be read says so${CANNOT_DENY ? " (skipped: this user may read everything)" : ""}`,
  () => {
    const folder = folderWith({ "base.docx": BASE, "XAA.docx": XAA });
    chmodSync(`${folder}/XAA.docx`, 0o000);
    const { exit, stderr } = compendium(folder, "receipt", "base.docx", "XAA.docx");
    expect(exit).toBe(3);
    expect(errors(stderr)).toMatchObject([{ where: "XAA.docx", code: "not-readable" }]);
  },
);

test("with --json the same errors are on stdout, as one JSON value", () => {
  const folder = folderWith({ "base.docx": BASE });
  for (const args of [
    ["inspect", "gone.docx"],
    ["compare", "base.docx", "gone.docx"],
    ["receipt", "base.docx", "gone.docx"],
    ["read-as", "XAA", "base.docx", "gone.docx"],
    ["consolidate", "base.docx", "gone.docx"],
  ]) {
    const { exit, stdout, stderr } = compendium(folder, ...args, "--json");
    expect(exit).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      errors: [
        { code: "missing-file", file: "gone.docx", message: "There is no such file.", advice: expect.any(String) },
      ],
    });
    expect(errors(stderr)).toMatchObject([{ where: "gone.docx", code: "missing-file" }]);
  }
});
