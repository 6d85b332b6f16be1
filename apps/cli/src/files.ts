import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { openPackage, type SubmissionFile, type WordPackage } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { Failure } from "./failure.ts";

/** A Word file, opened and not yet understood. */
export interface OpenedFile {
  readonly package: WordPackage;
  readonly file: SubmissionFile;
}

/** Reads and opens a Word file. Throws a `Failure` that says why not, or the engine's `Problem`. */
export function openFile(path: string): OpenedFile {
  const bytes = readBytes(path);
  const file = { name: basename(path), sha256: sha256Of(bytes), bytes: bytes.length };
  return { package: openPackage(bytes, nodeInflater), file };
}

/** The bytes of a file. Throws a `Failure`. */
export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    if (statSync(path).isDirectory()) throw isFolder(path);
    const bytes = readFileSync(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    throw error instanceof Failure ? error : notRead(path, error as NodeJS.ErrnoException);
  }
}

/** Hexadecimal, lower case. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

export interface ExpandedFiles {
  /** Each file once, in the order given; those of one pattern in alphabetical order. */
  readonly files: readonly string[];
  /** Files that Word keeps beside an open document (`~$name.docx`), left out. */
  readonly leftOut: readonly string[];
  /** Patterns that match nothing. */
  readonly failures: readonly Failure[];
}

/**
 * The files that arguments name. On Windows the shell hands over `*.docx` as it is, so patterns are looked up here. An
 * argument that is the name of a file is never a pattern.
 */
export function expandFiles(given: readonly string[]): ExpandedFiles {
  const files = new Map<string, string>();
  const leftOut: string[] = [];
  const failures: Failure[] = [];
  for (const argument of given) {
    const isPattern = /[*?[{]/.test(argument) && !existsSync(argument);
    const found = isPattern ? matches(argument) : [argument];
    if (found.length === 0) failures.push(matchesNothing(argument));
    for (const file of found) {
      if (basename(file).startsWith("~$")) leftOut.push(file);
      else if (!files.has(identityOf(file))) files.set(identityOf(file), file);
    }
  }
  return { files: [...files.values()], leftOut, failures };
}

/** Equal for two paths exactly if they lead to the same file. */
export function identityOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

function matches(pattern: string): string[] {
  return globSync(process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern).sort();
}

function isFolder(path: string): Failure {
  return new Failure("is-a-folder", path, "This is a folder.", `Name the files in it: "${path}/*.docx".`);
}

function matchesNothing(pattern: string): Failure {
  const advice = `Look whether the folder is right. The current folder is ${process.cwd()}.`;
  return new Failure("no-match", pattern, "No file matches this pattern.", advice);
}

function notRead(path: string, { code, message }: NodeJS.ErrnoException): Failure {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR": {
      const advice = `Look at the spelling. The current folder is ${process.cwd()}; a name with spaces needs quotes.`;
      return new Failure("missing-file", path, "There is no such file.", advice);
    }
    case "EACCES":
    case "EPERM":
      return new Failure(
        "not-readable",
        path,
        "You may not read this file.",
        "Ask its owner for the right to read it, or copy it to a folder of your own.",
      );
    case "EBUSY":
      return new Failure("not-readable", path, "Another program holds this file.", "Close it in Word, and try again.");
    case "ERR_FS_FILE_TOO_LARGE":
      return new Failure(
        "too-large",
        path,
        "The file is larger than we read: it has more than 2 GiB.",
        "Compress the pictures in Word, or leave them out, and save again.",
      );
    default: {
      const advice = "Copy the file to a folder on this machine, and try again.";
      return new Failure("not-readable", path, `The file cannot be read: ${message}.`, advice);
    }
  }
}
