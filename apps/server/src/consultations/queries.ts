import type { CompilationDocument } from "@compendium/engine";
import { joinDocuments } from "@compendium/engine/parts";
import type { Selectable } from "kysely";
import { fullText } from "../platform/database/full-text.ts";
import { columnsOf, rowOf } from "../platform/database/join.ts";
import type { Db, Tables } from "../platform/tables.ts";
import { type DraftRow, draftsOf, findDraft, type TextRow } from "../texts/index.ts";

export type RoundRow = Selectable<Tables["round"]>;
export type RoomRow = Selectable<Tables["room"]>;
export type RoomFileRow = Selectable<Tables["roomFile"]>;
export type WebProposalRow = Selectable<Tables["webProposal"]>;
export type SubmissionRow = Selectable<Tables["submission"]>;
export type CompilationRow = Selectable<Tables["compilation"]>;
export type CompilationFileRow = Selectable<Tables["compilationFile"]>;
export type ProposalRow = Selectable<Tables["compilationProposal"]>;

const ROUND_ROW = [
  "id",
  "draft",
  "title",
  "opensAt",
  "closesAt",
  "timeZone",
  "instructions",
  "delegations",
  "audience",
  "reminders",
  "version",
  "createdAt",
  "announcedAt",
  "closedAt",
  "cancelledBy",
  "cancelledAt",
  "cancellationReason",
  "carriedFrom",
] as const satisfies readonly (keyof RoundRow)[];

const COMPILATION_ROW = [
  "id",
  "round",
  "number",
  "askedBy",
  "askedAt",
  "submissions",
  "builtAt",
  "failure",
  "counts",
  "releasedBy",
  "releasedAt",
] as const satisfies readonly (keyof CompilationRow)[];

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

/** On any draft of these texts, the newest first. */
export async function roundsOf(db: Db, texts: readonly TextRow[]): Promise<readonly RoundOfText[]> {
  const drafts = await draftsOf(
    db,
    texts.map(({ id }) => id),
  );
  const rounds = await db
    .selectFrom("round")
    .selectAll()
    .where("draft", "in", ["", ...drafts.map(({ id }) => id)])
    .orderBy("opensAt", "desc")
    .execute();
  return rounds.flatMap((round) => {
    const draft = drafts.find(({ id }) => id === round.draft);
    const text = texts.find(({ id }) => id === draft?.text);
    return draft === undefined || text === undefined ? [] : [{ round, draft, text }];
  });
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
    lostClearance: null,
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

/** Of each of these rounds that has one, the newest compilation released. */
export function newestReleasedOf(db: Db, rounds: readonly string[]): Promise<readonly CompilationRow[]> {
  return db
    .selectFrom("compilation")
    .selectAll()
    .distinctOn("round")
    .where("round", "in", ["", ...rounds])
    .where("releasedAt", "is not", null)
    .orderBy("round")
    .orderBy("number", "desc")
    .execute();
}

/** The newest first. */
export function compilationsOf(db: Db, round: string): Promise<readonly CompilationRow[]> {
  return db.selectFrom("compilation").selectAll().where("round", "=", round).orderBy("number", "desc").execute();
}

export async function findCompilation(db: Db, id: string): Promise<CompilationOfRound | null> {
  const found = await db
    .selectFrom("compilation")
    .innerJoin("round", "round.id", "compilation.round")
    .select(columnsOf("compilation", COMPILATION_ROW))
    .select(columnsOf("round", ROUND_ROW))
    .where("compilation.id", "=", id)
    .executeTakeFirst();
  const of = found === undefined ? null : await withText(db, rowOf("round", ROUND_ROW, found));
  return found === undefined || of === null
    ? null
    : { ...of, compilation: rowOf("compilation", COMPILATION_ROW, found) };
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

/** The whole of a compilation. */
export async function documentOf(db: Db, compilation: string): Promise<CompilationDocument> {
  const parts = await db
    .selectFrom("compilationPart")
    .select("document")
    .where("compilation", "=", compilation)
    .orderBy("part")
    .execute();
  return joinDocuments(parts.map(({ document }) => JSON.parse(document) as CompilationDocument));
}

/** Every proposal of a compilation, or of one of its passages, in the order of the text. */
export function proposalsOf(db: Db, compilation: string, passage?: string): Promise<readonly ProposalRow[]> {
  const all = db
    .selectFrom("compilationProposal")
    .selectAll()
    .where("compilation", "=", compilation)
    .orderBy("position")
    .orderBy("proposal");
  return (passage === undefined ? all : all.where("passage", "=", passage)).execute();
}

/** Compilations in which something is proposed for a paragraph, the newest of each round that was released, the newest first. */
export async function releasedProposing(db: Db, paragraph: string): Promise<readonly CompilationOfRound[]> {
  const found = await db
    .selectFrom("compilation")
    .distinctOn("round")
    .select(["id", "releasedAt"])
    .where("releasedAt", "is not", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("compilationProposal")
          .select("passage")
          .whereRef("compilationProposal.compilation", "=", "compilation.id")
          .where("paragraph", "=", paragraph),
      ),
    )
    .orderBy("round")
    .orderBy("number", "desc")
    .execute();
  const all = await Promise.all(found.map(({ id }) => findCompilation(db, id)));
  return all
    .filter((each) => each !== null)
    .toSorted((a, b) => Number(b.compilation.releasedAt) - Number(a.compilation.releasedAt));
}

export interface FoundProposal extends ProposalRow {
  readonly rank: number;
  readonly excerpt: string;
}

/** Proposals of some compilations that contain all the words, with the words around them, the best first. */
export function searchProposalsOf(
  db: Db,
  compilations: readonly string[],
  words: string,
  count: number,
): Promise<readonly FoundProposal[]> {
  const wanted = fullText(words);
  return db
    .selectFrom("compilationProposal")
    .selectAll()
    .where("compilation", "in", compilations.length === 0 ? [""] : [...compilations])
    .where(wanted.matches)
    .select([wanted.excerptOf("before", "wording", "after").as("excerpt"), wanted.rank.as("rank")])
    .orderBy("rank", "desc")
    .orderBy("position")
    .orderBy("proposal")
    .limit(count)
    .execute();
}
