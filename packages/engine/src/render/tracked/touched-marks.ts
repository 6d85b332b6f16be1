import type { CompiledStory } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Edit } from "../../model/submission.ts";

/** Marks that a delegation deletes, reformats, or inserts behind, beside a given edit. */
export function touchedMarks({ story, passages, formatting }: CompiledStory): TouchedMarks {
  const touched = new Map<number, { readonly code: DelegationCode; readonly edit: Edit | null }[]>();
  const touch = (at: number, codes: readonly DelegationCode[], edit: Edit | null): void => {
    if (story.tokens[at]?.kind !== "mark") return;
    const here = touched.get(at) ?? [];
    touched.set(at, here);
    here.push(...codes.map((code) => ({ code, edit })));
  };
  for (const { delegations, edits } of passages.flatMap(({ proposals }) =>
    proposals.flatMap(({ variants }) => variants),
  )) {
    for (const edit of edits) {
      for (let at = edit.fromA; at < edit.toA; at++) touch(at, delegations, edit);
      if (edit.inserted.length > 0) touch(edit.toA - 1, delegations, edit);
    }
  }
  for (const { fromA, toA, sponsors } of formatting) {
    for (let at = fromA; at < toA; at++)
      touch(
        at,
        sponsors.map(({ delegation }) => delegation),
        null,
      );
  }
  return {
    reformats: (at, delegation) =>
      (touched.get(at) ?? []).some(({ code, edit }) => edit === null && code === delegation),
    has: (at, codes, except) =>
      (touched.get(at) ?? []).some(({ code, edit }) => edit !== except && codes.includes(code)),
  };
}

export interface TouchedMarks {
  /** True if the delegation gives the mark another look. */
  reformats(at: number, delegation: DelegationCode): boolean;
  /** True if one of the delegations does something to the mark, or inserts behind it, in another edit. */
  has(at: number, codes: readonly DelegationCode[], except: Edit): boolean;
}
