import type { ConsolidatedSubmission } from "@compendium/contract";
import type { Services } from "../platform/services.ts";
import { baseOf, delegationNamed, givenFile } from "./compiling/given.ts";
import { readSubmissionFile } from "./compiling/in-thread.ts";
import type { Room, RoomOfRound } from "./queries.ts";

/** Everything in a room as one submission: the file that would be submitted, or why there is none. */
export interface Consolidated {
  readonly view: ConsolidatedSubmission;
  /** `null` unless the room is clean. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** The receipt as text, for a mail. */
  readonly receiptText: string;
}

/** One file alone is submitted as it is, byte for byte. */
export async function consolidateRoom(services: Services, of: RoomOfRound, room: Room): Promise<Consolidated> {
  const { db, threads } = services;
  const nothing = { file: null, receipt: null, conflicts: [], problems: [] };
  const [only] = room.files;
  if (only === undefined) return { view: { state: "empty", ...nothing }, bytes: null, receiptText: "" };
  const given = await givenFile(db, only);
  const delegation = await delegationNamed(db, of.text.workspace, of.delegation);
  const read = await readSubmissionFile(threads, { base: await baseOf(db, of.draft), delegation, ...given });
  if (!read.read) {
    const problems = [{ file: only.fileName, problem: `${read.problem} ${read.advice}` }];
    return { view: { state: "not read", ...nothing, problems }, bytes: null, receiptText: "" };
  }
  return {
    view: { state: "clean", ...nothing, file: given.file, receipt: read.receipt },
    bytes: given.bytes,
    receiptText: read.receiptText,
  };
}
