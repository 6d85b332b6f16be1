import type { Token } from "../model/text.ts";
import { permanentIdOf } from "../ooxml/permanent-bookmark.ts";
import type { TokenSource } from "../ooxml/token-source.ts";

/**
 * The permanent ids that the bookmarks beginning in a paragraph tell, in their order. Where paragraphs were joined there
 * are several. A bookmark round nothing is what is left of a paragraph that was taken out, and counts only where there is
 * no other; of several, the last, for what was taken out stood before.
 */
export function permanentIdsIn(tokens: readonly Token[]): string[] {
  const begun = new Map<string, { readonly id: string; readonly at: string }>();
  const empty = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const source = (tokens[i] as Token).source as TokenSource | null;
    for (const { at, element } of source?.markers ?? []) {
      const number = element.attribute("w:id") ?? "";
      const place = `${i} ${at}`;
      const id = permanentIdOf(element);
      if (id !== null) begun.set(number, { id, at: place });
      else if (element.name === "w:bookmarkEnd" && begun.get(number)?.at === place) empty.add(number);
    }
  }
  const full = [...begun].flatMap(([number, { id }]) => (empty.has(number) ? [] : [id]));
  return full.length > 0 ? full : [...begun.values()].slice(-1).map(({ id }) => id);
}
