import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FileContent } from "@compendium/contract";
import { Failure } from "../failure.ts";

export interface SaveOptions {
  /** A file, or a folder; the current folder if left out. */
  readonly out?: string;
  readonly force?: boolean;
}

/**
 * Writes a file from the server, into a folder under the name that the server gave it, or to the file named. Never over
 * another file unless told to. Gives the path. Throws a `Failure`.
 */
export function saveDownload({ bytes, name }: FileContent, { out = ".", force = false }: SaveOptions): string {
  const isFolder = /[\\/]$/.test(out) || (existsSync(out) && statSync(out).isDirectory());
  const path = isFolder ? join(out, safeName(name)) : out;
  if (existsSync(path) && !force) {
    const advice = "Move it away, give another place with --out, or add --force to overwrite it.";
    throw new Failure("would-overwrite", path, "The file stands there already.", advice);
  }
  const part = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, bytes);
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    const advice = "Look whether you may write there, whether the disk has room, and whether the file is open in Word.";
    throw new Failure("not-written", path, `The file cannot be written: ${(error as Error).message}.`, advice);
  }
  return path;
}

/** A name from elsewhere must not lead out of the folder. */
function safeName(name: string): string {
  const plain = basename(name.replaceAll("\\", "/")).replaceAll(/[:*?"<>|]/g, "-");
  return ["", ".", ".."].includes(plain) ? "download" : plain;
}
