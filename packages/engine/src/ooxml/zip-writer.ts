import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import type { ZipEntry } from "./zip-reader.ts";

/** Content to be compressed. */
export interface NewEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a ZIP file: the entries in the order given, new ones compressed, those of another archive copied as they
 * were. The same entries give the same bytes on every machine: each is dated 1 January 1980, the first day that ZIP
 * knows, and nothing tells who wrote it. Two entries of one name are the caller's mistake, and throw.
 */
export function writeZip(
  entries: readonly (NewEntry | ZipEntry)[],
  deflate: (bytes: Uint8Array) => Uint8Array = deflateAlike,
): Uint8Array {
  const packed = entries.map((entry) => pack(entry, deflate));
  checkNames(packed);
  const sizes = packed.map(({ nameBytes, compressed }) => ({
    entry: HEADER_SIZE + nameBytes.length + compressed.length,
    record: RECORD_SIZE + nameBytes.length,
  }));
  const directoryStart = sizes.reduce((sum, size) => sum + size.entry, 0);
  const directorySize = sizes.reduce((sum, size) => sum + size.record, 0);
  const total = directoryStart + directorySize + END_SIZE;
  if (packed.length >= 0xffff || total >= 0xffffffff)
    throw new RangeError("too much for a ZIP file with 32-bit fields");

  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let recordAt = directoryStart;
  for (const [i, entry] of packed.entries()) {
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry);
    bytes.set(entry.nameBytes, at + HEADER_SIZE);
    bytes.set(entry.compressed, at + HEADER_SIZE + entry.nameBytes.length);

    view.setUint32(recordAt, 0x02014b50, true);
    view.setUint16(recordAt + 4, VERSION, true);
    writeCommon(view, recordAt + 6, entry);
    view.setUint32(recordAt + 42, at, true);
    bytes.set(entry.nameBytes, recordAt + RECORD_SIZE);

    at += sizes[i]?.entry ?? 0;
    recordAt += sizes[i]?.record ?? 0;
  }
  view.setUint32(recordAt, 0x06054b50, true);
  view.setUint16(recordAt + 8, packed.length, true);
  view.setUint16(recordAt + 10, packed.length, true);
  view.setUint32(recordAt + 12, directorySize, true);
  view.setUint32(recordAt + 16, directoryStart, true);
  return bytes;
}

const HEADER_SIZE = 30;
const RECORD_SIZE = 46;
const END_SIZE = 22;
/** 2.0: folders and deflate; of no system in particular. */
const VERSION = 20;
const NEW_YEAR_1980 = 0x0021;
const NAME_IS_UTF8 = 0x0800;

/**
 * Deflate in JavaScript, so that Node and every browser give the same bytes; those of zlib differ from one build to the
 * next. `mem` is set because fflate would reckon it with Math.log, whose last digit engines may choose.
 */
function deflateAlike(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6, mem: 6 });
}

interface Packed extends ZipEntry {
  readonly nameBytes: Uint8Array;
}

function pack(entry: NewEntry | ZipEntry, deflate: (bytes: Uint8Array) => Uint8Array): Packed {
  const nameBytes = new TextEncoder().encode(entry.name);
  if (nameBytes.length > 0xffff) throw new RangeError(`the name of an entry is too long: ${entry.name.slice(0, 80)}…`);
  if ("compressed" in entry) return { ...entry, nameBytes };
  const { name, bytes } = entry;
  const deflated = deflate(bytes);
  // Images are compressed already; deflated again they only grow.
  const stored = deflated.length >= bytes.length;
  return {
    name,
    nameBytes,
    compressed: stored ? bytes : deflated,
    method: stored ? 0 : 8,
    size: bytes.length,
    crc32: crc32(bytes),
  };
}

function checkNames(entries: readonly Packed[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new RangeError(`two entries have the name ${name}`);
    seen.add(key);
  }
}

/** The 26 bytes that an entry's header and its line in the table of contents share. */
function writeCommon(view: DataView, at: number, entry: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, entry.nameBytes.length === entry.name.length ? 0 : NAME_IS_UTF8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, NEW_YEAR_1980, true);
  view.setUint32(at + 10, entry.crc32, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
