import type { Selectable } from "kysely";
import type { Db, Tables } from "../platform/tables.ts";
import { type DraftRow, findDraft, type TextRow } from "../texts/index.ts";

export type RoundRow = Selectable<Tables["round"]>;
export type RoomRow = Selectable<Tables["room"]>;
export type RoomFileRow = Selectable<Tables["roomFile"]>;
export type WebProposalRow = Selectable<Tables["webProposal"]>;
export type SubmissionRow = Selectable<Tables["submission"]>;
export type CompilationRow = Selectable<Tables["compilation"]>;
export type CompilationFileRow = Selectable<Tables["compilationFile"]>;
export type ProposalRow = Selectable<Tables["compilationProposal"]>;

export interface RoundOfText {
  readonly round: RoundRow;
  readonly draft: DraftRow;
  readonly text: TextRow;
}

export interface RoomOfRound extends RoundOfText {
  readonly delegation: string;
}

export interface SubmissionOfRound extends RoundOfText {
  readonly submission: SubmissionRow;
}

export interface CompilationOfRound extends RoundOfText {
  readonly compilation: CompilationRow;
}

export async function findRound(db: Db, id: string): Promise<RoundOfText | null> {
  const round = await db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirst();
  return round === undefined ? null : withText(db, round);
}

async function withText(db: Db, round: RoundRow): Promise<RoundOfText | null> {
  const of = await findDraft(db, round.draft);
  return of === null ? null : { round, ...of };
}

/** A delegation's room in a round, whether anybody has used it or not. */
export async function findRoom(db: Db, round: string, delegation: string): Promise<RoomOfRound | null> {
  const of = await findRound(db, round);
  return of === null ? null : { ...of, delegation };
}

/** The newest first. */
export async function roundsOf(db: Db, drafts: readonly string[]): Promise<readonly RoundOfText[]> {
  const rounds = await db
    .selectFrom("round")
    .selectAll()
    .where("draft", "in", drafts.length === 0 ? [""] : [...drafts])
    .orderBy("opensAt", "desc")
    .execute();
  const found = await Promise.all(rounds.map((round) => withText(db, round)));
  return found.filter((each) => each !== null);
}

/** What is in a room. A room that nobody has used yet is empty, and of version 1. */
export interface Room extends RoomRow {
  readonly files: readonly RoomFileRow[];
  readonly proposals: readonly WebProposalRow[];
}

export async function readRoomOf(db: Db, round: string, delegation: string): Promise<Room> {
  const room = await db
    .selectFrom("room")
    .selectAll()
    .where("round", "=", round)
    .where("delegation", "=", delegation)
    .executeTakeFirst();
  const files = await db
    .selectFrom("roomFile")
    .selectAll()
    .where("round", "=", round)
    .where("delegation", "=", delegation)
    .where("removedAt", "is", null)
    .orderBy("addedAt")
    .execute();
  const proposals = await db
    .selectFrom("webProposal")
    .selectAll()
    .where("round", "=", round)
    .where("delegation", "=", delegation)
    .where("removedAt", "is", null)
    .orderBy("story")
    .orderBy("position")
    .execute();
  return { ...(room ?? emptyRoom(round, delegation)), files, proposals };
}

export function emptyRoom(round: string, delegation: string): RoomRow {
  return {
    round,
    delegation,
    onBehalfOf: [],
    inAlignment: [],
    version: 1,
    clearedBy: null,
    clearedAt: null,
    clearedSha256: null,
  };
}

/** The newest of each delegation first. */
export function submissionsOf(db: Db, round: string): Promise<readonly SubmissionRow[]> {
  return db
    .selectFrom("submission")
    .selectAll()
    .where("round", "=", round)
    .orderBy("delegation")
    .orderBy("number", "desc")
    .execute();
}

export async function findSubmission(db: Db, id: string): Promise<SubmissionOfRound | null> {
  const submission = await db.selectFrom("submission").selectAll().where("id", "=", id).executeTakeFirst();
  const of = submission === undefined ? null : await findRound(db, submission.round);
  return submission === undefined || of === null ? null : { ...of, submission };
}

/** The newest first. */
export function compilationsOf(db: Db, round: string): Promise<readonly CompilationRow[]> {
  return db.selectFrom("compilation").selectAll().where("round", "=", round).orderBy("number", "desc").execute();
}

export async function findCompilation(db: Db, id: string): Promise<CompilationOfRound | null> {
  const compilation = await db.selectFrom("compilation").selectAll().where("id", "=", id).executeTakeFirst();
  const of = compilation === undefined ? null : await findRound(db, compilation.round);
  return compilation === undefined || of === null ? null : { ...of, compilation };
}

export function filesOf(db: Db, compilations: readonly string[]): Promise<readonly CompilationFileRow[]> {
  return db
    .selectFrom("compilationFile")
    .selectAll()
    .where("compilation", "in", compilations.length === 0 ? [""] : [...compilations])
    .orderBy("format")
    .execute();
}

/** One part of a compilation, with how many there are; `null` where there is none with this number. */
export async function partOf(
  db: Db,
  compilation: string,
  part: number,
): Promise<{ readonly document: string; readonly parts: number } | null> {
  const found = await db
    .selectFrom("compilationPart")
    .select("document")
    .select((each) =>
      each
        .selectFrom("compilationPart as any")
        .whereRef("any.compilation", "=", "compilationPart.compilation")
        .select(({ fn }) => fn.countAll<number>().as("parts"))
        .as("parts"),
    )
    .where("compilation", "=", compilation)
    .where("part", "=", part)
    .executeTakeFirst();
  return found === undefined ? null : { document: found.document, parts: Number(found.parts) };
}

/** Every proposal of a compilation, in the order of the text. */
export function proposalsOf(db: Db, compilation: string): Promise<readonly ProposalRow[]> {
  return db
    .selectFrom("compilationProposal")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("position")
    .orderBy("proposal")
    .execute();
}
