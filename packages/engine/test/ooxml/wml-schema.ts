import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const SCHEMAS = fileURLToPath(new URL("../../../../../shared/standards/ooxml/", import.meta.url));

/** Put after a test's name where the schemas are absent; empty where they are there. */
export const WITHOUT_SCHEMAS = existsSync(SCHEMAS)
  ? ""
  : " (skipped: the ECMA-376 schemas are not beside this repository)";

/** An XML part under a name that is found again in the faults: letters, digits, `_` and `.`. */
export interface XmlFile {
  readonly fileName: string;
  readonly xml: string;
}

export interface SchemaFault {
  readonly fileName: string;
  readonly message: string;
}

/**
 * What is wrong with parts by a schema of ECMA-376: `"wml.xsd"`, the transitional one for the parts of a text, or one of
 * the package conventions. Parts are read as a program reads them that knows no extension.
 */
export async function schemaFaults(files: readonly XmlFile[], schema: string): Promise<SchemaFault[]> {
  if (files.length === 0) return [];
  const [folder, name] = [join(SCHEMAS, schema, ".."), schema.replace(/.*\//, "")];
  const read = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") });
  const others = readdirSync(folder).filter((each) => each.endsWith(".xsd") && each !== name);
  const { errors } = await validateXML({
    xml: files.map(({ fileName, xml }) => ({ fileName, contents: withoutExtensions(xml) })),
    schema: [read(name)],
    preload: others.map(read),
    maxMemoryPages: 16384,
  });
  return errors.map(({ message, loc }) => ({ fileName: loc?.fileName ?? "", message }));
}

/** Whether a part, by its name in the package, is one that `wml.xsd` describes. */
export function isWordMarkup(part: string): boolean {
  return WORD_MARKUP.test(part);
}

const WORD_MARKUP =
  /^\/?word\/(?:document|styles|numbering|settings|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;

/**
 * A part as a program reads it that knows no extension of Word (ECMA-376 Part 3, 9): alternatives fall back, and what
 * `mc:Ignorable` names goes.
 */
function withoutExtensions(xml: string): string {
  const ignorable = new Set(["mc"]);
  const open: Treatment[] = [];
  let dropped = 0;
  let out = "";
  for (const [whole, close, name, attributes = "", empty] of xml.matchAll(TAGS)) {
    if (name === undefined) {
      if (dropped === 0) out += whole;
      continue;
    }
    if (close === "/") {
      const treatment = open.pop();
      if (treatment === "drop") dropped--;
      else if (dropped === 0 && treatment === "keep") out += whole;
      continue;
    }
    for (const [, prefixes = ""] of attributes.matchAll(/\smc:Ignorable=["']([^"']*)["']/g)) {
      for (const prefix of prefixes.split(/\s+/)) if (prefix !== "") ignorable.add(prefix);
    }
    const treatment = treatmentOf(name, ignorable);
    if (dropped === 0 && treatment === "keep") out += `<${name}${known(attributes, ignorable)}${empty}>`;
    if (empty === "/") continue;
    open.push(treatment);
    if (treatment === "drop") dropped++;
  }
  return out;
}

/** `"unwrap"`: the element goes and its content stays. */
type Treatment = "keep" | "drop" | "unwrap";

const TAGS =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'/]|\/(?!>))*)(\/?)>|[^<]+/gs;

function treatmentOf(name: string, ignorable: ReadonlySet<string>): Treatment {
  if (name === "mc:AlternateContent" || name === "mc:Fallback") return "unwrap";
  return ignorable.has(prefixOf(name)) ? "drop" : "keep";
}

function known(attributes: string, ignorable: ReadonlySet<string>): string {
  return attributes.replaceAll(/\s+([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, name: string) =>
    ignorable.has(prefixOf(name)) ? "" : whole,
  );
}

function prefixOf(name: string): string {
  return name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
}
