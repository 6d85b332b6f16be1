/** What runs in a thread: the engine's writers, which the thread that answers requests does not load. */
import { type Paper, writeCsv, writePaper } from "@compendium/engine";

export function paper(given: Paper): Uint8Array<ArrayBuffer> {
  return new Uint8Array(writePaper(given));
}

export function csv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(writeCsv(rows));
}
