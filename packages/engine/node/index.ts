/** What the engine needs of Node, kept out of the engine itself, which runs in a browser too. */
import { crc32, inflateRawSync } from "node:zlib";
import type { Inflater } from "../src/index.ts";

/** Node's own decompression. */
export const nodeInflater: Inflater = {
  inflate(compressed, size) {
    // In one piece, and not in many of 16 KB that are then joined; the byte more tells zlib that this was all.
    const content = inflateRawSync(compressed, { maxOutputLength: size, chunkSize: Math.max(size + 1, 64) });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  },
  crc32: (bytes) => crc32(bytes),
};
