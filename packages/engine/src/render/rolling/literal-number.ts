import type { NumberPosition } from "../../ooxml/numbering.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import { element, type XmlElement } from "../../ooxml/xml.ts";

/**
 * Paragraph properties (w:pPr) without the automatic number that `file` gives them, and with the indent that came with
 * the number, so that a number can be typed in its place.
 */
export function withoutAutomaticNumber(properties: XmlElement | null, file: WordFile): XmlElement | null {
  const position = file.numbering.positionOf(properties);
  if (position === null) return properties;
  // The id 0 takes away the number of a style as well (ECMA-376 Part 1, 17.9.18).
  const none = element("w:numPr", {}, [element("w:ilvl", { "w:val": "0" }), element("w:numId", { "w:val": "0" })]);
  const plain = withProperty(properties ?? element("w:pPr"), none);
  const indent = plain.child("w:ind") === null ? indentOf(position, file) : null;
  return indent === null ? plain : withProperty(plain, indent);
}

/** The indent of a level, from the definition or from what the list says instead. */
function indentOf({ list, level }: NumberPosition, file: WordFile): XmlElement | null {
  const part = file.partOfType("numbering");
  if (part === null) return null;
  const root = file.rootOf(part);
  const isLevel = (node: XmlElement): boolean => node.attribute("w:ilvl") === String(level);
  const num = root.elements("w:num").find((node) => node.attribute("w:numId") === list.numId);
  const abstract = root.elements("w:abstractNum").find((node) => node.attribute("w:abstractNumId") === list.abstractId);
  const override = num?.elements("w:lvlOverride").find(isLevel)?.child("w:lvl");
  const own = override ?? abstract?.elements("w:lvl").find(isLevel);
  return own?.child("w:pPr")?.child("w:ind") ?? null;
}

/** With one property in its place in the order of CT_PPrBase (17.3.1.26). */
function withProperty(properties: XmlElement, property: XmlElement): XmlElement {
  const others = properties.elements().filter(({ name }) => name !== property.name);
  const rank = ORDER.indexOf(property.name);
  const next = others.findIndex(({ name }) => !ORDER.includes(name) || ORDER.indexOf(name) > rank);
  return properties.withChildren(next < 0 ? [...others, property] : others.toSpliced(next, 0, property));
}

/** What can stand before an indent; all other properties come after. */
const ORDER: readonly string[] = [
  "w:pStyle",
  "w:keepNext",
  "w:keepLines",
  "w:pageBreakBefore",
  "w:framePr",
  "w:widowControl",
  "w:numPr",
  "w:suppressLineNumbers",
  "w:pBdr",
  "w:shd",
  "w:tabs",
  "w:suppressAutoHyphens",
  "w:kinsoku",
  "w:wordWrap",
  "w:overflowPunct",
  "w:topLinePunct",
  "w:autoSpaceDE",
  "w:autoSpaceDN",
  "w:bidi",
  "w:adjustRightInd",
  "w:snapToGrid",
  "w:spacing",
  "w:ind",
];
