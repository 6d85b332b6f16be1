import type { StoryKind } from "../../model/text.ts";
import { isTrace } from "../../ooxml/meanings.ts";
import type { PackageEdit } from "../../ooxml/package-edit.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { XmlElement, type XmlNode } from "../../ooxml/xml.ts";
import { holdsMacros } from "./macros.ts";

/**
 * Brings into the base package what inserted words need: images, addresses of links, styles and lists that the base does
 * not have. Each thing is brought once, however many delegations insert it.
 */
export class Imports {
  readonly #base: WordFile;
  readonly #edit: PackageEdit;
  readonly #relationships = new Map<string, string>();
  /** Brought parts by what they hold, whosever they are, and by their names in each file. */
  readonly #media = new Map<string, PartName>();
  readonly #parts = new Map<WordFile, Map<PartName, PartName>>();
  #count = 0;
  readonly #styles = new Map<string, { readonly id: string; readonly element: XmlElement }>();
  readonly #lists = new Map<string, ImportedList>();
  #drawings: number;

  constructor(base: WordFile, edit: PackageEdit, firstDrawing: number) {
    this.#base = base;
    this.#edit = edit;
    this.#drawings = firstDrawing;
  }

  /** Style definitions that the base lacks, to be added to its styles part. */
  get styles(): readonly XmlElement[] {
    return [...this.#styles.values()].map(({ element }) => element);
  }

  /** Lists that the base lacks, to be added to its numbering part. */
  get lists(): readonly ImportedList[] {
    return [...this.#lists.values()];
  }

  /** The element as it must stand in `target` of the base package: ids of relationships, styles, lists and drawings are new. */
  bring(node: XmlElement, file: WordFile, from: PartName, target: PartName): XmlElement {
    const attributes: string[] = [];
    for (let i = 0; i < node.attributes.length; i += 2) {
      const name = node.attributes[i] as string;
      const value = node.attributes[i + 1] as string;
      if (isDrawnAnew(name)) continue;
      attributes.push(name, this.#attribute(node, name, value, file, from, target));
    }
    const children: XmlNode[] = [];
    for (const child of node.children) {
      if (child.kind === "text") children.push(child);
      else if (child.kind === "element" && !isDropped(child, node) && !isTrace(child.name))
        children.push(this.bring(child, file, from, target));
    }
    return new XmlElement(node.name, attributes, children, null);
  }

  /** The id, in `target`, of what a relationship id of a submission's part leads to; `null` where it leads nowhere. */
  relationship(id: string, file: WordFile, from: PartName, target: PartName): string | null {
    const found = file.package.relationshipsOf(from).find((relationship) => relationship.id === id);
    if (found === undefined || (!found.external && !file.package.has(found.target))) return null;
    if (!found.external && holdsMacros(file.package.contentTypeOf(found.target))) return null;
    const to = found.external ? found.target : this.#bringOnce(file, found.target);
    const key = JSON.stringify([target, found.type, found.external, to]);
    const known = this.#relationships.get(key);
    if (known !== undefined) return known;
    const fresh = this.#edit.addRelationship(target, found.type, to, found.external);
    this.#relationships.set(key, fresh);
    return fresh;
  }

  /** A part that two delegations insert is brought once, if it and all that it leads to hold the same bytes in both. */
  #bringOnce(file: WordFile, part: PartName): PartName {
    const own = this.#partsOf(file).get(part);
    if (own !== undefined) return own;
    const content = contentFrom(file, part);
    const brought = this.#media.get(content) ?? this.#bringPart(file, part);
    this.#media.set(content, brought);
    this.#partsOf(file).set(part, brought);
    return brought;
  }

  #bringPart(file: WordFile, part: PartName): PartName {
    const known = this.#partsOf(file).get(part);
    if (known !== undefined) return known;
    const ending = /\.[^./]*$/.exec(part)?.[0] ?? "";
    let fresh: PartName;
    do fresh = `/word/media/proposed${++this.#count}${ending}`;
    while (this.#base.package.has(fresh));
    const type = file.package.contentTypeOf(part) ?? "application/octet-stream";
    this.#edit.withCopy(fresh, file.package.compressed(part), type);
    // Set before what it leads to is brought, so that a circle of parts ends.
    this.#partsOf(file).set(part, fresh);
    const own = file.package
      .relationshipsOf(part)
      .filter(({ external, target }) => external || file.package.has(target));
    if (own.length > 0) {
      const brought = own.map((one) => (one.external ? one : { ...one, target: this.#bringPart(file, one.target) }));
      this.#edit.withRelationships(fresh, brought);
    }
    return fresh;
  }

  #partsOf(file: WordFile): Map<PartName, PartName> {
    const known = this.#parts.get(file);
    if (known !== undefined) return known;
    const parts = new Map<PartName, PartName>();
    this.#parts.set(file, parts);
    return parts;
  }

  #attribute(node: XmlElement, name: string, value: string, file: WordFile, from: PartName, target: PartName): string {
    if (name.startsWith("r:")) return this.relationship(value, file, from, target) ?? "";
    if (name === "id" && (node.name === "wp:docPr" || node.name === "pic:cNvPr")) return String(this.#drawings++);
    if (name !== "w:val") return value;
    if (node.name === "w:pStyle" || node.name === "w:rStyle" || node.name === "w:tblStyle")
      return this.#style(value, file);
    return node.name === "w:numId" ? this.#list(value, file) : value;
  }

  #style(id: string, file: WordFile): string {
    const mapped = file.identifiers.style(id);
    if (!mapped.startsWith("new ") || file.styles === this.#base.styles) return mapped;
    const known = this.#styles.get(mapped);
    if (known !== undefined) return known.id;
    const part = file.partOfType("styles");
    const element =
      part === null
        ? undefined
        : file
            .rootOf(part)
            .elements("w:style")
            .find((style) => style.attribute("w:styleId") === id);
    if (element === undefined) return id;
    const taken = new Set([...this.#base.styles.all.keys(), ...[...this.#styles.values()].map((style) => style.id)]);
    let fresh = id;
    for (let n = 2; taken.has(fresh) || this.#isNamed(fresh); n++) fresh = `${id}${n}`;
    const main = file.package.mainPart;
    // Set before what it refers to is brought: a circle of styles ends so, and one of a style and the list it numbers by.
    this.#styles.set(mapped, { id: fresh, element });
    const brought = this.bring(element, file, main, main);
    const links = brought.children.map((child) => {
      if (child.kind !== "element" || !["w:basedOn", "w:next", "w:link"].includes(child.name)) return child;
      const linked = child.attribute("w:val") ?? "";
      return linked === id
        ? child.withAttribute("w:val", fresh)
        : child.withAttribute("w:val", this.#style(linked, file));
    });
    const whole = brought.withChildren(links).withAttribute("w:styleId", fresh).withAttribute("w:default", null);
    this.#styles.set(mapped, { id: fresh, element: whole });
    return fresh;
  }

  /** True where the base names a style, which it may do without defining it: then it must not come to be defined. */
  #isNamed(id: string): boolean {
    for (const text of this.#texts()) if (text.includes(`"${id}"`)) return true;
    return false;
  }

  /** The parts of the base that name styles and lists. */
  *#texts(): Generator<string> {
    const source = this.#base.package;
    yield source.text(source.mainPart);
    for (const { type, target, external } of source.relationshipsOf(source.mainPart)) {
      if (!external && source.has(target) && /^(footnotes|endnotes|header|footer|comments)$/.test(type))
        yield source.text(target);
    }
  }

  #list(numId: string, file: WordFile): string {
    const mapped = file.identifiers.number(numId);
    if (!mapped.startsWith("new ")) return mapped;
    const known = this.#lists.get(mapped);
    if (known !== undefined) return known.numId;
    const part = file.partOfType("numbering");
    const root = part === null ? null : file.rootOf(part);
    const num = root?.elements("w:num").find((node) => node.attribute("w:numId") === numId);
    const abstractId = num?.child("w:abstractNumId")?.attribute("w:val");
    const abstract = root?.elements("w:abstractNum").find((node) => node.attribute("w:abstractNumId") === abstractId);
    if (num === undefined || abstract === undefined) return numId;
    const taken = [...this.#base.numbering.lists.values()];
    const next = (ids: readonly string[]): string =>
      String(Math.max(0, ...ids.map(Number).filter(Number.isInteger)) + 1);
    const named = [...this.#texts()].flatMap((text) =>
      [...text.matchAll(/:numId [\w:]*val="(\d{1,9})"/g)].map(([, id]) => id as string),
    );
    const freshNum = next([...taken.map((list) => list.numId), ...this.lists.map((list) => list.numId), ...named]);
    const freshAbstract = next([...taken.map((list) => list.abstractId), ...this.lists.map((list) => list.abstractId)]);
    const main = file.package.mainPart;
    const begun = { numId: freshNum, abstractId: freshAbstract, abstract, overrides: [] };
    this.#lists.set(mapped, begun);
    this.#lists.set(mapped, {
      ...begun,
      abstract: this.bring(abstract, file, main, main).withAttribute("w:abstractNumId", freshAbstract),
      overrides: num.elements("w:lvlOverride").map((node) => this.bring(node, file, main, main)),
    });
    return freshNum;
  }
}

export interface ImportedList {
  readonly numId: string;
  readonly abstractId: string;
  readonly abstract: XmlElement;
  readonly overrides: readonly XmlElement[];
}

/** The part of a submission that inserted words of a story come from. */
export function partOfStory(file: WordFile, id: string, kind: StoryKind): PartName {
  if (kind === "footnote" || kind === "endnote") return file.notesPart(kind) ?? file.package.mainPart;
  return file.storyParts.get(id) ?? file.package.mainPart;
}

/**
 * What a part holds and, in the order of its relationships, what it leads to; each part once, as they may form a circle.
 * Reads the bytes of all of them, and so checks them against their checksums, unless they are the base's.
 */
function contentFrom(file: WordFile, part: PartName): string {
  const reached = new Map([[part, 0]]);
  const lines: (string | number)[][] = [];
  for (const one of reached.keys()) {
    lines.push([file.contentKey(one)]);
    for (const { id, type, target, external } of file.package.relationshipsOf(one)) {
      if (external) lines.push([id, type, target]);
      else if (file.package.has(target)) {
        if (!reached.has(target)) reached.set(target, reached.size);
        lines.push([id, type, reached.get(target) ?? 0]);
      }
    }
  }
  return JSON.stringify(lines);
}

/** Revision ids tell who saved when on which machine; paragraph ids must not come twice. */
function isDrawnAnew(name: string): boolean {
  return (
    name.startsWith("w:rsid")
    || name === "w14:paraId"
    || name === "w14:textId"
    || name.startsWith("xmlns")
    || name === "wp14:anchorId"
    || name === "wp14:editId"
  );
}

/** Random numbers by which Word knows a list again; two lists must not share them. */
const DROPPED: ReadonlySet<string> = new Set(["w:nsid", "w:tmpl"]);

/** The id of a content control is drawn anew by Word; elsewhere an element of that name is not known, and kept. */
function isDropped({ name }: XmlElement, parent: XmlElement): boolean {
  return DROPPED.has(name) || (name === "w:id" && parent.name === "w:sdtPr");
}
