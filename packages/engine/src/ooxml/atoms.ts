import { characterText, isTrace } from "./meanings.ts";
import { element, writeCanonical, type XmlElement, type XmlNode } from "./xml.ts";

/** What the reader of a part must know of its surroundings to tell one atom from another. */
export interface AtomContext {
  /** What a relationship id of this part leads to, the same for two files exactly if it is the same thing. */
  relationship(id: string): string;
}

/** A character's key and text: a tab, a break, a symbol. */
export function readCharacter(node: XmlElement): { key: string; text: string } {
  if (node.name === "w:sym") {
    const code = Number.parseInt(node.attribute("w:char") ?? "", 16);
    // Four digits (ST_ShortHexNumber, 22.9.2.18); whatever else stands there is no character.
    const isCharacter = code >= 0 && code <= 0xffff && (code < 0xd800 || code > 0xdfff);
    return { key: `<${writeAttributes(node)}>`, text: isCharacter ? String.fromCharCode(code) : "\ufffd" };
  }
  return { key: `<${writeAttributes(node)}>`, text: characterText(node.name, node.attribute("w:type")) };
}

function writeAttributes(node: XmlElement): string {
  return writeCanonical(node.withChildren([]));
}

/**
 * A key that two atoms share exactly if a reader sees the same: ids that Word draws anew are left out, and what an id
 * leads to stands in its place. Text boxes inside are stories of their own and left out as well.
 */
export function atomKey(node: XmlElement, context: AtomContext): string {
  return writeCanonical(withoutTraces(node, context));
}

function withoutTraces(node: XmlElement, context: AtomContext): XmlElement {
  const attributes: [string, string][] = [];
  for (let i = 0; i < node.attributes.length; i += 2) {
    const name = node.attributes[i] as string;
    const value = node.attributes[i + 1] as string;
    if (isDrawnAnew(node.name, name)) continue;
    attributes.push([name, name.startsWith("r:") ? context.relationship(value) : value]);
  }
  attributes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const children: XmlNode[] = [];
  for (const child of node.children) {
    if (child.kind === "text" && child.value.trim() !== "") children.push(child);
    if (child.kind !== "element" || child.name === "mc:Fallback" || child.name === "w:lang" || isTrace(child.name))
      continue;
    children.push(child.name === "w:txbxContent" ? element("w:txbxContent") : withoutTraces(child, context));
  }
  return element(node.name, Object.fromEntries(attributes), children);
}

/** Attributes that Word draws anew when it saves, or that only number things within one file. */
export function isDrawnAnew(elementName: string, attribute: string): boolean {
  // What the spaces are is told by the text.
  if (attribute.startsWith("w:rsid") || attribute.startsWith("xmlns") || attribute === "xml:space") return true;
  if (attribute === "wp14:anchorId" || attribute === "wp14:editId" || attribute === "w14:anchorId") return true;
  if (attribute === "w14:paraId" || attribute === "w14:textId") return true;
  if (elementName === "wp:docPr" || elementName === "pic:cNvPr" || elementName === "wps:cNvPr") {
    return attribute === "id" || attribute === "name";
  }
  if (attribute === "o:spid" || attribute === "o:gfxdata") return true;
  return (
    (elementName.startsWith("v:") && (attribute === "id" || attribute === "type"))
    || (elementName === "o:OLEObject" && (attribute === "ObjectID" || attribute === "ShapeID"))
  );
}

/** What stands for an atom where there is nothing to read. */
export function atomText(node: XmlElement): string {
  const described = description(node);
  const what =
    ATOM_WORDS.find(([name]) => contains(node, name))?.[1] ?? (node.name.startsWith("m:") ? "equation" : "object");
  if (what === "") return "";
  if (what === "equation") return `[equation: ${node.text()}]`;
  return described === "" ? `[${what}]` : `[${what}: ${described}]`;
}

const ATOM_WORDS: readonly (readonly [string, string])[] = [
  ["w:footnoteRef", ""],
  ["w:endnoteRef", ""],
  ["w:separator", ""],
  ["w:continuationSeparator", ""],
  ["o:OLEObject", "embedded object"],
  ["c:chart", "chart"],
  ["dgm:relIds", "diagram"],
  ["w:txbxContent", "text box"],
  ["pic:pic", "image"],
  ["v:imagedata", "image"],
  ["w:drawing", "drawing"],
  ["w:pict", "drawing"],
  ["w:ruby", "ruby text"],
];

function contains(node: XmlElement, name: string): boolean {
  return node.name === name || node.elements().some((child) => contains(child, name));
}

function description(node: XmlElement): string {
  if (node.name === "wp:docPr") return node.attribute("descr") ?? "";
  for (const child of node.elements()) {
    const found = description(child);
    if (found !== "") return found;
  }
  return "";
}

/** The contents of the text boxes inside an atom, outermost first; of alternatives only the first choice is read. */
export function textBoxesOf(node: XmlElement): XmlElement[] {
  if (node.name === "w:txbxContent") return [node];
  if (node.name === "mc:AlternateContent") {
    const choice = node.child("mc:Choice") ?? node.child("mc:Fallback");
    return choice === null ? [] : textBoxesOf(choice);
  }
  return node.elements().flatMap(textBoxesOf);
}
