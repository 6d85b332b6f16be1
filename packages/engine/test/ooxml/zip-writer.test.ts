import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "../../src/model/problem.ts";
import { readZip } from "../../src/ooxml/zip-reader.ts";
import { writeZip } from "../../src/ooxml/zip-writer.ts";
import { buildZip, LEAST, nodeInflater } from "./build-zip.ts";
import { CORPUS, readCorpus, WITHOUT_CORPUS } from "./corpus.ts";

const open = (bytes: Uint8Array) => readZip(bytes, nodeInflater());
const contents = (bytes: Uint8Array) => {
  const archive = open(bytes);
  return archive.names.map((name) => [name, archive.read(name)] as const);
};

const segment = fc.stringMatching(/^[a-zéж0-9][a-zéж0-9._ -]{0,11}$/);
const entryName = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join("/"));
const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.nat(5000).map((length) => new Uint8Array(length).fill(32)),
);
const newEntries = fc.uniqueArray(fc.record({ name: entryName, bytes: content }), {
  selector: (entry) => entry.name.toLowerCase(),
  maxLength: 12,
});

test("what is written is read back, in its order; copied once more, it is the same file", () => {
  fc.assert(
    fc.property(newEntries, (entries) => {
      const zip = writeZip(entries);
      expect(contents(zip)).toEqual(entries.map((entry) => [entry.name, entry.bytes]));
      const archive = open(zip);
      expect(writeZip(archive.names.map((each) => archive.compressed(each)))).toEqual(zip);
      expect(writeZip(entries)).toEqual(zip);
    }),
  );
});

test("the bytes are these, on every machine", () => {
  const zip = writeZip([{ name: "a.txt", bytes: new TextEncoder().encode("aaaaaaaaaaaaaaaa") }]);
  expect(Buffer.from(zip).toString("hex")).toBe(
    "504b0304"
      + "1400000008000000"
      + "2100"
      + "d568d6cf"
      + "04000000"
      + "10000000"
      + "05000000"
      + "612e747874"
      + "4b440300"
      + "504b0102"
      + "14001400000008000000"
      + "2100"
      + "d568d6cf"
      + "04000000"
      + "10000000"
      + "0500"
      + "000000000000000000000000"
      + "00000000"
      + "612e747874"
      + "504b0506"
      + "00000000"
      + "01000100"
      + "33000000"
      + "27000000"
      + "0000",
  );
});

test("Python finds the same in it, and nothing wrong", () => {
  const folder = mkdtempSync(join(tmpdir(), "zip-writer-"));
  try {
    const path = join(folder, "a.zip");
    const noise = Uint8Array.from({ length: 256 }, (_, i) => (i * 167) & 255);
    writeFileSync(
      path,
      writeZip([
        { name: "word/document.xml", bytes: new TextEncoder().encode("States ".repeat(1000)) },
        { name: "médias/é.png", bytes: noise },
      ]),
    );
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), "
      + "[(i.filename, i.file_size, i.compress_type, i.date_time[0], i.create_system) for i in z.infolist()])";
    const said = execFileSync("python3", ["-X", "utf8", "-c", script, path], { encoding: "utf8" });
    expect(said).toBe("None [('word/document.xml', 7000, 8, 1980, 0), ('médias/é.png', 256, 0, 1980, 0)]\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("two entries of one name are a mistake of the caller", () => {
  const entry = { name: "a.xml", bytes: new Uint8Array(1) };
  expect(() => writeZip([entry, { ...entry, name: "A.xml" }])).toThrow(RangeError);
});

const damagedFiles = [
  [
    "a small file of our own",
    writeZip(
      LEAST.map((part) => ({
        name: part.name as string,
        bytes: new TextEncoder().encode(part.content as string),
      })),
    ),
  ] as const,
  [
    "a streamed file",
    buildZip([
      {
        name: "a.xml",
        content: "a",
        method: 0,
        flags: 8,
        header: { crc: 0, compressedSize: 0, size: 0 },
        behind: new Uint8Array(new Uint32Array([0x08074b50, 0xe8b7be43, 1, 1]).buffer),
      },
    ]),
  ] as const,
  ...CORPUS.slice(0, 1).map((path) => [path, readCorpus(path)] as const),
];

test.each(damagedFiles)("cut anywhere, %s is refused with a Problem", (_, whole) => {
  expect(contents(whole).length).toBeGreaterThan(0);
  for (let part = 0; part < 64; part++) {
    const cut = whole.subarray(0, Math.floor((whole.length * part) / 64));
    expect(() => contents(cut), `cut after ${cut.length} bytes`).toThrow(Problem);
  }
});

test.each(damagedFiles)("with any bytes flipped, %s is refused with a Problem or read as before", (_, whole) => {
  const before = contents(whole);
  const flip = fc.record({ at: fc.nat(whole.length - 1), bits: fc.integer({ min: 1, max: 255 }) });
  fc.assert(
    fc.property(fc.array(flip, { minLength: 1, maxLength: 3 }), (flips) => {
      const changed = whole.slice();
      for (const { at, bits } of flips) changed[at] = (changed[at] as number) ^ bits;
      let after: ReturnType<typeof contents>;
      try {
        after = contents(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        return;
      }
      expect(after).toEqual(before);
    }),
    { numRuns: 400 },
  );
});

test.skipIf(CORPUS.length === 0)(
  `every real file, written again, holds the same bytes${WITHOUT_CORPUS}`,
  () => {
    for (const path of CORPUS) {
      const archive = open(readCorpus(path));
      const again = open(writeZip(archive.names.map((each) => archive.compressed(each))));
      expect(again.names, path).toEqual(archive.names);
      for (const each of archive.names) {
        expect(Buffer.compare(again.read(each), archive.read(each)), `${path}: ${each}`).toBe(0);
      }
    }
  },
  60_000,
);
