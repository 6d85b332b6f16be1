import { CHANGE_MARKS, FORMER_LOOKS } from "../../ooxml/meanings.ts";
import { element, writeXml, type XmlElement, type XmlNode } from "../../ooxml/xml.ts";
import type { Authors } from "./authors.ts";
import type { ChangeTags } from "./change-tags.ts";

/** Properties with what they were before somebody proposed to change them. */
export interface WrittenLook {
  readonly now: XmlElement | null;
  /** `null` where nobody proposes another look. */
  readonly change: { readonly former: XmlElement | null; readonly by: Authors } | null;
}

/** What a property element holds beside properties: records of changes, and marks of insertion and deletion. */
const RECORDS: ReadonlySet<string> = new Set([...FORMER_LOOKS, ...CHANGE_MARKS]);

/** The element without any record of changes; `null` stays `null`. */
function withoutRecords(properties: XmlElement): XmlElement {
  if (
    !properties
      .elements()
      .some((child) => RECORDS.has(child.name) || child.name === "w:rPr" || child.name === "w:numPr")
  ) {
    return properties;
  }
  const children: XmlNode[] = properties
    .elements()
    .filter((child) => !RECORDS.has(child.name))
    .map((child) =>
      child.name === "w:rPr" || child.name === "w:numPr" || child.name === "w:sectPr" ? withoutRecords(child) : child,
    );
  return properties.withChildren(children);
}

/** w:rPr, the record of its change last (ECMA-376 Part 1, 17.3.2.28 and 17.13.5.31). */
export function writeRunProperties({ now, change }: WrittenLook, tags: ChangeTags): string {
  const inner = now === null ? "" : childrenXml(withoutRecords(now));
  const record = change === null ? "" : writeRecord("w:rPrChange", "w:rPr", change.former, change.by, tags);
  return inner + record === "" ? "" : `<w:rPr>${inner}${record}</w:rPr>`;
}

/**
 * w:pPr of a paragraph whose mark may be inserted or deleted. The order is that of CT_PPr and CT_ParaRPr: properties,
 * then the mark's own with its insertion or deletion first, then the section, then the record of the change
 * (17.3.1.26, 17.3.1.29, 17.13.5.29).
 */
export function writeParagraphProperties({ now, change }: WrittenLook, marks: string, tags: ChangeTags): string {
  const own = now === null ? null : withoutRecords(now);
  const former = change === null || change.former === null ? null : withoutRecords(change.former);
  const base = (own?.elements() ?? []).filter((child) => child.name !== "w:rPr" && child.name !== "w:sectPr");
  const mark = own?.child("w:rPr") ?? null;
  const formerMark = former?.child("w:rPr") ?? null;
  const markProperties = mark === null ? "" : childrenXml(mark);
  const markRecord =
    change === null || markProperties === (formerMark === null ? "" : childrenXml(formerMark))
      ? ""
      : writeRecord("w:rPrChange", "w:rPr", formerMark, change.by, tags);
  const rPr = marks + markProperties + markRecord;
  const section = own?.child("w:sectPr") ?? null;
  const formerSection = former?.child("w:sectPr") ?? null;
  let out = base.map(writeXml).join("");
  if (rPr !== "") out += `<w:rPr>${rPr}</w:rPr>`;
  if (section !== null)
    out += writeSection(section, change === null ? null : { former: formerSection, by: change.by }, tags);
  if (change !== null) {
    const before = (former?.elements() ?? []).filter((child) => child.name !== "w:rPr" && child.name !== "w:sectPr");
    if (base.map(writeXml).join("") !== before.map(writeXml).join("")) {
      out += writeRecord("w:pPrChange", "w:pPr", element("w:pPr", {}, before), change.by, tags);
    }
  }
  return out === "" ? "" : `<w:pPr>${out}</w:pPr>`;
}

/** w:sectPr; headers and footers are the base's, a record of a change cannot hold any (CT_SectPrBase, 17.13.5.32). */
export function writeSection(section: XmlElement, change: WrittenLook["change"], tags: ChangeTags): string {
  const own = withoutRecords(section);
  if (change === null || change.former === null) return writeXml(own);
  const former = withoutRecords(change.former);
  const isReference = (child: XmlElement): boolean =>
    child.name === "w:headerReference" || child.name === "w:footerReference";
  const references = former.elements().filter(isReference).map(writeXml).join("");
  const properties = own
    .elements()
    .filter((child) => !isReference(child))
    .map(writeXml)
    .join("");
  const before = former.elements().filter((child) => !isReference(child));
  if (properties === before.map(writeXml).join("")) return writeXml(former);
  const record = writeRecord("w:sectPrChange", "w:sectPr", element("w:sectPr", {}, before), change.by, tags);
  return `<w:sectPr>${references}${properties}${record}</w:sectPr>`;
}

/** w:tblPr, w:tblPrEx, w:trPr or w:tcPr with marks of insertion or deletion and the record of a change. */
export function writeProperties(
  name: "w:tblPr" | "w:tblPrEx" | "w:trPr" | "w:tcPr",
  { now, change }: WrittenLook,
  marks: string,
  tags: ChangeTags,
): string {
  const inner = now === null ? "" : childrenXml(withoutRecords(now));
  const record = change === null ? "" : writeRecord(`${name}Change`, name, change.former, change.by, tags);
  return inner + marks + record === "" ? "" : `<${name}>${inner}${marks}${record}</${name}>`;
}

/** The record of a change must hold the element of the former properties, even where there were none. */
function writeRecord(name: string, inner: string, former: XmlElement | null, by: Authors, tags: ChangeTags): string {
  const before = former === null ? "" : childrenXml(withoutRecords(former));
  return `<${name}${tags.attributes(by)}><${inner}>${before}</${inner}></${name}>`;
}

function childrenXml(node: XmlElement): string {
  return node.elements().map(writeXml).join("");
}
