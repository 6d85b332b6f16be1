import type { Wrapper } from "./pieces.ts";
import type { XmlElement } from "./xml.ts";

/**
 * Fields whose result Word reckons by itself when it opens, prints or updates the document (ECMA-376 Part 1, 17.16.5):
 * a changed result is nobody's edit. Results of all other fields are text that somebody chose.
 */
const RECKONED: ReadonlySet<string> = new Set([
  "AUTONUM",
  "AUTONUMLGL",
  "AUTONUMOUT",
  "AUTHOR",
  "BIBLIOGRAPHY",
  "CITATION",
  "CREATEDATE",
  "DATE",
  "DOCPROPERTY",
  "EDITTIME",
  "FILENAME",
  "FILESIZE",
  "INDEX",
  "LASTSAVEDBY",
  "LISTNUM",
  "NOTEREF",
  "NUMCHARS",
  "NUMPAGES",
  "NUMWORDS",
  "PAGE",
  "PAGEREF",
  "PRINTDATE",
  "REF",
  "REVNUM",
  "SAVEDATE",
  "SECTION",
  "SECTIONPAGES",
  "SEQ",
  "STYLEREF",
  "TA",
  "TC",
  "TIME",
  "TITLE",
  "TOA",
  "TOC",
  "USERADDRESS",
  "USERINITIALS",
  "USERNAME",
  "XE",
]);

/** The first word of a field code, in capitals: `"PAGEREF"`; a bare bookmark name counts as itself. */
function fieldType(code: string): string {
  return (/^\s*(\S+)/.exec(code)?.[1] ?? "").toUpperCase();
}

export function isReckoned(code: string): boolean {
  return RECKONED.has(fieldType(code)) || code.trim().startsWith("=");
}

/** A field that wraps text which a reader may edit, as a hyperlink element does. */
export function wrapsText(code: string): boolean {
  return fieldType(code) === "HYPERLINK";
}

/** The same for two codes that ask for the same: spacing and the switch that keeps formatting are left out. */
export function normaliseCode(code: string): string {
  return code
    .replace(/\\\*\s*MERGEFORMAT/gi, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Address and place of a HYPERLINK field: `"https://… #place"`. */
export function linkOf(code: string): string {
  const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/i.exec(code)?.[1] ?? "";
  const place = /\\l\s+"([^"]*)"/i.exec(code)?.[1] ?? "";
  return place === "" ? address : `${address}#${place}`;
}

/** The paragraph in which a field begins, and the index of that paragraph's first piece. */
export interface FieldStart {
  readonly paragraph: XmlElement;
  readonly from: number;
}

/** A field that begins and is not yet at its end. */
export interface OpenField {
  /** Index of its first piece in the row of pieces. */
  readonly from: number;
  readonly start: FieldStart;
  code: string;
  phase: "code" | "result";
  /** Runs from w:fldChar begin on, one child each. */
  readonly runs: XmlElement[];
  /** Of these, the field's own up to the separator: begin, code, separator. */
  readonly marks: XmlElement[];
  /** Paragraphs begun since the field began; those of a table of contents but its first. */
  readonly paragraphs: XmlElement[];
  /** Set from the separator on where the field wraps text; its `after` is `after` here, filled at the end. */
  wrapper: Wrapper | null;
  readonly after: XmlElement[];
}
