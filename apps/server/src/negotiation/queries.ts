import type { Selectable } from "kysely";
import { type CompilationOfRound, findCompilation } from "../consultations/index.ts";
import type { Db, Tables } from "../platform/tables.ts";

export type PositionRow = Selectable<Tables["position"]>;
export type TabledRow = Selectable<Tables["tabledWording"]>;
export type DecisionRow = Selectable<Tables["decision"]>;
export type BracketRow = Selectable<Tables["bracket"]>;
export type RedraftRow = Selectable<Tables["redraft"]>;
export type MeetingRow = Selectable<Tables["meeting"]>;
export type FloorRow = Selectable<Tables["floorEntry"]>;
export type StatementRow = Selectable<Tables["statement"]>;
export type BilateralRow = Selectable<Tables["bilateral"]>;
export type BilateralNoteRow = Selectable<Tables["bilateralNote"]>;
export type OutcomeRow = Selectable<Tables["proposalOutcome"]>;

export interface PositionOfCompilation extends CompilationOfRound {
  readonly position: PositionRow;
}

export interface DecisionOfCompilation extends CompilationOfRound {
  readonly decision: DecisionRow;
}

/** Of a compilation, or of one of its passages, the newest first. */
export function positionsOf(db: Db, compilation: string, passage?: string): Promise<readonly PositionRow[]> {
  const all = db.selectFrom("position").selectAll().where("compilation", "=", compilation).orderBy("number", "desc");
  return (passage === undefined ? all : all.where("passage", "=", passage)).execute();
}

export async function findPosition(db: Db, id: string): Promise<PositionOfCompilation | null> {
  const position = await db.selectFrom("position").selectAll().where("id", "=", id).executeTakeFirst();
  const of = position === undefined ? null : await findCompilation(db, position.compilation);
  return position === undefined || of === null ? null : { ...of, position };
}

/** The oldest first. */
export function tabledOf(db: Db, compilation: string): Promise<readonly TabledRow[]> {
  return db
    .selectFrom("tabledWording")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** The newest first. */
export function decisionsOf(db: Db, compilation: string): Promise<readonly DecisionRow[]> {
  return db
    .selectFrom("decision")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("number", "desc")
    .execute();
}

export async function findDecision(db: Db, id: string): Promise<DecisionOfCompilation | null> {
  const decision = await db.selectFrom("decision").selectAll().where("id", "=", id).executeTakeFirst();
  const of = decision === undefined ? null : await findCompilation(db, decision.compilation);
  return decision === undefined || of === null ? null : { ...of, decision };
}

/** Of each passage the decision that holds; `decisions` are all of a compilation, the newest first. */
export function holding(decisions: readonly DecisionRow[]): ReadonlyMap<string, DecisionRow> {
  const held = new Map<string, DecisionRow>();
  for (const each of decisions) {
    if (each.undoneAt === null && !held.has(each.passage)) held.set(each.passage, each);
  }
  return held;
}

export function bracketsOf(db: Db, compilation: string): Promise<readonly BracketRow[]> {
  return db.selectFrom("bracket").selectAll().where("compilation", "=", compilation).execute();
}

/** A passage of which nobody has said anything yet. */
export function noBracket(compilation: string, passage: string): BracketRow {
  return { compilation, passage, state: "open", group: "", dependsOn: null, note: "", version: 1 };
}

/** What was said of the passages of a compilation. */
export interface Progress {
  readonly tabled: readonly TabledRow[];
  readonly decisions: readonly DecisionRow[];
  readonly brackets: readonly BracketRow[];
}

export async function progressOf(db: Db, compilation: string): Promise<Progress> {
  return {
    tabled: await tabledOf(db, compilation),
    decisions: await decisionsOf(db, compilation),
    brackets: await bracketsOf(db, compilation),
  };
}

export async function redraftOf(db: Db, compilation: string): Promise<RedraftRow | null> {
  const found = await db.selectFrom("redraft").selectAll().where("compilation", "=", compilation).executeTakeFirst();
  return found ?? null;
}

export interface MeetingOfCompilation extends CompilationOfRound {
  readonly meeting: MeetingRow;
  /** In the order in which they asked. */
  readonly floor: readonly FloorRow[];
  /** Those that were not removed, in the order in which they were attached. */
  readonly statements: readonly StatementRow[];
}

export async function findMeeting(db: Db, id: string): Promise<MeetingOfCompilation | null> {
  const meeting = await db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirst();
  const of = meeting === undefined ? null : await findCompilation(db, meeting.compilation);
  return meeting === undefined || of === null
    ? null
    : { ...of, meeting, floor: await floorOf(db, [id]), statements: await statementsOf(db, [id]) };
}

/** The newest first. */
export function meetingsOf(db: Db, compilation: string): Promise<readonly MeetingRow[]> {
  return db
    .selectFrom("meeting")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("number", "desc")
    .execute();
}

export type PlannedMeeting = Omit<MeetingOfCompilation, "floor" | "statements">;

/** Meetings of some workspaces that are in session, then those planned to begin after `since`, the next first. */
export async function meetingsAhead(
  db: Db,
  workspaces: readonly string[],
  since: Date,
): Promise<readonly PlannedMeeting[]> {
  const meetings = await db
    .selectFrom("meeting")
    .innerJoin("compilation", "compilation.id", "meeting.compilation")
    .innerJoin("round", "round.id", "compilation.round")
    .innerJoin("draft", "draft.id", "round.draft")
    .innerJoin("text", "text.id", "draft.text")
    .selectAll("meeting")
    .where("text.workspace", "in", ["", ...workspaces])
    .where("meeting.closedAt", "is", null)
    .where((where) => where.or([where("meeting.openedAt", "is not", null), where("meeting.startsAt", ">", since)]))
    .orderBy((order) => order("meeting.openedAt", "is", null))
    .orderBy("meeting.startsAt")
    .execute();
  const all = await Promise.all(
    meetings.map(async (meeting) => {
      const of = await findCompilation(db, meeting.compilation);
      return of === null ? null : { ...of, meeting };
    }),
  );
  return all.filter((each) => each !== null);
}

/** Who asked for the floor in some meetings, in the order in which they asked. */
export function floorOf(db: Db, meetings: readonly string[]): Promise<readonly FloorRow[]> {
  return db
    .selectFrom("floorEntry")
    .selectAll()
    .where("meeting", "in", ["", ...meetings])
    .orderBy("number")
    .execute();
}

/** What was delivered to some meetings and not removed, in the order in which it was attached. */
export function statementsOf(db: Db, meetings: readonly string[]): Promise<readonly StatementRow[]> {
  return db
    .selectFrom("statement")
    .selectAll()
    .where("meeting", "in", ["", ...meetings])
    .where("removedAt", "is", null)
    .orderBy("number")
    .execute();
}

export interface StatementOfMeeting extends MeetingOfCompilation {
  readonly statement: StatementRow;
  readonly delegation: string | null;
}

export async function findStatement(db: Db, meeting: string, id: string): Promise<StatementOfMeeting | null> {
  const of = await findMeeting(db, meeting);
  const statement = of?.statements.find((each) => each.id === id);
  return of === null || statement === undefined ? null : { ...of, statement, delegation: statement.delegation };
}

export interface BilateralOfCompilation extends CompilationOfRound {
  readonly bilateral: BilateralRow;
  /** The oldest first. */
  readonly notes: readonly BilateralNoteRow[];
}

export async function findBilateral(db: Db, id: string): Promise<BilateralOfCompilation | null> {
  const bilateral = await db.selectFrom("bilateral").selectAll().where("id", "=", id).executeTakeFirst();
  const of = bilateral === undefined ? null : await findCompilation(db, bilateral.compilation);
  return bilateral === undefined || of === null ? null : { ...of, bilateral, notes: await notesOf(db, [id]) };
}

/** The newest first. */
export function bilateralsOf(db: Db, compilation: string): Promise<readonly BilateralRow[]> {
  return db
    .selectFrom("bilateral")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("openedAt", "desc")
    .orderBy("id")
    .execute();
}

/** The oldest first. */
export function notesOf(db: Db, bilaterals: readonly string[]): Promise<readonly BilateralNoteRow[]> {
  return db
    .selectFrom("bilateralNote")
    .selectAll()
    .where("bilateral", "in", ["", ...bilaterals])
    .orderBy("number")
    .execute();
}

export function outcomesOf(db: Db, compilation: string): Promise<readonly OutcomeRow[]> {
  return db.selectFrom("proposalOutcome").selectAll().where("compilation", "=", compilation).execute();
}
