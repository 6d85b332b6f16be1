import type { CompiledStory } from "../../model/compilation.ts";
import type { Edit } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import type { AuthorSets, Authors, Share } from "./authors.ts";
import { isTakenAway, nativeMoves } from "./native-moves.ts";
import { touchedMarks } from "./touched-marks.ts";
import { writtenEdit } from "./written-edit.ts";

/** One end of a move that Word can show as one: nobody else touches what is moved. */
export interface MoveEnd {
  /** Shared by both ends, unique in the file. */
  readonly name: string;
  readonly by: Authors;
}

/** Tokens that are inserted together at one gap, by the same delegations. */
export interface Insertion {
  readonly by: Authors;
  /** A mark of the base that is inserted once more, before the rest; `null` for nearly all. */
  readonly lead: Token | null;
  readonly tokens: readonly Token[];
  /** The edit that it comes from. */
  readonly edit: Edit;
}

/** Another look for a base token, with those who propose it. */
export interface OtherLook {
  readonly by: Authors;
  readonly token: Token;
  /** True if the token that has the look is the base's own. */
  readonly isBase: boolean;
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
  const { story, passages, formatting } = compiled;
  const touched = touchedMarks(compiled);
  const looks = new Map<number, OtherLook[]>();
  const addLook = (at: number, look: OtherLook): void => {
    const here = looks.get(at) ?? [];
    looks.set(at, here);
    here.push(look);
  };
  const deleters = new Map<number, readonly Share[]>();
  const inserted = new Map<number, Insertion[]>();
  for (const { sponsors, variants } of passages.flatMap(({ proposals }) => proposals)) {
    for (const { delegations, edits } of variants) {
      const shares = sponsors.filter(({ delegation }) => delegations.includes(delegation));
      for (const edit of edits) {
        const by = authors.of(shares);
        const written = writtenEdit(story, edit, (mark) => !touched.has(mark, delegations, edit));
        for (let at = written.fromA; at < written.toA; at++) {
          const here = deleters.get(at);
          // One list for all words of an edit, so that its authors are made out once.
          deleters.set(at, here === undefined ? shares : [...here, ...shares]);
        }
        const { gap, lead, look } = written;
        if (look !== null)
          addLook(look.at, { by, token: look.token, isBase: look.token === story.tokens[edit.fromA - 1] });
        if (lead === null && written.inserted.length === 0) continue;
        const there = inserted.get(gap) ?? [];
        inserted.set(gap, there);
        there.push({ by, lead, tokens: written.inserted, edit });
      }
    }
  }
  for (const { fromA, tokens, sponsors } of formatting) {
    const by = authors.of(sponsors);
    for (const [i, token] of tokens.entries()) addLook(fromA + i, { by, token, isBase: false });
  }
  const deleted = new Map([...deleters].map(([at, shares]) => [at, authors.of(shares)]));
  const moves = nativeMoves(compiled, deleted, inserted, looks);
  const movedFrom = new Map([...moves.keys()].filter(isTakenAway).map((edit) => [edit.fromA, edit]));
  return { deleted, inserted, looks, moves, movedFrom };
}
