import { XML_DECLARATION } from "./content-types.ts";
import { type PartName, resolveTarget } from "./part-names.ts";
import { element, writeXml, type XmlElement } from "./xml.ts";

/** How one part refers to another, or to something outside the file (ECMA-376 Part 2, 6.5). */
export interface Relationship {
  /** Unique among the relationships of its source: `"rId4"`. */
  readonly id: string;
  /**
   * The last word of the type's address, the same in transitional and strict files: `"image"`, `"commentsExtended"`.
   */
  readonly type: string;
  /** The name of a part, which may be missing; for an external one the address, as written. Nobody follows it. */
  readonly target: PartName;
  readonly external: boolean;
  /** The type's whole address. */
  readonly typeUri: string;
  /** The target as it stands in the file. */
  readonly written: string;
}

/** Reads the root of the part that holds the relationships of `source`, in the order of the file. */
export function readRelationships(root: XmlElement, source: PartName): Relationship[] {
  return root.elements().map((line) => {
    const typeUri = line.attribute("Type") ?? "";
    const written = line.attribute("Target") ?? "";
    const external = line.attribute("TargetMode") === "External";
    return {
      id: line.attribute("Id") ?? "",
      type: shortType(typeUri),
      target: external ? written : resolveTarget(source, written),
      external,
      typeUri,
      written,
    };
  });
}

/** As the text of a relationships part. */
export function writeRelationships(relationships: readonly Relationship[]): string {
  const lines = relationships.map(({ id, typeUri, written, external }) =>
    element("Relationship", { Id: id, Type: typeUri, Target: written, TargetMode: external ? "External" : null }),
  );
  return XML_DECLARATION + writeXml(element("Relationships", { xmlns: NAMESPACE }, lines));
}

/** `rId` and the number after the highest one in use, and after `least`. */
export function freshId(relationships: readonly Relationship[], least = 0): string {
  let highest = least;
  for (const { id } of relationships) {
    const number = /^rId([0-9]{1,9})$/i.exec(id)?.[1];
    if (number !== undefined) highest = Math.max(highest, Number(number));
  }
  return `rId${highest + 1}`;
}

/** The whole address of a short type, as files of that flavour write it. What has a colon is an address already. */
export function typeUriOf(type: string, strict: boolean): string {
  if (type.includes(":")) return type;
  const elsewhere = ELSEWHERE[type];
  if (elsewhere !== undefined) return elsewhere;
  return strict ? `${STRICT}/${STRICT_NAMES[type] ?? type}` : `${TRANSITIONAL}/${type}`;
}

/** True for an address that only strict files use (ECMA-376 Part 4, Annex A). */
export function isStrictType(typeUri: string): boolean {
  return typeUri.startsWith(STRICT);
}

const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const MICROSOFT = "http://schemas.microsoft.com/office";
const METADATA = `${NAMESPACE}/metadata`;

/** Types whose address is the same in both flavours, because neither part of ECMA-376 changed or owns it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "core-properties": `${METADATA}/core-properties`,
  thumbnail: `${METADATA}/thumbnail`,
  vbaProject: `${MICROSOFT}/2006/relationships/vbaProject`,
  stylesWithEffects: `${MICROSOFT}/2007/relationships/stylesWithEffects`,
  commentsExtended: `${MICROSOFT}/2011/relationships/commentsExtended`,
  people: `${MICROSOFT}/2011/relationships/people`,
  commentsIds: `${MICROSOFT}/2016/09/relationships/commentsIds`,
  commentsExtensible: `${MICROSOFT}/2018/08/relationships/commentsExtensible`,
};

/** The types that strict files spell in another way. */
const STRICT_NAMES: Readonly<Record<string, string>> = {
  "extended-properties": "extendedProperties",
  "custom-properties": "customProperties",
};

function shortType(typeUri: string): string {
  const last = typeUri.slice(typeUri.lastIndexOf("/") + 1);
  return Object.keys(STRICT_NAMES).find((name) => STRICT_NAMES[name] === last) ?? last;
}
