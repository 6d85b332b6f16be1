import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { type Inflater, openPackage, type WordPackage } from "@compendium/engine";

/** A base text and its submissions as files: `base.docx`, and `submissions/<CODE>.docx` for each delegation. */
export interface SetFolder {
  readonly base: string;
  /** In the order of the codes. */
  readonly submissions: readonly SubmissionPath[];
}

export interface SubmissionPath {
  readonly code: string;
  readonly path: string;
}

/** Puts a set into a folder, which is made. */
export function writeSetFolder(
  folder: string,
  base: Uint8Array,
  submissions: readonly { readonly code: string; readonly bytes: Uint8Array }[],
): void {
  mkdirSync(join(folder, SUBMISSIONS), { recursive: true });
  writeFileSync(join(folder, BASE), base);
  for (const { code, bytes } of submissions) writeFileSync(join(folder, SUBMISSIONS, `${code}.docx`), bytes);
}

/** Finds the files of a set; reads none of them. */
export function openSetFolder(folder: string): SetFolder {
  const names = readdirSync(join(folder, SUBMISSIONS)).toSorted();
  return {
    base: join(folder, BASE),
    submissions: names.map((name) => ({
      code: name.replace(/\.docx$/, ""),
      path: join(folder, SUBMISSIONS, name),
    })),
  };
}

/** The bytes of a file, and nothing of the buffer that Node keeps around them. */
export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Opens a Word file with Node's own decompression. */
export function openWordFile(bytes: Uint8Array): WordPackage {
  return openPackage(bytes, INFLATER);
}

const BASE = "base.docx";
const SUBMISSIONS = "submissions";

const INFLATER: Inflater = {
  inflate(compressed, size) {
    // In one piece, and not in many of 16 KB that are then joined; the byte more tells zlib that this was all.
    const content = inflateRawSync(compressed, { maxOutputLength: size, chunkSize: Math.max(size + 1, 64) });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  },
  crc32: (bytes) => crc32(bytes),
};
