import type { MeetingView, NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { Suspense, useEffect, useRef } from "react";
import { useOperation } from "../../api/use-operation.ts";
import { BracketLine } from "../bracket.tsx";
import { Decide } from "../decide.tsx";
import { DecideAlike } from "../decide-alike.tsx";
import { DecisionLine } from "../decision-line.tsx";
import { Positions } from "../positions.tsx";
import { TableWording } from "../table-wording.tsx";
import { TakePosition } from "../take-position.tsx";
import { Wordings } from "../wordings.tsx";

interface PassageInMeetingProps {
  readonly meeting: MeetingView;
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  /** The meeting is on its way to another passage. */
  readonly isGoing: boolean;
}

/** The passage at which the meeting is. */
export function PassageInMeeting({ meeting, view, passage, isGoing }: PassageInMeetingProps) {
  const { id, citation } = passage;
  const card = useRef<HTMLElement>(null);
  const leads = meeting.may.includes("lead");
  // Keys decide on this passage: who leads sees it, from wherever in the agenda it was chosen.
  useEffect(() => {
    if (leads) card.current?.scrollIntoView({ block: "nearest" });
  }, [leads]);
  return (
    <article ref={card} className="version" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <bdi>{citation}</bdi>
      </h2>
      <DecisionLine view={view} passage={passage} zone={meeting.timeZone} />
      <DecideAlike view={view} passage={passage} />
      <BracketLine view={view} passage={passage} />
      <Wordings view={view} passage={passage} />
      {/* Where the meeting goes on, the wordings are there before what delegations say of them. */}
      <Suspense fallback={null}>
        <PositionsOn compilation={view.compilation} passage={passage} />
      </Suspense>
      {leads && view.may.includes("decide") ? (
        <Decide view={view} passage={passage} keysWithin="page" timeZone={meeting.timeZone} isHeld={isGoing} />
      ) : null}
      {view.mine.length === 0 ? null : <TakePosition view={view} passage={passage} />}
      <TableWording view={view} passage={passage} />
    </article>
  );
}

interface PositionsOnProps {
  readonly compilation: string;
  readonly passage: NegotiatedPassage;
}

function PositionsOn({ compilation, passage }: PositionsOnProps) {
  const positions = useOperation("listPositions", { compilation, passage: passage.id });
  return <Positions passage={passage} positions={positions} />;
}
