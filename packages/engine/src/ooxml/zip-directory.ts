import { Problem } from "../model/problem.ts";
import type { Limits } from "./limits.ts";

/** One line of a ZIP file's table of contents (the "central directory"), as written there. */
export interface DirectoryRecord {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's own header begins, in bytes from the start of the file. */
  readonly offset: number;
}

export interface Directory {
  /** In the order of the file. */
  readonly records: readonly DirectoryRecord[];
  /** Where the table begins; all entries lie before. */
  readonly start: number;
}

/** What to do about a file that arrived in another state than it left its author. */
export const ASK_AGAIN = "Ask the sender for the file again, and check that it opens in Word.";

/**
 * Reads the table of contents at the end of a ZIP file (APPNOTE.TXT 4.3.12 to 4.3.16), with 64-bit fields where the
 * writer used them. A comment, or bytes of another origin, may follow it. Throws a `Problem`.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.count > limits.entries) {
    throw new Problem(
      "too-large",
      `it holds ${end.count} entries; we read at most ${limits.entries}.`,
      "Save the file in Word under a new name. If it stays that large, split the text.",
    );
  }
  const records: DirectoryRecord[] = [];
  let at = end.start;
  for (let i = 0; i < end.count; i++) {
    const { record, next } = readRecord(view, at, end.stop, i);
    records.push(record);
    at = next;
  }
  if (at !== end.stop)
    throw damaged(`its table of contents lists more than the ${end.count} entries that it announces.`);
  return { records, start: end.start };
}

const END = 0x06054b50;
const END_SIZE = 22;
const END_64 = 0x06064b50;
const END_64_SIZE = 56;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const RECORD = 0x02014b50;
const RECORD_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
/** In a field of 32 bits, says that the value stands in the 64-bit field elsewhere. */
export const ELSEWHERE = 0xffffffff;

interface End {
  readonly count: number;
  /** The table takes the bytes from `start` to `stop`, half-open. */
  readonly start: number;
  readonly stop: number;
}

/**
 * Looks for the record that closes the file. Its signature can also stand in a comment, or in a file stored inside
 * this one, so that only a record counts whose table ends where the record begins. Two that count would let two
 * programs read two different files.
 */
function findEnd(view: DataView): End {
  const found: End[] = [];
  let seen = false;
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue;
    seen = true;
    const end = readEnd(view, at);
    if (end !== null) found.push(end);
  }
  const [end, second] = found;
  if (second !== undefined) {
    throw new Problem(
      "zip-hostile",
      "it has two tables of contents, so that two programs can see two texts.",
      ASK_AGAIN,
    );
  }
  if (end !== undefined) return end;
  if (seen) throw damaged("its table of contents is not where the end of the file says.");
  throw new Problem("truncated", `it ends after ${view.byteLength} bytes, before its table of contents.`, ASK_AGAIN);
}

/** The record at `at`, or `null` if no table of contents ends there. */
function readEnd(view: DataView, at: number): End | null {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let stop = at;
  const locator = at - LOCATOR_64_SIZE;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const wide = readUint64(view, locator + 8);
    if (wide + END_64_SIZE > locator || view.getUint32(wide, true) !== END_64) return null;
    stop = wide;
    if (count === 0xffff) count = readUint64(view, wide + 32);
    if (size === ELSEWHERE) size = readUint64(view, wide + 40);
    if (start === ELSEWHERE) start = readUint64(view, wide + 48);
  }
  return start + size === stop ? { count, start, stop } : null;
}

function readRecord(
  view: DataView,
  at: number,
  stop: number,
  index: number,
): { record: DirectoryRecord; next: number } {
  const where = `line ${index + 1} of its table of contents`;
  if (at + RECORD_SIZE > stop || view.getUint32(at, true) !== RECORD) throw damaged(`${where} is not readable.`);
  const nameAt = at + RECORD_SIZE;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const commentAt = extraAt + view.getUint16(at + 30, true);
  const next = commentAt + view.getUint16(at + 32, true);
  if (next > stop) throw damaged(`${where} runs beyond the table.`);

  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytesOf(view, nameAt, extraAt);
  const wide = wideFields(view, extraAt, commentAt);
  const field = (fieldAt: number): number => {
    const narrow = view.getUint32(fieldAt, true);
    if (narrow !== ELSEWHERE) return narrow;
    const value = wide.shift();
    if (value === undefined) throw damaged(`${where} lacks a 64-bit field.`);
    return value;
  };
  // The 64-bit fields stand in this order, and only those are there whose narrow field points to them.
  const size = field(at + 24);
  const compressedSize = field(at + 20);
  const offset = field(at + 42);
  const record = {
    name: decodeName(nameBytes),
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset,
  };
  return { record, next };
}

/** The 64-bit numbers of extra field 1 (APPNOTE.TXT 4.5.3) among the extra fields from `from` to `to`; often none. */
export function wideFields(view: DataView, from: number, to: number): number[] {
  const values: number[] = [];
  for (let at = from; at + 4 <= to; ) {
    const stop = Math.min(at + 4 + view.getUint16(at + 2, true), to);
    if (view.getUint16(at, true) === 1) {
      for (let field = at + 4; field + 8 <= stop; field += 8) values.push(readUint64(view, field));
      return values;
    }
    at = stop;
  }
  return values;
}

/** Beyond 2^53 the number is not exact; it is then far beyond the end of every file that we read. */
export function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

export function bytesOf(view: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, to - from);
}

export function damaged(detail: string): Problem {
  return new Problem("damaged", detail, ASK_AGAIN);
}

/**
 * UTF-8, which includes the ASCII that Word writes. A name in the code page of some old program comes out with wrong
 * letters, but the same way every time.
 */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
