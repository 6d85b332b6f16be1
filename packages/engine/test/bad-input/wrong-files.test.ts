import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  checkLikeness,
  checkSubmissions,
  openPackage,
  readBase,
  readSubmission,
  type SubmissionFile,
} from "../../src/index.ts";
import { wordShare } from "../../src/model/share.ts";
import { LEAST_LIKENESS } from "../../src/submission/check-submissions.ts";
import { nodeInflater } from "../ooxml/build-zip.ts";
import { paragraphs, smallFile } from "./small-file.ts";

const FILES = new URL("../../../../fixtures/illustrative/files/", import.meta.url);
const NAMES = readdirSync(FILES)
  .filter((name) => name.endsWith(".docx"))
  .sort();
const GUIDE = NAMES.find((name) => name.startsWith("Guide")) as string;
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), FILES)));

const fileOf = (name: string, sha256: string): SubmissionFile => ({ name, sha256, bytes: 100 });
const xaa = { code: "XAA", name: "Ankervale" };
const xbb = { code: "XBB", name: "Brindovar" };

describe("before anything is read", () => {
  const base = fileOf("draft.docx", "00");

  test("the base text given as a submission is named, and so is the base", () => {
    const problems = checkSubmissions(base, [
      { delegation: xaa, file: fileOf("Ankervale.docx", "00") },
      { delegation: xbb, file: fileOf("Brindovar.docx", "11") },
    ]);
    expect([...problems.keys()]).toEqual([0]);
    expect(problems.get(0)).toMatchObject({ code: "base-as-submission" });
    expect(problems.get(0)?.message).toContain("Ankervale.docx holds the same bytes as draft.docx");
    expect(problems.get(0)?.advice).toContain("leave the file out");
  });

  test("two files of one delegation are both named, and neither is chosen", () => {
    const problems = checkSubmissions(base, [
      { delegation: xaa, file: fileOf("first.docx", "11") },
      { delegation: xbb, file: fileOf("other.docx", "22") },
      { delegation: xaa, file: fileOf("second.docx", "33") },
    ]);
    expect([...problems.keys()]).toEqual([0, 2]);
    expect(problems.get(0)).toMatchObject({ code: "duplicate-delegation" });
    expect(problems.get(0)?.message).toContain("first.docx is from Ankervale (XAA), and so is second.docx");
    expect(problems.get(2)?.message).toContain("second.docx is from Ankervale (XAA), and so is first.docx");
  });

  test("whose delegation is not known may be the base, and is nobody's twin", () => {
    const problems = checkSubmissions(base, [
      { delegation: null, file: fileOf("final.docx", "00") },
      { delegation: null, file: fileOf("other.docx", "11") },
    ]);
    expect([...problems].map(([i, { code }]) => [i, code])).toEqual([[0, "base-as-submission"]]);
  });

  test("all is well; files without a checksum are not taken for each other", () => {
    const given = [
      { delegation: xaa, file: fileOf("a.docx", "") },
      { delegation: xbb, file: fileOf("b.docx", "") },
    ];
    expect(checkSubmissions(fileOf("draft.docx", ""), given).size).toBe(0);
  });
});

describe("against the base text", () => {
  const base = readBase(openPackage(read(GUIDE), nodeInflater()));
  const submit = (bytes: Uint8Array) =>
    readSubmission(base, openPackage(bytes, nodeInflater()), xaa, {
      name: "letter.docx",
      sha256: "",
      bytes: bytes.length,
    });

  test("a file that has nothing to do with it is told, with the share of paragraphs that match", () => {
    const letter = smallFile(
      paragraphs(...Array.from({ length: 10 }, (_, i) => `Dear colleague, item ${i} of our agenda is lunch.`)),
    );
    const submission = submit(letter);
    // It is read all the same, and nothing of it is lost, should a person say that it is right.
    expect(submission.equalsFile).toBe(true);
    const problem = checkLikeness(base, submission);
    expect(problem).toMatchObject({ code: "unrelated" });
    expect(problem?.message).toContain(`only ${wordShare(submission.likeness)} of the paragraphs of letter.docx match`);
    expect(problem?.advice).toContain("another draft");
  });

  test("a short letter is told too, though every paragraph but one is empty, and so is a file without a word", () => {
    for (const letter of [["Dear colleague, we shall come to lunch.", "", ""], [""]]) {
      const submission = submit(smallFile(paragraphs(...letter)));
      expect(submission.likeness).toBeGreaterThan(LEAST_LIKENESS);
      const problem = checkLikeness(base, submission);
      expect(problem).toMatchObject({ code: "unrelated" });
      expect(problem?.message).toContain("only 0 % of the letters of letter.docx are of the base text");
    }
  });

  test("a few paragraphs of it are taken, some words of them rewritten without tracking", () => {
    const body = base.stories[0]?.blocks ?? [];
    const texts = body.flatMap((block) =>
      block.kind === "paragraph" ? [block.tokens.map(({ kind, text }) => (kind === "mark" ? "" : text)).join("")] : [],
    );
    const long = texts.filter((text) => text.length > 100 && !/[<&]/.test(text)).slice(0, 12);
    expect(long).toHaveLength(12);
    for (const [i, text] of long.entries()) {
      const excerpt = [text, long[i + 1] ?? ""].map((one) => one.replace(/\S+ \S+ (\S+)$/, "in another way $1"));
      expect(checkLikeness(base, submit(smallFile(paragraphs(...excerpt))))).toBeNull();
    }
  });

  test.each(NAMES)("%s is taken", (name) => {
    expect(checkLikeness(base, submit(read(name)))).toBeNull();
  });

  test("of a short base text only the letters tell, and of a very short one nothing does", () => {
    const onBase = (text: string, other: string) => {
      const short = readBase(openPackage(smallFile(paragraphs(text)), nodeInflater()));
      const submission = readSubmission(short, openPackage(smallFile(paragraphs(other)), nodeInflater()), xaa, {
        name: "a.docx",
        sha256: "",
        bytes: 1,
      });
      return checkLikeness(short, submission);
    };
    const letter = "Dear colleague, we shall come to lunch on Thursday at noon, and bring everybody else along.";
    const sentence = "Each participating State keeps a register of the materials that it holds. ";
    expect(onBase(sentence.repeat(2), letter)).toMatchObject({ code: "unrelated" });
    expect(onBase(sentence.repeat(2), sentence)).toBeNull();
    expect(onBase("States shall report.", letter)).toBeNull();
  });
});
