import { type Stretch, stretchesOf } from "../model/apply-edits.ts";
import type { CompiledStory } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Token } from "../model/text.ts";

/**
 * A story of a compilation as one delegation proposes it; as nobody, with `null`, it is the base text. Stories that hang
 * on base tokens are stories of their own and to be read apart.
 */
export function readAs(compiled: CompiledStory, delegation: DelegationCode | null): Token[] {
  return readStretchesAs(compiled, delegation).flatMap(({ row, from, to }) => row.slice(from, to));
}

/** The same, as stretches of the base text and of what is proposed. */
export function readStretchesAs(
  { story, passages, formatting }: CompiledStory,
  delegation: DelegationCode | null,
): Stretch[] {
  if (delegation === null) return stretchesOf(story.tokens, []);
  const edits = passages.flatMap(({ proposals }) => {
    for (const { variants } of proposals) {
      for (const variant of variants) if (variant.delegations.includes(delegation)) return variant.edits;
    }
    return [];
  });
  const looks = formatting.filter(({ sponsors }) => sponsors.some((sponsor) => sponsor.delegation === delegation));
  return stretchesOf(story.tokens, edits, looks);
}
