import type { FormatProposal, Sponsor } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { Reformat } from "../model/submission.ts";
import { type Story, sameTokens, type Token } from "../model/text.ts";

export interface OwnedReformat {
  readonly delegation: DelegationCode;
  readonly reformat: Reformat;
}

/**
 * Groups changes of formatting: the same new look of the same words is one proposal with all its delegations. Where two
 * delegations reformat overlapping stretches alike, the stretch is split where the sponsors differ.
 */
export function groupFormatting(
  story: Story,
  reformats: readonly OwnedReformat[],
  order: readonly DelegationCode[],
  placeOf: (token: number) => Place,
): FormatProposal[] {
  const looks = new Map<number, Map<string, Look>>();
  const rank = new Map(order.map((code, i) => [code, i]));
  const sorted = [...reformats].sort((x, y) => (rank.get(x.delegation) ?? 0) - (rank.get(y.delegation) ?? 0));
  for (const { delegation, reformat } of sorted) {
    for (const [i, token] of reformat.tokens.entries()) {
      const at = reformat.fromA + i;
      const here = looks.get(at) ?? new Map<string, Look>();
      looks.set(at, here);
      const key = keyOf(token, here);
      const look = here.get(key) ?? { token, sponsors: [] };
      here.set(key, look);
      look.sponsors.push({ delegation, tracked: reformat.tracked, by: reformat.by, movedTo: null, movedFrom: null });
    }
  }
  return join(story, looks, placeOf);
}

/** The look, or where another note hangs on the same look, the look and a number. */
function keyOf(token: Token, here: ReadonlyMap<string, Look>): string {
  if (token.stories.length === 0) return token.format;
  for (const [key, look] of here) if (sameTokens([look.token], [token])) return key;
  return here.has(token.format) ? `${token.format} ${here.size}` : token.format;
}

interface Look {
  readonly token: Token;
  readonly sponsors: Sponsor[];
}

/** Neighbouring tokens that change from one look to one other, by the same sponsors, are one proposal. */
function join(
  story: Story,
  looks: ReadonlyMap<number, ReadonlyMap<string, Look>>,
  placeOf: (token: number) => Place,
): FormatProposal[] {
  const proposals: FormatProposal[] = [];
  const open = new Map<string, number>(); // what goes on from the token before, as an index of proposals
  let last = -1;
  for (const at of [...looks.keys()].sort((x, y) => x - y)) {
    if (at !== last + 1) open.clear();
    const before = story.tokens[at] as Token;
    const here = new Map<string, number>();
    for (const [format, { token, sponsors }] of looks.get(at) as ReadonlyMap<string, Look>) {
      const key = JSON.stringify([before.kind, before.format, format, sponsors]);
      const going = before.kind === "open" ? undefined : open.get(key);
      if (going !== undefined) {
        const proposal = proposals[going] as FormatProposal;
        proposals[going] = { ...proposal, toA: at + 1, tokens: [...proposal.tokens, token] };
        here.set(key, going);
      } else {
        here.set(key, proposals.length);
        proposals.push({ fromA: at, toA: at + 1, place: placeOf(at), sponsors, tokens: [token] });
      }
    }
    open.clear();
    for (const [key, going] of here) open.set(key, going);
    last = at;
  }
  return proposals;
}
