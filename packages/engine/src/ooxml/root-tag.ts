import { canonicalPrefix, isExtension, namespaceOf } from "./namespaces.ts";
import { XmlReader } from "./xml-reader.ts";

/**
 * Declares on the root element of a part every namespace whose prefix its content uses. What the engine writes uses its
 * own prefixes; a part may call them otherwise, or lack those that inserted words need. Nothing else is touched.
 */
export function declareNamespaces(
  xml: string,
  part: string,
  isStrict: boolean,
  others: ReadonlyMap<string, string>,
): string {
  const reader = new XmlReader(xml, part);
  reader.prolog();
  const from = reader.at;
  const root = reader.enter();
  const end = xml.charCodeAt(reader.at - 2) === 0x2f ? reader.at - 2 : reader.at - 1;
  const declared = new Map<string, string>();
  for (let i = 0; i < root.attributes.length; i += 2) {
    const name = root.attributes[i] as string;
    if (name.startsWith("xmlns:")) declared.set(name.slice(6), root.attributes[i + 1] as string);
  }
  let added = "";
  const ignorable: string[] = [];
  for (const prefix of prefixesIn(xml.slice(from))) {
    if (declared.has(prefix) || prefix === "xml" || prefix === "xmlns") continue;
    // The part may know the vocabulary by another prefix, and then in its strict or transitional namespace.
    const own = [...declared.values(), ...defaultOf(root.attributes)].find(
      (known) => canonicalPrefix(known) === prefix,
    );
    const uri = own ?? namespaceOf(prefix, isStrict) ?? others.get(prefix);
    if (uri === undefined) continue;
    added += ` xmlns:${prefix}="${uri}"`;
    if (isExtension(prefix) || namespaceOf(prefix, isStrict) === null) ignorable.push(prefix);
  }
  if (added === "") return xml;
  let tag = xml.slice(from, end);
  if (ignorable.length > 0) {
    const known = /(\s[\w.-]+:Ignorable=")([^"]*)"/.exec(tag);
    if (known !== null) tag = tag.replace(known[0], `${known[1]}${[known[2], ...ignorable].join(" ").trim()}"`);
    else {
      if (!declared.has("mc") && !added.includes(" xmlns:mc=")) added += ` xmlns:mc="${namespaceOf("mc", isStrict)}"`;
      added += ` mc:Ignorable="${ignorable.join(" ")}"`;
    }
  }
  return xml.slice(0, from) + tag + added + xml.slice(end);
}

function defaultOf(attributes: readonly string[]): string[] {
  const at = attributes.indexOf("xmlns");
  return at < 0 || at % 2 === 1 ? [] : [attributes[at + 1] as string];
}

function prefixesIn(xml: string): Set<string> {
  const prefixes = new Set<string>();
  for (const match of xml.matchAll(/[<\s]([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])/g)) prefixes.add(match[1] as string);
  return prefixes;
}
