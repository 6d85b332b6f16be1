import type { Threads } from "../../platform/threads/threads.ts";
import type { Unread } from "../../platform/word/file-problem.ts";
import type { GivenRoom, JoinedRoom } from "./join-in-thread.ts";
import type { Compiled, GivenRound, GivenSubmission, ReadSubmission } from "./thread.ts";

const THREAD = new URL("thread.ts", import.meta.url);
const JOINING = new URL("join-in-thread.ts", import.meta.url);

export function readSubmissionFile(threads: Threads, given: GivenSubmission): Promise<ReadSubmission | Unread> {
  return threads.run(THREAD, "readSubmission", given);
}

export function compileRound(threads: Threads, given: GivenRound): Promise<Compiled | Unread> {
  return threads.run(THREAD, "compile", given);
}

export function joinInThread(threads: Threads, given: GivenRoom): Promise<JoinedRoom> {
  return threads.run(JOINING, "joinRoom", given);
}
