import type { CompiledStory } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Token } from "../model/text.ts";

/**
 * A story of a compilation as one delegation proposes it; as nobody, with `null`, it is the base text. Stories that hang
 * on base tokens are stories of their own and to be read apart.
 */
export function readAs(compiled: CompiledStory, delegation: DelegationCode | null): Token[] {
  const { story, passages, formatting } = compiled;
  if (delegation === null) return [...story.tokens];
  const looks = new Map<number, Token>();
  for (const { fromA, tokens, sponsors } of formatting) {
    if (!sponsors.some((sponsor) => sponsor.delegation === delegation)) continue;
    for (const [i, token] of tokens.entries()) looks.set(fromA + i, token);
  }
  const result: Token[] = [];
  let at = 0;
  const keep = (end: number): void => {
    for (; at < end; at++) result.push(looks.get(at) ?? (story.tokens[at] as Token));
  };
  for (const passage of passages) {
    const variant = passage.proposals
      .flatMap((proposal) => proposal.variants)
      .find(({ delegations }) => delegations.includes(delegation));
    for (const edit of variant?.edits ?? []) {
      keep(edit.fromA);
      at = edit.toA;
      for (const token of edit.inserted) result.push(token);
    }
  }
  keep(story.tokens.length);
  return result;
}
