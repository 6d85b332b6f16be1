import type { BlockEntry, ParagraphEntry, PassageEntry, StoryEntry } from "@compendium/engine";

export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Enough to know the place again: a line or two on either side. In characters. */
const REACH = 160;

/**
 * The words of the base text on either side of a passage, in its own paragraph. Of what comes between paragraphs, the
 * one above or in the cell before, with its mark.
 */
export function surroundingsOf({ blocks }: StoryEntry, passage: PassageEntry): Surroundings {
  const { from, to } = passage;
  if (isBetweenParagraphs(passage)) {
    const above = paragraphBefore(blocks, from);
    return { before: above === null ? "" : lastOf(above.words.join("")), after: "" };
  }
  const first = paragraphAt(blocks, from);
  const last = paragraphAt(blocks, Math.max(from, to - 1));
  const before = first === null ? "" : first.words.slice(0, from - first.from).join("");
  const after =
    last === null
      ? ""
      : last.words
          .slice(to - last.from)
          .join("")
          .replace(/\n$/, "");
  return { before: lastOf(before), after: firstOf(after) };
}

/** The permanent id of the paragraph in which a passage begins, or after which it is inserted; `null` without one. */
export function permanentIdAt({ blocks }: StoryEntry, passage: PassageEntry): string | null {
  const { from } = passage;
  return paragraphAt(blocks, isBetweenParagraphs(passage) ? Math.max(0, from - 1) : from)?.id ?? null;
}

function isBetweenParagraphs({ from, to, proposals }: PassageEntry): boolean {
  return from === to && proposals.every(({ wording }) => wording.endsWith("\n"));
}

function paragraphAt(blocks: readonly BlockEntry[], position: number): ParagraphEntry | null {
  for (const block of blocks) {
    if (block.kind !== "paragraph") {
      if (block.from <= position && position < block.to) return paragraphAt(block.blocks, position);
    } else if (block.from <= position && position < block.from + block.words.length) return block;
  }
  return null;
}

/** The last paragraph that begins before a position: in a table, that of the cell before. */
function paragraphBefore(blocks: readonly BlockEntry[], position: number): ParagraphEntry | null {
  let last: ParagraphEntry | null = null;
  for (const block of blocks) {
    if (block.from >= position) break;
    last = block.kind === "paragraph" ? block : (paragraphBefore(block.blocks, position) ?? last);
  }
  return last;
}

function lastOf(text: string): string {
  return text.length <= REACH ? text : `…${text.slice(-REACH).replace(/^\S+/, "")}`;
}

function firstOf(text: string): string {
  return text.length <= REACH ? text : `${text.slice(0, REACH).replace(/\S+$/, "")}…`;
}
