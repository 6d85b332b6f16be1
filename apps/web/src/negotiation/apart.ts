import type { NegotiatedPassage, NegotiationView, Ruling } from "@compendium/contract";

/** What was decided at a passage alone, though it is one with others: a move at one end, a column in some rows. */
export interface Apart {
  readonly what: "move" | "column";
  /** One or more, in the order of the text for a column. */
  readonly others: readonly OtherPassage[];
}

/** A passage that belongs to this one, and the ruling by which it agrees with it. */
export interface OtherPassage {
  readonly passage: NegotiatedPassage;
  readonly ruling: Ruling;
}

type Proposal = NegotiatedPassage["proposals"][number];

/** The passages that belong to a proposal. */
const BELONGING: Readonly<Record<Apart["what"], (proposal: Proposal) => readonly string[]>> = {
  move: ({ moves }) => moves.map(({ passage }) => passage),
  column: ({ column }) => column,
};

/**
 * What belongs to a passage that was decided, and on which nothing is decided yet, or the opposite: there moved words would
 * be lost, or stand twice, and the rows of a table differ. Where something else was worked out, it is left to the chair.
 */
export function apartFrom(
  { passages }: Pick<NegotiationView, "passages">,
  passage: NegotiatedPassage,
): readonly Apart[] {
  const { ruling } = passage.decision ?? {};
  const isAdopted = ruling?.kind === "as proposed";
  if (!isAdopted && ruling?.kind !== "as in the base") return [];
  const decided = isAdopted ? passage.proposals.slice(ruling.proposal, ruling.proposal + 1) : passage.proposals;
  return (["move", "column"] as const).flatMap((what): Apart[] => {
    const others = new Map<string, OtherPassage>();
    for (const each of decided) {
      for (const id of BELONGING[what](each)) {
        const other = passages.find((one) => one.id === id);
        const ownThere = other?.proposals.findIndex((one) => isOfBoth(one, each, what)) ?? -1;
        if (other === undefined || ownThere < 0 || others.has(id)) continue;
        const agreeing = rulingAlike(other, ownThere, isAdopted);
        if (agreeing !== null) others.set(id, { passage: other, ruling: agreeing });
      }
    }
    return others.size === 0 ? [] : [{ what, others: [...others.values()] }];
  });

  function isOfBoth(there: Proposal, here: Proposal, what: Apart["what"]): boolean {
    return (
      BELONGING[what](there).includes(passage.id)
      && there.delegations.some((delegation) => here.delegations.includes(delegation))
    );
  }
}

/** How another passage is decided in the same way; `null` where it is so already, or something else was worked out. */
function rulingAlike({ decision }: NegotiatedPassage, proposal: number, isAdopted: boolean): Ruling | null {
  const ruling = decision?.ruling;
  const isOpposite = isAdopted
    ? ruling?.kind === "as in the base"
    : ruling?.kind === "as proposed" && ruling.proposal === proposal;
  if (ruling !== undefined && !isOpposite) return null;
  return isAdopted ? { kind: "as proposed", proposal } : { kind: "as in the base" };
}
