import type { Threads } from "../../platform/threads/threads.ts";
import type { Unread } from "../../platform/word/file-problem.ts";
import type { GivenRedraft, MadeRedraft } from "./thread.ts";

const THREAD = new URL("thread.ts", import.meta.url);

export function redraftInThread(threads: Threads, given: GivenRedraft): Promise<MadeRedraft | Unread> {
  return threads.run(THREAD, "redraft", given);
}
