import type { ContentTypes } from "./content-types.ts";
import {
  CONTENT_TYPES,
  PACKAGE,
  type PartName,
  partKey,
  partName,
  relationshipsPartOf,
  relativeTarget,
  sourceOfRelationships,
} from "./part-names.ts";
import { freshId, type Relationship, typeUriOf, writeRelationships } from "./relationships.ts";
import type { WordPackage } from "./word-package.ts";
import type { ZipEntry } from "./zip-reader.ts";
import { type NewEntry, writeZip } from "./zip-writer.ts";

/**
 * A new Word file made from one that stays as it is. Parts that nobody touches are copied as they are compressed;
 * content types and relationships follow the parts. Mistakes of the caller throw a plain `Error`, at the latest from
 * `write`.
 */
export class PackageEdit {
  readonly #base: WordPackage;
  #contentTypes: ContentTypes;
  /** New parts by key, in the order in which they came. */
  readonly #written = new Map<string, NewEntry | ZipEntry>();
  readonly #removed = new Set<string>();
  /** The relationships of each source that changed, by the source's key. */
  readonly #relationships = new Map<string, RelationshipsEdit>();
  readonly #named = new Map<string, number>();

  constructor(base: WordPackage) {
    this.#base = base;
    this.#contentTypes = base.contentTypes;
  }

  /**
   * Replaces a part, which keeps its relationships, or adds one. Text is written as UTF-8. The content type may be left
   * out where the part, or its extension, has one already.
   */
  withPart(name: PartName, content: Uint8Array | string, contentType?: string): this {
    const part = this.#spell(name);
    if (isBookkeeping(part)) throw new Error(`${part} follows from the other parts and cannot be set`);
    if (contentType !== undefined) this.#contentTypes = this.#contentTypes.with(part, contentType);
    else if (this.#contentTypes.of(part) === null) throw new Error(`${part} needs a content type`);
    const bytes = typeof content === "string" ? encodeXml(content) : content;
    this.#written.set(partKey(part), { name: part.slice(1), bytes });
    this.#removed.delete(partKey(part));
    return this;
  }

  /** Adds a part of another file as it is compressed there: nothing is inflated, whatever its size. */
  withCopy(name: PartName, entry: ZipEntry, contentType: string): this {
    const part = this.#spell(name);
    if (isBookkeeping(part)) throw new Error(`${part} follows from the other parts and cannot be set`);
    this.#contentTypes = this.#contentTypes.with(part, contentType);
    this.#written.set(partKey(part), { ...entry, name: part.slice(1) });
    this.#removed.delete(partKey(part));
    return this;
  }

  /**
   * Takes out a part, its own relationships, and all relationships that lead to it. Nothing happens if it is not
   * there.
   */
  withoutPart(name: PartName): this {
    const part = this.#spell(name);
    if (isBookkeeping(part)) throw new Error(`${part} follows from the other parts and cannot be removed`);
    if (part === this.#base.mainPart) throw new Error(`${part} is the main text and cannot be removed`);
    const key = partKey(part);
    for (const source of this.#sources()) {
      const all = this.#relationshipsOf(source);
      const kept = partKey(source) === key ? [] : all.filter((one) => one.external || partKey(one.target) !== key);
      if (kept.length < all.length) this.#setRelationships(source, kept);
    }
    this.#written.delete(key);
    this.#removed.add(key);
    this.#contentTypes = this.#contentTypes.without(part);
    return this;
  }

  /** Takes out the types of extensions that `isUnwanted` picks; parts that have no other have none then. */
  withoutDefaults(isUnwanted: (type: string) => boolean): this {
    this.#contentTypes = this.#contentTypes.withoutDefaults(isUnwanted);
    return this;
  }

  /**
   * Lets `source` refer to a part, or to an address outside the file; `"/"` is the package as a source. The type is
   * short, `"image"`, or a whole address. Returns the new id, unique for this source and the same in every run.
   */
  addRelationship(source: PartName, type: string, target: string, external = false): string {
    const from = this.#spell(source);
    const before = this.#relationshipsOf(from);
    const to = external ? target : this.#spell(target);
    const added: Relationship = {
      // Ids of the base that were removed are not used again: its XML may still name them.
      id: freshId([...this.#base.relationshipsOf(from), ...before], this.#highestNamed(from)),
      type,
      target: to,
      external,
      typeUri: typeUriOf(type, this.#base.strict),
      written: external ? target : relativeTarget(from, to),
    };
    this.#setRelationships(from, [...before, added]);
    return added.id;
  }

  /** Gives a part that was added the relationships that its content names, with their ids. */
  withRelationships(source: PartName, all: readonly Pick<Relationship, "id" | "type" | "target" | "external">[]): this {
    const from = this.#spell(source);
    const spelt = all.map(({ id, type, target, external }): Relationship => {
      const to = external ? target : this.#spell(target);
      const typeUri = typeUriOf(type, this.#base.strict);
      return { id, type, target: to, external, typeUri, written: external ? target : relativeTarget(from, to) };
    });
    this.#setRelationships(from, spelt);
    return this;
  }

  /** The new file: `[Content_Types].xml`, then the parts of the base in their order, then new ones as they came. */
  write(): Uint8Array {
    this.#checkEnds();
    const replaced = new Map<string, NewEntry | ZipEntry>(this.#written);
    for (const [key, { source, relationships }] of this.#relationships) {
      if (this.#removed.has(key)) continue;
      const holder = relationshipsPartOf(source);
      replaced.set(partKey(holder), textEntry(holder, writeRelationships(relationships)));
    }
    const entries: (NewEntry | ZipEntry)[] = [];
    for (const entry of this.#base.entries()) {
      const key = partKey(entry.name);
      if (key === partKey(CONTENT_TYPES) || this.#isRemoved(entry.name)) continue;
      entries.push(replaced.get(key) ?? entry);
      replaced.delete(key);
    }
    entries.push(...replaced.values());
    return writeZip([this.#contentTypesEntry(), ...entries]);
  }

  /** The highest number of an id that the part names, whether or not anything is behind it. */
  #highestNamed(source: PartName): number {
    const key = partKey(source);
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    let highest = 0;
    if (source !== PACKAGE && this.#base.has(source)) {
      for (const [, number] of this.#base.text(source).matchAll(/"rId([0-9]{1,9})"/gi))
        highest = Math.max(highest, Number(number));
    }
    this.#named.set(key, highest);
    return highest;
  }

  /** The part's name as the base spells it, or as given. */
  #spell(name: PartName): PartName {
    return partName(this.#base.has(name) ? this.#base.compressed(name).name : name);
  }

  #has(part: PartName): boolean {
    const key = partKey(part);
    return this.#written.has(key) || (this.#base.has(part) && !this.#removed.has(key));
  }

  #relationshipsOf(source: PartName): readonly Relationship[] {
    const key = partKey(source);
    const changed = this.#relationships.get(key);
    if (changed !== undefined) return changed.relationships;
    return this.#removed.has(key) ? [] : this.#base.relationshipsOf(source);
  }

  #setRelationships(source: PartName, relationships: readonly Relationship[]): void {
    this.#relationships.set(partKey(source), { source, relationships });
  }

  /** Every source that has relationships, once, in an order that follows from the base and the calls. */
  #sources(): PartName[] {
    const sources = new Map<string, PartName>();
    for (const { name } of this.#base.entries()) {
      const source = sourceOfRelationships(partName(name));
      if (source !== null) sources.set(partKey(source), source);
    }
    for (const [key, { source }] of this.#relationships) sources.set(key, source);
    return [...sources.values()];
  }

  #isRemoved(entryName: string): boolean {
    const name = partName(entryName);
    return this.#removed.has(partKey(sourceOfRelationships(name) ?? name));
  }

  #contentTypesEntry(): NewEntry | ZipEntry {
    let types = this.#contentTypes;
    if (this.#relationships.size > 0 && types.of("/_rels/.rels") === null)
      types = types.withDefault("rels", RELATIONSHIPS);
    if (types === this.#base.contentTypes) return this.#base.compressed(CONTENT_TYPES);
    return textEntry(CONTENT_TYPES, types.write());
  }

  #checkEnds(): void {
    for (const { source, relationships } of this.#relationships.values()) {
      if (source !== PACKAGE && relationships.length > 0 && !this.#has(source))
        throw new Error(`${source} is not there`);
      const before = new Set(this.#base.relationshipsOf(source));
      for (const relationship of relationships) {
        const { target, external } = relationship;
        // A base may lack what it refers to; what was added here may not.
        if (external || before.has(relationship) || this.#has(target)) continue;
        throw new Error(`${source} refers to ${target}, which is not there`);
      }
    }
  }
}

interface RelationshipsEdit {
  readonly source: PartName;
  readonly relationships: readonly Relationship[];
}

const RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml";

function isBookkeeping(part: PartName): boolean {
  return partKey(part) === partKey(CONTENT_TYPES) || sourceOfRelationships(part) !== null;
}

function textEntry(part: PartName, text: string): NewEntry {
  return { name: part.slice(1), bytes: encodeXml(text) };
}

/** As UTF-8. The declaration of a text that came in another encoding still names that one; it is put right. */
function encodeXml(text: string): Uint8Array {
  const declared = text.replace(/^(<\?xml\b[^>]*?\bencoding\s*=\s*["'])[^"']*/, "$1UTF-8");
  return new TextEncoder().encode(declared);
}
