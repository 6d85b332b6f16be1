import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compendium, folderWith, ROOT } from "./run-compendium.ts";
import { PERSON, smallDocx, TIME } from "./small-docx.ts";

const FILES = {
  "base.docx": smallDocx("States should report.", "They meet once a year."),
  "XAA.docx": smallDocx("States {-should -}{+shall +}report.", "They {+usually +}meet once a year."),
  "XBB.docx": smallDocx("States may report.", "They meet {-once-}{+twice+} a year.", "A new paragraph."),
};

test("read-as gives each delegation's accepted text, and nobody's is the base text", () => {
  const folder = folderWith(FILES);
  const text = (...args: string[]): string => compendium(folder, "read-as", ...args).stdout;
  expect(text("XAA", "base.docx", "XAA.docx", "XBB.docx")).toBe(
    "States shall report.\nThey usually meet once a year.\n",
  );
  expect(text("XBB", "base.docx", "X*.docx")).toBe("States may report.\nThey meet twice a year.\nA new paragraph.\n");
  expect(text("--nobody", "base.docx", "XAA.docx", "XBB.docx")).toBe("States should report.\nThey meet once a year.\n");
  expect(text("--nobody", "base.docx")).toBe("States should report.\nThey meet once a year.\n");
});

test("read-as --json tells the stories apart", () => {
  const { stdout } = compendium(folderWith(FILES), "read-as", "XAA", "base.docx", "XAA.docx", "--json");
  expect(JSON.parse(stdout)).toEqual({
    delegation: "XAA",
    stories: [{ id: "body", kind: "body", text: "States shall report.\nThey usually meet once a year.\n" }],
  });
});

test("read-as names who can be read where the code is another one", () => {
  const { exit, stderr } = compendium(folderWith(FILES), "read-as", "XCC", "base.docx", "XAA.docx", "XBB.docx");
  expect(exit).toBe(5);
  expect(stderr).toContain("None of the files is from XCC.");
  expect(stderr).toContain("Choose among: XAA, XBB.");
});

test("read-as without a base says how it is called", () => {
  const { exit, stderr } = compendium(folderWith(FILES), "read-as", "XAA");
  expect(exit).toBe(2);
  expect(stderr).toContain("compendium read-as XAA base.docx returned/*.docx");
});

test("a new note stands where it hangs in a reading, and one that is deleted is not in it", () => {
  const files = fileURLToPath(new URL("../../../fixtures/illustrative/files/", import.meta.url));
  const sent = ["FSC.DEL-105-26 Dulmara comments.docx", "FSC.DEL-108-26 Farrowen comments.docx"];
  const as = (code: string): string => compendium(files, "read-as", code, "Guide draft 2.docx", ...sent).stdout;
  expect(as("XDD")).toMatch(/\[new footnote: .*SAFE Framework.*\]/);
  expect(as("XDD")).toContain("\n[footnote 9]\n");
  expect(as("XFF")).not.toContain("[footnote 9]");
});

test("read-as with a file in place of the code says how it is called", () => {
  const { exit, stderr } = compendium(folderWith(FILES), "read-as", "base.docx", "XAA.docx");
  expect(exit).toBe(2);
  expect(stderr).toContain("read-as needs a code, a base and files.");
});

test("compare shows a space at which no line breaks", () => {
  const folder = folderWith({ "a.docx": smallDocx("In 1540 States."), "b.docx": smallDocx("In 1540\u00a0States.") });
  expect(compendium(folder, "compare", "a.docx", "b.docx").stdout).toBe('para. 1: "1540 " => "1540⍽" (untracked)\n');
});

test("compare gives a line with its place for each difference, and marks what is not tracked", () => {
  const folder = folderWith(FILES);
  expect(compendium(folder, "compare", "base.docx", "XAA.docx").stdout).toBe(
    'para. 1: "should " => "shall "\npara. 2: + "usually "\n',
  );
  expect(compendium(folder, "compare", "base.docx", "XBB.docx").stdout).toBe(
    'para. 1: "should " => "may " (untracked)\npara. 2: "once " => "twice "\nafter para. 2: + "A new paragraph.¶" (untracked)\n',
  );
  const same = compendium(folder, "compare", "base.docx", "base.docx");
  expect(same).toEqual({ exit: 0, stdout: "No difference.\n", stderr: "" });
});

test("compare --json gives the same differences", () => {
  const { stdout } = compendium(folderWith(FILES), "compare", "base.docx", "XAA.docx", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    a: { name: "base.docx" },
    b: { name: "XAA.docx" },
    likeness: 1,
    differences: [
      { citation: "para. 1", kind: "replaced", before: "should ", after: "shall ", tracked: true },
      { citation: "para. 2", kind: "inserted", before: "", after: "usually ", tracked: true },
    ],
  });
});

test("receipt says what is recorded, and that the proof holds", () => {
  const { exit, stdout } = compendium(folderWith(FILES), "receipt", "base.docx", "XBB.docx");
  expect(exit).toBe(0);
  expect(stdout).toMatch(
    /^Base text\n {2}File {8}base\.docx, \d+ bytes\n {2}SHA-256 {5}[0-9a-f]{64}\n\nReceipt for Brindovar \(XBB\)\n {2}File {8}XBB\.docx, \d+ bytes\n {2}SHA-256 {5}[0-9a-f]{64}\n/,
  );
  expect(stdout).toContain("Recorded    1 insertion, 2 replacements; 2 made while tracking was off\n");
  expect(stdout).toContain("Proof       holds: read as XBB, the compilation equals the file, word for word");
  expect(stdout).toContain("Notice      2 changes were made while tracking was off");
});

test("inspect tells changes by author with their times, and without a base suspects nothing", () => {
  const folder = folderWith(FILES);
  const { stdout } = compendium(folder, "inspect", "XAA.docx", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    file: { name: "XAA.docx" },
    mainPart: "/word/document.xml",
    title: "",
    madeBy: "",
    delegations: ["XAA"],
    stories: { body: 1 },
    paragraphs: 2,
    changes: [
      { author: PERSON, inserted: 2, deleted: 1, movedFrom: 0, movedTo: 0, formatting: 0, first: TIME, last: TIME },
    ],
    comments: [],
    macros: false,
    externalLinks: { hyperlinks: 0, others: 0 },
    notices: [],
    againstBase: null,
  });
});

test("a tracked change that goes on over several runs counts once", () => {
  const folder = folderWith({ "XAA.docx": smallDocx("States {+shall +}{+promptly +}report{+ in writing+}.") });
  expect(compendium(folder, "inspect", "XAA.docx").stdout).toContain(`    ${PERSON}: 2 inserted (${TIME})\n`);
});

test("inspect counts comments, answers and resolved ones by author", () => {
  const files = join(ROOT, "fixtures/illustrative/files");
  const inspect = (file: string): string => compendium(files, "inspect", file).stdout;
  expect(inspect("FSC.DEL-101-26 Ankervale comments.docx")).toContain(
    "Comments         2\n    Mira Tolvane: 1 (2026-03-02T09:20:00Z)\n    Joren Astel: 1, of these 1 answering (",
  );
  expect(inspect("FSC.DEL-107-26 Eskoline comments.docx")).toMatch(/: 1, of these 1 resolved \(/);
  expect(inspect("Guide draft 2.docx")).toContain("Tracked changes  none\n  Comments         none\n");
});

test("inspect --base tells the places that were changed while tracking was off", () => {
  const folder = folderWith(FILES);
  const { stdout } = compendium(folder, "inspect", "XBB.docx", "--base", "base.docx");
  expect(stdout).toContain(`    ${PERSON}: 1 inserted, 1 deleted (${TIME})\n`);
  expect(stdout).toContain("Untracked        look at these places:\n    para. 1\n    after para. 2\n");
  const tracked = compendium(folder, "inspect", "XAA.docx", "--base", "base.docx");
  expect(tracked.stdout).toContain("Untracked        none found\n");
});
