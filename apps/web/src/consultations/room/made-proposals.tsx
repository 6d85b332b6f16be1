import type { ContentRow, RoomView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { blockOf } from "../../compilation/draft-rows.tsx";
import { Button } from "../../design/button.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { Nothing } from "../../design/page.tsx";
import { ProposalWording } from "./proposal-wording.tsx";
import { proposedAt } from "./proposed-at.ts";
import { paragraphsIn, placeOf } from "./room-text.tsx";
import { useWords } from "./words.ts";

interface MadeProposalsProps {
  readonly room: RoomView;
  readonly rows: readonly ContentRow[];
}

/** All that was proposed in the browser, in one list. */
export function MadeProposals({ room, rows }: MadeProposalsProps) {
  const say = useWords();
  const remove = useAct("removeProposal");
  const { round, delegation, proposals, may } = room;
  const paragraphs = new Map(
    rows.flatMap((row) =>
      paragraphsIn(blockOf(row)).map((paragraph) => [placeOf(row.story, paragraph.from), paragraph] as const),
    ),
  );
  if (proposals.length === 0) return <Nothing>{say("no proposals yet")}</Nothing>;
  return (
    <>
      <ul className="file-list">
        {proposals.map((proposal) => {
          const paragraph = paragraphs.get(placeOf(proposal.story, proposal.at));
          const cited = proposedAt(say, proposal, paragraph);
          return (
            <li key={proposal.id} className="file">
              <div className="file-head">
                <h3 className="file-name">
                  <bdi>{cited}</bdi>
                </h3>
                {may.includes("propose") ? (
                  <Button
                    look="plain"
                    isDisabled={remove.isRunning}
                    onPress={() =>
                      void remove.run({
                        round,
                        delegation: delegation.code,
                        proposal: proposal.id,
                        version: proposal.version,
                      })
                    }
                  >
                    {say("remove")}
                    <Hidden>
                      {" "}
                      {cited}, {proposal.by}
                    </Hidden>
                  </Button>
                ) : null}
              </div>
              {paragraph === undefined ? null : <ProposalWording proposal={proposal} paragraph={paragraph} />}
              <p className="quiet">
                <bdi>{proposal.by}</bdi> {proposal.reason === "" ? null : <bdi>· {proposal.reason}</bdi>}
              </p>
            </li>
          );
        })}
      </ul>
      <ProblemNote problem={remove.problem} />
    </>
  );
}
