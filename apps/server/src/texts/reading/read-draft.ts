import {
  type BlockEntry,
  consolidate,
  openPackage,
  type ParagraphEntry,
  readBase,
  toDocument,
  wordNotice,
} from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";

/** A draft's file, read: what its page shows and what is searched. */
export interface ReadDraft {
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
  readonly position: number;
}

/** Reads a draft's file. Throws the engine's `Problem` where that cannot be done. */
export function readDraft(bytes: Uint8Array<ArrayBuffer>): ReadDraft {
  const base = readBase(openPackage(bytes, nodeInflater));
  const { stories } = toDocument(consolidate(base, [], []));
  const rows = stories.flatMap(({ id, blocks }) => blocks.map((block) => ({ story: id, kind: block.kind, block })));
  const paragraphs = rows.flatMap(({ story, block }, row) =>
    paragraphsOf(block).map((entry) => ({
      story,
      row,
      position: entry.from,
      citation: entry.citation,
      wording: wordingOf(entry),
    })),
  );
  const outline = rows.flatMap(({ story, block }, row) =>
    story === "body" && block.kind === "paragraph" && block.headingLevel !== null
      ? [{ row, level: block.headingLevel, label: block.label, text: wordingOf(block), position: block.from }]
      : [],
  );
  return { rows, paragraphs, outline, notices: base.notices.map(wordNotice) };
}

function paragraphsOf(block: BlockEntry): readonly ParagraphEntry[] {
  return block.kind === "paragraph" ? [block] : block.blocks.flatMap(paragraphsOf);
}

/** Without the mark at its end. */
function wordingOf({ words }: ParagraphEntry): string {
  return words.join("").trimEnd();
}
