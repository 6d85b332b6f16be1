import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { type Entry, openPromise } from "yauzl";

/** A zip that is being read, entry by entry, in whatever order they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** Throws an `Error` where there is no such entry, or where it is damaged. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

/** Opens a zip. Rejects with an `Error` where the file is none, or was cut off. */
export async function openArchive(path: string): Promise<Archive> {
  // Asked first, for its plain message where there is no such file or no right to read it.
  await (await open(path, "r")).close();
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return {
    names: [...entries.keys()],
    read: async function* (name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`${name} is missing.`);
      let sum = 0;
      try {
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          sum = crc32(chunk, sum);
          yield chunk;
        }
      } catch (error) {
        throw new Error(`${name} is damaged: ${(error as Error).message}.`, { cause: error });
      }
      if (sum !== entry.crc32) throw new Error(`${name} is damaged: its bytes are not those that were written.`);
    },
    close: () => zip.close(),
  };
}
