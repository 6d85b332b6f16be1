import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compendium, folderWith, ROOT } from "./run-compendium.ts";

/** Real Word files of other projects; absent on most machines. */
const CORPUS = join(ROOT, "../shared/corpus");
const ABSENT = !existsSync(CORPUS);
const WHY = ABSENT ? " (skipped: the corpus is not on this machine)" : "";

test.skipIf(ABSENT)(`inspect tells what real files hold${WHY}`, () => {
  const inspect = (file: string): unknown => JSON.parse(compendium(CORPUS, "inspect", file, "--json").stdout);
  expect(inspect("Docxodus/TestFiles/CZ/CZ003-Multi-Paragraphs-Mod.docx")).toMatchObject({
    madeBy: "Microsoft Office Word",
    changes: [{ author: expect.stringMatching(/\w/), first: expect.stringMatching(/^20\d\d-/) }],
  });
  expect(inspect("Docxodus/TestFiles/DD/DD002-DenseComments.docx")).toMatchObject({ comments: expect.any(Array) });
  expect(inspect("Docxodus/NewDocxDocuments/FootNote.docx")).toMatchObject({ stories: { body: 1, footnote: 1 } });
  expect(inspect("poi/test-data/document/45690.docm")).toMatchObject({ macros: true });
});

test.skipIf(ABSENT)(`every comment of a real file is counted once${WHY}`, () => {
  const file = "Docxodus/TestFiles/DD/DD002-DenseComments.docx";
  const { comments } = JSON.parse(compendium(CORPUS, "inspect", file, "--json").stdout) as {
    comments: { count: number }[];
  };
  expect(comments.reduce((sum, { count }) => sum + count, 0)).toBe(10);
});

const PAIRS = [
  ["Docxodus/TestFiles/CA/CA001-Plain.docx", "Docxodus/TestFiles/CA/CA001-Plain-Mod.docx"],
  ["Docxodus/TestFiles/CZ/CZ003-Multi-Paragraphs.docx", "Docxodus/TestFiles/CZ/CZ003-Multi-Paragraphs-Mod.docx"],
  ["Docxodus/TestFiles/WC/WC001-Digits.docx", "Docxodus/TestFiles/WC/WC001-Digits-Deleted-Paragraph.docx"],
];

test.skipIf(ABSENT).each(PAIRS)(`%s is compiled with its revision, and the proof holds${WHY}`, (a, b) => {
  const folder = folderWith({});
  const args = ["consolidate", join(CORPUS, a ?? ""), "--delegation", `XAA=${join(CORPUS, b ?? "")}`];
  const { exit, stdout } = compendium(folder, ...args);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining("proof holds") });
  const nobody = compendium(CORPUS, "read-as", "--nobody", a ?? "").stdout;
  const compiled = compendium(CORPUS, "read-as", "--nobody", a ?? "", "--delegation", `XAA=${b}`).stdout;
  expect(compiled).toBe(nobody);
  expect(readFileSync(join(folder, "out/receipts.txt"), "utf8")).toContain("Receipt for Ankervale (XAA)");
});
