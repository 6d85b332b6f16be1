import type { Threads } from "../../platform/threads/threads.ts";
import type { Unread } from "../../platform/word/file-problem.ts";
import type { ReadChanges } from "./file-changes.ts";
import type { GivenRoom, JoinedRoom } from "./join-in-thread.ts";
import type { Compiled, GivenCompilation, GivenSubmission, ReadSubmission } from "./thread.ts";

const THREAD = new URL("thread.ts", import.meta.url);
const CHANGES = new URL("file-changes.ts", import.meta.url);
const JOINING = new URL("join-in-thread.ts", import.meta.url);

export function readSubmissionFile(threads: Threads, given: GivenSubmission): Promise<ReadSubmission | Unread> {
  return threads.run(THREAD, "readSubmission", given);
}

export function compileRound(threads: Threads, given: GivenCompilation): Promise<Compiled | Unread> {
  return threads.run(THREAD, "compile", given);
}

/** What a marked-up file says, for its own delegation. */
export function readFileChanges(threads: Threads, given: GivenSubmission): Promise<ReadChanges | Unread> {
  return threads.run(CHANGES, "readChanges", given);
}

export function joinInThread(threads: Threads, given: GivenRoom): Promise<JoinedRoom> {
  return threads.run(JOINING, "joinRoom", given);
}
