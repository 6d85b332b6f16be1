import { applyEdits } from "../model/apply-edits.ts";
import type { Edit } from "../model/submission.ts";
import { type Story, sameWording } from "../model/text.ts";
import type { OwnedEdit } from "./passages.ts";

/**
 * Takes the edits of a delegation as one where another replaces the same stretch as a whole and both come to the same
 * words. One types a phrase anew with tracking on, the other adds words on both sides of one that it keeps: they propose
 * the same, and are to be named together.
 */
export function takenAsOne(story: Story, edits: readonly OwnedEdit[]): OwnedEdit[] {
  const byDelegation = Map.groupBy(edits, ({ delegation }) => delegation);
  const own = new Map([...byDelegation].map(([code, owned]) => [code, owned.map(({ edit }) => edit)]));
  const replacements = edits.filter(({ edit }) => isReplacement(edit)).sort((x, y) => x.edit.fromA - y.edit.fromA);
  for (const { delegation, edit } of replacements) {
    for (const [code, others] of own) {
      if (code === delegation) continue;
      const [first, end] = within(others, edit);
      const inside = others.slice(first, end);
      if (inside.length === 0 || isAlready(inside, edit) || inside.some(({ move }) => move !== null)) continue;
      const inserted = applyEdits(story.tokens, inside, [], edit.fromA, edit.toA);
      if (sameWording(inserted, edit.inserted)) others.splice(first, end - first, joined(inside, edit, inserted));
    }
  }
  return [...own].flatMap(([code, all]) => all.map((edit) => ({ delegation: code, edit })));
}

function isReplacement({ fromA, toA, inserted, move }: Edit): boolean {
  return fromA < toA && inserted.length > 0 && move === null;
}

function isAlready([only, ...more]: readonly Edit[], { fromA, toA }: Edit): boolean {
  return more.length === 0 && only?.fromA === fromA && only.toA === toA;
}

/** Which edits, in order, lie within a stretch, ends included; none if one reaches beyond it. */
function within(edits: readonly Edit[], { fromA, toA }: Edit): [first: number, end: number] {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).fromA < fromA) low = middle + 1;
    else high = middle;
  }
  const before = edits[low - 1];
  if (before !== undefined && before.toA > fromA) return [low, low];
  let end = low;
  while (end < edits.length && (edits[end] as Edit).fromA <= toA) {
    const edit = edits[end] as Edit;
    // What begins where the stretch ends belongs to it only if it deletes nothing behind it.
    if (edit.toA > toA) return edit.fromA < toA ? [low, low] : [low, end];
    end++;
  }
  return [low, end];
}

function joined(edits: readonly Edit[], { fromA, toA }: Edit, inserted: Edit["inserted"]): Edit {
  const by = new Map(edits.flatMap((edit) => edit.by.map((person) => [JSON.stringify(person), person] as const)));
  return { fromA, toA, inserted, tracked: edits.every(({ tracked }) => tracked), by: [...by.values()], move: null };
}
