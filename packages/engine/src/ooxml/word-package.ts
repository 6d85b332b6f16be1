import { Problem } from "../model/problem.ts";
import { type ContentTypes, readContentTypes } from "./content-types.ts";
import { LIMITS, type Limits } from "./limits.ts";
import {
  CONTENT_TYPES,
  PACKAGE,
  type PartName,
  partKey,
  partName,
  relationshipsPartOf,
  sourceOfRelationships,
} from "./part-names.ts";
import { decodePart } from "./part-text.ts";
import { isStrictType, type Relationship, readRelationships } from "./relationships.ts";
import { parseXml } from "./xml-reader.ts";
import { type Inflater, readZip, type ZipArchive, type ZipEntry } from "./zip-reader.ts";

/**
 * A Word file as parts and the relationships between them (ECMA-376 Part 2). Parts are inflated when they are asked
 * for. Names of parts are absolute, `"/word/document.xml"`; without the leading slash, and in any case, they are
 * found as well.
 */
export class WordPackage {
  /** The part that holds the body, wherever its relationship puts it. */
  readonly mainPart: PartName;
  /** True for the strict flavour of ECMA-376 Part 1, false for the transitional one of Part 4. */
  readonly strict: boolean;
  /** All parts in the order of the file, `[Content_Types].xml` and the relationships left out. */
  readonly parts: readonly PartName[];
  readonly contentTypes: ContentTypes;
  readonly #archive: ZipArchive;
  /** Entry names by the key of their part, in the order of the file, `[Content_Types].xml` included. */
  readonly #entries: ReadonlyMap<string, string>;
  readonly #relationships = new Map<string, readonly Relationship[]>();

  constructor(archive: ZipArchive) {
    this.#archive = archive;
    this.#entries = entriesByPart(archive);
    if (!this.has(CONTENT_TYPES)) throw notWord(archive);
    this.contentTypes = readContentTypes(parseXml(this.text(CONTENT_TYPES), CONTENT_TYPES).root);
    this.parts = archive.names
      .map(partName)
      .filter((name) => partKey(name) !== partKey(CONTENT_TYPES) && sourceOfRelationships(name) === null);
    const main = this.relationshipsOf(PACKAGE).find((one) => one.type === "officeDocument" && !one.external);
    if (main === undefined || !this.has(main.target)) {
      const what =
        main === undefined ? "nothing in it says which part is the main text" : `${main.target} is not in it`;
      throw new Problem("missing-part", `${what}.`, RESAVE);
    }
    this.mainPart = this.#nameOf(main.target);
    this.strict = isStrictType(main.typeUri);
    const type = this.contentTypeOf(this.mainPart);
    if (type !== null && /spreadsheet|presentation|excel|powerpoint/i.test(type)) {
      throw new Problem(
        "not-a-zip",
        "it is a workbook or a presentation.",
        "Ask the sender for the Word document (.docx) itself.",
      );
    }
  }

  has(part: PartName): boolean {
    return this.#entries.has(partKey(part));
  }

  /** The text of an XML part, without byte order mark. Throws a `Problem` if it is missing or no text. */
  text(part: PartName): string {
    return decodePart(this.bytes(part), part);
  }

  /** Do not write to them. Throws a `Problem` if the part is missing, damaged or too large. */
  bytes(part: PartName): Uint8Array {
    return this.#archive.read(this.#entryName(part));
  }

  /** `null` where the file does not say. */
  contentTypeOf(part: PartName): string | null {
    return this.contentTypes.of(part);
  }

  /** In the order of the file; empty where the part has none. `"/"` gives those of the package. */
  relationshipsOf(part: PartName): readonly Relationship[] {
    const key = partKey(part);
    const known = this.#relationships.get(key);
    if (known !== undefined) return known;
    const source = this.#nameOf(part);
    const holder = relationshipsPartOf(source);
    const read = this.has(holder) ? readRelationships(parseXml(this.text(holder), holder).root, source) : [];
    this.#relationships.set(key, read);
    return read;
  }

  /**
   * Relationships whose part is missing, of all parts that the package leads to, each with its source. Word opens such
   * files; what hangs on the missing part is lost already.
   */
  danglingRelationships(): { readonly source: PartName; readonly relationship: Relationship }[] {
    const dangling: { source: PartName; relationship: Relationship }[] = [];
    const sources: PartName[] = [PACKAGE];
    // Parts may refer to each other in a circle, as a note and its text do; each is visited once.
    const seen = new Set([partKey(PACKAGE)]);
    for (const source of sources) {
      for (const relationship of this.relationshipsOf(source)) {
        if (relationship.external) continue;
        const key = partKey(relationship.target);
        if (!this.has(relationship.target)) dangling.push({ source, relationship });
        else if (!seen.has(key)) {
          seen.add(key);
          sources.push(this.#nameOf(relationship.target));
        }
      }
    }
    return dangling;
  }

  /** True if the file carries macros or says that it may. */
  get hasMacros(): boolean {
    return this.parts.some((part) => /macroEnabled|vbaProject/i.test(this.contentTypeOf(part) ?? ""));
  }

  /**
   * True exactly if two parts hold the same bytes. Inflates nothing where they are compressed alike, or where size or
   * checksum differ. Throws a `Problem` if one of them must be inflated and cannot.
   */
  sameBytes(part: PartName, other: WordPackage, otherPart: PartName): boolean {
    const a = this.compressed(part);
    const b = other.compressed(otherPart);
    if (a.size !== b.size || a.crc32 !== b.crc32) return false;
    if (a.method === b.method && equalBytes(a.compressed, b.compressed)) return true;
    return equalBytes(this.bytes(part), other.bytes(otherPart));
  }

  /** The part as it stands in the file. Throws a `Problem` if it is missing. */
  compressed(part: PartName): ZipEntry {
    return this.#archive.compressed(this.#entryName(part));
  }

  /** Every entry as it stands in the file and in its order, `[Content_Types].xml` and the relationships included. */
  entries(): ZipEntry[] {
    return this.#archive.names.map((name) => this.#archive.compressed(name));
  }

  #entryName(part: PartName): string {
    return this.#entries.get(partKey(part)) ?? partName(part).slice(1);
  }

  /** The part's name as its entry spells it. */
  #nameOf(part: PartName): PartName {
    return partName(this.#entryName(part));
  }
}

/**
 * Opens a Word file. Checks at once that it is sound as a ZIP file, that it has a main text, and that its XML keeps to
 * the limits; anything else is found out when it is read. Throws a `Problem`.
 */
export function openPackage(bytes: Uint8Array, inflater: Inflater, limits: Limits = LIMITS): WordPackage {
  const archive = readZip(bytes, inflater, limits);
  const opened = new WordPackage(archive);
  for (const name of archive.names) {
    if (/xml$/i.test(opened.contentTypeOf(partName(name)) ?? "")) archive.reserve(name);
  }
  return opened;
}

const RESAVE = "Open the file in Word, save it as a Word document (.docx), and send that file.";

function entriesByPart(archive: ZipArchive): Map<string, string> {
  const entries = new Map<string, string>();
  for (const name of archive.names) {
    // Two entries can name one part only by percent-encoding; Word never writes that, and the first one holds.
    if (!entries.has(partKey(name))) entries.set(partKey(name), name);
  }
  return entries;
}

function notWord(archive: ZipArchive): Problem {
  if (archive.has("mimetype") && archive.has("META-INF/manifest.xml")) {
    return new Problem("not-a-zip", "it is an OpenDocument file.", RESAVE);
  }
  if (archive.names.some((name) => /\.docx?$/i.test(name))) {
    return new Problem(
      "not-a-zip",
      "it is a folder of documents, packed as one file.",
      "Unpack it, and send each Word document by itself.",
    );
  }
  return new Problem("missing-part", "[Content_Types].xml is not in it.", RESAVE);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
