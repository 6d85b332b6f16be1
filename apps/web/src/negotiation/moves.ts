import type { NegotiatedPassage, NegotiationView, Ruling } from "@compendium/contract";

/** A passage that is the other end of a move, and the ruling by which it agrees with this one. */
export interface OtherEnd {
  readonly passage: NegotiatedPassage;
  readonly ruling: Ruling;
}

/**
 * The other ends of moves that are decided at this one, where nothing is decided yet, or the opposite: there the words
 * would be lost, or stand twice. An end on which something else was worked out is left to the chair.
 */
export function otherEndsOf(
  { passages }: Pick<NegotiationView, "passages">,
  passage: NegotiatedPassage,
): readonly OtherEnd[] {
  const { ruling } = passage.decision ?? {};
  const isAdopted = ruling?.kind === "as proposed";
  if (!isAdopted && ruling?.kind !== "as in the base") return [];
  const decided = isAdopted ? passage.proposals.slice(ruling.proposal, ruling.proposal + 1) : passage.proposals;
  return decided.flatMap(({ delegations, moves }) =>
    moves.flatMap(({ passage: id }): OtherEnd[] => {
      const end = passages.find((each) => each.id === id);
      const proposal =
        end?.proposals.findIndex(
          (each) =>
            each.moves.some((back) => back.passage === passage.id)
            && each.delegations.some((delegation) => delegations.includes(delegation)),
        ) ?? -1;
      if (end === undefined || proposal < 0) return [];
      const decision = end.decision?.ruling;
      if (isAdopted) {
        const isOpposite = decision === undefined || decision.kind === "as in the base";
        return isOpposite ? [{ passage: end, ruling: { kind: "as proposed", proposal } }] : [];
      }
      const isOpposite = decision === undefined || (decision.kind === "as proposed" && decision.proposal === proposal);
      return isOpposite ? [{ passage: end, ruling: { kind: "as in the base" } }] : [];
    }),
  );
}
