import type { TrueEdit } from "../../../../fixtures/docx-builder/draft/true-edit.ts";
import type { Compilation, Passage, Story } from "../../src/index.ts";
import { type Effect, effectsOf } from "./locate-edit.ts";

/**
 * Where a compilation names other sponsors than the true edits do; empty if it never does. In every passage, the
 * delegations with the same true edits have to be the sponsors of one proposal, and no others; every true edit has to
 * stand in a passage or a format proposal of its delegation.
 */
export function brokenSponsors({ stories }: Compilation, edits: readonly TrueEdit[]): string[] {
  const byId = new Map<string, Story>(stories.map(({ story }) => [story.id, story]));
  const effects = edits.flatMap((edit) => effectsOf(edit, byId));
  const found = new Set<Effect>();
  const faults: string[] = [];
  for (const { story, passages, formatting } of stories) {
    const own = effects.filter((effect) => effect.story === story.id);
    for (const passage of passages) {
      const near = nearest(
        own.filter(({ kind }) => kind === "wording"),
        passage,
      );
      for (const effect of near) found.add(effect);
      const wanted = groups(near);
      const named = passage.proposals.map(({ sponsors }) =>
        sponsors
          .map(({ delegation }) => delegation)
          .sort()
          .join("+"),
      );
      const differ = JSON.stringify(wanted) !== JSON.stringify(named.sort());
      if (differ)
        faults.push(`${passage.id} (${passage.place.citation}): ${named.join(" | ")} should be ${wanted.join(" | ")}`);
    }
    for (const { fromA, toA, sponsors, place } of formatting) {
      const near = own.filter(({ kind, from, to }) => kind === "look" && from < toA && fromA < to);
      for (const effect of near) found.add(effect);
      const wanted = [...new Set(near.map(({ delegation }) => delegation))].sort().join("+");
      const named = sponsors
        .map(({ delegation }) => delegation)
        .sort()
        .join("+");
      if (wanted !== named) faults.push(`look of ${place.citation}: ${named} should be ${wanted}`);
    }
  }
  const lost = effects.filter((effect) => !found.has(effect));
  return [...faults, ...lost.map((effect) => `lost: ${JSON.stringify(effect)}`)];
}

/** The effects that stand in a passage. What only borders on it counts for delegations with nothing in it. */
function nearest(effects: readonly Effect[], { fromA, toA, proposals }: Passage): Effect[] {
  const codes = new Set(proposals.flatMap(({ sponsors }) => sponsors.map(({ delegation }) => delegation)));
  const inside = effects.filter(
    ({ from, to }) =>
      (from < to && from < toA && fromA < to)
      || (from === to && ((fromA < from && from < toA) || (fromA === toA && from === fromA))),
  );
  const present = new Set(inside.map(({ delegation }) => delegation));
  const beside = effects.filter(
    ({ delegation, from, to }) => codes.has(delegation) && !present.has(delegation) && from <= toA && fromA <= to,
  );
  return [...inside, ...beside];
}

/** Delegations with the same effects, each group as `"XAA+XBB"`, in the order of the alphabet. */
function groups(effects: readonly Effect[]): string[] {
  const byDelegation = Map.groupBy(effects, ({ delegation }) => delegation);
  const byEffects = Map.groupBy(byDelegation, ([, own]) =>
    JSON.stringify(own.map(({ from, to, after }) => [from, to, after.trim()]).sort()),
  );
  return [...byEffects.values()]
    .map((group) =>
      group
        .map(([code]) => code)
        .sort()
        .join("+"),
    )
    .sort();
}
