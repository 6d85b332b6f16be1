import { Link } from "react-router";
import { useOperation } from "../../api/use-operation.ts";
import { useDraftRows } from "../../compilation/draft-rows.tsx";
import { Page, Section } from "../../design/page.tsx";
import { Deadline } from "../deadline.tsx";
import { RoundState } from "../round-list.tsx";
import { SubmissionItem } from "../submission-item.tsx";
import { useWords } from "../words.ts";
import { Alignment } from "./alignment.tsx";
import { Consolidated } from "./consolidated.tsx";
import { MadeProposals } from "./made-proposals.tsx";
import { RoomFiles } from "./room-files.tsx";
import { RoomText } from "./room-text.tsx";
import { Withdraw } from "./withdraw.tsx";

interface RoomPageProps {
  readonly round: string;
  readonly delegation: string;
}

/** A delegation's own room in a round: nobody outside the delegation sees it. */
export function RoomPage({ round, delegation }: RoomPageProps) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const room = useOperation("readRoom", { round, delegation });
  const { rows } = useDraftRows(view.draft.id);
  return (
    <Page
      title={room.delegation.name}
      above={
        <Link to={`/rounds/${round}`}>
          <bdi>{view.title}</bdi>
        </Link>
      }
      about={
        <>
          <RoundState state={view.state} /> <Deadline round={view} />
          <p>{say("room is closed to others")}</p>
        </>
      }
      actions={<Link to={`/rounds/${round}/delegations/${delegation}/standing`}>{say("to standing")}</Link>}
    >
      <ol className="steps">
        <li>{say("step propose")}</li>
        <li>{say("step clear")}</li>
        <li>{say("step submit")}</li>
      </ol>
      <div className="two-columns">
        <div>
          <Section title={say("draft with proposals")}>
            <RoomText round={view} room={room} rows={rows} />
          </Section>
        </div>
        <div>
          <Section title={say("proposals made", { count: room.proposals.length })}>
            <MadeProposals room={room} rows={rows} />
          </Section>
          <Section title={say("word files")}>
            <RoomFiles room={room} draft={view.draft.id} />
          </Section>
          <Section title={say("consolidated")}>
            <Consolidated room={room} />
            <Alignment round={view} room={room} />
          </Section>
          <Section title={say("submitted so far")}>
            {room.submissions.length === 0 ? <p className="quiet">{say("nothing submitted")}</p> : null}
            <ul className="file-list">
              {room.submissions.map((submission) => (
                <SubmissionItem key={submission.id} submission={submission} round={view}>
                  {submission.state === "stands" && room.may.includes("withdraw") ? (
                    <Withdraw submission={submission.id} />
                  ) : null}
                </SubmissionItem>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </Page>
  );
}
