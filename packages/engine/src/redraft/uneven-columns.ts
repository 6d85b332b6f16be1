import type { CompiledStory } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import { columnsIn, ends, type ProposedColumn } from "./columns.ts";
import type { SettledStory } from "./settle-story.ts";

/** A column of which the next draft has some rows as proposed, and others as in the base: the rows of its table differ. */
export interface UnevenColumn {
  readonly delegations: readonly DelegationCode[];
  readonly what: ProposedColumn["what"];
  /** Citations of the rows where it is in the next draft as proposed, and of those where it is not. */
  readonly adopted: readonly string[];
  readonly left: readonly string[];
  /** Of the latter those on which nothing is decided, and which are proposed for the next draft again. */
  readonly open: readonly string[];
}

/**
 * Every column that was decided row by row in different ways, in the order of the text. A rival's cell makes a row as long;
 * a row that is taken out whole makes none uneven; in brackets no cell comes or goes.
 */
export function unevenColumns(compiled: CompiledStory, { wordings, open }: SettledStory): UnevenColumn[] {
  const found = new Map<string, UnevenColumn & { readonly delegations: DelegationCode[] }>();
  for (const { delegation, what, cells } of columnsIn(compiled)) {
    const rows = cells.flatMap(({ passage, proposal }) => {
      const base = compiled.story.tokens.slice(passage.fromA, passage.toA);
      const wording = wordings.get(passage.id);
      if (wording === undefined) return [];
      const there = wording ?? base;
      if (ends("row", there) < ends("row", base)) return [];
      const isAdopted = ends("cell", there) === ends("cell", proposal.wording);
      return [{ passage, isAdopted, isOpen: open.includes(passage) }];
    });
    const cited = (wanted: (typeof rows)[number][]): string[] => wanted.map(({ passage }) => passage.place.citation);
    const adopted = cited(rows.filter(({ isAdopted }) => isAdopted));
    const left = cited(rows.filter(({ isAdopted }) => !isAdopted));
    if (adopted.length === 0 || left.length === 0) continue;
    const key = JSON.stringify([what, adopted, left]);
    const known = found.get(key);
    if (known !== undefined) known.delegations.push(delegation);
    else
      found.set(key, {
        delegations: [delegation],
        what,
        adopted,
        left,
        open: cited(rows.filter(({ isOpen }) => isOpen)),
      });
  }
  return [...found.values()];
}
