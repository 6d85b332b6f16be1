import { join } from "node:path";
import { expect, test } from "vitest";
import { compendium, folderWith, type Run } from "./run-compendium.ts";
import { smallDocx } from "./small-docx.ts";

const BASE = smallDocx("States should report.");
const ONE = smallDocx("States shall report.");
const OTHER = smallDocx("States may report.");

function receipts(files: Readonly<Record<string, Uint8Array | string>>, ...args: string[]): Run & { codes: string[] } {
  const run = compendium(folderWith({ "base.docx": BASE, ...files }), "receipt", "base.docx", ...args, "--json");
  const { receipts: found = [] } = JSON.parse(run.stdout) as {
    receipts?: { delegation: string; file: { name: string } }[];
  };
  return { ...run, codes: found.map(({ delegation, file }) => `${delegation} ${file.name}`) };
}

test.each([
  ["XAA.docx", "XAA"],
  ["FSC.DEL-101-26 Ankervale comments.docx", "XAA"],
  ["FSC.DEL-65-21 Switzerland.docx", "CHE"],
  ["Kommentare der Schweiz.docx", "CHE"],
  ["commentaires de la Suisse v2.docx", "CHE"],
  ["Швейцария.docx", "CHE"],
  ["瑞士的意见.docx", "CHE"],
])("the name %s tells of %s", (file, code) => {
  expect(receipts({ [file]: ONE }, file).codes).toEqual([`${code} ${file}`]);
});

test("a name that tells of nobody is an error that says how to say it", () => {
  const { exit, stderr } = receipts({ "final (2).docx": ONE }, "final (2).docx");
  expect(exit).toBe(5);
  expect(stderr).toBe(
    "error: final (2).docx: The name of the file tells of no delegation that we know. [delegation-unknown]\n"
      + '  What to do: Say whose it is: --delegation CODE="final (2).docx". '
      + "Or put an ISO code or the name into the file name.\n",
  );
});

test("a name that tells of two is an error that names both", () => {
  const { exit, stderr } = receipts({ "Ankervale and Brindovar.docx": ONE }, "Ankervale and Brindovar.docx");
  expect(exit).toBe(5);
  expect(stderr).toContain("The name of the file can mean: Ankervale (XAA), Brindovar (XBB). [delegation-ambiguous]");
});

test("--delegation goes before the name, and adds a file that is not given otherwise", () => {
  const files = { "XAA.docx": ONE, "final.docx": OTHER };
  const { codes } = receipts(files, "XAA.docx", "--delegation", "XCC=XAA.docx", "--delegation", "XBB=final.docx");
  expect(codes).toEqual(["XBB final.docx", "XCC XAA.docx"]);
});

test("a list tells whose file is whose, by path or by bare name, and names groups that the catalogue does not have", () => {
  const list =
    '\ufefffile;code;name\r\nreturned/1.docx;XAA;\r\n"2; final.docx";X-GROUP;"The ""X"" group"\r\n\r\n9.docx;XBB;\r\n';
  const files = { "lists/returned/1.docx": ONE, "elsewhere/2; final.docx": OTHER, "lists/whose.csv": list };
  const args = ["lists/returned/1.docx", "elsewhere/2; final.docx", "--delegations", "lists/whose.csv"];
  expect(receipts(files, ...args).codes).toEqual(["XAA 1.docx", "X-GROUP 2; final.docx"]);
  const folder = folderWith({ "base.docx": BASE, ...files });
  expect(compendium(folder, "receipt", "base.docx", ...args).stdout).toContain('Receipt for The "X" group (X-GROUP)');
});

test.each([
  ["a list without its columns", "name,who\na.docx,XAA\n", 2, "The list has no columns named file and code."],
  ["a code that the catalogue does not have", "file,code\na.docx,XAB\n", 5, "no delegation with the code XAB"],
  ["a code that is none", "file,code\na.docx,X A\n", 2, '"X A" is no code of a delegation.'],
])("%s is an error that says where", (_, list, exit, message) => {
  const run = receipts({ "a.docx": ONE, "list.csv": list }, "a.docx", "--delegations", "list.csv");
  expect(run.exit).toBe(exit);
  expect(run.stderr).toContain("error: list.csv");
  expect(run.stderr).toContain(message);
  expect(run.stderr).toContain("What to do: ");
});

test.each([
  ["without a file", ["--delegation", "XAA"], 2, "--delegation XAA does not name a file."],
  ["with a mistyped code", ["--delegation", "XAB=a.docx"], 5, "The catalogue has no delegation with the code XAB."],
  [
    "twice for one file",
    ["--delegation", "XAA=a.docx", "--delegation", "XBB=a.docx"],
    2,
    "said to be from XAA and XBB",
  ],
  ["for a file that is not there", ["--delegation", "XAA=b.docx"], 3, "error: b.docx: There is no such file."],
])("--delegation %s is an error", (_, args, exit, message) => {
  const run = receipts({ "a.docx": ONE }, "a.docx", ...args);
  expect(run.exit).toBe(exit);
  expect(run.stderr).toContain(message);
});

test("two files of one delegation are both named, and neither is taken", () => {
  const folder = folderWith({ "base.docx": BASE, "XAA.docx": ONE, "XAA new.docx": OTHER, "XBB.docx": ONE });
  const args = ["consolidate", "base.docx", "XAA.docx", "XAA new.docx", "XBB.docx", "--keep-going", "--json"];
  const { exit, stdout } = compendium(folder, ...args);
  expect(exit).toBe(3);
  const { errors, receipts: taken } = JSON.parse(stdout) as { errors: object[]; receipts: { delegation: string }[] };
  expect(errors).toMatchObject([
    { code: "duplicate-delegation", file: "XAA.docx", message: expect.stringContaining("so is XAA new.docx") },
    { code: "duplicate-delegation", file: "XAA new.docx", message: expect.stringContaining("so is XAA.docx") },
  ]);
  expect(taken.map(({ delegation }) => delegation)).toEqual(["XBB"]);
});

test("a broken file of a delegation does not let the other one pass for the only one", () => {
  const folder = folderWith({ "base.docx": BASE, "a/XAA.docx": ONE, "b/XAA.docx": "no zip", "XBB.docx": ONE });
  const args = ["consolidate", "base.docx", "a/XAA.docx", "b/XAA.docx", "XBB.docx", "--keep-going", "--json"];
  const { errors, receipts: taken } = JSON.parse(compendium(folder, ...args).stdout) as {
    errors: object[];
    receipts: { delegation: string }[];
  };
  expect(errors).toMatchObject([
    {
      code: "duplicate-delegation",
      message: expect.stringContaining("a/XAA.docx is from Ankervale (XAA), and so is b/XAA.docx."),
      advice: expect.stringContaining("--delegation CODE="),
    },
    { code: "not-a-zip", file: "b/XAA.docx" },
  ]);
  expect(taken.map(({ delegation }) => delegation)).toEqual(["XBB"]);
});

test("one file named twice is one submission", () => {
  const files = { "in/XAA.docx": ONE };
  expect(receipts(files, "in/XAA.docx", join("in", "..", "in", "XAA.docx"), "in/*.docx").codes).toEqual([
    "XAA XAA.docx",
  ]);
});
