import type { XmlElement } from "./xml.ts";

/** A style (ECMA-376 Part 1, 17.7.4.17). */
export interface Style {
  readonly id: string;
  /** Word's own names are in English in every language: `"heading 1"`. `""` without one. */
  readonly name: string;
  readonly type: "paragraph" | "character" | "table" | "numbering";
  /** The style that this one is based on, or `null`; never one that would close a circle. */
  readonly basedOn: string | null;
  /** As written in the style itself. */
  readonly pPr: XmlElement | null;
  readonly rPr: XmlElement | null;
  /** 0 to 8, inherited; `null` for body text. */
  readonly outlineLevel: number | null;
  /** The automatic numbering, inherited; `null` without one. */
  readonly numPr: StyleNumbering | null;
}

export interface StyleNumbering {
  /** Never `"0"`, which takes numbering away. */
  readonly numId: string;
  /** As written; `null` where the style names no level. A level that names the style counts more (17.9.23). */
  readonly level: number | null;
}

/** Reads the part `word/styles.xml`; no part gives no styles. Of two styles with one id the first counts. */
export function readStyles(root: XmlElement | null): Styles {
  const written = new Map<string, XmlElement>();
  let standard: string | null = null;
  for (const style of root?.elements("w:style") ?? []) {
    const id = style.attribute("w:styleId");
    if (id === null || written.has(id)) continue;
    written.set(id, style);
    if (typeOf(style) === "paragraph" && isOn(style.attribute("w:default"))) standard ??= id;
  }
  const all = new Map<string, Style>();
  for (const id of written.keys()) resolve(id, written, all);
  return new Styles(all, standard);
}

export class Styles {
  /** In the order of the file. */
  readonly all: ReadonlyMap<string, Style>;
  /** The id of the style of paragraphs that name none, or `null`. */
  readonly defaultParagraph: string | null;
  readonly #byName = new Map<string, string>();

  constructor(all: ReadonlyMap<string, Style>, defaultParagraph: string | null) {
    this.all = all;
    this.defaultParagraph = defaultParagraph;
    for (const { type, name, id } of all.values()) {
      const key = nameKey(type, name);
      if (name !== "" && !this.#byName.has(key)) this.#byName.set(key, id);
    }
  }

  /** The id of the style with that name, whatever its case; `null` if there is none. */
  styleIdByName(name: string, type: Style["type"] = "paragraph"): string | null {
    return this.#byName.get(nameKey(type, name)) ?? null;
  }

  /** The style of a paragraph: the one that its properties name, else the default; `null` if the file has neither. */
  ofParagraph(pPr: XmlElement | null): Style | null {
    const named = this.all.get(pPr?.child("w:pStyle")?.attribute("w:val") ?? "");
    if (named !== undefined && named.type === "paragraph") return named;
    return this.defaultParagraph === null ? null : (this.all.get(this.defaultParagraph) ?? null);
  }

  /** A style and the styles it is based on, nearest first; empty for an unknown id. */
  lineage(id: string | null): Style[] {
    const line: Style[] = [];
    for (let style = this.all.get(id ?? ""); style !== undefined; style = this.all.get(style.basedOn ?? "")) {
      line.push(style);
    }
    return line;
  }

  /**
   * 0 for a heading of the first level, up to 8; `null` for body text. The paragraph's own outline level counts first
   * (17.3.1.20), then that of its style, then the built-in names `heading 1` to `heading 9`.
   */
  headingLevel(pPr: XmlElement | null): number | null {
    const own = outlineOf(pPr);
    return own === undefined ? (this.ofParagraph(pPr)?.outlineLevel ?? null) : own;
  }

  /** Whether the style is Word's own `Title`. One that leans on it can be a subtitle as well. */
  isTitle(pPr: XmlElement | null): boolean {
    return this.ofParagraph(pPr)?.name.toLowerCase() === "title";
  }
}

/**
 * From a style id of one file to that of another: the same id if it has the same name there, else the style of the same
 * name and type, whatever its case; `null` for a style that the other file does not have.
 */
export function mapStyles(from: Styles, to: Styles): (id: string) => string | null {
  return (id) => {
    const style = from.all.get(id);
    if (style === undefined) return null;
    const same = to.all.get(id);
    if (same !== undefined && nameKey(same.type, same.name) === nameKey(style.type, style.name)) return id;
    return style.name === "" ? null : to.styleIdByName(style.name, style.type);
  };
}

/** A toggle of ST_OnOff (22.9.2.7) as an attribute has it; absent is off. */
function isOn(value: string | null): boolean {
  return value === "1" || value === "true" || value === "on";
}

function typeOf(style: XmlElement): Style["type"] {
  const type = style.attribute("w:type");
  return type === "character" || type === "table" || type === "numbering" ? type : "paragraph";
}

/** Resolves a style after those that it is based on. A base that would close a circle is left out. */
function resolve(id: string, written: ReadonlyMap<string, XmlElement>, all: Map<string, Style>): void {
  const line = new Set<string>();
  for (let next: string | null = id; next !== null && !all.has(next) && !line.has(next); ) {
    const element = written.get(next);
    if (element === undefined) break;
    line.add(next);
    next = element.child("w:basedOn")?.attribute("w:val") ?? null;
  }
  for (const link of [...line].reverse()) {
    const element = written.get(link) as XmlElement;
    const base = all.get(element.child("w:basedOn")?.attribute("w:val") ?? "") ?? null;
    all.set(link, styleOf(link, element, base));
  }
}

function styleOf(id: string, element: XmlElement, base: Style | null): Style {
  const pPr = element.child("w:pPr");
  const name = element.child("w:name")?.attribute("w:val") ?? "";
  const own = outlineOf(pPr);
  const outline = own === undefined ? builtInLevel(name) : own;
  return {
    id,
    name,
    type: typeOf(element),
    basedOn: base?.id ?? null,
    pPr,
    rPr: element.child("w:rPr"),
    outlineLevel: outline === undefined ? (base?.outlineLevel ?? null) : outline,
    numPr: numberingOf(pPr, base),
  };
}

/** `undefined` if nothing is said; `null` for body text, which is level 9 in the file. */
function outlineOf(pPr: XmlElement | null): number | null | undefined {
  const value = pPr?.child("w:outlineLvl")?.attribute("w:val") ?? null;
  if (value === null || !/^\d+$/.test(value)) return undefined;
  const level = Number(value);
  return level <= 8 ? level : null;
}

/** Headings of a file whose styles lean on Word's built-in definitions carry no outline level of their own. */
function builtInLevel(name: string): number | undefined {
  const heading = /^heading ([1-9])$/i.exec(name);
  return heading === null ? undefined : Number(heading[1]) - 1;
}

function numberingOf(pPr: XmlElement | null, base: Style | null): StyleNumbering | null {
  const own = pPr?.child("w:numPr") ?? null;
  const numId = own?.child("w:numId")?.attribute("w:val") ?? base?.numPr?.numId ?? null;
  if (numId === null || numId === "0") return null;
  return { numId, level: levelOf(own?.child("w:ilvl") ?? null) ?? base?.numPr?.level ?? null };
}

/** The level that `w:ilvl` gives, from 0 to 8; `null` if there is none. */
export function levelOf(ilvl: XmlElement | null): number | null {
  const value = ilvl?.attribute("w:val") ?? "";
  return /^[0-8]$/.test(value) ? Number(value) : null;
}

function nameKey(type: Style["type"], name: string): string {
  return `${type} ${name.toLowerCase()}`;
}
