import { Problem } from "../model/problem.ts";
import { compoundFileProblem, isCompoundFile } from "./compound-file.ts";
import { crc32 } from "./crc32.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { ASK_AGAIN, type DirectoryRecord, damaged, readDirectory } from "./zip-directory.ts";
import { locateEntries } from "./zip-entries.ts";

/** Undoes the compression of ZIP ("raw deflate", RFC 1951). The caller has it from Node or from a library. */
export interface Inflater {
  /** Returns exactly `size` bytes, at least 1; throws if the data is damaged or gives another number of bytes. */
  inflate(compressed: Uint8Array, size: number): Uint8Array;
  /** CRC-32 of ZIP, where the platform has it natively. */
  crc32?(bytes: Uint8Array): number;
}

/** One entry of a ZIP file, as it stands there. */
export interface ZipEntry {
  readonly name: string;
  /** A view into the file. */
  readonly compressed: Uint8Array;
  /** 0: stored as it is. 8: deflated. */
  readonly method: 0 | 8;
  /** Bytes once inflated, as the file claims; `ZipArchive.read` checks it. */
  readonly size: number;
  /** Of the inflated bytes, as the file claims; `ZipArchive.read` checks it. */
  readonly crc32: number;
}

/** The entries of a ZIP file. Nothing is inflated until it is asked for. Names are found whatever their case. */
export interface ZipArchive {
  /** In the order of the table of contents, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The entry as it stands in the file. Throws a `Problem` if there is none. */
  compressed(name: string): ZipEntry;
  /**
   * Declares that an entry will be read, and throws a `Problem` if that would go beyond the limits; inflates nothing.
   * The total counts each entry once.
   */
  reserve(name: string): void;
  /** The content, checked against size and checksum. Do not write to it. Throws a `Problem`. */
  read(name: string): Uint8Array;
}

/**
 * Opens a ZIP file as Word writes it, and refuses with a `Problem` whatever two programs could read in two ways: equal
 * names (case apart), overlapping entries, headers that contradict the table of contents, names that leave the file.
 */
export function readZip(bytes: Uint8Array, inflater: Inflater, limits: Limits = LIMITS): ZipArchive {
  if (bytes.length > limits.fileBytes) {
    throw new Problem(
      "too-large",
      `it has ${mebibytes(bytes.length)}; we read at most ${mebibytes(limits.fileBytes)}.`,
      "Compress the pictures in Word (Picture Format, Compress Pictures), or leave them out, and save again.",
    );
  }
  if (isCompoundFile(bytes)) throw compoundFileProblem(bytes);
  if (!beginsLikeZip(bytes)) {
    throw new Problem(
      "not-a-zip",
      bytes.length === 0 ? "it is empty." : "it does not begin like one.",
      "Ask the sender for the Word document (.docx) itself.",
    );
  }
  const directory = readDirectory(bytes, limits);
  for (const record of directory.records) checkRecord(record);
  return new Archive(locateEntries(bytes, directory), inflater, limits);
}

class Archive implements ZipArchive {
  readonly names: readonly string[];
  readonly #entries = new Map<string, ZipEntry>();
  readonly #inflater: Inflater;
  readonly #limits: Limits;
  readonly #reserved = new Set<ZipEntry>();
  #reservedBytes = 0;

  constructor(entries: readonly ZipEntry[], inflater: Inflater, limits: Limits) {
    const names: string[] = [];
    for (const entry of entries) {
      const twin = this.#entries.get(entry.name.toLowerCase());
      if (twin !== undefined) throw hostile(`two of its entries have the same name, ${twin.name} and ${entry.name}.`);
      this.#entries.set(entry.name.toLowerCase(), entry);
      if (!entry.name.endsWith("/")) names.push(entry.name);
    }
    this.names = names;
    this.#inflater = inflater;
    this.#limits = limits;
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  compressed(name: string): ZipEntry {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry !== undefined) return entry;
    throw new Problem(
      "missing-part",
      `${name} is not in it.`,
      "Open the file in Word, save it again, and send that file.",
    );
  }

  reserve(name: string): void {
    const entry = this.compressed(name);
    if (this.#reserved.has(entry)) return;
    const { entryBytes, totalBytes, ratio, ratioFromBytes } = this.#limits;
    if (entry.size > ratioFromBytes && entry.size > ratio * entry.compressed.length) {
      const claim = `${mebibytes(entry.size)} from ${entry.compressed.length} bytes`;
      throw hostile(`${entry.name} claims to give ${claim}, more than ${ratio} to 1.`);
    }
    if (entry.size > entryBytes) {
      throw tooLarge(
        `${entry.name} has ${mebibytes(entry.size)}; we read at most ${mebibytes(entryBytes)} of one part.`,
      );
    }
    if (this.#reservedBytes + entry.size > totalBytes) {
      throw tooLarge(
        `with ${entry.name} its parts have more than the ${mebibytes(totalBytes)} that we read of one file.`,
      );
    }
    this.#reserved.add(entry);
    this.#reservedBytes += entry.size;
  }

  read(name: string): Uint8Array {
    this.reserve(name);
    const entry = this.compressed(name);
    const content = this.#inflate(entry);
    if (content.length !== entry.size) throw damaged(`${entry.name} does not have the size that the file states.`);
    const checksum = this.#inflater.crc32?.(content) ?? crc32(content);
    if (checksum !== entry.crc32) throw damaged(`${entry.name} does not match its checksum.`);
    return content;
  }

  #inflate(entry: ZipEntry): Uint8Array {
    if (entry.method === 0) return entry.compressed;
    if (entry.size === 0) return new Uint8Array(0);
    try {
      return this.#inflater.inflate(entry.compressed, entry.size);
    } catch {
      throw damaged(`${entry.name} cannot be inflated to the ${entry.size} bytes that the file states.`);
    }
  }
}

/** A file that holds at least one entry begins with its header, an empty one with its end. */
function beginsLikeZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

function checkRecord(record: DirectoryRecord): void {
  const { name, flags, method } = record;
  const reason = unsafeName(name);
  if (reason !== null) throw hostile(`the entry name ${JSON.stringify(name)} ${reason}.`);
  // Bit 0: encrypted. Bit 6: strongly. Bit 13: the headers too.
  if ((flags & 0x2041) !== 0) {
    throw new Problem(
      "password-protected",
      `${name} is encrypted by the program that zipped it.`,
      "Save the document in Word without a password, and send that file.",
    );
  }
  if (method !== 0 && method !== 8) {
    throw new Problem(
      "compression-unknown",
      `${name} uses method ${method}; Word uses 0 (stored) and 8 (deflated).`,
      "Open the file in Word, save it again, and send that file.",
    );
  }
  if (method === 0 && record.compressedSize !== record.size) throw damaged(`${name} is stored, but with two sizes.`);
  if (name.endsWith("/") && record.size !== 0) throw hostile(`${name} is a folder, but has content.`);
}

/**
 * Names with which an entry could leave the file, or be read in two ways. Part names never need one (ECMA-376 Part
 * 2).
 */
function unsafeName(name: string): string | null {
  if (name === "") return "is empty";
  if (name.includes("\\")) return "contains a backslash";
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) return "is absolute";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x1f\x7f]/.test(name)) return "contains a control character";
  const segments = (name.endsWith("/") ? name.slice(0, -1) : name).split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
    return "leads out of its folder";
  return null;
}

function hostile(detail: string): Problem {
  return new Problem("zip-hostile", detail, ASK_AGAIN);
}

function tooLarge(detail: string): Problem {
  return new Problem(
    "too-large",
    detail,
    "Leave out what the text does not need, save the file in Word, and send it again.",
  );
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
