import type { CompiledStory } from "../../model/compilation.ts";
import type { Edit } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import type { Authors, AuthorSets, Share } from "./authors.ts";
import { isTakenAway, nativeMoves } from "./native-moves.ts";

/** One end of a move that Word can show as one: nobody else touches what is moved. */
export interface MoveEnd {
  /** Shared by both ends, unique in the file. */
  readonly name: string;
  readonly by: Authors;
}

/** Tokens that are inserted together at one gap, by the same delegations. */
export interface Insertion {
  readonly by: Authors;
  readonly tokens: readonly Token[];
  /** The edit that it comes from. */
  readonly edit: Edit;
}

/** Another look for a base token, with those who propose it. */
export interface OtherLook {
  readonly by: Authors;
  readonly token: Token;
}

/**
 * A compiled story as the sets that Word's tracked changes are made of: who deletes each base token, what is inserted at
 * each gap and by whom, who gives which token another look.
 */
export interface Markup {
  /** By the position of the base token. */
  readonly deleted: ReadonlyMap<number, Authors>;
  /** By the gap: what stands before the base token of that position. In the order in which it is written. */
  readonly inserted: ReadonlyMap<number, readonly Insertion[]>;
  /** Moves by their edits, of both ends. */
  readonly moves: ReadonlyMap<Edit, MoveEnd>;
  /** Edits that take a moved stretch away, by the position of its first base token. */
  readonly movedFrom: ReadonlyMap<number, Edit>;
  /** By the position of the base token; in the order of the list. */
  readonly looks: ReadonlyMap<number, readonly OtherLook[]>;
}

export function markupOf(compiled: CompiledStory, authors: AuthorSets): Markup {
  const { passages, formatting } = compiled;
  const deleters = new Map<number, readonly Share[]>();
  const inserted = new Map<number, Insertion[]>();
  for (const { sponsors, variants } of passages.flatMap(({ proposals }) => proposals)) {
    for (const { delegations, edits } of variants) {
      const shares = sponsors.filter(({ delegation }) => delegations.includes(delegation));
      for (const edit of edits) {
        for (let at = edit.fromA; at < edit.toA; at++) {
          const here = deleters.get(at);
          // One list for all words of an edit, so that its authors are made out once.
          deleters.set(at, here === undefined ? shares : [...here, ...shares]);
        }
        if (edit.inserted.length === 0) continue;
        const there = inserted.get(edit.toA) ?? [];
        inserted.set(edit.toA, there);
        there.push({ by: authors.of(shares), tokens: edit.inserted, edit });
      }
    }
  }
  const looks = new Map<number, OtherLook[]>();
  for (const { fromA, tokens, sponsors } of formatting) {
    const by = authors.of(sponsors);
    for (const [i, token] of tokens.entries()) {
      const here = looks.get(fromA + i) ?? [];
      looks.set(fromA + i, here);
      here.push({ by, token });
    }
  }
  const deleted = new Map([...deleters].map(([at, shares]) => [at, authors.of(shares)]));
  const moves = nativeMoves(compiled, deleted, inserted, looks);
  const movedFrom = new Map([...moves.keys()].filter(isTakenAway).map((edit) => [edit.fromA, edit]));
  return { deleted, inserted, looks, moves, movedFrom };
}
