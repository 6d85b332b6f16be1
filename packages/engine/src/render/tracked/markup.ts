import type { CompiledStory } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Edit } from "../../model/submission.ts";
import type { Token } from "../../model/text.ts";
import { isTakenAway, nativeMoves } from "./native-moves.ts";

/** Those behind a tracked change: all delegations that make it, in the order of the list, and its date. */
export interface Authors {
  readonly codes: readonly DelegationCode[];
  /** The latest date of the persons behind it; `null` where tracking was off. */
  readonly date: string | null;
}

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

export function markupOf(compiled: CompiledStory, order: readonly DelegationCode[]): Markup {
  const { passages, formatting } = compiled;
  const deleted = new Map<number, Map<DelegationCode, string | null>>();
  const inserted = new Map<number, Insertion[]>();
  for (const { proposals } of passages) {
    for (const { delegations, edits } of proposals.flatMap(({ variants }) => variants)) {
      for (const edit of edits) {
        const date = latest(edit);
        for (let at = edit.fromA; at < edit.toA; at++) {
          const here = deleted.get(at) ?? new Map<DelegationCode, string | null>();
          deleted.set(at, here);
          for (const code of delegations) here.set(code, date);
        }
        if (edit.inserted.length === 0) continue;
        const there = inserted.get(edit.toA) ?? [];
        inserted.set(edit.toA, there);
        there.push({ by: { codes: delegations, date }, tokens: edit.inserted, edit });
      }
    }
  }
  const looks = new Map<number, OtherLook[]>();
  for (const { fromA, tokens, sponsors } of formatting) {
    const dates = sponsors.flatMap(({ by }) => by.flatMap((person) => person.date ?? []));
    const by: Authors = { codes: sponsors.map(({ delegation }) => delegation), date: dates.sort().at(-1) ?? null };
    for (const [i, token] of tokens.entries()) {
      const here = looks.get(fromA + i) ?? [];
      looks.set(fromA + i, here);
      here.push({ by, token });
    }
  }
  const rank = new Map(order.map((code, i) => [code, i]));
  const sets = new Map<string, Authors>();
  const by = new Map([...deleted].map(([at, authors]) => [at, shared(sets, rank, authors)]));
  const moves = nativeMoves(compiled, by, inserted, looks);
  const movedFrom = new Map([...moves.keys()].filter(isTakenAway).map((edit) => [edit.fromA, edit]));
  return { deleted: by, inserted, looks, moves, movedFrom };
}

function latest({ by }: Edit): string | null {
  return by.flatMap(({ date }) => date ?? []).sort().at(-1) ?? null;
}

/** The same object for the same set, so that neighbouring tokens are seen to belong together. */
function shared(
  sets: Map<string, Authors>,
  rank: ReadonlyMap<DelegationCode, number>,
  authors: ReadonlyMap<DelegationCode, string | null>,
): Authors {
  const codes = [...authors.keys()].sort((x, y) => (rank.get(x) ?? 0) - (rank.get(y) ?? 0));
  const date = [...authors.values()].flatMap((value) => value ?? []).sort().at(-1) ?? null;
  const key = JSON.stringify([codes, date]);
  const known = sets.get(key) ?? { codes, date };
  sets.set(key, known);
  return known;
}
