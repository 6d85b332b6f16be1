import { atomKey, atomText, readCharacter, textBoxesOf } from "./atoms.ts";
import { NO_LOOK } from "./look.ts";
import { type Around, isTakenOut, type PieceRow } from "./piece-row.ts";
import type { AtomPiece, InnerStory, Piece } from "./pieces.ts";
import { firstChange, resolveInside, undeleted } from "./resolve.ts";
import { element, type XmlElement } from "./xml.ts";

/** Reads what is kept whole: images, equations, note references, embedded objects, whatever nobody knows. */
export class AtomReader {
  readonly #row: PieceRow;
  readonly #readStory: (blocks: readonly XmlElement[]) => readonly Piece[];

  /** `readStory` reads the blocks of a text box. */
  constructor(row: PieceRow, readStory: (blocks: readonly XmlElement[]) => readonly Piece[]) {
    this.#row = row;
    this.#readStory = readStory;
  }

  atom(node: XmlElement, level: AtomPiece["level"], around: Around): AtomPiece {
    // Changes tracked inside count as accepted, as they do where the atom is written anew. Deleted text is text.
    const accepted = resolveInside(node, "accept");
    const plain = around.changes.some(isTakenOut) ? undeleted(accepted) : accepted;
    return {
      ...bare(node, level, around),
      key: atomKey(plain, this.#row.context),
      text: atomText(node),
      stories: textBoxesOf(node).map((box): InnerStory => {
        return { kind: "textbox", noteId: "", pieces: this.#readStory(box.elements()) };
      }),
    };
  }

  /** A tab, a break, a special hyphen, a symbol. */
  character(node: XmlElement, around: Around): AtomPiece {
    return { ...bare(node, "in-run", around), ...readCharacter(node), isCharacter: true };
  }

  noteReference(node: XmlElement, around: Around): AtomPiece {
    const kind = node.name === "w:footnoteReference" ? "footnote" : "endnote";
    const noteId = node.attribute("w:id") ?? "";
    const custom = node.attribute("w:customMarkFollows");
    return {
      ...bare(node, "in-run", around),
      key: custom === null ? `${kind} reference` : `${kind} reference ${custom}`,
      stories: [{ kind, noteId, pieces: this.#row.context.note(kind, noteId) ?? EMPTY_NOTE }],
    };
  }

  /** Tracked changes can stand deep inside an equation: then it is one equation deleted and another inserted. */
  equation(node: XmlElement, around: Around): AtomPiece[] {
    const change = firstChange(node);
    if (change === null) return [this.atom(node, "run", around)];
    const { author, date } = this.#row.change(change);
    return (["reject", "accept"] as const).map((verdict) => {
      const kind = verdict === "reject" ? "deleted" : "inserted";
      const changes = [...around.changes, { kind, author, date, move: null } as const];
      return this.atom(resolveInside(node, verdict), "run", { ...around, changes });
    });
  }
}

function bare(node: XmlElement, level: AtomPiece["level"], { look, wrappers, changes }: Around): AtomPiece {
  return {
    kind: "atom",
    text: "",
    key: "",
    isCharacter: false,
    nodes: [node],
    level,
    look,
    wrappers,
    changes,
    swallowed: [],
    stories: [],
  };
}

/** A note that is referred to and not there is to its readers one without words. */
const EMPTY_NOTE: readonly Piece[] = [
  { kind: "mark", paragraph: element("w:p"), at: null, look: NO_LOOK, changes: [] },
];
