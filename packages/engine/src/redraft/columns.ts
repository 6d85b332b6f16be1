import type { CompiledStory, Passage, Proposal } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Block, Story, Token } from "../model/text.ts";
import { ownEdits } from "./own-edits.ts";

/** A column of a table that a delegation inserts, or takes out: a passage for each row, and decided as one. */
export interface ProposedColumn {
  readonly delegation: DelegationCode;
  readonly what: "inserted" | "taken out";
  /** In the order of the rows: two or more. */
  readonly cells: readonly ProposedCell[];
}

export interface ProposedCell {
  readonly passage: Passage;
  readonly proposal: Proposal;
}

/** All columns that delegations insert or take out. A cell in one row alone is none. */
export function columnsIn(compiled: CompiledStory): ProposedColumn[] {
  const { story } = compiled;
  const places = columnsByGap(story);
  const found = new Map<string, ProposedColumn & { readonly cells: ProposedCell[] }>();
  for (const { delegation, passage, proposal, edit } of ownEdits(compiled)) {
    const gone = story.tokens.slice(edit.fromA, edit.toA);
    const more = ends("cell", edit.inserted) - ends("cell", gone);
    const place = places.get(edit.fromA);
    if (place === undefined || more === 0 || ends("row", edit.inserted) !== ends("row", gone)) continue;
    const what = more > 0 ? "inserted" : "taken out";
    const key = JSON.stringify([delegation, place, what]);
    const column = found.get(key) ?? { delegation, what, cells: [] };
    found.set(key, column);
    if (column.cells.at(-1)?.passage !== passage) column.cells.push({ passage, proposal });
  }
  return [...found.values()].filter(({ cells }) => cells.length > 1);
}

/** How many rows or cells end in these tokens; those of a table that stands whole among them are its own matter. */
export function ends(what: "row" | "cell", tokens: readonly Token[]): number {
  let tables = 0;
  let count = 0;
  for (const { kind, wording } of tokens) {
    if (kind === "open" && wording.startsWith("<table")) tables++;
    else if (kind === "close" && wording === "</table>") tables--;
    else if (kind === "close" && wording === `</${what}>` && tables === 0) count++;
  }
  return count;
}

/** For gaps where cells begin or rows end: the table, counted through the story, and the grid column. */
function columnsByGap({ blocks }: Story): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  let at = 0;
  let tables = 0;
  const visit = (block: Block, table: number): void => {
    if (block.kind === "paragraph") {
      at += block.length;
      return;
    }
    if (block.kind === "cell") places.set(at, `${table}, ${block.column}`);
    const inner = block.kind === "table" ? ++tables : table;
    at++;
    for (const child of block.children) visit(child, inner);
    if (block.kind === "row") places.set(at, `${table}, at the end`);
    at++;
  };
  for (const block of blocks) visit(block, 0);
  return places;
}
