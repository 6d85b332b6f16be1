import type { MeetingFacts, PositionBody, PositionView, Readership, Ruling } from "@compendium/contract";
import type { NotCarriedOn, UntrackedDecision } from "@compendium/engine";
import type { ColumnType } from "kysely";
import type { Json, Timestamp } from "../platform/tables.ts";

type MaybeTimestamp = ColumnType<Date | null, Date | null, Date | null>;

declare module "../platform/tables.ts" {
  interface Tables {
    position: PositionTable;
    tabledWording: TabledWordingTable;
    decision: DecisionTable;
    bracket: BracketTable;
    redraft: RedraftTable;
    proposalOutcome: ProposalOutcomeTable;
    meeting: MeetingTable;
    floorEntry: FloorEntryTable;
    statement: StatementTable;
    bilateral: BilateralTable;
    bilateralNote: BilateralNoteTable;
  }
}

/** What a delegation said; never changed. The newest of a delegation on one wording holds. */
interface PositionTable {
  readonly id: string;
  /** In the order in which they came. */
  readonly number: number;
  readonly compilation: string;
  readonly passage: string;
  readonly about: Json<PositionBody["about"]>;
  readonly delegation: string;
  readonly stance: PositionView["stance"];
  readonly reason: string;
  readonly onBehalfOf: Json<readonly string[]>;
  readonly inAlignment: Json<readonly string[]>;
  readonly readership: Readership;
  readonly reasonReadership: Readership;
  readonly by: string;
  readonly at: Timestamp;
}

/** A wording beside the proposals of a compilation. */
interface TabledWordingTable {
  readonly id: string;
  readonly compilation: string;
  readonly passage: string;
  readonly words: string;
  /** `null` for the chair. */
  readonly delegation: string | null;
  readonly by: string;
  readonly at: Timestamp;
}

/** What the chair recorded of a passage. The newest that was not undone holds. */
interface DecisionTable {
  readonly id: string;
  readonly number: number;
  readonly compilation: string;
  readonly passage: string;
  readonly ruling: Json<Ruling>;
  readonly note: string;
  readonly adReferendumUntil: MaybeTimestamp;
  readonly by: string;
  readonly at: Timestamp;
  readonly undoneAt: MaybeTimestamp;
}

/** What is done about a passage that is not agreed; there where somebody said something of it. */
interface BracketTable {
  readonly compilation: string;
  readonly passage: string;
  readonly state: "open" | "parked" | "small group";
  readonly group: string;
  readonly dependsOn: string | null;
  readonly note: string;
  readonly version: number;
}

/** The next draft, as it was made of a compilation. */
interface RedraftTable {
  readonly compilation: string;
  readonly draft: string;
  readonly carriedRound: string | null;
  /** What brackets cannot show, in words; what was not carried; what the tracked file cannot hold. */
  readonly leftOver: Json<readonly string[]>;
  readonly fallen: Json<readonly NotCarriedOn[]>;
  readonly untrackable: Json<readonly UntrackedDecision[]>;
  readonly madeBy: string;
  readonly at: Timestamp;
}

/** What became of one proposal. */
interface ProposalOutcomeTable {
  readonly compilation: string;
  readonly passage: string;
  readonly proposal: number;
  readonly became: "adopted" | "bracketed" | "carried" | "fallen";
  readonly reason: "base-kept" | "other-adopted" | "amended" | "place-gone" | "no-place" | null;
  readonly decision: string | null;
}

interface MeetingTable {
  readonly id: string;
  readonly compilation: string;
  /** 1 for the first on the compilation. */
  readonly number: number;
  readonly title: string;
  readonly startsAt: Timestamp;
  readonly timeZone: string;
  readonly venue: string;
  readonly agenda: Json<MeetingFacts["agenda"]>;
  readonly participants: Json<readonly string[]>;
  readonly version: number;
  readonly openedAt: MaybeTimestamp;
  readonly closedAt: MaybeTimestamp;
  /** Where it is; `null` before it begins. */
  readonly item: number | null;
  readonly passage: string | null;
}

/** Who asked for the floor. */
interface FloorEntryTable {
  readonly id: string;
  /** In the order in which they asked. */
  readonly number: number;
  readonly meeting: string;
  readonly delegation: string;
  readonly passage: string | null;
  readonly askedAt: Timestamp;
  readonly beganAt: MaybeTimestamp;
  readonly endedAt: MaybeTimestamp;
  /** The item of the agenda at which it got the floor; `null` before that. */
  readonly item: number | null;
  readonly state: "waiting" | "speaking" | "spoken" | "withdrawn";
}

/** What was delivered to a meeting as a file. */
interface StatementTable {
  readonly id: string;
  /** In the order in which they were attached. */
  readonly number: number;
  readonly meeting: string;
  /** `null` for the chair or the secretariat. */
  readonly delegation: string | null;
  readonly symbol: string;
  /** `"2026-03-10"` */
  readonly date: string;
  /** `null` for the meeting as such. */
  readonly item: number | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly attachedBy: string;
  readonly attachedAt: Timestamp;
  readonly removedAt: MaybeTimestamp;
}

/** A consultation of which only those know who take part. Who they are never changes. */
interface BilateralTable {
  readonly id: string;
  readonly compilation: string;
  readonly title: string;
  readonly passages: Json<readonly string[]>;
  readonly delegations: Json<readonly string[]>;
  readonly withChair: boolean;
  /** `null` for the chair. */
  readonly openedBy: string | null;
  readonly openedAt: Timestamp;
  readonly closedAt: MaybeTimestamp;
}

interface BilateralNoteTable {
  readonly id: string;
  readonly number: number;
  readonly bilateral: string;
  /** `null` for the chair. */
  readonly speaker: string | null;
  readonly by: string;
  readonly passage: string | null;
  readonly kind: "note" | "wording";
  readonly words: string;
  readonly at: Timestamp;
  /** What was tabled of it. */
  readonly tabled: string | null;
}
