/**
 * A part's name as ECMA-376 Part 2 (6.2.2) gives it: absolute, with `/` between folders, `"/word/document.xml"`.
 * `"/"` is the package itself, as the source of relationships. Names that differ only in case, or in what is
 * percent-encoded, name the same part.
 */
export type PartName = string;

export const PACKAGE: PartName = "/";
export const CONTENT_TYPES: PartName = "/[Content_Types].xml";

/** The name with its leading slash, which the entries of a ZIP file do without. */
export function partName(name: string): PartName {
  return name.startsWith("/") ? name : `/${name}`;
}

/** Equal exactly for names of the same part. */
export function partKey(name: string): string {
  return decodePercent(partName(name)).toLowerCase();
}

/** Lower case, without the dot; `""` where there is none. */
export function extensionOf(part: PartName): string {
  const last = part.slice(part.lastIndexOf("/") + 1);
  const dot = last.lastIndexOf(".");
  return dot < 0 ? "" : last.slice(dot + 1).toLowerCase();
}

/** The part that holds the relationships of `source` (ECMA-376 Part 2, 6.5.3): `"/word/_rels/document.xml.rels"`. */
export function relationshipsPartOf(source: PartName): PartName {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** The opposite of `relationshipsPartOf`; `null` for a part that holds no relationships. */
export function sourceOfRelationships(part: PartName): PartName | null {
  const match = /^(.*\/)_rels\/([^/]*)\.rels$/i.exec(part);
  return match === null ? null : `${match[1]}${match[2]}`;
}

/**
 * The part that a relationship of `source` means: `"media/image1.png"` from `/word/document.xml` is
 * `/word/media/image1.png`. A fragment is left out. Steps above the root stay at the root (RFC 3986, 5.2.4).
 */
export function resolveTarget(source: PartName, target: string): PartName {
  // Word takes a backslash for a slash here, and some programs write one.
  const path = target.replaceAll("\\", "/").replace(/#.*$/s, "");
  if (path === "") return source;
  const absolute = path.startsWith("/") ? path : source.slice(0, source.lastIndexOf("/") + 1) + path;
  const segments: string[] = [];
  for (const segment of absolute.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

/** How Word writes `part` as the target of a relationship of `source`; `resolveTarget` undoes it. */
export function relativeTarget(source: PartName, part: PartName): string {
  const from = source.split("/").slice(1, -1);
  const to = part.split("/").slice(1);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const path = [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
  return path.replace(/[^!$&'()*+,\-./0-9:;=@A-Z_a-z~%[\]]/gu, encodeURIComponent);
}

function decodePercent(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
