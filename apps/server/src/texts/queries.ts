import { type Selectable, sql } from "kysely";
import { fullText } from "../platform/database/full-text.ts";
import { columnsOf, rowOf } from "../platform/database/join.ts";
import type { Db, Tables } from "../platform/tables.ts";

export type TextRow = Selectable<Tables["text"]>;
/** A draft with what its own page shows besides: long, and of no use wherever else a draft is named. */
export type WholeDraftRow = Selectable<Tables["draft"]>;
export type DraftRow = Omit<WholeDraftRow, "outline" | "notices">;
/** A row of a draft's content, its block as the JSON that the database keeps. */
export type ContentRow = Omit<Selectable<Tables["draftRow"]>, "block"> & { readonly block: string };

export async function findText(db: Db, id: string): Promise<TextRow | null> {
  return (await db.selectFrom("text").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The newest first. */
export function textsOf(db: Db, workspace: string): Promise<readonly TextRow[]> {
  return db.selectFrom("text").selectAll().where("workspace", "=", workspace).orderBy("createdAt", "desc").execute();
}

const TEXT_ROW = [
  "id",
  "workspace",
  "title",
  "body",
  "symbol",
  "languages",
  "distribution",
  "audience",
  "version",
  "createdAt",
] as const satisfies readonly (keyof TextRow)[];

const DRAFT_ROW = [
  "id",
  "text",
  "number",
  "symbol",
  "language",
  "fileName",
  "sha256",
  "bytes",
  "uploaded",
  "trackedSha256",
  "trackedBytes",
  "rows",
  "paragraphs",
  "createdAt",
] as const satisfies readonly (keyof DraftRow)[];

/** The newest first. */
export function draftsOf(db: Db, texts: readonly string[]): Promise<readonly DraftRow[]> {
  return db
    .selectFrom("draft")
    .select(DRAFT_ROW)
    .where("text", "in", texts.length === 0 ? [""] : [...texts])
    .orderBy("number", "desc")
    .execute();
}

/** A draft with the text whose it is, which says who may read it. */
export interface DraftOfText {
  readonly draft: DraftRow;
  readonly text: TextRow;
}

export async function findDraft(db: Db, id: string): Promise<DraftOfText | null> {
  const found = await db
    .selectFrom("draft")
    .innerJoin("text", "text.id", "draft.text")
    .select(columnsOf("draft", DRAFT_ROW))
    .select(columnsOf("text", TEXT_ROW))
    .where("draft.id", "=", id)
    .executeTakeFirst();
  return found === undefined ? null : { draft: rowOf("draft", DRAFT_ROW, found), text: rowOf("text", TEXT_ROW, found) };
}

export function wholeDraft(db: Db, id: string): Promise<WholeDraftRow> {
  return db.selectFrom("draft").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Rows of a draft's content from `from` on. */
export function draftRows(db: Db, draft: string, from: number, count: number): Promise<readonly ContentRow[]> {
  return db
    .selectFrom("draftRow")
    .select(["draft", "row", "story", "kind"])
    .select(sql<string>`block::text`.as("block"))
    .where("draft", "=", draft)
    .where("row", ">=", from)
    .where("row", "<", from + count)
    .orderBy("row")
    .execute();
}

/** A paragraph in one draft. */
export interface PlacedParagraph {
  /** `null` outside the body. */
  readonly paragraph: string | null;
  readonly draft: string;
  readonly text: string;
  readonly number: number;
  readonly symbol: string;
  readonly story: string;
  readonly position: number;
  readonly row: number;
  readonly citation: string;
  readonly wording: string;
}

/**
 * Where a paragraph stands in each draft that has it, the newest first: of the text that had it first. A text that was
 * made from a copy of another one has the same paragraphs; there they are found by their draft.
 */
async function placesOf(db: Db, paragraph: string): Promise<readonly PlacedParagraph[]> {
  const all = await placed(db).where("paragraph", "=", paragraph).orderBy("createdAt", "desc").execute();
  const text = all.at(-1)?.text;
  return all.filter((each) => each.text === text);
}

export interface ParagraphOfText {
  readonly text: TextRow;
  /** In each draft that has it, the newest first. */
  readonly places: readonly PlacedParagraph[];
}

/** A paragraph by its permanent identifier. */
export async function findParagraph(db: Db, id: string): Promise<ParagraphOfText | null> {
  const places = await placesOf(db, id);
  const text = places[0] === undefined ? null : await findText(db, places[0].text);
  return text === null ? null : { text, places };
}

/** The paragraph that begins at a place of a draft; `null` where none begins. */
export async function paragraphAt(
  db: Db,
  draft: string,
  story: string,
  position: number,
): Promise<PlacedParagraph | null> {
  const found = await placed(db)
    .where("draft", "=", draft)
    .where("story", "=", story)
    .where("position", "=", position)
    .executeTakeFirst();
  return found ?? null;
}

/** The row of a draft's content in which each of its paragraphs stands, by their permanent identifiers. */
export async function rowsOfParagraphs(db: Db, draft: string): Promise<ReadonlyMap<string, number>> {
  const found = await db
    .selectFrom("draftParagraph")
    .select(["paragraph", "row"])
    .where("draft", "=", draft)
    .where("paragraph", "is not", null)
    .$narrowType<{ paragraph: string }>()
    .execute();
  return new Map(found.map(({ paragraph, row }) => [paragraph, row]));
}

export interface FoundParagraph extends PlacedParagraph {
  readonly rank: number;
  readonly excerpt: string;
}

/** Paragraphs of the newest draft of each text that contain all the words, the best first. */
export function searchParagraphs(
  db: Db,
  texts: readonly string[],
  words: string,
  count: number,
): Promise<readonly FoundParagraph[]> {
  const wanted = fullText(words);
  return placed(db)
    .where("draft.text", "in", texts.length === 0 ? [""] : [...texts])
    .where((where) =>
      where(
        "number",
        "=",
        where
          .selectFrom("draft as newer")
          .whereRef("newer.text", "=", "draft.text")
          .select(({ fn }) => fn.max("newer.number").as("newest")),
      ),
    )
    .where(wanted.matches)
    .select([wanted.excerptOf("wording").as("excerpt"), wanted.rank.as("rank")])
    .orderBy("rank", "desc")
    .orderBy("row")
    .limit(count)
    .execute();
}

function placed(db: Db) {
  return db
    .selectFrom("draftParagraph")
    .innerJoin("draft", "draft.id", "draftParagraph.draft")
    .select(["paragraph", "draft", "text", "number", "symbol", "story", "position", "row", "citation", "wording"]);
}
