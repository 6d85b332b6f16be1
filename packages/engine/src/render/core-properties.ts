import type { PackageEdit } from "../ooxml/package-edit.ts";
import type { PartName } from "../ooxml/part-names.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import { element, writeXml, type XmlElement } from "../ooxml/xml.ts";
import { legalText } from "./legal-text.ts";

/** What a file says of itself as a whole (ECMA-376 Part 2, 11): the title; `""` where it has none. */
export function titleOf(file: WordFile): string {
  const part = corePart(file);
  return part === null ? "" : (propertiesOf(file, part).find(isCalled("title"))?.text().trim() ?? "");
}

/** Lets the file that is made say this of itself, which Word shows as its comments; the rest is as in `file`. */
export function describeFile(file: WordFile, edit: PackageEdit, description: string): void {
  const told = element("dc:description", { "xmlns:dc": DUBLIN_CORE }, [
    { kind: "text", value: legalText(description), raw: null },
  ]);
  const known = corePart(file);
  const others = known === null ? [] : propertiesOf(file, known).filter((one) => !isCalled("description")(one));
  const root = known === null ? element("cp:coreProperties", { "xmlns:cp": CORE }) : file.rootOf(known);
  const part = known ?? freePart(file);
  edit.withPart(part, DECLARATION + writeXml(root.withChildren([...others, told])), CONTENT_TYPE);
  if (known === null) edit.addRelationship("/", RELATIONSHIP, part);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
const CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";

function corePart({ package: source }: WordFile): PartName | null {
  const core = source.relationshipsOf("/").find(({ type, external }) => !external && type.endsWith("core-properties"));
  return core === undefined || !source.has(core.target) ? null : core.target;
}

/** A name that no part has: a file can have a part there that nothing refers to. */
function freePart({ package: source }: WordFile): PartName {
  let number = 0;
  const name = (): PartName => `/docProps/core${number === 0 ? "" : number}.xml`;
  while (source.has(name())) number++;
  return name();
}

function propertiesOf(file: WordFile, part: PartName): XmlElement[] {
  return file.rootOf(part).elements();
}

/** By the local name: their namespaces are none of the engine's, and each file calls them as it likes. */
function isCalled(name: string): (property: XmlElement) => boolean {
  return (property) => property.name === name || property.name.endsWith(`:${name}`);
}
