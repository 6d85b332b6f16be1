import { ApiProblem, type FileFacts, type TextChange, type TextFacts } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { batches } from "../platform/database/batches.ts";
import { keepFile } from "../platform/files/files.ts";
import { givenOnly } from "../platform/given-only.ts";
import { newId } from "../platform/ids.ts";
import { tell } from "../platform/live/live.ts";
import { inTransaction, type Services } from "../platform/services.ts";
import type { Db, Tx } from "../platform/tables.ts";
import { fileNotRead } from "../platform/word/file-problem.ts";
import { workspaceLedger, writeEntry } from "../record/index.ts";
import { type DraftRow, findText, type TextRow, type WholeDraftRow } from "./queries.ts";
import type { ReadDraft } from "./reading/read-draft.ts";
import type * as thread from "./reading/thread.ts";

const THREAD = new URL("reading/thread.ts", import.meta.url);

export async function createText(
  services: Services,
  actor: Actor,
  workspace: string,
  facts: TextFacts,
): Promise<TextRow> {
  return inTransaction(services, async (tx) => {
    const row: TextRow = { id: newId(), workspace, ...facts, version: 1, createdAt: await services.clock.now(tx) };
    await tx.insertInto("text").values(stored(row)).execute();
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(workspace),
      actor,
      act: "text.made",
      object: { kind: "text", id: row.id },
      before: null,
      after: row,
      detail: { ...facts },
    });
    await tellOfText(tx, row, "text", row.id, row.createdAt);
    return row;
  });
}

/** Changes what is said of a text. Refused with the state now, where somebody changed it since `version`. */
export async function changeText(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...given }: TextChange,
): Promise<TextRow> {
  return inTransaction(services, async (tx) => {
    const before = await held(tx, id);
    if (before.version !== version) {
      throw new ApiProblem(
        "changed-meanwhile",
        `“${before.title}” was changed since you opened it. Look at it again.`,
        {
          current: before,
        },
      );
    }
    const change = givenOnly(given);
    const after: TextRow = { ...before, ...change, version: version + 1 };
    const { id: _, workspace: __, createdAt: ___, ...facts } = stored(after);
    await tx.updateTable("text").set(facts).where("id", "=", id).execute();
    const now = await services.clock.now(tx);
    await writeEntry(tx, services.clock, {
      ledger: workspaceLedger(before.workspace),
      actor,
      act: "text.changed",
      object: { kind: "text", id },
      before,
      after,
      detail: { ...change },
    });
    await tellOfText(tx, after, "text", id, now);
    return after;
  });
}

export interface NewDraft {
  readonly name: string;
  readonly symbol?: string | undefined;
  readonly language?: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same with tracked changes against the draft before, where it was made from it. */
  readonly tracked?: Uint8Array<ArrayBuffer>;
}

/** Adds the next draft of a text. Its paragraphs get permanent identifiers. */
export async function addDraft(
  services: Services,
  actor: Actor,
  text: TextRow,
  given: NewDraft,
): Promise<WholeDraftRow> {
  const read = await services.threads.run<Uint8Array<ArrayBuffer>, ReturnType<typeof thread.readDraft>>(
    THREAD,
    "readDraft",
    given.bytes,
  );
  if (!read.read) throw fileNotRead(read);
  return inTransaction(services, (tx) =>
    addReadDraft(tx, services, actor, text, { ...given, name: () => given.name }, read),
  );
}

/** The same, of a file that was read before, within a transaction. */
export async function addReadDraft(
  tx: Tx,
  services: Services,
  actor: Actor,
  text: TextRow,
  given: Omit<NewDraft, "name"> & { readonly name: (number: number, symbol: string) => string },
  read: ReadDraft,
): Promise<WholeDraftRow> {
  // Held until the end: the next number is taken once.
  await held(tx, text.id);
  const next = await nextDraftOf(tx, text);
  const { number } = next;
  const symbol = given.symbol ?? next.symbol;
  const uploaded = await keepFile(tx, given.bytes);
  const sha256 = await keepFile(tx, read.circulated);
  const row: WholeDraftRow = {
    id: newId(),
    text: text.id,
    number,
    symbol,
    language: given.language ?? text.languages[0] ?? "en",
    fileName: given.name(number, symbol),
    sha256,
    bytes: read.circulated.length,
    uploaded,
    trackedSha256: given.tracked === undefined ? null : await keepFile(tx, given.tracked),
    trackedBytes: given.tracked?.length ?? null,
    outline: [...read.outline],
    rows: read.rows.length,
    paragraphs: read.paragraphs.length,
    notices: read.notices,
    createdAt: await services.clock.now(tx),
  };
  await tx
    .insertInto("draft")
    .values({ ...row, outline: JSON.stringify(row.outline), notices: JSON.stringify(row.notices) })
    .execute();
  for (const rows of batches(
    read.rows.map((each, at) => ({ draft: row.id, row: at, ...each, block: JSON.stringify(each.block) })),
  )) {
    await tx.insertInto("draftRow").values(rows).execute();
  }
  for (const each of batches(read.paragraphs.map((paragraph) => ({ draft: row.id, ...paragraph })))) {
    await tx.insertInto("draftParagraph").values(each).execute();
  }
  await writeEntry(tx, services.clock, {
    ledger: workspaceLedger(text.workspace),
    actor,
    act: "draft.added",
    object: { kind: "draft", id: row.id },
    before: null,
    after: { ...row, createdAt: row.createdAt.toISOString() },
    detail: { text: text.id, number, symbol: row.symbol, file: fileFactsOf(row) },
  });
  await tellOfText(tx, text, "draft", row.id, row.createdAt);
  return row;
}

export function fileFactsOf({ fileName, sha256, bytes }: DraftRow): FileFacts {
  return { name: fileName, sha256, bytes };
}

/** The draft with tracked changes against the one before; `null` where there is no such file. */
export function trackedFactsOf({ fileName, trackedSha256, trackedBytes }: DraftRow): FileFacts | null {
  if (trackedSha256 === null || trackedBytes === null) return null;
  return { name: fileName.replace(/(\.docx)?$/i, " (tracked).docx"), sha256: trackedSha256, bytes: trackedBytes };
}

/** All files in which the draft can be had, the clean one first. */
export function draftFiles(draft: DraftRow): readonly FileFacts[] {
  const tracked = trackedFactsOf(draft);
  return tracked === null ? [fileFactsOf(draft)] : [fileFactsOf(draft), tracked];
}

/** The number and the symbol that the next draft of a text gets, unless another one comes first. */
export async function nextDraftOf(
  db: Db,
  text: TextRow,
): Promise<{ readonly number: number; readonly symbol: string }> {
  const former = await db.selectFrom("draft").select(["number", "symbol"]).where("text", "=", text.id).execute();
  const taken = former.map(({ symbol }) => symbol);
  return { number: Math.max(0, ...former.map(({ number }) => number)) + 1, symbol: nextSymbol(text.symbol, taken) };
}

/** `FSC.DEL/65/21`, then `FSC.DEL/65/21/Rev.1` and on from the highest that a draft has; `""` without a series. */
function nextSymbol(series: string, taken: readonly string[]): string {
  if (series === "") return "";
  const revisions = taken.map((symbol) => {
    if (symbol === series) return 0;
    return symbol.startsWith(`${series}/Rev.`) ? Number.parseInt(symbol.slice(`${series}/Rev.`.length), 10) : -1;
  });
  const highest = Math.max(-1, ...revisions.filter(Number.isInteger));
  return highest === -1 ? series : `${series}/Rev.${highest + 1}`;
}

async function held(tx: Tx, id: string): Promise<TextRow> {
  await tx.selectFrom("text").select("id").where("id", "=", id).forUpdate().execute();
  const text = await findText(tx, id);
  if (text === null) throw new RangeError(`There is no text ${id}.`);
  return text;
}

function stored(row: TextRow) {
  return {
    ...row,
    languages: JSON.stringify(row.languages),
    audience: JSON.stringify(row.audience),
  };
}

async function tellOfText(tx: Tx, text: TextRow, kind: "text" | "draft", id: string, at: Date): Promise<void> {
  await tell(tx, { kind, id, workspace: text.workspace, at: at.toISOString() });
}
