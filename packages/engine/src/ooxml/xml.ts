import { Problem } from "../model/problem.ts";

/**
 * A light XML tree that can be written back byte for byte. A node that came from a file remembers its stretch of the
 * source; whatever is not rebuilt is copied from there.
 *
 * Names are canonical (`w:p` whatever prefix the file uses); see `namespaces.ts`.
 */
export type XmlNode = XmlElement | XmlText | XmlOther;

export class XmlElement {
  readonly kind = "element";
  /** With the engine's prefix: `w:p`. */
  readonly name: string;
  /** Names and decoded values in turn: `["w:val", "Heading1"]`. Namespace declarations are among them, as written. */
  readonly attributes: readonly string[];
  readonly children: readonly XmlNode[];
  /** Where the element stands in its file, or `null` for one that was built. */
  readonly origin: Origin | null;

  constructor(name: string, attributes: readonly string[], children: readonly XmlNode[], origin: Origin | null) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
    this.origin = origin;
  }

  /** The value of an attribute, or `null`. */
  attribute(name: string): string | null {
    for (let i = 0; i < this.attributes.length; i += 2) {
      if (this.attributes[i] === name) return this.attributes[i + 1] as string;
    }
    return null;
  }

  /** The first child element of that name, or `null`. */
  child(name: string): XmlElement | null {
    for (const node of this.children) if (node.kind === "element" && node.name === name) return node;
    return null;
  }

  /** All child elements, or those of one name. */
  elements(name?: string): XmlElement[] {
    return this.children.filter(
      (node): node is XmlElement => node.kind === "element" && (name === undefined || node.name === name),
    );
  }

  /** All text inside, in document order. */
  text(): string {
    let all = "";
    for (const node of this.children) {
      if (node.kind === "text") all += node.value;
      else if (node.kind === "element") all += node.text();
    }
    return all;
  }

  /** The same element with other children. */
  withChildren(children: readonly XmlNode[]): XmlElement {
    return new XmlElement(this.name, this.attributes, children, null);
  }

  /** The same element with one attribute set, or taken away with `null`. */
  withAttribute(name: string, value: string | null): XmlElement {
    const kept: string[] = [];
    let done = value === null;
    for (let i = 0; i < this.attributes.length; i += 2) {
      const own = this.attributes[i] as string;
      if (own !== name) kept.push(own, this.attributes[i + 1] as string);
      else if (!done) {
        kept.push(name, value as string);
        done = true;
      }
    }
    if (!done) kept.push(name, value as string);
    return new XmlElement(this.name, kept, this.children, null);
  }
}

export interface XmlText {
  readonly kind: "text";
  /** Decoded. */
  readonly value: string;
  /** As written in the file; `null` for text that was built. */
  readonly raw: string | null;
}

/** A comment or a processing instruction, kept as written. */
export interface XmlOther {
  readonly kind: "other";
  readonly raw: string;
}

/** A stretch of a part: `source.slice(from, to)`. */
export interface Origin {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

export interface XmlDocument {
  /** Everything before the root: declaration, comments, white space. */
  readonly prolog: string;
  readonly root: XmlElement;
  /** Namespaces in use, by the engine's prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** Builds an element; attributes with the value `null` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const flat: string[] = [];
  for (const [key, value] of Object.entries(attributes)) if (value !== null) flat.push(key, value);
  return new XmlElement(name, flat, children, null);
}

/** Writes a node; what came from a file and was not rebuilt is copied from its source. */
export function writeXml(node: XmlNode): string {
  if (node.kind === "other") return node.raw;
  if (node.kind === "text") return node.raw ?? escapeText(node.value);
  if (node.origin !== null) return node.origin.source.slice(node.origin.from, node.origin.to);
  return writeElement(node, writeXml);
}

/**
 * Writes a node anew with the engine's prefixes, whatever its file called them. Two nodes that mean the same but were
 * written by different programs come out alike, up to the order of attributes.
 */
export function writeCanonical(node: XmlNode): string {
  if (node.kind === "other") return "";
  if (node.kind === "text") return escapeText(node.value);
  return writeElement(withoutDeclarations(node), writeCanonical);
}

function writeElement(node: XmlElement, write: (child: XmlNode) => string): string {
  let out = `<${node.name}`;
  for (let i = 0; i < node.attributes.length; i += 2) {
    out += ` ${node.attributes[i]}="${escapeAttribute(node.attributes[i + 1] as string)}"`;
  }
  if (node.children.length === 0) return `${out}/>`;
  out += ">";
  for (const child of node.children) out += write(child);
  return `${out}</${node.name}>`;
}

function withoutDeclarations(node: XmlElement): XmlElement {
  let declares = false;
  for (let i = 0; i < node.attributes.length; i += 2) declares ||= isDeclaration(node.attributes[i] as string);
  if (!declares) return node;
  const kept: string[] = [];
  for (let i = 0; i < node.attributes.length; i += 2) {
    const name = node.attributes[i] as string;
    if (!isDeclaration(name)) kept.push(name, node.attributes[i + 1] as string);
  }
  return new XmlElement(node.name, kept, node.children, null);
}

export function isDeclaration(attribute: string): boolean {
  return attribute === "xmlns" || attribute.startsWith("xmlns:");
}

/** Text as it may stand between tags. */
export function escapeText(value: string): string {
  return value.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#13;"));
}

/** Text as it may stand in a quoted attribute. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\r\n\t]/g, (c) => ESCAPED[c] as string);
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** Decodes character references and the five entities of XML; any other entity is a `Problem`. */
export function decodeEntities(raw: string, part: string): string {
  return raw.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[^;&<]*);?/g, (whole, body: string) => {
    const named = NAMED[body];
    if (named !== undefined && whole.endsWith(";")) return named;
    const code = body.startsWith("#x") ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    if (body.startsWith("#") && whole.endsWith(";") && isCharacter(code)) return String.fromCodePoint(code);
    throw new Problem(
      body.startsWith("#") ? "xml-not-well-formed" : "xml-forbidden",
      `${part} refers to ${whole}, which is none of the five entities of XML nor a legal character.`,
      "Open the file in Word and save it again.",
    );
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Char of XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  return (
    code === 9
    || code === 10
    || code === 13
    || (code >= 0x20 && code <= 0xd7ff)
    || (code >= 0xe000 && code <= 0xfffd)
    || (code >= 0x10000 && code <= 0x10ffff)
  );
}
