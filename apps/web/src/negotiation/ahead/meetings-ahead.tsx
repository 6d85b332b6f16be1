import type { MeetingAhead } from "@compendium/contract";
import { Link } from "react-router";
import { useOperation } from "../../api/use-operation.ts";
import { Moment } from "../../design/moment.tsx";
import { Section } from "../../design/page.tsx";
import { useWords } from "./words.ts";

interface MeetingsAheadProps {
  /** Only those of this workspace; of all one's workspaces without it. */
  readonly workspace?: string;
  /** Only those on this text. */
  readonly text?: string;
}

/** The way to meetings from where one is: what is in session, then what is to come. Shows nothing where there is none. */
export function MeetingsAhead({ workspace, text }: MeetingsAheadProps) {
  const say = useWords();
  const meetings = useOperation("listMeetingsAhead", {}).filter(
    (each) => (workspace ?? each.workspace) === each.workspace && (text ?? each.text.id) === each.text.id,
  );
  if (meetings.length === 0) return null;
  return (
    <Section title={say("meetings")}>
      <ul className="cards">
        {meetings.map((meeting) => (
          <Ahead key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Section>
  );
}

function Ahead({ meeting: { id, title, state, text, startsAt, timeZone, venue } }: { readonly meeting: MeetingAhead }) {
  const say = useWords();
  return (
    <li className="card-item" data-state={state}>
      <h3>
        <Link to={`/meetings/${id}`}>
          <bdi>{title}</bdi>
        </Link>{" "}
        <span className="state" data-state={state}>
          {say(`meeting ${state}`)}
        </span>
      </h3>
      <p className="quiet facts">
        <bdi>{text.title}</bdi>
        <Moment at={startsAt} zone={timeZone} />
        <bdi>{venue}</bdi>
      </p>
    </li>
  );
}
