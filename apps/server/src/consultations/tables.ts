import type { LostClearance, ProposedChange } from "@compendium/contract";
import type { RedlineEntry } from "@compendium/engine";
import type { ColumnType } from "kysely";
import type { Json, Timestamp } from "../platform/tables.ts";

type MaybeTimestamp = ColumnType<Date | null, Date | null, Date | null>;

declare module "../platform/tables.ts" {
  interface Tables {
    round: RoundTable;
    reminder: ReminderTable;
    room: RoomTable;
    roomFile: RoomFileTable;
    webProposal: WebProposalTable;
    submission: SubmissionTable;
    compilation: CompilationTable;
    compilationFile: CompilationFileTable;
    compilationPart: CompilationPartTable;
    compilationProposal: CompilationProposalTable;
  }
}

interface RoundTable {
  readonly id: string;
  readonly draft: string;
  readonly title: string;
  readonly opensAt: Timestamp;
  /** The first instant that is late. */
  readonly closesAt: Timestamp;
  readonly timeZone: string;
  readonly instructions: string;
  /** Who is asked, in the order in which delegations are named. Fixed when the round is made. */
  readonly delegations: Json<readonly string[]>;
  /** As it was given; `null` for the audience of the text. */
  readonly audience: Json<readonly string[] | null>;
  readonly reminders: Json<readonly number[]>;
  readonly version: number;
  readonly createdAt: Timestamp;
  readonly announcedAt: MaybeTimestamp;
  /** When the closing was recorded and the compilation asked for, a moment after `closesAt`. */
  readonly closedAt: MaybeTimestamp;
  readonly cancelledBy: string | null;
  readonly cancelledAt: MaybeTimestamp;
  readonly cancellationReason: string | null;
  /** The round of which it holds what was left open; `null` for a round in which delegations were asked. */
  readonly carriedFrom: string | null;
}

/** A reminder that went out as planned. */
interface ReminderTable {
  readonly round: string;
  /** The instant for which it was planned. */
  readonly at: Timestamp;
}

/** A delegation's room in a round: made when somebody of the delegation first uses it. */
interface RoomTable {
  readonly round: string;
  readonly delegation: string;
  readonly onBehalfOf: Json<readonly string[]>;
  readonly inAlignment: Json<readonly string[]>;
  /** Raised with everything that changes in the room. */
  readonly version: number;
  readonly clearedBy: string | null;
  readonly clearedAt: MaybeTimestamp;
  /** The hash of the file that was cleared. */
  readonly clearedSha256: string | null;
  /** By what the last clearance was lost; `null` where there was none, or it stands. */
  readonly lostClearance: Json<LostClearance | null>;
}

interface RoomFileTable {
  readonly id: string;
  readonly round: string;
  readonly delegation: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly addedBy: string;
  readonly addedAt: Timestamp;
  readonly removedAt: MaybeTimestamp;
}

interface WebProposalTable {
  readonly id: string;
  readonly round: string;
  readonly delegation: string;
  readonly story: string;
  readonly position: number;
  readonly change: Json<ProposedChange>;
  readonly reason: string;
  readonly by: string;
  /** The person of that name, by identifier; of proposals from before there was one, the name again. */
  readonly proposer: string;
  readonly changedAt: Timestamp;
  readonly version: number;
  readonly removedAt: MaybeTimestamp;
}

interface SubmissionTable {
  readonly id: string;
  readonly round: string;
  readonly delegation: string;
  /** 1 for the delegation's first in the round. */
  readonly number: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receivedAt: Timestamp;
  readonly submittedBy: string;
  readonly channel: "web" | "e-mail" | "draft before";
  readonly late: boolean;
  readonly admittedBy: string | null;
  readonly admittedAt: MaybeTimestamp;
  readonly admissionReason: string | null;
  readonly withdrawnAt: MaybeTimestamp;
  /** The submission that stood until this one was received or, if it was late, admitted. */
  readonly replaces: string | null;
  /** Set only for what was entered by mistake. */
  readonly takenBackBy: string | null;
  readonly takenBackAt: MaybeTimestamp;
  readonly takenBackReason: string | null;
  readonly onBehalfOf: Json<readonly string[]>;
  readonly inAlignment: Json<readonly string[]>;
  readonly receipt: Json<unknown>;
  readonly ledger: string;
  readonly recordNumber: number;
  readonly recordHash: string;
}

interface CompilationTable {
  readonly id: string;
  readonly round: string;
  readonly number: number;
  readonly askedBy: string;
  readonly askedAt: Timestamp;
  /** The submissions that go in, fixed when it was asked for. */
  readonly submissions: Json<readonly CompiledSubmission[]>;
  readonly builtAt: MaybeTimestamp;
  readonly failure: string | null;
  readonly counts: Json<Counts | null>;
  readonly releasedBy: string | null;
  readonly releasedAt: MaybeTimestamp;
}

export interface CompiledSubmission {
  readonly delegation: string;
  readonly submission: string;
  readonly number: number;
  readonly late: boolean;
}

export interface Counts {
  readonly passages: number;
  readonly proposals: number;
  readonly comments: number;
  readonly notices: number;
}

interface CompilationFileTable {
  readonly compilation: string;
  readonly format: string;
  readonly fileName: string;
  readonly type: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly remarks: Json<readonly string[]>;
}

/** A stretch of a compilation as its page reads it, in JSON as it is sent. */
interface CompilationPartTable {
  readonly compilation: string;
  readonly part: number;
  readonly document: string;
}

/** One proposal of a compilation, for search and for the negotiation. */
interface CompilationProposalTable {
  readonly compilation: string;
  readonly passage: string;
  /** From 0, within the passage. */
  readonly proposal: number;
  /** The place of the passage in the compilation, from 0. */
  readonly position: number;
  readonly citation: string;
  readonly base: string;
  readonly wording: string;
  readonly redline: Json<readonly RedlineEntry[]>;
  /** Words of the paragraph on either side of the passage, cut short. */
  readonly before: string;
  readonly after: string;
  /** The permanent identifier of the paragraph that it begins in, or is inserted after; `null` where there is none. */
  readonly paragraph: string | null;
  /** True where the passage holds more than words, such as a field: then no other words can be written for it. */
  readonly keptWhole: boolean;
  readonly delegations: Json<readonly string[]>;
  readonly moves: Json<readonly ProposedMove[]>;
  /** Passages of the other rows of a column that it inserts or takes out; empty for what is none. */
  readonly column: Json<readonly string[]>;
}

/** The passage at the other end of what a proposal moves, and which end that is. */
export interface ProposedMove {
  readonly direction: "to" | "from";
  readonly passage: string;
}
