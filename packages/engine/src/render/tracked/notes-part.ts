import type { PackageEdit } from "../../ooxml/package-edit.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import { declareNamespaces } from "../../ooxml/root-tag.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { appendTo } from "./comments-part.ts";

/** The notes of one kind in the file that is made: those of the base, changed or not, and those that are inserted. */
export class NotesWriter {
  readonly part: PartName;
  readonly #base: WordFile;
  readonly #kind: "footnote" | "endnote";
  #next: number;
  readonly #changed = new Map<string, string>();
  readonly #added: string[] = [];

  constructor(base: WordFile, kind: "footnote" | "endnote") {
    this.#base = base;
    this.#kind = kind;
    this.part = base.notesPart(kind) ?? `/word/${kind}s.xml`;
    this.#next = Math.max(0, ...base.noteIds(kind).map(Number).filter(Number.isInteger)) + 1;
  }

  /** Gives a note of the base new content. */
  change(noteId: string, content: string): void {
    this.#changed.set(noteId, content);
  }

  /** Adds a note and returns its number, Word's w:id. */
  add(write: () => string): string {
    const id = String(this.#next++);
    this.#added.push(`<w:${this.#kind} w:id="${id}">${write()}</w:${this.#kind}>`);
    return id;
  }

  write(edit: PackageEdit, namespaces: ReadonlyMap<string, string>): void {
    if (this.#changed.size === 0 && this.#added.length === 0) return;
    const isNew = this.#base.notesPart(this.#kind) === null;
    const xml = appendTo(
      isNew ? null : this.#rewritten(),
      `w:${this.#kind}s`,
      this.#base.package.strict,
      (isNew ? this.#separators() : "") + this.#added.join(""),
    );
    edit.withPart(
      this.part,
      declareNamespaces(xml, this.part, this.#base.package.strict, namespaces),
      TYPE[this.#kind],
    );
    if (isNew) edit.addRelationship(this.#base.package.mainPart, `${this.#kind}s`, this.part);
  }

  /** The base's part with the changed notes in place; everything else to the letter. */
  #rewritten(): string {
    const xml = this.#base.package.text(this.part);
    let out = "";
    let at = 0;
    for (const id of this.#base.noteIds(this.#kind)) {
      const content = this.#changed.get(id);
      const origin = this.#base.noteElement(this.#kind, id)?.origin;
      if (content === undefined || origin === undefined || origin === null) continue;
      const start = xml.indexOf(">", origin.from) + 1;
      const isEmpty = start === origin.to;
      const name = /^<([^\s/>]+)/.exec(xml.slice(origin.from, start))?.[1];
      out += xml.slice(at, isEmpty ? start - 2 : start) + (isEmpty ? `>${content}</${name}>` : content);
      at = isEmpty ? start : xml.lastIndexOf("</", origin.to - 1);
    }
    return out + xml.slice(at);
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
