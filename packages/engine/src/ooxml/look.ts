import { isDrawnAnew } from "./atoms.ts";
import { CHANGE_MARKS, isTrace } from "./meanings.ts";
import type { FormerLook, Look } from "./pieces.ts";
import { element, writeCanonical, type XmlElement, type XmlNode } from "./xml.ts";

/**
 * Properties that on and off alone make (ECMA-376 Part 1, 17.3.2): an element without w:val, or with "true", "on" or
 * "1", means on.
 */
const TOGGLES: ReadonlySet<string> = new Set([
  "w:b",
  "w:bCs",
  "w:i",
  "w:iCs",
  "w:caps",
  "w:smallCaps",
  "w:strike",
  "w:dstrike",
  "w:outline",
  "w:shadow",
  "w:emboss",
  "w:imprint",
  "w:vanish",
  "w:rtl",
  "w:cs",
  "w:specVanish",
  "w:webHidden",
  "w:keepNext",
  "w:keepLines",
  "w:pageBreakBefore",
  "w:widowControl",
  "w:contextualSpacing",
  "w:bidi",
  "w:suppressLineNumbers",
  "w:cantSplit",
  "w:tblHeader",
  "w:noWrap",
  "w:bidiVisual",
  "w:hidden",
  "w:snapToGrid",
  "w:titlePg",
  "w:mirrorIndents",
  "w:adjustRightInd",
  "w:wordWrap",
]);

/** What Word writes and changes by itself, and no reader sees: proofing, language, hints. */
const UNSEEN: ReadonlySet<string> = new Set([
  "w:lang",
  "w:noProof",
  "w:cnfStyle",
  "w:divId",
  "w:headerReference",
  "w:footerReference",
  "w:printerSettings",
]);

/** How to read identifiers inside properties, so that equal looks of two files are equal keys. */
export interface Identifiers {
  /** The base's style id for one of this file, or the id itself with a mark where the base has no such style. */
  style(id: string): string;
  /** The base's list for one of this file, or a description of the list where the base has none like it. */
  number(id: string): string;
}

/** The key and the former state of a property element such as w:rPr, w:pPr, w:tcPr; `null` for an absent one. */
export function readLook(properties: XmlElement | null, changeName: string, identifiers: Identifiers): Look {
  if (properties === null) return NO_LOOK;
  const change = properties.child(changeName);
  return {
    now: properties,
    nowKey: lookKey(properties, identifiers),
    former: change === null ? null : formerLook(change, properties.name, identifiers),
  };
}

export const NO_LOOK: Look = { now: null, nowKey: "", former: null };

function formerLook(change: XmlElement, name: string, identifiers: Identifiers): FormerLook {
  const inner = change.child(name) ?? change.elements()[0] ?? null;
  return {
    properties: inner,
    key: inner === null ? "" : lookKey(inner, identifiers),
    author: change.attribute("w:author") ?? "",
    date: change.attribute("w:date"),
  };
}

/**
 * A canonical form of a property element: equal exactly if the two look the same; `""` for no visible property. Of two
 * properties of one name the first counts.
 */
export function lookKey(properties: XmlElement, identifiers: Identifiers): string {
  const keys: string[] = [];
  for (const child of properties.children) {
    if (child.kind !== "element" || UNSEEN.has(child.name) || CHANGE_MARKS.has(child.name) || isTrace(child.name))
      continue;
    if (properties.child(child.name) !== child) continue;
    const key = propertyKey(child, identifiers);
    if (key !== "") keys.push(key);
  }
  return keys.sort().join("");
}

function propertyKey(property: XmlElement, identifiers: Identifiers): string {
  const { name } = property;
  // The mark's own run properties do not show, but for its size and the look of its number: kept, as the mark's.
  if (name === "w:rPr" || name === "w:sectPr" || name === "w:tblPr" || name === "w:tblGrid") {
    const inner = lookKey(property, identifiers);
    return inner === "" ? "" : `<${name}>${inner}</${name}>`;
  }
  if (name === "w:pStyle" || name === "w:rStyle" || name === "w:tblStyle") {
    return `<${name} ${identifiers.style(property.attribute("w:val") ?? "")}>`;
  }
  if (name === "w:numId") return `<w:numId ${identifiers.number(property.attribute("w:val") ?? "")}>`;
  if (name === "w:numPr") {
    const inner = lookKey(property, identifiers);
    return inner === "" ? "" : `<w:numPr>${inner}</w:numPr>`;
  }
  if (TOGGLES.has(name)) return `<${name} ${isOn(property) ? "on" : "off"}>`;
  return writeCanonical(normalised(property));
}

/** Sorted attributes without revision ids and hints, children likewise. */
function normalised(node: XmlElement): XmlElement {
  const pairs: [string, string][] = [];
  for (let i = 0; i < node.attributes.length; i += 2) {
    const name = node.attributes[i] as string;
    // A relationship id says nothing in another file; what it leads to, headers for one, is compared elsewhere.
    if (name === "w:hint" || name.startsWith("r:") || isDrawnAnew(node.name, name)) continue;
    pairs.push([name, node.attributes[i + 1] as string]);
  }
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const children: XmlNode[] = node
    .elements()
    .filter((child) => !isTrace(child.name))
    .map(normalised);
  return element(node.name, Object.fromEntries(pairs), children);
}

export function isOn(toggle: XmlElement): boolean {
  const value = toggle.attribute("w:val");
  return value === null || value === "1" || value === "true" || value === "on";
}
