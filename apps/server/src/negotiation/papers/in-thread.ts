import type { Paper } from "@compendium/engine";
import type { Threads } from "../../platform/threads/threads.ts";

const THREAD = new URL("thread.ts", import.meta.url);

export function writtenPaper(threads: Threads, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return threads.run(THREAD, "paper", paper);
}

export function writtenCsv(threads: Threads, rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return threads.run(THREAD, "csv", rows);
}
