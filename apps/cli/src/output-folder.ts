import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, Failures } from "./failure.ts";
import { identityOf, sha256Of } from "./files.ts";

export interface OutputFile {
  /** Its name in the folder. */
  readonly file: string;
  readonly content: Uint8Array | string;
}

/** Remembers which files we wrote, by name with their SHA-256. */
const RECORD = "written-by-compendium.json";

/**
 * Checks that files may be written into a folder, before any work is done. A file that stands there already may be
 * replaced if we wrote it and nobody has changed it since, or with `force`; an input file never. Throws `Failures`.
 */
export function checkOutput(folder: string, files: readonly string[], inputs: readonly string[], force: boolean): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    const what = "The output has to be a folder, and this is a file.";
    throw new Failures([new Failure("not-written", folder, what, "Give another name: --out out/.")]);
  }
  const written = readRecord(folder);
  const read = new Set(inputs.map(identityOf));
  const failures = [...files, RECORD].flatMap((file) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [];
    if (read.has(identityOf(path))) {
      const advice = "Give another folder: --out out/.";
      return [new Failure("would-overwrite", path, "The output would overwrite a file that it is made from.", advice)];
    }
    if (force || file === RECORD || written.get(file) === sha256Of(readFileSync(path))) return [];
    return [
      new Failure(
        "would-overwrite",
        path,
        "The file stands there already, and is not as we wrote it.",
        "Move it away, give another folder, or add --force to overwrite it.",
      ),
    ];
  });
  if (failures.length > 0) throw new Failures(failures);
}

/**
 * Writes files into a folder, which is made if need be, and remembers them there. Each takes its name only once all of
 * them are on the disk, so that a full disk leaves what was there before. Throws a `Failure`.
 */
export function writeOutput(folder: string, files: readonly OutputFile[]): void {
  const written = new Map([
    ...readRecord(folder),
    ...files.map(({ file, content }) => [file, sha256Of(content)] as const),
  ]);
  const record = `${JSON.stringify(Object.fromEntries([...written].sort()), null, 2)}\n`;
  const all = [...files, { file: RECORD, content: record }].map(({ file, content }) => ({
    path: join(folder, file),
    part: join(folder, `${file}.part`),
    content,
  }));
  try {
    mkdirSync(folder, { recursive: true });
    for (const { part, content } of all) writeFileSync(part, content);
    for (const { part, path } of all) renameSync(part, path);
  } catch (error) {
    for (const { part } of all) rmSync(part, { force: true });
    throw notWritten(folder, error as Error);
  }
}

/** Empty where there is no record, or one that is not ours. */
function readRecord(folder: string): Map<string, string> {
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, RECORD), "utf8"));
    if (typeof record !== "object" || record === null) return new Map();
    return new Map(Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return new Map();
  }
}

function notWritten(folder: string, { message }: Error): Failure {
  const advice =
    "Look whether you may write there, whether the disk has room, and whether a file of it is open in Word.";
  return new Failure("not-written", folder, `The output cannot be written: ${message}.`, advice);
}
