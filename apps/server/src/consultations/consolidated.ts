import type { ConsolidatedSubmission } from "@compendium/contract";
import type { UnitConflict } from "@compendium/engine";
import { asFileName } from "../platform/files/as-file-name.ts";
import { sha256Of } from "../platform/files/files.ts";
import type { Services } from "../platform/services.ts";
import { baseOf, delegationNamed, givenFile } from "./compiling/given.ts";
import { joinInThread } from "./compiling/in-thread.ts";
import type { GivenRoom, JoinedRoom } from "./compiling/join-in-thread.ts";
import { paragraphProposal } from "./compiling/proposals.ts";
import type { Room, RoomOfRound, WebProposalRow } from "./queries.ts";

/** Everything in a room as one submission: the file that would be submitted, or why there is none. */
export interface Consolidated {
  readonly view: ConsolidatedSubmission;
  /** `null` unless the room is clean. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** The receipt as text, for a mail. */
  readonly receiptText: string;
}

const NOTHING = { file: null, receipt: null, conflicts: [], problems: [] };

/** Joins what is in a room. The same room gives the same bytes: what was cleared by its hash is what is submitted. */
export async function consolidateRoom(services: Services, of: RoomOfRound, room: Room): Promise<Consolidated> {
  if (room.files.length === 0 && room.proposals.length === 0) {
    return { view: { state: "empty", ...NOTHING }, bytes: null, receiptText: "" };
  }
  const joined = await joinedOnce(services, of, room);
  switch (joined.state) {
    case "not read":
      return { view: { state: "not read", ...NOTHING, problems: [...joined.problems] }, bytes: null, receiptText: "" };
    case "rival wordings": {
      const conflicts = joined.conflicts.map(presentConflict);
      return { view: { state: "rival wordings", ...NOTHING, conflicts }, bytes: null, receiptText: "" };
    }
    case "clean": {
      const { file, receipt, bytes, receiptText } = joined;
      return { view: { state: "clean", ...NOTHING, file, receipt }, bytes, receiptText };
    }
  }
}

/** Whoever clears looks first and submits afterwards: three times the same room. So the last few are kept. */
const kept = new Map<string, Promise<JoinedRoom>>();
const KEPT_MOST = 30;

function joinedOnce(services: Services, of: RoomOfRound, room: Room): Promise<JoinedRoom> {
  const key = sha256Of(
    JSON.stringify([of.draft.sha256, of.delegation, room.files.map(({ sha256 }) => sha256), room.proposals]),
  );
  const before = kept.get(key);
  if (before !== undefined) return before;
  const joined = given(services, of, room).then((all) => joinInThread(services.threads, all));
  kept.set(key, joined);
  joined.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) if (kept.size > KEPT_MOST) kept.delete(oldest);
  return joined;
}

async function given({ db }: Services, of: RoomOfRound, room: Room): Promise<GivenRoom> {
  const delegation = await delegationNamed(db, of.text.workspace, of.delegation);
  const byPerson = Map.groupBy(room.proposals, ({ proposer }) => proposer);
  return {
    base: await baseOf(db, of.draft),
    delegation,
    files: await Promise.all(room.files.map((file) => givenFile(db, file))),
    proposals: [...byPerson]
      .map(([proposer, proposals]) => ({ proposer, name: proposals[0]?.by ?? "", proposals }))
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.proposer, b.proposer))
      .map(({ name, proposals }) => ({
        proposer: { name, initials: initialsOf(name), date: lastChange(proposals) },
        proposals: proposals.map(({ story, position, change, reason }) =>
          paragraphProposal(story, position, change, reason),
        ),
      })),
    name: `${nameOf(of)} ${delegation.name}.docx`,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf({ draft, text }: RoomOfRound): string {
  return asFileName(draft.symbol === "" ? text.title : draft.symbol, 80);
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part.slice(0, 1))
    .join("")
    .slice(0, 4);
}

/** Word keeps whole seconds. */
function lastChange(proposals: readonly WebProposalRow[]): string {
  const last = Math.max(...proposals.map(({ changedAt }) => changedAt.getTime()));
  return `${new Date(last).toISOString().slice(0, 19)}Z`;
}

function presentConflict({ place, fromA, base, sides }: UnitConflict): ConsolidatedSubmission["conflicts"][number] {
  return {
    citation: place.citation,
    story: place.story,
    from: fromA,
    base,
    wordings: sides.flatMap((side) =>
      side.units.map((by) => ({ by, wording: side.kind === "wording" ? side.wording : `[${side.change}]` })),
    ),
  };
}
