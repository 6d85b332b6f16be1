import { Link } from "react-router";
import { Page } from "../../design/page.tsx";
import { DecisionLine } from "../decision-line.tsx";
import { Wordings } from "../wordings.tsx";
import { useWords } from "../words.ts";
import { useFit } from "./use-fit.ts";
import { useMeeting } from "./use-meeting.ts";

/** What the room sees on the wall: where the meeting is, the wordings, the decision, who has the floor. Nothing to press. */
export function ProjectorPage({ meeting: id }: { readonly meeting: string }) {
  const say = useWords();
  const { meeting, view, passage } = useMeeting(id);
  const { agenda, place, floor } = meeting;
  const speaking = floor.find(({ state }) => state === "speaking");
  const waiting = floor.filter(({ state }) => state === "waiting");
  const nameOf = (code: string): string => view.delegations.find((each) => each.code === code)?.name ?? code;
  return (
    <div ref={useFit()} className="projector">
      <Page
        title={passage?.citation ?? meeting.title}
        tab={say("projector title", { meeting: meeting.title })}
        above={
          passage === null ? (
            <Link to={`/compilations/${meeting.compilation}/meetings`}>{say("to meetings")}</Link>
          ) : (
            <Link to={`/meetings/${id}`}>
              <bdi>{meeting.title}</bdi>
            </Link>
          )
        }
        about={
          meeting.state === "open" && place !== null ? (
            <bdi>{agenda[place.item]?.title}</bdi>
          ) : (
            say(`meeting ${meeting.state}`)
          )
        }
      >
        {passage === null ? null : (
          <>
            <DecisionLine view={view} passage={passage} zone={meeting.timeZone} isReadOnly />
            <Wordings view={view} passage={passage} heading="h2" />
          </>
        )}
        {speaking === undefined && waiting.length === 0 ? null : (
          <footer className="projector-floor">
            {speaking === undefined ? null : (
              <p>
                {say("has the floor")}: <strong>{nameOf(speaking.delegation)}</strong>
              </p>
            )}
            {waiting.length === 0 ? null : (
              <p>
                {say("waiting")}: {waiting.map(({ delegation }) => nameOf(delegation)).join(", ")}
              </p>
            )}
          </footer>
        )}
      </Page>
    </div>
  );
}
