import { applyEdits } from "../model/apply-edits.ts";
import type { CompiledStory } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Token } from "../model/text.ts";

/**
 * A story of a compilation as one delegation proposes it; as nobody, with `null`, it is the base text. Stories that hang
 * on base tokens are stories of their own and to be read apart.
 */
export function readAs({ story, passages, formatting }: CompiledStory, delegation: DelegationCode | null): Token[] {
  if (delegation === null) return [...story.tokens];
  const edits = passages.flatMap(({ proposals }) => {
    for (const { variants } of proposals) {
      for (const variant of variants) if (variant.delegations.includes(delegation)) return variant.edits;
    }
    return [];
  });
  const looks = formatting.filter(({ sponsors }) => sponsors.some((sponsor) => sponsor.delegation === delegation));
  return applyEdits(story.tokens, edits, looks);
}
