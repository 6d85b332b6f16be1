import type { TextRow } from "./rows.ts";
import type { Stop } from "./stops.ts";

/** What a person wants to see. All conditions hold together. */
export interface Filter {
  /** Only where this delegation proposes or comments; `null` for all. */
  readonly delegation: string | null;
  /** Only places of these kinds; empty for all. */
  readonly kinds: readonly PlaceKind[];
}

export const PLACE_KINDS = ["contested", "comments", "untracked", "near-identical"] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

export const EVERYTHING: Filter = { delegation: null, kinds: [] };

export function isOpen({ delegation, kinds }: Filter): boolean {
  return delegation === null && kinds.length === 0;
}

/** With a delegation, untracked is what this one made while tracking was off. */
export function matches({ delegation, kinds }: Filter, stop: Stop): boolean {
  if (delegation !== null && !stop.codes.includes(delegation)) return false;
  return kinds.every((kind) => isOfKind(stop, kind, delegation));
}

function isOfKind(stop: Stop, kind: PlaceKind, delegation: string | null): boolean {
  switch (kind) {
    case "contested":
      return stop.contested;
    case "comments":
      return stop.comments.length > 0;
    case "untracked":
      return delegation === null ? stop.untracked.length > 0 : stop.untracked.includes(delegation);
    case "near-identical":
      return stop.nearIdentical;
  }
}

/** The rows with a stop that matches, and the headings above them; what lies between becomes one line. */
export function filteredRows(rows: readonly TextRow[], filter: Filter): readonly TextRow[] {
  if (isOpen(filter)) return rows;
  const kept = keptRows(rows, filter);
  const shown: TextRow[] = [];
  for (const [i, row] of rows.entries()) {
    const last = shown.at(-1);
    if (kept.has(i)) shown.push(row);
    else if (last?.kind === "left-out") shown[shown.length - 1] = { ...last, count: last.count + 1 };
    else shown.push({ kind: "left-out", key: `left out ${row.key}`, story: row.story, stops: [], count: 1 });
  }
  return shown;
}

function keptRows(rows: readonly TextRow[], filter: Filter): ReadonlySet<number> {
  const kept = new Set<number>();
  const above: { readonly level: number; readonly at: number }[] = [];
  let title: number | null = null;
  for (const [i, row] of rows.entries()) {
    const level = row.kind === "paragraph" ? row.depth : null;
    if (level !== null) {
      while ((above.at(-1)?.level ?? -1) >= level) above.pop();
      above.push({ level, at: i });
    }
    if (row.kind === "story-title") title = i;
    if (!row.stops.some((stop) => matches(filter, stop))) continue;
    kept.add(i);
    for (const { at } of above) kept.add(at);
    if (title !== null && rows[title]?.story === row.story) kept.add(title);
  }
  return kept;
}
