import type { PartName } from "../ooxml/part-names.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import { type BaseText, type BodyUnit, UNIT_BEGINNING } from "./base-text.ts";
import type { Recogniser } from "./body-segments.ts";

/** How many units with the same beginning are tried. Files without paragraph ids can begin hundreds alike. */
const MOST_TRIED = 8;

/** Recognises, in one submission, the units of the base text that it repeats to the letter; each unit at most once. */
export class BaseRecogniser implements Recogniser {
  readonly #units: readonly BodyUnit[];
  readonly #foreign: (raw: string) => boolean;
  readonly #byBeginning: ReadonlyMap<string, readonly number[]>;
  readonly #seen = new Set<BodyUnit>();
  #next = 0;

  constructor(base: BaseText, file: WordFile) {
    this.#units = base.units;
    this.#foreign = foreignReferences(base.file, file);
    this.#byBeginning = base.unitsByBeginning;
  }

  recognise(source: string, at: number): BodyUnit | null {
    const expected = this.#try(this.#next, source, at);
    if (expected !== null) return expected;
    const candidates = this.#byBeginning.get(source.slice(at, at + UNIT_BEGINNING)) ?? [];
    let tried = 0;
    for (const i of candidates) {
      if (i < this.#next || tried++ >= MOST_TRIED) continue;
      const found = this.#try(i, source, at);
      if (found !== null) return found;
    }
    return null;
  }

  #try(i: number, source: string, at: number): BodyUnit | null {
    const unit = this.#units[i];
    if (unit === undefined || !unit.isPlain || unit.blocks.length === 0 || this.#seen.has(unit)) return null;
    if (!source.startsWith(unit.raw, at) || this.#foreign(unit.raw)) return null;
    this.#seen.add(unit);
    this.#next = i + 1;
    return unit;
  }
}

/**
 * Tells stretches that are written alike in both files but mean something else in this one, because an id in them leads
 * elsewhere: a relationship, a style, a list, a note.
 */
function foreignReferences(base: WordFile, file: WordFile): (raw: string) => boolean {
  const main = base.package.mainPart;
  const relationships = base.package
    .relationshipsOf(main)
    .map(({ id }) => id)
    .filter((id) => base.relationshipKey(main, id) !== file.relationshipKey(file.package.mainPart, id))
    .map((id) => `"${id}"`);
  const styles =
    file.styles === base.styles
      ? []
      : [...base.styles.all.keys()].filter((id) => file.identifiers.style(id) !== id).map((id) => `"${id}"`);
  const lists =
    file.numbering === base.numbering
      ? []
      : [...base.numbering.lists.keys()].filter((id) => file.identifiers.number(id) !== id).map((id) => `"${id}"`);
  const list = lists.length === 0 ? null : new RegExp(`numId\\s[^>]*(?:${lists.join("|")})`);
  const quoted = [...relationships, ...styles];
  const notes = (["footnote", "endnote"] as const).flatMap((kind) => missingNotes(kind, base, file));
  const note = notes.length === 0 ? null : new RegExp(`(?:${notes.join("|")})`);
  return (raw) => quoted.some((id) => raw.includes(id)) || (list?.test(raw) ?? false) || (note?.test(raw) ?? false);
}

function missingNotes(kind: "footnote" | "endnote", base: WordFile, file: WordFile): string[] {
  const part: PartName | null = base.notesPart(kind);
  const own = file.notesPart(kind);
  if (part === null || (own !== null && base.package.sameBytes(part, file.package, own))) return [];
  return base
    .noteIds(kind)
    .filter((id) => file.noteElement(kind, id) === null)
    .map((id) => `${kind}Reference\\s[^>]*"${id}"`);
}
