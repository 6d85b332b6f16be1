import { Link } from "react-router";
import { useOperation } from "../../api/use-operation.ts";
import { DraftOutline } from "../../compilation/draft-outline.tsx";
import { useDraftRows } from "../../compilation/draft-rows.tsx";
import { Page, Section } from "../../design/page.tsx";
import { MeetingsAhead } from "../../negotiation/ahead/meetings-ahead.tsx";
import { Deadline } from "../deadline.tsx";
import { RoundState } from "../round-list.tsx";
import { SubmissionItem } from "../submission-item.tsx";
import { Alignment } from "./alignment.tsx";
import { Consolidated } from "./consolidated.tsx";
import { MadeProposals } from "./made-proposals.tsx";
import { RoomFiles } from "./room-files.tsx";
import { RoomText } from "./room-text.tsx";
import { Withdraw } from "./withdraw.tsx";
import { useWords } from "./words.ts";

interface RoomPageProps {
  readonly round: string;
  readonly delegation: string;
}

/** A delegation's own room in a round: nobody outside the delegation sees it. */
export function RoomPage({ round, delegation }: RoomPageProps) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const room = useOperation("readRoom", { round, delegation });
  const { outline } = useOperation("readDraft", { draft: view.draft.id });
  const { rows } = useDraftRows(view.draft.id);
  return (
    <Page
      title={room.delegation.name}
      tab={`${room.delegation.name} · ${view.title}`}
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
      {view.state === "closed" ? (
        <p className="hint" role="status">
          {say("late notice")}
        </p>
      ) : null}
      <MeetingsAhead text={view.text.id} />
      <ol className="steps">
        <li>{say("step propose")}</li>
        <li>{say("step clear")}</li>
        <li>{say("step submit")}</li>
      </ol>
      <div className="two-columns">
        <div>
          <Section title={say("draft with proposals")}>
            <div>
              <DraftOutline outline={outline} stands="above" />
              <RoomText room={room} rows={rows} />
            </div>
          </Section>
        </div>
        <div>
          <Section title={say("proposals made", { count: room.proposals.length })}>
            <MadeProposals room={room} rows={rows} />
          </Section>
          <Section title={say("word files")}>
            <RoomFiles round={view} room={room} />
          </Section>
          <Section title={say("consolidated")}>
            <Consolidated room={room} rows={rows} />
            <Alignment round={view} room={room} />
          </Section>
          <Section title={say("submitted so far")}>
            {room.submissions.length === 0 ? <p className="quiet">{say("nothing submitted")}</p> : null}
            <ul className="file-list">
              {room.submissions.map((submission) => (
                <SubmissionItem key={submission.id} submission={submission} round={view}>
                  {submission.state === "stands" && view.state === "open" && room.may.includes("withdraw") ? (
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
