import type { FormattingEntry } from "./compilation-document.ts";

/** A proposal on formatting as a list shows it; widths of a table's columns, cell by cell in a file, are one. */
export interface FoldedFormatting {
  /** Position of the first token. */
  readonly from: number;
  readonly citation: string;
  /** The words that it is about; `""` where they do not matter. */
  readonly text: string;
  /** `"bold"`, `"column width changed in 10 cells"` */
  readonly change: string;
  readonly sponsors: FormattingEntry["sponsors"];
}

/** Proposals on the formatting of one story, in their order. */
export function foldFormatting(entries: readonly FormattingEntry[]): FoldedFormatting[] {
  const folded: (FoldedFormatting & { readonly key: string | null; readonly cells: number })[] = [];
  for (const { from, citation, text, change, sponsors } of entries) {
    const table = change === WIDTH ? /^(.*\bTable \d+), row \d/.exec(citation)?.[1] : undefined;
    const key = table === undefined ? null : JSON.stringify([table, sponsors]);
    const at = key === null ? -1 : folded.findIndex((other) => other.key === key);
    const former = folded[at];
    if (former !== undefined) folded[at] = { ...former, cells: former.cells + 1 };
    else
      folded.push({
        from,
        citation: table ?? citation,
        text: table === undefined ? text : "",
        change,
        sponsors,
        key,
        cells: 1,
      });
  }
  return folded.map(({ key, cells, change, ...entry }) => ({
    ...entry,
    change: key === null ? change : `${change} in ${cells} ${cells === 1 ? "cell" : "cells"}`,
  }));
}

/** As `describeFormatChange` words it where nothing else changes. */
const WIDTH = "column width changed";
