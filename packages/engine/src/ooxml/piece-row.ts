import type { Notice } from "../model/notice.ts";
import type { Identifiers } from "./look.ts";
import { MARKER_MEANINGS } from "./meanings.ts";
import type { AtomPiece, Change, Piece } from "./pieces.ts";
import type { XmlElement } from "./xml.ts";

/** What a part's reader must know of the package around it. */
export interface StoryContext {
  /** The part, for places in notices: `"word/document.xml"`. */
  readonly part: string;
  readonly identifiers: Identifiers;
  /** What a relationship id leads to, the same for two files exactly if it is the same thing. */
  relationship(id: string): string;
  /** The pieces of a note, or `null` where the file has no such note. */
  note(kind: "footnote" | "endnote", id: string): readonly Piece[] | null;
  report(notice: Notice): void;
}

/** How a piece of a paragraph looks, what stands around it, and the changes that it is part of. */
export type Around = Pick<AtomPiece, "look" | "wrappers" | "changes">;

/** The pieces of a story as they are read, with the ranges of changes that are open at the place where reading stands. */
export class PieceRow {
  readonly context: StoryContext;
  pieces: Piece[] = [];
  /** Paragraphs begun so far, for places in notices. */
  paragraphs = 0;
  /** Names of the move ranges that are open, by their w:id (17.13.5.24, 17.13.5.28). */
  readonly #moves = new Map<string, { readonly name: string; readonly kind: "moved-to" | "moved-from" }>();
  /** Changes of the tags of content controls, by the w:id of their open range. */
  readonly #controls = new Map<string, Change>();

  constructor(context: StoryContext) {
    this.context = context;
  }

  /** True while a move or a tracked content control is open. */
  get isWithinRange(): boolean {
    return this.#moves.size > 0 || this.#controls.size > 0;
  }

  /** The changes that the tags of a content control, read now, are part of. */
  get controlChanges(): readonly Change[] {
    return [...this.#controls.values()];
  }

  push(...pieces: readonly Piece[]): void {
    this.pieces.push(...pieces);
  }

  /** The change that an element records. */
  change(node: XmlElement, kind: Change["kind"] = CHANGE_KINDS[node.name] ?? "inserted"): Change {
    return {
      kind,
      author: node.attribute("w:author") ?? "",
      date: node.attribute("w:date"),
      move: kind === "moved-to" || kind === "moved-from" ? this.#moveName(kind) : null,
    };
  }

  /** Reads an element without width; false if it is none. */
  marker(node: XmlElement): boolean {
    const meaning = MARKER_MEANINGS[node.name];
    if (meaning === undefined) return false;
    const id = node.attribute("w:id") ?? "";
    const isEnd = node.name.endsWith("End");
    if (meaning === "marker") this.push({ kind: "marker", element: node });
    if (meaning === "move range") {
      const kind = node.name === "w:moveToRangeStart" ? "moved-to" : "moved-from";
      if (isEnd) this.#moves.delete(id);
      else this.#moves.set(id, { name: node.attribute("w:name") ?? "", kind });
    }
    if (meaning === "control range") {
      if (isEnd) this.#controls.delete(id);
      else this.#controls.set(id, this.change(node, /Ins|MoveTo/.test(node.name) ? "inserted" : "deleted"));
    }
    return true;
  }

  reportUnknown(node: XmlElement): void {
    const at = { part: this.context.part, paragraph: this.paragraphs };
    this.context.report({ code: "element-not-understood", element: node.name, at });
  }

  reportNotCompared(node: XmlElement): void {
    this.context.report({ code: "part-not-compared", part: `${node.name} in ${this.context.part}` });
  }

  /** Moves of paragraph marks and runs carry no name of their own: it is that of the range around them. */
  #moveName(kind: "moved-to" | "moved-from"): string | null {
    let name: string | null = null;
    for (const range of this.#moves.values()) if (range.kind === kind) name = range.name;
    return name;
  }
}

const CHANGE_KINDS: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveTo": "moved-to",
  "w:moveFrom": "moved-from",
};

export function isTakenOut({ kind }: Change): boolean {
  return kind === "deleted" || kind === "moved-from";
}

/** What a reader sees of pieces as the file shows them: insertions in, deletions out, unless all of it is deleted. */
export function textOfPieces(pieces: readonly Piece[], isDeletedWhole = false): string {
  let text = "";
  for (const piece of pieces) {
    const gone = !isDeletedWhole && "changes" in piece && piece.changes.some(isTakenOut);
    if ((piece.kind === "text" || piece.kind === "atom") && !gone) text += piece.text;
    if (piece.kind === "mark" && !gone) text += "\n";
  }
  return text;
}
