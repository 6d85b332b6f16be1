import type { Edit } from "../model/submission.ts";
import type { Token } from "../model/text.ts";
import type { RedlineEntry } from "./compilation-document.ts";
import { shownText } from "./shown-text.ts";

/**
 * Base tokens `fromA` to `toA` with edits as what is kept, deleted and inserted, in the order to be read. What is kept
 * and deleted is the base wording, what is kept and inserted the proposed one. Edits lie within the range, in order.
 */
export function redlineOf(
  base: readonly Token[],
  fromA: number,
  toA: number,
  edits: readonly Edit[],
): readonly RedlineEntry[] {
  const entries: RedlineEntry[] = [];
  const add = (kind: RedlineEntry["kind"], tokens: readonly Token[]): void => {
    const text = shownText(tokens);
    const last = entries.at(-1);
    if (text === "") return;
    if (last?.kind === kind) entries[entries.length - 1] = { kind, text: last.text + text };
    else entries.push({ kind, text });
  };
  let at = fromA;
  for (const edit of edits) {
    add("kept", base.slice(at, edit.fromA));
    add("deleted", base.slice(edit.fromA, edit.toA));
    add("inserted", edit.inserted);
    at = edit.toA;
  }
  add("kept", base.slice(at, toA));
  return entries;
}
