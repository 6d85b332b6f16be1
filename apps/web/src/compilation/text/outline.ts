import type { TextRow } from "./rows.ts";
import type { Stop } from "./stops.ts";

/** A heading of the text, and what there is up to the next heading of its level or above. */
export interface OutlineEntry {
  readonly key: string;
  readonly title: string;
  /** From 0. */
  readonly level: number;
  readonly passages: number;
  readonly contested: number;
  readonly comments: number;
}

/** The headings of the body. `counted` says which stops count. */
export function outlineOf(rows: readonly TextRow[], counted: (stop: Stop) => boolean): readonly OutlineEntry[] {
  const entries: Counting[] = [];
  const open: Counting[] = [];
  for (const row of rows) {
    if (row.kind === "paragraph" && row.depth !== null) {
      const level = row.depth;
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const entry = { key: row.key, title: titleOf(row.paragraph), level, passages: 0, contested: 0, comments: 0 };
      entries.push(entry);
      open.push(entry);
    }
    for (const stop of row.stops.filter(counted)) for (const entry of open) count(entry, stop);
  }
  return entries.filter(({ title }) => title !== "");
}

type Counting = { -readonly [Key in keyof OutlineEntry]: OutlineEntry[Key] };

function count(entry: Counting, { kind, contested, comments }: Stop): void {
  if (kind !== "comments") entry.passages += 1;
  if (contested) entry.contested += 1;
  entry.comments += comments.length;
}

function titleOf({ label, words }: { readonly label: string; readonly words: readonly string[] }): string {
  return `${label} ${words.join("")}`.trim();
}
