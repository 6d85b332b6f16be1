import { crc32, deflateRawSync } from "node:zlib";
import { inflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/ooxml/limits.ts";
import { type Inflater, readZip } from "../../src/ooxml/zip-reader.ts";
import { type Built, buildZip, LEAST, nodeInflater, wideExtra } from "./build-zip.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const little = (...words: number[]): Uint8Array => new Uint8Array(new Uint32Array(words).buffer);

/** Reads everything, and gives how it ended and how much was inflated on the way. */
function outcome(bytes: Uint8Array, limits = LIMITS): { code: string; inflated: number } {
  const inflater = nodeInflater();
  try {
    const archive = readZip(bytes, inflater, limits);
    for (const name of archive.names) archive.read(name);
    return { code: "read", inflated: inflater.inflated };
  } catch (error) {
    return { code: (error as { code?: string }).code ?? String(error), inflated: inflater.inflated };
  }
}

describe("reads what honest programs write", () => {
  const text = "States shall report.";
  const one = (entry: Partial<Built>, tail = {}) =>
    decode(readZip(buildZip([{ name: "a.xml", content: text, ...entry }], tail), nodeInflater()).read("a.xml"));
  const deflated = deflateRawSync(text);
  const sum = crc32(text);
  const blank = { crc: 0, compressedSize: 0, size: 0 };

  test("stored, deflated, and with padding in the header as Word leaves it", () => {
    expect(one({ method: 0 })).toBe(text);
    expect(one({})).toBe(text);
    expect(one({ headerExtra: new Uint8Array([0x20, 0xa2, 4, 0, 0, 0, 0, 0]) })).toBe(text);
  });

  test("numbers behind the data, in all four forms", () => {
    const numbers = [sum, deflated.length, text.length];
    const wide = [sum, deflated.length, 0, text.length, 0];
    for (const form of [numbers, [0x08074b50, ...numbers], wide, [0x08074b50, ...wide]]) {
      expect(one({ flags: 8, header: blank, behind: little(...form) })).toBe(text);
    }
  });

  test("64-bit fields", () => {
    expect(one({ sizesElsewhere: true, recordExtra: wideExtra(text.length, deflated.length) })).toBe(text);
    expect(
      one({
        header: { compressedSize: 0xffffffff, size: 0xffffffff },
        headerExtra: wideExtra(text.length, deflated.length),
      }),
    ).toBe(text);
  });

  test("a 64-bit end of the table of contents", () => {
    const narrow = Buffer.from(buildZip([{ name: "a.xml", content: text }]));
    const end = narrow.subarray(-22);
    const wide = Buffer.alloc(56 + 20);
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(44n, 4);
    wide.writeBigUInt64LE(1n, 32);
    wide.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
    wide.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeBigUInt64LE(BigInt(narrow.length - 22), 64);
    const saturated = Buffer.from(end);
    saturated.fill(0xff, 8, 20);
    const bytes = Buffer.concat([narrow.subarray(0, -22), wide, saturated]);
    expect(decode(readZip(bytes, nodeInflater()).read("a.xml"))).toBe(text);
  });

  test("a comment, a comment that looks like an end, and what a mail gateway appends", () => {
    expect(one({}, { comment: Buffer.from("sent by the mission") })).toBe(text);
    const fake = Buffer.alloc(40);
    fake.writeUInt32LE(0x06054b50, 4);
    expect(one({}, { comment: fake })).toBe(text);
    expect(one({}, { after: Buffer.from("\r\n\0\0\0") })).toBe(text);
  });

  test("finds entries whatever their case, and leaves out folders", () => {
    const archive = readZip(
      buildZip([
        { name: "word/", method: 0 },
        { name: "word/A.xml", content: text },
      ]),
      nodeInflater(),
    );
    expect(archive.names).toEqual(["word/A.xml"]);
    expect(archive.has("WORD/a.XML")).toBe(true);
    expect(decode(archive.read("word/a.xml"))).toBe(text);
  });

  test("nothing is inflated before it is asked for, and large media pass without", () => {
    const inflater = nodeInflater();
    const picture = { name: "word/media/a.emf", compressed: new Uint8Array(1000), size: 200 * 2 ** 20, crc: 7 };
    const archive = readZip(buildZip([...LEAST, picture]), inflater);
    expect(archive.compressed("word/media/a.emf").compressed.length).toBe(1000);
    expect(inflater.inflated).toBe(0);
    expect(() => archive.read("word/media/a.emf")).toThrow(expect.objectContaining({ code: "zip-hostile" }));
    expect(inflater.inflated).toBe(0);
  });

  test("with fflate as with zlib", () => {
    const fflate: Inflater = { inflate: (data, size) => inflateSync(data, { out: new Uint8Array(size) }) };
    expect(decode(readZip(buildZip([{ name: "a.xml", content: text }]), fflate).read("a.xml"))).toBe(text);
    // fflate stops without a word where the buffer is full; the checksum finds out.
    for (const size of [text.length - 1, text.length + 1]) {
      const lying = buildZip([{ name: "a.xml", content: text, size }]);
      expect(() => readZip(lying, fflate).read("a.xml")).toThrow(expect.objectContaining({ code: "damaged" }));
    }
  });
});

describe("refuses, and says why", () => {
  const a: Built = { name: "a.xml", content: "a" };
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["nothing", new Uint8Array(), "not-a-zip"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7 and so on, for more than twenty-two bytes"), "not-a-zip"],
    ["a program that unpacks itself", new Uint8Array([0x4d, 0x5a, ...buildZip([a])]), "not-a-zip"],
    ["one name twice", buildZip([a, a]), "zip-hostile"],
    ["names equal but for case", buildZip([a, { ...a, name: "A.XML" }]), "zip-hostile"],
    ["two lines for one entry", buildZip([a, { ...a, name: "b.xml", offset: 0, onlyListed: true }]), "zip-hostile"],
    [
      "the same, the other way round",
      buildZip([{ ...a, name: "b.xml", offset: 0, onlyListed: true }, a]),
      "zip-hostile",
    ],
    ["a table longer than it announces", announcing(1, buildZip([a, { ...a, name: "b.xml" }])), "damaged"],
    ["a table shorter than it announces", announcing(3, buildZip([a, { ...a, name: "b.xml" }])), "damaged"],
    ["two tables of contents", twoTables(), "zip-hostile"],
    ["a name that leads out", buildZip([{ ...a, name: "word/../../a.xml" }]), "zip-hostile"],
    ["an absolute name", buildZip([{ ...a, name: "/a.xml" }]), "zip-hostile"],
    ["a drive", buildZip([{ ...a, name: "c:a.xml" }]), "zip-hostile"],
    ["a backslash", buildZip([{ ...a, name: "word\\a.xml" }]), "zip-hostile"],
    ["a zero in a name", buildZip([{ ...a, name: "a.xml\0.png" }]), "zip-hostile"],
    ["an empty name", buildZip([{ ...a, name: "" }]), "zip-hostile"],
    ["a folder with content", buildZip([{ ...a, name: "word/" }]), "zip-hostile"],
    ["an encrypted entry", buildZip([{ ...a, flags: 1 }]), "password-protected"],
    ["a strongly encrypted entry", buildZip([{ ...a, method: 99, flags: 1 }]), "password-protected"],
    ["an unknown method", buildZip([{ ...a, method: 9 }]), "compression-unknown"],
    ["another name in the header", buildZip([{ ...a, header: { name: "b.xml" } }]), "damaged"],
    ["another method in the header", buildZip([{ ...a, header: { method: 0 } }]), "damaged"],
    ["another size in the header", buildZip([{ ...a, header: { size: 2 } }]), "damaged"],
    ["another checksum in the header", buildZip([{ ...a, header: { crc: 2 } }]), "damaged"],
    ["encryption only in the header", buildZip([{ ...a, header: { flags: 1 } }]), "damaged"],
    [
      "no numbers behind the data",
      buildZip([{ ...a, flags: 8, header: { crc: 0, compressedSize: 0, size: 0 } }]),
      "damaged",
    ],
    ["a header elsewhere", buildZip([{ ...a, offset: 3 }]), "damaged"],
    ["a header beyond the end", buildZip([{ ...a, offset: 0xfffffff0 }]), "damaged"],
    ["no 64-bit field where one is promised", buildZip([{ ...a, sizesElsewhere: true }]), "damaged"],
    [
      "a 64-bit size beyond the end",
      buildZip([{ ...a, sizesElsewhere: true, recordExtra: wideExtra(1, 2 ** 60) }]),
      "damaged",
    ],
    ["a wrong checksum", buildZip([{ ...a, crc: 1 }]), "damaged"],
    ["less than it states", buildZip([{ ...a, size: 2 }]), "damaged"],
    ["stored with two sizes", buildZip([{ ...a, method: 0, size: 2 }]), "damaged"],
    ["data that is not deflated", buildZip([{ ...a, compressed: new Uint8Array([255, 255]) }]), "damaged"],
  ];
  test.each(cases)("%s", (_, bytes, code) => {
    expect(outcome(bytes)).toEqual({ code, inflated: expect.any(Number) });
  });

  test("an entry quoted inside another", () => {
    const inner = buildZip([{ name: "b.xml", content: "b" }]);
    const header = inner.subarray(0, 30 + 5 + 3);
    const outer: Built = { name: "a.xml", content: header, method: 0 };
    const quoted: Built = { name: "b.xml", content: "b", offset: 30 + 5, onlyListed: true };
    expect(outcome(buildZip([outer, quoted])).code).toBe("zip-hostile");
  });

  const zeros = 300 * 2 ** 20;
  test.each([
    { what: "a bomb that says what it is", level: 6, size: zeros, code: "zip-hostile", atMost: 0 },
    { what: "a bomb that is packed loosely", level: 1, size: zeros, code: "too-large", atMost: 0 },
    { what: "a bomb that says it is small", level: 6, size: 1000, code: "damaged", atMost: 1000 },
  ])("$what", ({ level, size, code, atMost }) => {
    const compressed = deflateRawSync(new Uint8Array(zeros), { level });
    const result = outcome(buildZip([{ name: "word/document.xml", compressed, size, crc: 0 }]));
    expect(result.code).toBe(code);
    expect(result.inflated).toBeLessThanOrEqual(atMost);
  });

  test("more than the limits, before any of it is inflated", () => {
    const noise = (length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++) bytes[i] = (i * i * 31 + (i >> 3) * 7) & 255;
      return bytes;
    };
    const entries = [
      { name: "a", content: noise(3000) },
      { name: "b", content: noise(3000) },
    ];
    const zip = buildZip(entries);
    expect(outcome(zip).code).toBe("read");
    expect(outcome(zip, { ...LIMITS, fileBytes: zip.length - 1 })).toEqual({ code: "too-large", inflated: 0 });
    expect(outcome(zip, { ...LIMITS, entries: 1 })).toEqual({ code: "too-large", inflated: 0 });
    expect(outcome(zip, { ...LIMITS, entryBytes: 2999 })).toEqual({ code: "too-large", inflated: 0 });
    expect(outcome(zip, { ...LIMITS, totalBytes: 5999 })).toEqual({ code: "too-large", inflated: 3000 });
    expect(outcome(zip, { ...LIMITS, totalBytes: 6000 }).code).toBe("read");
  });

  test("60,000 entries", () => {
    const many = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: "", method: 0 }));
    expect(outcome(buildZip(many))).toEqual({ code: "too-large", inflated: 0 });
  });

  test("an entry read twice counts once", () => {
    const archive = readZip(buildZip([{ name: "a", content: "1234" }]), nodeInflater(), { ...LIMITS, totalBytes: 5 });
    expect(archive.read("a")).toEqual(archive.read("A"));
  });
});

function announcing(count: number, zip: Uint8Array): Uint8Array {
  new DataView(zip.buffer).setUint16(zip.length - 12, count, true);
  return zip;
}

function twoTables(): Uint8Array {
  const first = Buffer.from(buildZip([{ name: "a.xml", content: "one" }]));
  // The second table lies in the comment of the first, and points at the same entry.
  const table = first.subarray(first.readUInt32LE(first.length - 6), first.length - 22);
  const end = Buffer.from(first.subarray(-22));
  end.writeUInt32LE(first.length, 16);
  const comment = Buffer.concat([table, end]);
  first.writeUInt16LE(comment.length, first.length - 2);
  return Buffer.concat([first, comment]);
}
