import { consolidate, readSubmission } from "@compendium/engine";
import { expect, test } from "vitest";
import { readBaseFile, unproven } from "../src/compile.ts";
import { EXIT } from "../src/exit-codes.ts";
import { openFile } from "../src/files.ts";
import { perform } from "../src/outcome.ts";
import { folderWith } from "./run-compendium.ts";
import { smallDocx } from "./small-docx.ts";

// No file is known with which a proof fails, so the failure is put into the data of a real compilation.
test("a delegation is unproven if either half of its proof fails", () => {
  const folder = folderWith({ "base.docx": smallDocx("States report."), "XAA.docx": smallDocx("All States report.") });
  const base = readBaseFile(`${folder}/base.docx`).text;
  const ankervale = { code: "XAA", name: "Ankervale" };
  const { package: source, file } = openFile(`${folder}/XAA.docx`);
  const submission = readSubmission(base, source, ankervale, file);
  const compilation = consolidate(base, [submission], [ankervale]);
  expect(unproven(compilation, [submission])).toEqual([]);
  expect(unproven(compilation, [{ ...submission, equalsFile: false }])).toEqual(["XAA"]);

  const place = { story: "body", kind: "body", paragraph: 0, headings: [], citation: "para. 1" } as const;
  const receipts = compilation.receipts.map((receipt) => ({
    ...receipt,
    proof: { holds: false, tokens: 0, firstDifference: place } as const,
  }));
  expect(unproven({ ...compilation, receipts }, [submission])).toEqual(["XAA"]);
});

test("a command that ends unproven ends with the code for it", () => {
  const before = process.exitCode;
  perform(false, () => ({ text: "", json: {}, exit: EXIT.proofFails }));
  expect(process.exitCode).toBe(4);
  process.exitCode = before;
});
