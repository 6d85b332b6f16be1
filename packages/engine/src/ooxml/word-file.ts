import type { Notice } from "../model/notice.ts";
import { Problem } from "../model/problem.ts";
import type { StoryId } from "../model/text.ts";
import type { Identifiers } from "./look.ts";
import { mapNumbering, type Numbering, readNumbering } from "./numbering.ts";
import { type PartName, partKey } from "./part-names.ts";
import type { StoryContext } from "./piece-row.ts";
import type { Piece } from "./pieces.ts";
import { sha256 } from "./sha256.ts";
import { StoryReader } from "./story-reader.ts";
import { mapStyles, readStyles, type Styles } from "./styles.ts";
import type { WordPackage } from "./word-package.ts";
import type { XmlDocument, XmlElement } from "./xml.ts";
import { parseXml, XmlReader } from "./xml-reader.ts";

/**
 * A Word file as the engine reads it: its stories as pieces, its styles and lists. A submission is read against the
 * base, so that equal looks of both have equal keys.
 */
export class WordFile {
  readonly package: WordPackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** What a person should look at, collected while the file is read. */
  readonly notices: Notice[] = [];
  /** The part of this file that holds a story of the base text, for headers and footers; filled while reading. */
  readonly storyParts = new Map<StoryId, PartName>();
  /** Namespaces that the parts read so far use, by the engine's prefix. */
  readonly namespaces = new Map<string, string>();
  readonly #base: WordFile | null;
  readonly #identifiers: Identifiers;
  /** Keys of contents by the key of their part. */
  readonly #contents = new Map<string, string>();
  /** Parts by the content that they claim to have; filled when it is first asked for. */
  readonly #claims = new Map<string, readonly PartName[]>();
  readonly #notes = new Map<"footnote" | "endnote", NotesPart | null>();

  /** Opens the parts that every reading needs. `base` is the file to which styles and lists are mapped, if any. */
  constructor(source: WordPackage, base: WordFile | null) {
    this.package = source;
    this.#base = base;
    this.styles = this.#shared("styles", base)?.styles ?? readStyles(this.#rootOfType("styles"));
    this.numbering =
      this.#shared("numbering", base)?.numbering ?? readNumbering(this.#rootOfType("numbering"), this.styles);
    this.#identifiers = base === null ? OWN_IDENTIFIERS : identifiersTowards(this, base);
    if (source.hasMacros) this.notices.push({ code: "macros-dropped" });
  }

  /** The style and list of this file, named as the base names them. */
  get identifiers(): Identifiers {
    return this.#identifiers;
  }

  /** The first part that the main text relates to in that way, or `null`. */
  partOfType(type: string): PartName | null {
    const found = this.package.relationshipsOf(this.package.mainPart).find((r) => r.type === type && !r.external);
    return found !== undefined && this.package.has(found.target) ? found.target : null;
  }

  /** Stands before the first block of the body. Throws a `Problem` if there is none. */
  openBody(): XmlReader {
    const part = this.package.mainPart;
    const reader = new XmlReader(this.package.text(part), part, this.namespaces);
    reader.prolog();
    reader.enter();
    if (reader.enterNext("w:body") === null) {
      throw new Problem("missing-part", `${part} has no body.`, "Open the file in Word and save it again.");
    }
    return reader;
  }

  /** Reads stories of the body, of a header, of notes. */
  storyReader(part: PartName): StoryReader {
    return new StoryReader(this.#context(part));
  }

  /** What a relationship of a part leads to: equal for two files exactly if it is the same address or the same bytes. */
  relationshipKey(part: PartName, id: string): string {
    const found = this.package.relationshipsOf(part).find((relationship) => relationship.id === id);
    if (found === undefined) return MISSING;
    if (found.external) return found.target;
    if (!this.package.has(found.target)) return MISSING;
    // Parts that the engine itself rewrites are known by what they are, everything else by what it holds.
    if (REWRITTEN.has(found.type)) return found.type;
    return `${found.type} ${this.contentKey(found.target)}`;
  }

  /**
   * What a part holds: equal for two parts, of files that are read against the same base, exactly if they hold the same
   * bytes. What a file claims of a part is believed of the base only: anything else is read once, and told by its bytes,
   * as size and CRC-32 can be made to fit. Throws a `Problem` if the part is missing, damaged or too large.
   */
  contentKey(part: PartName): string {
    const known = this.#contents.get(partKey(part));
    if (known !== undefined) return known;
    const claim = this.#claimOf(part);
    const base = this.#base;
    const repeats = base?.claiming(claim).some((other) => this.package.sameBytes(part, base.package, other)) ?? true;
    const key = repeats ? claim : `${claim} ${sha256(this.package.bytes(part))}`;
    this.#contents.set(partKey(part), key);
    return key;
  }

  /** The parts that claim to have this content. */
  claiming(claim: string): readonly PartName[] {
    if (this.#claims.size === 0) {
      for (const part of this.package.parts) {
        const own = this.#claimOf(part);
        this.#claims.set(own, [...(this.#claims.get(own) ?? []), part]);
      }
    }
    return this.#claims.get(claim) ?? [];
  }

  #claimOf(part: PartName): string {
    const { size, crc32 } = this.package.compressed(part);
    return `${size} ${crc32}`;
  }

  /** The element of a note, or `null` where the file has no such note. */
  noteElement(kind: "footnote" | "endnote", id: string): XmlElement | null {
    return this.#notesOf(kind)?.elements.get(id) ?? null;
  }

  /** Word's ids of all notes of a kind, separators included. */
  noteIds(kind: "footnote" | "endnote"): string[] {
    return [...(this.#notesOf(kind)?.elements.keys() ?? [])];
  }

  /** The pieces of a note, or `null` where the file has no such note. */
  notePieces(kind: "footnote" | "endnote", id: string): readonly Piece[] | null {
    const notes = this.#notesOf(kind);
    const node = notes?.elements.get(id);
    if (notes === null || node === undefined) return null;
    const known = notes.pieces.get(id);
    if (known !== undefined) return known;
    // Set before reading, so that a note that refers to itself ends.
    notes.pieces.set(id, []);
    const reader = this.storyReader(notes.part);
    for (const child of node.elements()) reader.readBlock(child);
    const pieces = reader.take();
    notes.pieces.set(id, pieces);
    return pieces;
  }

  /** The part that holds the notes of a kind, or `null`. */
  notesPart(kind: "footnote" | "endnote"): PartName | null {
    return this.partOfType(`${kind}s`);
  }

  /** Lets go of what was read of the notes; it is read again where it is asked for. */
  forgetNotes(): void {
    this.#notes.clear();
  }

  #notesOf(kind: "footnote" | "endnote"): NotesPart | null {
    const known = this.#notes.get(kind);
    if (known !== undefined) return known;
    const part = this.partOfType(`${kind}s`);
    let notes: NotesPart | null = null;
    if (part !== null) {
      const elements = new Map<string, XmlElement>();
      for (const note of this.rootOf(part).elements(`w:${kind}`)) {
        const id = note.attribute("w:id") ?? "";
        if (!elements.has(id)) elements.set(id, note);
      }
      notes = { part, elements, pieces: new Map() };
    }
    this.#notes.set(kind, notes);
    return notes;
  }

  #context(part: PartName): StoryContext {
    return {
      part,
      identifiers: this.#identifiers,
      relationship: (id) => this.relationshipKey(part, id),
      note: (kind, id) => this.notePieces(kind, id),
      report: (notice) => this.notices.push(notice),
    };
  }

  /** The root element of a part. Throws a `Problem` if it is missing or not well-formed. */
  rootOf(part: PartName): XmlElement {
    return this.#parse(part).root;
  }

  #parse(part: PartName): XmlDocument {
    const document = parseXml(this.package.text(part), part);
    for (const [prefix, uri] of document.namespaces) if (!this.namespaces.has(prefix)) this.namespaces.set(prefix, uri);
    return document;
  }

  #rootOfType(type: string): XmlElement | null {
    const part = this.partOfType(type);
    return part === null ? null : this.rootOf(part);
  }

  /** The base, where its part of that type holds the same bytes: then nothing has to be read twice. */
  #shared(type: string, base: WordFile | null): WordFile | null {
    const own = this.partOfType(type);
    const other = base?.partOfType(type) ?? null;
    if (base === null || own === null || other === null) return null;
    return this.package.sameBytes(own, base.package, other) ? base : null;
  }
}

const REWRITTEN: ReadonlySet<string> = new Set([
  "officeDocument",
  "footnotes",
  "endnotes",
  "comments",
  "commentsExtended",
  "header",
  "footer",
  "styles",
  "numbering",
]);

interface NotesPart {
  readonly part: PartName;
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly pieces: Map<string, readonly Piece[]>;
}

/** Whatever it was that is not there, a reader sees the same of it. */
const MISSING = "missing";

const OWN_IDENTIFIERS: Identifiers = { style: (id) => id, number: (id) => id };

function identifiersTowards(file: WordFile, base: WordFile): Identifiers {
  const style = file.styles === base.styles ? null : mapStyles(file.styles, base.styles);
  const number = file.numbering === base.numbering ? null : mapNumbering(file.numbering, base.numbering);
  return {
    // What the file names and does not define has nothing but its id; so has list 0, which takes a number away.
    style: (id) => {
      const own = file.styles.all.get(id);
      return style === null || own === undefined ? id : (style(id) ?? `new ${own.name}`);
    },
    number: (id) =>
      number === null || !file.numbering.lists.has(id) ? id : (number(id) ?? `new ${file.numbering.signatureOf(id)}`),
  };
}
