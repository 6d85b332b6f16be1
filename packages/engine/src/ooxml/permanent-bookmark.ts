import type { XmlElement } from "./xml.ts";

/**
 * The bookmark that carries the permanent id of a paragraph: `_cp_` and the id. Word does not show bookmarks whose names
 * begin with an underscore, and keeps them through all that is done to the words inside.
 */
const PREFIX = "_cp_";

/** Word takes bookmark names of at most 40 characters: letters, digits and underscores (ECMA-376 Part 1, 17.13.6.2). */
export const LONGEST_PERMANENT_ID = 40 - PREFIX.length;

/** True for what can be a permanent id: 1 to 36 letters of the basic alphabet, digits and underscores. */
export function isPermanentId(id: string): boolean {
  return id.length <= LONGEST_PERMANENT_ID && /^\w+$/.test(id);
}

/** The name of the bookmark that carries an id. */
export function bookmarkNameOf(id: string): string {
  return PREFIX + id;
}

/** The permanent id that a bookmark begins to carry; `null` for any other element. */
export function permanentIdOf(node: XmlElement): string | null {
  if (node.name !== "w:bookmarkStart") return null;
  const name = node.attribute("w:name") ?? "";
  const id = name.slice(PREFIX.length);
  return name.startsWith(PREFIX) && isPermanentId(id) ? id : null;
}

const START = new RegExp(`<w:bookmarkStart\\b(?=[^>]*\\sw:name="${PREFIX}\\w+")[^>]*\\sw:id="([^"]*)"[^>]*/>`, "g");

/** XML without these bookmarks: whoever reads the text does not see them. An end is told by the number of its beginning. */
export function withoutPermanentBookmarks(raw: string): string {
  if (!raw.includes(`w:name="${PREFIX}`)) return raw;
  const ends = new Set<string>();
  const begun = raw.replace(START, (_, number: string) => {
    ends.add(number);
    return "";
  });
  return begun.replace(/<w:bookmarkEnd\b[^>]*?\sw:id="([^"]*)"[^>]*\/>/g, (end, number: string) =>
    ends.has(number) ? "" : end,
  );
}
