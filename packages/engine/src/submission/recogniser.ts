import type { WordFile } from "../ooxml/word-file.ts";
import { type BaseText, type BodyUnit, UNIT_BEGINNING } from "./base-text.ts";
import type { Recogniser } from "./body-segments.ts";
import { noteNumbers, withoutTraces } from "./traces.ts";

/** How many units with the same beginning are tried, each way. Files without paragraph ids can begin hundreds alike. */
const MOST_TRIED = 8;

/**
 * Recognises, in one submission, the units of the base text that it repeats to the letter; each unit at most once, and
 * wherever it stands: a paragraph that was moved is known as well.
 */
export class BaseRecogniser implements Recogniser {
  readonly #base: BaseText;
  readonly #isForeign: (raw: string) => boolean;
  readonly #seen = new Set<BodyUnit>();
  /** The numbers of notes in this file, by those of the base where they differ: `"footnote 3"`. */
  readonly #notes = new Map<string, string>();
  /** The unit that comes next in a text where nothing was moved. */
  #next = 0;

  constructor(base: BaseText, file: WordFile) {
    this.#base = base;
    this.#isForeign = foreignReferences(base.file, file);
  }

  recognise(source: string, at: number): BodyUnit | null {
    const expected = this.#try(this.#next, source, at);
    if (expected !== null) return expected;
    const alike = this.#base.unitsByBeginning.get(source.slice(at, at + UNIT_BEGINNING)) ?? [];
    const behind = alike.findIndex((i) => i > this.#next);
    const split = behind < 0 ? alike.length : behind;
    for (let tried = 0; tried < MOST_TRIED; tried++) {
      for (const i of [alike[split + tried], alike[split - 1 - tried]]) {
        const found = i === undefined ? null : this.#try(i, source, at);
        if (found !== null) return found;
      }
    }
    return null;
  }

  /**
   * The unit that a stretch repeats but for what no reader sees, or `null`. A file that was opened and saved again differs
   * from the base in traces everywhere.
   */
  recogniseWhole(raw: string): BodyUnit | null {
    for (const i of this.#base.unitsBySense.get(withoutTraces(raw)) ?? []) {
      const unit = this.#base.units[i];
      if (unit === undefined || !this.#isKnown(unit) || this.#isForeign(raw)) continue;
      const own = noteNumbers(raw);
      for (const [k, note] of noteNumbers(unit.raw).entries()) this.#notes.set(note, own[k] as string);
      return this.#take(unit);
    }
    return null;
  }

  /** Word's number, in this file, of the note that a recognised unit refers to by a number of the base. */
  noteId(kind: "footnote" | "endnote", baseId: string): string {
    const own = this.#notes.get(`${kind} ${baseId}`);
    return own === undefined ? baseId : own.slice(kind.length + 1);
  }

  #try(i: number, source: string, at: number): BodyUnit | null {
    const unit = this.#base.units[i];
    if (unit === undefined || !this.#isKnown(unit)) return null;
    // Compared as a whole: with startsWith a file of 120 pages takes a tenth longer to read.
    const repeats = source.slice(at, at + unit.raw.length) === unit.raw;
    return !repeats || this.#isForeign(unit.raw) ? null : this.#take(unit);
  }

  /** True for a unit that can be taken for the base's own, and was not yet. */
  #isKnown(unit: BodyUnit): boolean {
    return unit.isPlain && unit.blocks.length > 0 && !this.#seen.has(unit);
  }

  #take(unit: BodyUnit): BodyUnit {
    this.#seen.add(unit);
    this.#next = unit.index + 1;
    return unit;
  }
}

/**
 * Tells stretches that are written alike in both files but mean something else in this one, because an id in them leads
 * elsewhere: a relationship, a style, a list, a note.
 */
function foreignReferences(base: WordFile, file: WordFile): (raw: string) => boolean {
  const main = base.package.mainPart;
  const quoted = [
    ...base.package
      .relationshipsOf(main)
      .map(({ id }) => id)
      .filter((id) => base.relationshipKey(main, id) !== file.relationshipKey(file.package.mainPart, id)),
    ...(file.styles === base.styles
      ? []
      : [...base.styles.all.keys()].filter((id) => file.identifiers.style(id) !== id)),
  ].map((id) => `"${id}"`);
  const patterns = [
    ...(file.numbering === base.numbering ? [] : foreignLists(base, file)),
    ...(["footnote", "endnote"] as const).flatMap((kind) => missingNotes(kind, base, file)),
  ];
  const pattern = patterns.length === 0 ? null : new RegExp(patterns.join("|"));
  return (raw) => quoted.some((id) => raw.includes(id)) || (pattern?.test(raw) ?? false);
}

function foreignLists(base: WordFile, file: WordFile): string[] {
  return [...base.numbering.lists.keys()]
    .filter((id) => file.identifiers.number(id) !== id)
    .map((id) => `numId\\s[^>]*"${literally(id)}"`);
}

function missingNotes(kind: "footnote" | "endnote", base: WordFile, file: WordFile): string[] {
  const part = base.notesPart(kind);
  const own = file.notesPart(kind);
  if (part === null || (own !== null && base.package.sameBytes(part, file.package, own))) return [];
  return base
    .noteIds(kind)
    .filter((id) => file.noteElement(kind, id) === null)
    .map((id) => `${kind}Reference\\s[^>]*"${literally(id)}"`);
}

/** For a regular expression that means just these characters. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
