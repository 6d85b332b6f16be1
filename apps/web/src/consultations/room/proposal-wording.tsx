import type { WebProposal } from "@compendium/contract";
import type { ParagraphEntry } from "@compendium/engine";
import { Redline } from "../../compilation/text/redline.tsx";
import { changesBetween, redlineOf, unitsOf, unitsOfWording } from "../editor/units.ts";

interface ProposalWordingProps {
  readonly proposal: WebProposal;
  readonly paragraph: ParagraphEntry;
}

/** What a proposal makes of its paragraph, as deletions and insertions. */
export function ProposalWording({ proposal, paragraph }: ProposalWordingProps) {
  const { change, by } = proposal;
  const base = change.kind === "insert after" ? [] : unitsOf(paragraph);
  const wording = change.kind === "delete" ? [] : unitsOfWording(change.paragraphs, base);
  return (
    <p className="wording-text" dir="auto" lang="und">
      <Redline redline={redlineOf(changesBetween(base, wording))} codes={[by]} />
    </p>
  );
}
