import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { lstat, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A zip that is being written. Nothing of it is kept in memory, and until `end` there is no file with its name. */
export interface ArchiveWriter {
  /** Writes an entry, whole. `compress`: false for what is compressed already. */
  readonly add: (name: string, content: Chunks, options: { readonly compress: boolean }) => Promise<Written>;
  readonly end: () => Promise<Written>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
}

/** Writes a zip at `path`, readable for its owner alone. Whatever fails, a full disk included, rejects the call under way. */
export function writeArchive(path: string, madeAt: Date): ArchiveWriter {
  const part = path + PART;
  const zip = new ZipFile();
  const whole = digest();
  const finished = pipeline(
    zip.outputStream as Readable,
    (source: Chunks) => whole.of(source),
    // Flushed: a file that has its name is on the disk.
    createWriteStream(part, { mode: 0o600, flush: true }),
  );
  const failed = Promise.race([
    once(zip, "error").then(([error]) => Promise.reject(error)),
    finished.then(() => new Promise<never>(() => undefined)),
  ]) as Promise<never>;
  failed.catch(() => undefined);
  return {
    add: async (name, content, { compress }) => {
      const entry = digest();
      const source = Readable.from(entry.of(content), { objectMode: false });
      zip.addReadStream(source, name, { compress, mtime: madeAt, mode: 0o100600 });
      await Promise.race([once(source, "end"), failed]);
      return entry.result();
    },
    end: async () => {
      zip.end();
      await Promise.race([finished, failed]);
      await rename(part, path);
      return whole.result();
    },
    abandon: async () => {
      (zip.outputStream as Readable).destroy();
      await finished.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/** What stands at the end of a file's name until it is whole. Nobody else's unfinished files end so. */
const PART = ".compendium-part";

/** After how long without a word written a file counts as left by a process that was killed, in ms. */
const LEFT_AFTER = 10 * 60 * 1000;

/** Removes from a folder what was begun by `writeArchive` and never ended. What is being written is left alone. */
export async function removeLeftParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(PART)) continue;
    const part = join(folder, name);
    const touched = await lstat(part).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (touched !== null && Date.now() - touched > LEFT_AFTER) await rm(part, { force: true });
  }
}

function digest() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    of: async function* (content: Chunks): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    result: (): Written => ({ bytes, sha256: hash.digest("hex") }),
  };
}
