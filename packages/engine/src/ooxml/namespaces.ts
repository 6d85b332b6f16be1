/**
 * One prefix for each namespace, whatever a file calls it, so that the rest of the engine can say `w:p`. The
 * transitional and the strict namespace of one vocabulary share a prefix (ECMA-376 Part 1 and Part 4, Annex A).
 */
const CANONICAL: Readonly<Record<string, readonly string[]>> = {
  w: [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ],
  r: [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  m: ["http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"],
  a: ["http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  wp: [
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  pic: ["http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture"],
  c: ["http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"],
  dgm: ["http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://purl.oclc.org/ooxml/drawingml/diagram"],
  mc: ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  v: ["urn:schemas-microsoft-com:vml"],
  o: ["urn:schemas-microsoft-com:office:office"],
  w10: ["urn:schemas-microsoft-com:office:word"],
  w14: ["http://schemas.microsoft.com/office/word/2010/wordml"],
  w15: ["http://schemas.microsoft.com/office/word/2012/wordml"],
  w16cid: ["http://schemas.microsoft.com/office/word/2016/wordml/cid"],
  w16cex: ["http://schemas.microsoft.com/office/word/2018/wordml/cex"],
  w16du: ["http://schemas.microsoft.com/office/word/2023/wordml/word16du"],
  w16se: ["http://schemas.microsoft.com/office/word/2015/wordml/symex"],
  w16: ["http://schemas.microsoft.com/office/word/2018/wordml"],
  w16sdtdh: ["http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash"],
  wps: ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  wpg: ["http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  wpc: ["http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"],
  wpi: ["http://schemas.microsoft.com/office/word/2010/wordprocessingInk"],
  wp14: ["http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"],
  wne: ["http://schemas.microsoft.com/office/word/2006/wordml"],
  a14: ["http://schemas.microsoft.com/office/drawing/2010/main"],
  sl: ["http://schemas.openxmlformats.org/schemaLibrary/2006/main", "http://purl.oclc.org/ooxml/schemaLibrary/main"],
};

const PREFIX_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CANONICAL).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
);

/** The prefix that the engine uses for a namespace, or `null` for a namespace that it does not know. */
export function canonicalPrefix(uri: string): string | null {
  return PREFIX_OF.get(uri) ?? null;
}

/** The namespace behind one of the engine's prefixes; `null` for a prefix that is not one of them. */
export function namespaceOf(prefix: string, isStrict: boolean): string | null {
  const uris = CANONICAL[prefix];
  return (isStrict ? (uris?.[1] ?? uris?.[0]) : uris?.[0]) ?? null;
}

/**
 * True for namespaces that came after ECMA-376: a program that does not know them must be told that it may skip them
 * (mc:Ignorable, ECMA-376 Part 3, 7.2).
 */
export function isExtension(prefix: string): boolean {
  return /^(w1[4-9]\w*|wp14|a14|wpi|wne)$/.test(prefix);
}
