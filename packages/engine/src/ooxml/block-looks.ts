import { type Identifiers, lookKey, NO_LOOK, readLook } from "./look.ts";
import type { FormerLook, Look } from "./pieces.ts";
import { element, type XmlElement } from "./xml.ts";

/**
 * The look of a paragraph: its properties and those of its mark. A file tracks the two apart (w:pPrChange, and
 * w:rPrChange inside the mark's w:rPr) and inserted numbering a third way (w:numPr/w:ins, ECMA-376 Part 1, 17.13.5.19);
 * here they are one.
 */
export function paragraphLook(properties: XmlElement | null, identifiers: Identifiers): Look {
  if (properties === null) return NO_LOOK;
  const mark = properties.child("w:rPr");
  const change = properties.child("w:pPrChange");
  const markChange = mark?.child("w:rPrChange") ?? null;
  const numberInserted = properties.child("w:numPr")?.child("w:ins") ?? null;
  const by = change ?? markChange ?? numberInserted ?? properties.child("w:sectPr")?.child("w:sectPrChange") ?? null;
  return {
    now: properties,
    nowKey: lookKey(properties, identifiers),
    former: by === null ? null : former(properties, mark, change, markChange, numberInserted, by, identifiers),
  };
}

function former(
  properties: XmlElement,
  mark: XmlElement | null,
  change: XmlElement | null,
  markChange: XmlElement | null,
  numberInserted: XmlElement | null,
  by: XmlElement,
  identifiers: Identifiers,
): FormerLook {
  const before = change?.child("w:pPr") ?? (change === null ? properties : null);
  const kept = (before?.elements() ?? []).filter(
    ({ name }) =>
      !["w:rPr", "w:sectPr", "w:pPrChange"].includes(name) && !(numberInserted !== null && name === "w:numPr"),
  );
  // w:pPrChange cannot hold a section break (CT_PPrBase): where there is one, it was there before.
  const section = properties.child("w:sectPr");
  if (section !== null) kept.push(formerSection(section));
  const markBefore = markChange === null ? mark : (markChange.child("w:rPr") ?? null);
  if (markBefore !== null) kept.push(markBefore);
  const whole = element("w:pPr", {}, kept);
  return {
    properties: whole,
    key: lookKey(whole, identifiers),
    author: by.attribute("w:author") ?? "",
    date: by.attribute("w:date"),
  };
}

/** The record of a change holds no headers and footers (CT_SectPrBase, 17.13.5.32): they are those of now. */
function formerSection(section: XmlElement): XmlElement {
  const before = section.child("w:sectPrChange")?.child("w:sectPr") ?? null;
  if (before === null) return section;
  const margins = section.elements().filter(({ name }) => name === "w:headerReference" || name === "w:footerReference");
  return before.withChildren([...margins, ...before.elements()]);
}

/**
 * The look of a table: its properties without the grid, whose widths Word reckons anew from the cells
 * (ECMA-376 Part 1, 17.4.48) and whose change (w:tblGridChange) names no author.
 */
export function tableLook(table: XmlElement, identifiers: Identifiers): Look {
  return readLook(table.child("w:tblPr"), "w:tblPrChange", identifiers);
}

/** The look of a row: its properties (w:trPr). Exceptions from the table's properties (w:tblPrEx) are read with them. */
export function rowLook(row: XmlElement, identifiers: Identifiers): Look {
  const own = readLook(row.child("w:trPr"), "w:trPrChange", identifiers);
  const exceptions = readLook(row.child("w:tblPrEx"), "w:tblPrExChange", identifiers);
  if (exceptions.now === null) return own;
  const by = own.former ?? exceptions.former;
  return {
    now: own.now,
    nowKey: own.nowKey + exceptions.nowKey,
    former:
      by === null
        ? null
        : {
            properties: own.former?.properties ?? own.now,
            key: (own.former?.key ?? own.nowKey) + (exceptions.former?.key ?? exceptions.nowKey),
            author: by.author,
            date: by.date,
          },
  };
}
