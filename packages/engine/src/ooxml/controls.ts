import { MARKER_MEANINGS } from "./meanings.ts";
import { writeCanonical, type XmlElement } from "./xml.ts";

/** What a content control is to its readers (w:sdtPr, 17.5.2.38): kind, title, tag; ids and data bindings are Word's own. */
export function controlKey(properties: XmlElement | null): string {
  if (properties === null) return "";
  const kept = properties.elements().filter(({ name }) => !TRACES.has(name) && MARKER_MEANINGS[name] === undefined);
  return kept.map(writeCanonical).sort().join("");
}

const TRACES: ReadonlySet<string> = new Set([
  "w:id",
  "w:rPr",
  "w:placeholder",
  "w:showingPlcHdr",
  "w:dataBinding",
  "w15:dataBinding",
  "w15:color",
  "w15:appearance",
]);
