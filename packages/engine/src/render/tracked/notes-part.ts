import type { PackageEdit } from "../../ooxml/package-edit.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import { declareNamespaces } from "../../ooxml/root-tag.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { escapeAttribute } from "../../ooxml/xml.ts";
import { appendTo } from "./comments-part.ts";

/** The notes of one kind in the file that is made: those of the base, changed or not, and those that are inserted. */
export class NotesWriter {
  readonly part: PartName;
  readonly #base: WordFile;
  readonly #kind: "footnote" | "endnote";
  #next: number;
  readonly #changed = new Map<string, string>();
  /** Notes that are inserted, by the note of the base behind which they come; `""` for those before the first. */
  readonly #added = new Map<string, string[]>();

  constructor(base: WordFile, kind: "footnote" | "endnote") {
    this.#base = base;
    this.#kind = kind;
    this.part = base.notesPart(kind) ?? `/word/${kind}s.xml`;
    this.#next = Math.max(0, ...base.noteIds(kind).map(Number).filter(Number.isInteger)) + 1;
  }

  /** Gives a note of the base new content. One that the base refers to and lacks comes to be, behind all others. */
  change(noteId: string, content: string): void {
    if (this.#base.noteElement(this.#kind, noteId) !== null) {
      this.#changed.set(noteId, content);
      return;
    }
    const last = this.#base.noteIds(this.#kind).at(-1) ?? "";
    const note = `<w:${this.#kind} w:id="${escapeAttribute(noteId)}">${content}</w:${this.#kind}>`;
    this.#added.set(last, [...(this.#added.get(last) ?? []), note]);
  }

  /**
   * Adds a note and returns its number, Word's w:id. `behind` is the base's note to which the text refers last before it,
   * or `null`: some programs take notes in the order of the part, so it must be that of the references.
   */
  add(behind: string | null, write: () => string): string {
    const id = String(this.#next++);
    const here = this.#added.get(behind ?? "") ?? [];
    this.#added.set(behind ?? "", here);
    here.push(`<w:${this.#kind} w:id="${id}">${write()}</w:${this.#kind}>`);
    return id;
  }

  write(edit: PackageEdit, namespaces: ReadonlyMap<string, string>): void {
    if (this.#changed.size === 0 && this.#added.size === 0) return;
    const isNew = this.#base.notesPart(this.#kind) === null;
    const { strict } = this.#base.package;
    const added = [...this.#added.values()].flat().join("");
    const xml = isNew ? appendTo(null, `w:${this.#kind}s`, strict, this.#separators() + added) : this.#rewritten();
    edit.withPart(this.part, declareNamespaces(xml, this.part, strict, namespaces), TYPE[this.#kind]);
    if (isNew) edit.addRelationship(this.#base.package.mainPart, `${this.#kind}s`, this.part);
  }

  /** The base's part with changed notes in place and new ones where they belong; everything else to the letter. */
  #rewritten(): string {
    const xml = this.#base.package.text(this.part);
    let out = "";
    let at = 0;
    let isFirst = true;
    for (const id of this.#base.noteIds(this.#kind)) {
      const note = this.#base.noteElement(this.#kind, id);
      const origin = note?.origin ?? null;
      if (note === null || origin === null) continue;
      if (isFirst && note.attribute("w:type") === null) {
        out += xml.slice(at, origin.from) + this.#addedBehind("");
        at = origin.from;
        isFirst = false;
      }
      const content = this.#changed.get(id);
      out += xml.slice(at, origin.from);
      out +=
        content === undefined
          ? xml.slice(origin.from, origin.to)
          : withContent(xml.slice(origin.from, origin.to), content);
      out += this.#addedBehind(id);
      at = origin.to;
    }
    // A part with separators alone has no first note to stand before.
    const rest = xml.slice(at);
    return isFirst ? out + rest.replace(/<\/[^<]*$/, (end) => this.#addedBehind("") + end) : out + rest;
  }

  #addedBehind(id: string): string {
    return (this.#added.get(id) ?? []).join("");
  }

  /** The two notes that every part of notes begins with (ECMA-376 Part 1, 17.11.23 and 17.11.1). */
  #separators(): string {
    const note = (type: string, id: number, mark: string): string =>
      `<w:${this.#kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:${this.#kind}>`;
    return note("separator", -1, "separator") + note("continuationSeparator", 0, "continuationSeparator");
  }
}

const TYPE = {
  footnote: "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
  endnote: "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
} as const;

/** An element as it is written, with other content. */
function withContent(xml: string, content: string): string {
  const start = xml.indexOf(">") + 1;
  if (start < xml.length) return xml.slice(0, start) + content + xml.slice(xml.lastIndexOf("</"));
  const name = /^<([^\s/>]+)/.exec(xml)?.[1] ?? "";
  return `${xml.slice(0, -2)}>${content}</${name}>`;
}
