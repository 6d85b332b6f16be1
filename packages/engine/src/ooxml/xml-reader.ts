import { Problem } from "../model/problem.ts";
import { canonicalPrefix } from "./namespaces.ts";
import { decodeEntities, isDeclaration, type XmlDocument, XmlElement, type XmlNode, type XmlText } from "./xml.ts";

/**
 * Deeper nesting is refused. The deepest of the Word files that the engine is tested on has 36 levels; a table nested in
 * a text box in a table adds about 15.
 */
export const DEEPEST = 256;

/** Reads a whole part. Throws a `Problem` for anything that is not well-formed, and for a document type. */
export function parseXml(source: string, part: string): XmlDocument {
  const reader = new XmlReader(source, part);
  reader.prolog();
  const prolog = source.slice(0, reader.at);
  const root = reader.element();
  reader.epilog();
  return { prolog, root, namespaces: reader.namespaces };
}

/**
 * Reads XML from front to back, node by node, so that a caller can enter an element, take its children one at a time,
 * and step over those that it knows already.
 *
 * Written by hand: it is twice as fast as the best library measured, and it must give the source's own bytes back.
 */
export class XmlReader {
  readonly source: string;
  readonly part: string;
  /** Where reading goes on: an index of `source`. A caller may set it to step over a stretch that it recognises. */
  at = 0;
  /** Namespaces met so far, by the engine's prefix. */
  readonly namespaces: Map<string, string>;
  #scope: Scope = { bindings: new Map(), names: new Map(), attributeNames: new Map() };
  #depth = 0;
  readonly #entered: { readonly name: string; readonly scope: Scope; readonly empty: boolean }[] = [];

  /** `namespaces` are filled as they are met; those that are in it already stay. */
  constructor(source: string, part: string, namespaces = new Map<string, string>()) {
    this.source = source;
    this.part = part;
    this.namespaces = namespaces;
    const illegal = source.search(ILLEGAL);
    if (illegal >= 0) this.fail(illegal, "a character that XML does not allow");
  }

  /** Steps to the root element; a document type is refused (it can define entities that explode). */
  prolog(): void {
    if (this.source.charCodeAt(0) === 0xfeff) this.at = 1;
    this.#misc();
    if (this.source.charCodeAt(this.at) !== LT) this.fail(this.at, "no root element");
  }

  /** Checks that nothing follows the root element. */
  epilog(): void {
    this.#misc();
    if (this.at < this.source.length) this.fail(this.at, "something after the root element");
  }

  /** Enters the element that begins here and returns it without children: `next` gives them one by one. */
  enter(): XmlElement {
    const outer = this.#scope;
    const { raw, name, attributes, empty } = this.#startTag();
    this.#entered.push({ name: raw, scope: outer, empty });
    this.#depth++;
    return new XmlElement(name, attributes, NO_CHILDREN, null);
  }

  /** Steps over siblings up to the next element of that name and enters it; `null` if there is none. */
  enterNext(name: string): XmlElement | null {
    for (;;) {
      if (this.source.charCodeAt(this.at) !== LT || !isNameStart(this.source.charCodeAt(this.at + 1))) {
        if (this.next() === null) return null;
        continue;
      }
      const entered = this.enter();
      if (entered.name === name) return entered;
      while (this.next() !== null);
    }
  }

  /** The next child of the element entered last, or `null` at its end, which is then left. */
  next(): XmlNode | null {
    const entered = this.#entered.at(-1);
    if (entered === undefined) throw new RangeError("no element was entered");
    if (entered.empty || this.source.startsWith("</", this.at)) {
      if (!entered.empty) this.#endTag(entered.name);
      this.#entered.pop();
      this.#scope = entered.scope;
      this.#depth--;
      return null;
    }
    if (this.at >= this.source.length) this.fail(this.at, "the end of the part inside an element");
    return this.#node();
  }

  /**
   * An element that was just read, which began at `from`, read once more from a copy of its characters: a part of a string
   * keeps the whole string in memory, and of a hundred pages only what was changed is to be kept.
   */
  copied(from: number): XmlElement {
    const reader = new XmlReader(copyOf(this.source.slice(from, this.at)), this.part);
    reader.#scope = this.#scope;
    return reader.element();
  }

  /** Reads the element that begins here, whole. */
  element(): XmlElement {
    if (this.#depth >= DEEPEST) {
      throw new Problem(
        "xml-too-deep",
        `${this.part} nests elements more than ${DEEPEST} deep at character ${this.at}.`,
        "Word never writes such a file; ask the sender how it was made.",
      );
    }
    const from = this.at;
    const outer = this.#scope;
    const { raw, name, attributes, empty } = this.#startTag();
    let children: XmlNode[] = NO_CHILDREN;
    if (!empty) {
      children = [];
      this.#depth++;
      for (;;) {
        if (this.source.charCodeAt(this.at) === LT && this.source.charCodeAt(this.at + 1) === SLASH) break;
        if (this.at >= this.source.length) this.fail(this.at, `the end of the part inside <${raw}>`);
        children.push(this.#node());
      }
      // An array that grew keeps room to grow further; most elements have one child.
      children = children.slice();
      this.#depth--;
      this.#endTag(raw);
    }
    this.#scope = outer;
    return new XmlElement(name, attributes, children, { source: this.source, from, to: this.at });
  }

  /** Throws a `Problem` that says where in the part the fault is. */
  fail(at: number, what: string): never {
    throw new Problem(
      "xml-not-well-formed",
      `${this.part} has ${what} at character ${at}.`,
      "Open the file in Word, let it repair the file if it offers to, and save it again.",
    );
  }

  #node(): XmlNode {
    const { source, at } = this;
    if (source.charCodeAt(at) !== LT) {
      const end = source.indexOf("<", at);
      const to = end < 0 ? source.length : end;
      this.at = to;
      return this.#text(source.slice(at, to));
    }
    const second = source.charCodeAt(at + 1);
    if (second === BANG) {
      if (source.startsWith("<!--", at)) return { kind: "other", raw: this.#until("-->") };
      if (source.startsWith("<![CDATA[", at)) {
        const raw = this.#until("]]>");
        return { kind: "text", value: raw.slice(9, -3).replace(/\r\n?/g, "\n"), raw };
      }
      this.#refuseDoctype();
    }
    if (second === QUESTION) return { kind: "other", raw: this.#until("?>") };
    return this.element();
  }

  #text(raw: string): XmlText {
    let value = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
    if (value.includes("&")) value = decodeEntities(value, this.part);
    return { kind: "text", value, raw };
  }

  #until(end: string): string {
    const from = this.at;
    const found = this.source.indexOf(end, from);
    if (found < 0) this.fail(from, `a section that is not closed by ${end}`);
    this.at = found + end.length;
    return this.source.slice(from, this.at);
  }

  #misc(): void {
    const { source } = this;
    for (;;) {
      while (isSpace(source.charCodeAt(this.at))) this.at++;
      if (source.startsWith("<?", this.at)) this.#until("?>");
      else if (source.startsWith("<!--", this.at)) this.#until("-->");
      else if (source.startsWith("<!", this.at)) this.#refuseDoctype();
      else return;
    }
  }

  #refuseDoctype(): never {
    throw new Problem(
      "xml-forbidden",
      `${this.part} declares a document type or another construct beginning with "<!" at character ${this.at}.`,
      "Word never writes this, and it can be used for attacks. Ask the sender how the file was made.",
    );
  }

  #startTag(): { raw: string; name: string; attributes: readonly string[]; empty: boolean } {
    const { source } = this;
    const from = this.at;
    let at = from + 1;
    for (let c = source.charCodeAt(at); !endsName(c); c = source.charCodeAt(at)) at++;
    const raw = source.slice(from + 1, at);
    if (raw === "") this.fail(from, "a tag without a name");
    let attributes: string[] = NO_ATTRIBUTES;
    let declares = false;
    for (;;) {
      const before = at;
      while (isSpace(source.charCodeAt(at))) at++;
      const c = source.charCodeAt(at);
      if (c === GT) {
        this.at = at + 1;
        break;
      }
      if (c === SLASH && source.charCodeAt(at + 1) === GT) {
        this.at = at + 2;
        break;
      }
      if (before === at) this.fail(at, `a tag <${raw}> that is not closed`);
      const equals = source.indexOf("=", at);
      if (equals < 0) this.fail(at, `a broken attribute in <${raw}>`);
      const attribute = source.slice(at, equals).trimEnd();
      at = equals + 1;
      while (isSpace(source.charCodeAt(at))) at++;
      const quote = source.charAt(at);
      const end = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
      if (end < 0) this.fail(at, `an attribute without quotes in <${raw}>`);
      if (attributes === NO_ATTRIBUTES) attributes = [];
      attributes.push(attribute, this.#attributeValue(source.slice(at + 1, end), at));
      declares ||= isDeclaration(attribute);
      at = end + 1;
    }
    if (declares) this.#declare(attributes);
    const scope = this.#scope;
    for (let i = 0; i < attributes.length; i += 2) {
      attributes[i] = this.#canonical(attributes[i] as string, scope, true);
    }
    this.#refuseRepeats(attributes, from);
    return {
      raw,
      name: this.#canonical(raw, scope, false),
      attributes,
      empty: source.charCodeAt(this.at - 2) === SLASH,
    };
  }

  #attributeValue(raw: string, at: number): string {
    if (raw.includes("<")) this.fail(at, 'an attribute that holds a "<"');
    const value = /[\r\n\t]/.test(raw) ? raw.replace(/\r\n|[\r\n\t]/g, " ") : raw;
    return value.includes("&") ? decodeEntities(value, this.part) : value;
  }

  #refuseRepeats(attributes: readonly string[], at: number): void {
    const names = attributes.length / 2;
    if (names < 2) return;
    // A set only for many: 100,000 attributes on one tag must not cost their square.
    if (names > 16) {
      const seen = new Set<string>();
      for (let i = 0; i < attributes.length; i += 2) seen.add(attributes[i] as string);
      if (seen.size < names) this.fail(at, "a tag that gives one attribute twice");
      return;
    }
    for (let i = 2; i < attributes.length; i += 2) {
      for (let j = 0; j < i; j += 2) {
        if (attributes[i] === attributes[j]) this.fail(at, `a tag that gives ${attributes[i]} twice`);
      }
    }
  }

  #endTag(raw: string): void {
    const { source, at } = this;
    if (!source.startsWith(raw, at + 2)) this.fail(at, `an end tag where </${raw}> belongs`);
    let end = at + 2 + raw.length;
    while (isSpace(source.charCodeAt(end))) end++;
    if (source.charCodeAt(end) !== GT) this.fail(at, `an end tag where </${raw}> belongs`);
    this.at = end + 1;
  }

  #declare(attributes: readonly string[]): void {
    let bindings: Map<string, string> | null = null;
    for (let i = 0; i < attributes.length; i += 2) {
      const name = attributes[i] as string;
      if (!isDeclaration(name)) continue;
      const prefix = name === "xmlns" ? "" : name.slice(6);
      const uri = attributes[i + 1] as string;
      const canonical = canonicalPrefix(uri) ?? prefix;
      if (canonical !== "" && !this.namespaces.has(canonical)) this.namespaces.set(copyOf(canonical), copyOf(uri));
      if (this.#scope.bindings.get(prefix) === uri) continue;
      bindings ??= new Map(this.#scope.bindings);
      bindings.set(prefix, uri);
    }
    if (bindings !== null) this.#scope = { bindings, names: new Map(), attributeNames: new Map() };
  }

  #canonical(raw: string, scope: Scope, isAttribute: boolean): string {
    const cache = isAttribute ? scope.attributeNames : scope.names;
    const known = cache.get(raw);
    if (known !== undefined) return known;
    const canonical = this.#resolve(raw, scope, isAttribute);
    cache.set(raw, canonical);
    return canonical;
  }

  #resolve(raw: string, scope: Scope, isAttribute: boolean): string {
    if (!NAME.test(raw)) this.fail(this.at, `the improper name ${JSON.stringify(raw.slice(0, 40))}`);
    const colon = raw.indexOf(":");
    const prefix = colon < 0 ? "" : raw.slice(0, colon);
    if (prefix === "xml" || prefix === "xmlns" || (prefix === "" && isAttribute)) return raw;
    const uri = scope.bindings.get(prefix);
    if (uri === undefined) {
      if (prefix === "") return raw;
      this.fail(this.at, `the prefix ${prefix} that is bound to no namespace`);
    }
    const canonical = canonicalPrefix(uri);
    return canonical === null ? raw : `${canonical}:${raw.slice(colon + 1)}`;
  }
}

interface Scope {
  readonly bindings: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
  readonly attributeNames: Map<string, string>;
}

const NO_ATTRIBUTES: string[] = [];
const NO_CHILDREN: XmlNode[] = [];

/** A string of its own, with none of the string that it was cut from. */
function copyOf(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** What XML 1.0 (production 2) does not allow, as far as single UTF-16 units can tell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(:[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?$/u;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
}

/** Not the second character of an end tag, a comment or an instruction. */
function isNameStart(c: number): boolean {
  return c !== SLASH && c !== BANG && c !== QUESTION;
}

/** NaN, past the end, also ends a name. */
function endsName(c: number): boolean {
  return isSpace(c) || c === GT || c === SLASH || Number.isNaN(c);
}
