import type { CompiledStory, Passage } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { Edit } from "../model/submission.ts";
import { sameWording } from "../model/text.ts";

/** Words that some put in place of others, and that others insert behind those: joined, they would stand twice. */
export interface DoubledWords {
  readonly place: Place;
  readonly replaced: MadeEdit;
  readonly inserted: MadeEdit;
}

export interface MadeEdit {
  readonly units: readonly DelegationCode[];
  readonly edit: Edit;
}

/** In the order of the text. */
export function doubledWords({ passages }: CompiledStory): DoubledWords[] {
  return passages.flatMap((passage, i) => {
    const behind = passages[i + 1];
    if (behind === undefined || behind.fromA !== passage.toA || behind.fromA !== behind.toA) return [];
    const insertions = editsIn(behind);
    return editsIn(passage).flatMap((replaced) => {
      const { fromA, toA, inserted } = replaced.edit;
      if (fromA === toA || toA !== behind.fromA || inserted.length === 0) return [];
      const same = insertions.find(({ edit }) => sameWording(edit.inserted, inserted));
      return same === undefined ? [] : [{ place: passage.place, replaced, inserted: same }];
    });
  });
}

function editsIn({ proposals }: Passage): MadeEdit[] {
  return proposals.flatMap(({ variants }) =>
    variants.flatMap(({ delegations, edits }) => edits.map((edit) => ({ units: delegations, edit }))),
  );
}
