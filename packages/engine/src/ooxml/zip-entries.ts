import { Problem } from "../model/problem.ts";
import {
  ASK_AGAIN,
  bytesOf,
  type Directory,
  type DirectoryRecord,
  damaged,
  ELSEWHERE,
  readUint64,
  wideFields,
} from "./zip-directory.ts";
import type { ZipEntry } from "./zip-reader.ts";

/**
 * Finds the bytes of every entry, in the order of the table of contents. Checks that each entry's own header says
 * what the table says (APPNOTE.TXT 4.3.7 and 4.3.9), and that no two entries share a byte. Throws a `Problem`.
 */
export function locateEntries(bytes: Uint8Array, directory: Directory): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inFileOrder = [...directory.records].sort((a, b) => a.offset - b.offset);
  const dataStarts = new Map<DirectoryRecord, number>();
  for (const [i, record] of inFileOrder.entries()) {
    const after = inFileOrder[i + 1];
    // Before the headers are compared, because a header that two entries share can agree with only one of them.
    if (after !== undefined && after.offset === record.offset) throw overlap(record, after);
    const { dataStart, end } = locate(view, record, directory.start);
    if (after !== undefined && after.offset < end) throw overlap(record, after);
    dataStarts.set(record, dataStart);
  }
  return directory.records.map((record) => {
    const dataStart = dataStarts.get(record) as number;
    return {
      name: record.name,
      compressed: bytesOf(view, dataStart, dataStart + record.compressedSize),
      // Any other method was refused with the table of contents.
      method: record.method as 0 | 8,
      size: record.size,
      crc32: record.crc32,
    };
  });
}

const HEADER = 0x04034b50;
const HEADER_SIZE = 30;
const DESCRIPTOR = 0x08074b50;

interface Extent {
  readonly dataStart: number;
  /** After the data and what describes it. */
  readonly end: number;
}

function locate(view: DataView, record: DirectoryRecord, limit: number): Extent {
  const { name, offset } = record;
  if (offset + HEADER_SIZE > limit || view.getUint32(offset, true) !== HEADER) {
    throw damaged(`${name} is not at byte ${offset}, where the table of contents puts it.`);
  }
  const nameStart = offset + HEADER_SIZE;
  const extraStart = nameStart + view.getUint16(offset + 26, true);
  const dataStart = extraStart + view.getUint16(offset + 28, true);
  const dataEnd = dataStart + record.compressedSize;
  if (dataEnd > limit) throw damaged(`${name} runs into the table of contents.`);
  if (!equalBytes(bytesOf(view, nameStart, extraStart), record.nameBytes)) throw contradiction(name, "the name");
  if (view.getUint16(offset + 8, true) !== record.method) throw contradiction(name, "the method of compression");

  const flags = view.getUint16(offset + 6, true);
  if (((flags ^ record.flags) & 1) !== 0) throw contradiction(name, "whether it is encrypted");
  // Bit 3: a program that wrote without seeking left the numbers out here, and put them behind the data.
  const streamed = (flags & 8) !== 0;
  const numbers = headerNumbers(view, offset, extraStart, dataStart);
  const expected = [record.crc32, record.compressedSize, record.size];
  const complete = numbers.every((number, i) => number === expected[i]);
  if (complete && !streamed) return { dataStart, end: dataEnd };
  if (!numbers.every((number, i) => number === expected[i] || (streamed && number === 0))) {
    throw contradiction(name, "checksum and sizes");
  }
  const end = descriptorEnd(view, dataEnd, limit, expected);
  if (end !== null) return { dataStart, end };
  if (complete) return { dataStart, end: dataEnd };
  throw contradiction(name, "checksum and sizes");
}

/** Checksum, compressed size and size as the header gives them. */
function headerNumbers(view: DataView, offset: number, extraStart: number, extraEnd: number): number[] {
  const wide = wideFields(view, extraStart, extraEnd);
  const compressedSize = view.getUint32(offset + 18, true);
  const size = view.getUint32(offset + 22, true);
  // Unlike in the table of contents, here both 64-bit sizes must be present if one is: the size first.
  return [
    view.getUint32(offset + 14, true),
    compressedSize === ELSEWHERE ? (wide[1] ?? compressedSize) : compressedSize,
    size === ELSEWHERE ? (wide[0] ?? size) : size,
  ];
}

/**
 * Where the descriptor behind the data ends, or `null` if none stands there that says what is expected. Writers
 * differ in whether it has a signature and whether its sizes take 32 or 64 bits.
 */
function descriptorEnd(view: DataView, at: number, limit: number, expected: readonly number[]): number | null {
  const [checksum, compressedSize, size] = expected;
  const starts = at + 4 <= limit && view.getUint32(at, true) === DESCRIPTOR ? [at + 4, at] : [at];
  for (const start of starts) {
    if (start + 12 > limit || view.getUint32(start, true) !== checksum) continue;
    if (
      start + 20 <= limit
      && readUint64(view, start + 4) === compressedSize
      && readUint64(view, start + 12) === size
    ) {
      return start + 20;
    }
    if (view.getUint32(start + 4, true) === compressedSize && view.getUint32(start + 8, true) === size)
      return start + 12;
  }
  return null;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function overlap(a: DirectoryRecord, b: DirectoryRecord): Problem {
  return new Problem("zip-hostile", `the entries ${a.name} and ${b.name} share the same bytes.`, ASK_AGAIN);
}

function contradiction(name: string, what: string): Problem {
  return damaged(`the header of ${name} and the table of contents disagree on ${what}.`);
}
