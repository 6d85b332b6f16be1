import type { CompiledStory, Variant } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { Edit } from "../model/submission.ts";
import type { Token } from "../model/text.ts";

/** Words that some type at the beginning of a paragraph which others take out: joined, they would begin the next one. */
export interface StrandedWords {
  readonly place: Place;
  /** From where words are typed to the end of the paragraph, in base positions. */
  readonly fromA: number;
  readonly toA: number;
  /** Who types, each with the edits that do. */
  readonly typed: readonly { readonly units: readonly DelegationCode[]; readonly edits: readonly Edit[] }[];
  /** Who takes the paragraph out. */
  readonly takers: readonly DelegationCode[];
}

/** In the order of the text. `takenOut` tells who takes out a base token, by its position. */
export function strandedWords(
  { story, passages }: CompiledStory,
  takenOut: ReadonlyMap<number, readonly DelegationCode[]>,
): StrandedWords[] {
  const { tokens } = story;
  return passages.flatMap(({ place, proposals }) => {
    const byGap = Map.groupBy(
      proposals.flatMap(({ variants }) => variants.flatMap(typedWords)),
      ({ edit }) => edit.toA,
    );
    return [...byGap].flatMap(([gap, typed]) => {
      const mark = isInline(tokens[gap - 1]) ? -1 : endOfParagraph(tokens, gap);
      if (mark < 0) return [];
      const keepers = typed.filter(({ units }) => !units.some((unit) => takenOut.get(mark)?.includes(unit)));
      const takers = (takenOut.get(gap) ?? []).filter((unit) => {
        for (let at = gap; at <= mark; at++) if (!takenOut.get(at)?.includes(unit)) return false;
        return true;
      });
      if (keepers.length === 0 || takers.length === 0) return [];
      const fromA = Math.min(...keepers.map(({ edit }) => edit.fromA));
      return [
        { place, fromA, toA: mark + 1, typed: keepers.map(({ units, edit }) => ({ units, edits: [edit] })), takers },
      ];
    });
  });
}

/** Edits that end with words, and not with a paragraph of their own. */
function typedWords({
  delegations,
  edits,
}: Variant): { readonly units: readonly DelegationCode[]; readonly edit: Edit }[] {
  return edits.flatMap((edit) => (isInline(edit.inserted.at(-1)) ? [{ units: delegations, edit }] : []));
}

function isInline(token: Token | undefined): boolean {
  return token?.kind === "word" || token?.kind === "atom";
}

/** The mark of the paragraph that has this token; -1 where it is in none. */
function endOfParagraph(tokens: readonly Token[], at: number): number {
  let end = at;
  while (isInline(tokens[end])) end++;
  return tokens[end]?.kind === "mark" ? end : -1;
}
