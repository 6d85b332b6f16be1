import { element, writeXml, type XmlElement, type XmlNode } from "../../ooxml/xml.ts";
import type { Authors } from "./authors.ts";
import type { ChangeTags } from "./change-tags.ts";

interface Recorder {
  readonly by: Authors;
  readonly tags: ChangeTags;
}

/**
 * Elements that are deleted as a whole. Runs get deleted text (ECMA-376 Part 1, 17.3.3.7, 17.16.13); whole paragraphs,
 * given with a recorder, also get the deletion round their runs and on their marks.
 */
export function deletedNodes(nodes: readonly XmlElement[], recorder?: Recorder): string {
  return nodes
    .map((node) =>
      writeXml(recorder === undefined ? asDeleted(node, null) : wrapRuns(asDeleted(node, null), "w:del", recorder)),
    )
    .join("");
}

/** Paragraphs that are inserted as a whole. */
export function insertedNodes(nodes: readonly XmlElement[], recorder: Recorder): string {
  return nodes.map((node) => writeXml(wrapRuns(node, "w:ins", recorder))).join("");
}

const DELETED: Readonly<Record<string, string>> = { "w:t": "w:delText", "w:instrText": "w:delInstrText" };

function asDeleted(node: XmlElement, parent: XmlElement | null): XmlElement {
  // Text outside a run is no text to Word either, and stays what it is.
  const name = parent?.name === "w:r" ? (DELETED[node.name] ?? node.name) : node.name;
  const children = node.children.map((child) => (child.kind === "element" ? asDeleted(child, node) : child));
  if (name === node.name) return node.withChildren(children);
  return element(name, { "xml:space": "preserve" }, children);
}

function wrapRuns(node: XmlElement, name: "w:ins" | "w:del", recorder: Recorder): XmlElement {
  if (node.name !== "w:p" && node.name !== "w:hyperlink" && node.name !== "w:fldSimple") {
    return node.withChildren(
      node.children.map((child) => (child.kind === "element" ? wrapRuns(child, name, recorder) : child)),
    );
  }
  const children: XmlNode[] = [];
  if (node.name === "w:p") children.push(markedProperties(node.child("w:pPr"), name, recorder));
  for (const child of node.elements()) {
    if (child.name === "w:pPr") continue;
    if (child.name === "w:r") children.push(change(name, recorder, [child]));
    else children.push(wrapRuns(child, name, recorder));
  }
  return node.withChildren(children);
}

function markedProperties(properties: XmlElement | null, name: string, recorder: Recorder): XmlElement {
  const own = properties ?? element("w:pPr");
  const mark = own.child("w:rPr") ?? element("w:rPr");
  const marked = mark.withChildren([change(name, recorder, []), ...mark.elements()]);
  const before = own.elements().filter((child) => !AFTER_MARK.has(child.name));
  const after = own.elements().filter((child) => AFTER_MARK.has(child.name) && child.name !== "w:rPr");
  return own.withChildren([...before, marked, ...after]);
}

/** In CT_PPr the mark's properties stand before these. */
const AFTER_MARK: ReadonlySet<string> = new Set(["w:rPr", "w:sectPr", "w:pPrChange"]);

function change(name: string, { by, tags }: Recorder, children: readonly XmlNode[]): XmlElement {
  return element(name, { "w:id": String(tags.id()), "w:author": by.author, "w:date": by.date }, children);
}
