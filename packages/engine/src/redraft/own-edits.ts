import type { CompiledStory, Passage, Proposal } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Edit } from "../model/submission.ts";

/** An edit as one delegation made it, and for which passage it is proposed. */
export interface OwnEdit {
  readonly delegation: DelegationCode;
  readonly passage: Passage;
  readonly proposal: Proposal;
  readonly edit: Edit;
}

/** The edits of every delegation, in the order of the passages. */
export function ownEdits({ passages }: CompiledStory): OwnEdit[] {
  return passages.flatMap((passage) =>
    passage.proposals.flatMap((proposal) =>
      proposal.variants.flatMap(({ delegations, editsOfEach }) =>
        delegations.flatMap((delegation, i) =>
          (editsOfEach[i] ?? []).map((edit) => ({ delegation, passage, proposal, edit })),
        ),
      ),
    ),
  );
}
