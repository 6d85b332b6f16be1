import {
  type BlockEntry,
  consolidate,
  openPackage,
  type ParagraphEntry,
  readBase,
  toDocument,
  wordNotice,
  writeCirculated,
} from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";

/** A draft's file, read: what is circulated, what its page shows, and what is searched. */
export interface ReadDraft {
  /** The file with a bookmark for each paragraph of the body, so that what comes home is recognised. */
  readonly circulated: Uint8Array<ArrayBuffer>;
  readonly rows: readonly DraftRow[];
  readonly paragraphs: readonly DraftParagraph[];
  readonly outline: readonly Heading[];
  readonly notices: readonly string[];
}

export interface DraftRow {
  readonly story: string;
  readonly kind: string;
  readonly block: BlockEntry;
}

export interface DraftParagraph {
  /** Its permanent identifier; `null` outside the body. */
  readonly paragraph: string | null;
  readonly story: string;
  readonly position: number;
  readonly row: number;
  readonly citation: string;
  readonly wording: string;
}

export interface Heading {
  readonly row: number;
  readonly level: number;
  readonly label: string;
  readonly text: string;
  readonly paragraph: string | null;
}

/** Reads a draft's file. `newId` names the paragraphs that have no name yet. Throws the engine's `Problem`. */
export function readDraft(uploaded: Uint8Array<ArrayBuffer>, newId: () => string): ReadDraft {
  const circulated = new Uint8Array(writeCirculated(readBase(openPackage(uploaded, nodeInflater)), newId));
  const base = readBase(openPackage(circulated, nodeInflater));
  const { stories } = toDocument(consolidate(base, [], []));
  const rows = stories.flatMap(({ id, blocks }) => blocks.map((block) => ({ story: id, kind: block.kind, block })));
  const paragraphs = rows.flatMap(({ story, block }, row) =>
    paragraphsOf(block).map((entry) => ({
      paragraph: entry.id ?? null,
      story,
      position: entry.from,
      row,
      citation: entry.citation,
      wording: wordingOf(entry),
    })),
  );
  const outline = rows.flatMap(({ story, block }, row) =>
    story === "body" && block.kind === "paragraph" && block.headingLevel !== null
      ? [{ row, level: block.headingLevel, label: block.label, text: wordingOf(block), paragraph: block.id ?? null }]
      : [],
  );
  return { circulated, rows, paragraphs, outline, notices: base.notices.map(wordNotice) };
}

function paragraphsOf(block: BlockEntry): readonly ParagraphEntry[] {
  return block.kind === "paragraph" ? [block] : block.blocks.flatMap(paragraphsOf);
}

/** Without the mark at its end. */
function wordingOf({ words }: ParagraphEntry): string {
  return words.join("").trimEnd();
}
