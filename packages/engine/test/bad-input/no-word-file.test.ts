import { describe, expect, test } from "vitest";
import { openPackage } from "../../src/index.ts";
import { LIMITS } from "../../src/ooxml/limits.ts";
import { buildZip, LEAST, nodeInflater } from "../ooxml/build-zip.ts";
import { paragraphs, problemOf, smallFile } from "./small-file.ts";

const WORD_FILE = smallFile(paragraphs("States shall report."));

/** A compound file of Office 97 with a directory of these names. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * names.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [i, name] of names.entries()) {
    for (let k = 0; k < name.length; k++) bytes[512 + 128 * i + 2 * k] = name.charCodeAt(k);
    bytes[512 + 128 * i + 64] = 2 * name.length + 2;
  }
  return bytes;
}

describe("tells the sender what the file is, and what to do", () => {
  test.each([
    ["a text", new TextEncoder().encode("States shall report."), "not-a-zip", "does not begin like one", "(.docx)"],
    ["an empty file", new Uint8Array(0), "not-a-zip", "is empty", "(.docx)"],
    ["a file of Word 97", compoundFile("WordDocument"), "legacy-doc", ".doc", "save it as a Word document"],
    [
      "a file with a password",
      compoundFile("EncryptedPackage"),
      "password-protected",
      "encrypted",
      "clear the password",
    ],
    ["a workbook of Office 97", compoundFile("Workbook"), "not-a-zip", "no text of Word", "(.docx)"],
    [
      "half a file",
      WORD_FILE.slice(0, WORD_FILE.length / 2),
      "truncated",
      `${Math.floor(WORD_FILE.length / 2)} bytes`,
      "again",
    ],
    ["all but the last byte", WORD_FILE.slice(0, -1), "truncated", `${WORD_FILE.length - 1} bytes`, "again"],
    ["a zip file of files", buildZip([{ name: "a.docx", content: "a" }]), "not-a-zip", "folder of documents", "Unpack"],
    [
      "a zip file of anything",
      buildZip([{ name: "a.txt", content: "a" }]),
      "missing-part",
      "[Content_Types].xml",
      "Word",
    ],
    [
      "one that is encrypted as a zip",
      buildZip([{ name: "a.xml", content: "a", flags: 1 }]),
      "password-protected",
      "a.xml",
      "password",
    ],
  ] as const)("%s", (_, bytes, code, what, advice) => {
    const problem = problemOf(() => openPackage(bytes, nodeInflater()));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(what);
    expect(problem.advice).toContain(advice);
  });

  test("a file cut at any place is never taken for a whole one", () => {
    for (let length = 0; length < WORD_FILE.length; length += 7) {
      const { code } = problemOf(() => openPackage(WORD_FILE.slice(0, length), nodeInflater()));
      expect(["truncated", "damaged", "not-a-zip"]).toContain(code);
    }
  });
});

describe("a zip bomb is refused before it is inflated, with the limit", () => {
  const bomb = (size: number, compressed: number) => ({
    name: "word/styles.xml",
    compressed: new Uint8Array(compressed),
    size,
  });
  const MIB = 1024 * 1024;
  test.each([
    ["by its ratio", [bomb(100 * MIB, 1000)], "zip-hostile", `more than ${LIMITS.ratio} to 1`],
    ["by one part", [bomb(LIMITS.entryBytes + 1, MIB)], "too-large", "we read at most 128.0 MiB of one part"],
    [
      "by all parts together",
      ["a", "b", "c"].map((name) => ({ ...bomb(100 * MIB, MIB), name: `${name}.xml` })),
      "too-large",
      "the 256.0 MiB that we read of one file",
    ],
    [
      "by the number of its entries",
      Array.from({ length: LIMITS.entries + 1 }, (_, i) => ({ name: `${i}.xml`, content: "" })),
      "too-large",
      `we read at most ${LIMITS.entries}`,
    ],
  ] as const)("%s", (_, entries, code, what) => {
    const inflater = nodeInflater();
    const problem = problemOf(() => openPackage(buildZip([...LEAST, ...entries]), inflater));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(what);
    expect(problem.advice).not.toBe("");
    expect(inflater.inflated).toBeLessThan(10_000);
  });

  test("by its own size, of which nothing is looked at", () => {
    const bytes = new Uint8Array(LIMITS.fileBytes + 1);
    const problem = problemOf(() => openPackage(bytes, nodeInflater()));
    expect(problem).toMatchObject({ code: "too-large" });
    expect(problem.message).toContain("250.0 MiB");
    expect(problem.advice).toContain("Compress the pictures");
  });
});
