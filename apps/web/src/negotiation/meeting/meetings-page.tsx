import type { MeetingFacts, MeetingView, NegotiationView } from "@compendium/contract";
import { Link, useNavigate } from "react-router";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperation } from "../../api/use-operation.ts";
import { useHydrated } from "../../design/hydrated.ts";
import { Moment } from "../../design/moment.tsx";
import { Nothing, Page } from "../../design/page.tsx";
import { NegotiationLinks } from "../negotiation-links.tsx";
import { useWords } from "../words.ts";
import { MeetingForm } from "./meeting-form.tsx";

/** The meetings on a compilation, and where one is planned. */
export function MeetingsPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const view = useOperation("readNegotiation", { compilation });
  const meetings = useOperation("listMeetings", { compilation });
  const mayPlan = view.may.includes("decide") && view.passages.length > 0;
  return (
    <Page title={say("meetings title", { text: view.text.title })} above={<NegotiationLinks view={view} />}>
      {meetings.length === 0 ? <Nothing>{say(mayPlan ? "no meetings yet" : "no meetings")}</Nothing> : null}
      <ul className="rows">
        {meetings.map((meeting) => (
          <MeetingItem key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {mayPlan ? <PlanMeeting view={view} /> : null}
    </Page>
  );
}

function MeetingItem({ meeting }: { readonly meeting: MeetingView }) {
  const say = useWords();
  const { id, title, state, startsAt, timeZone, venue, agenda } = meeting;
  return (
    <li className="row-item">
      <span className="row-main">
        <Link to={`/meetings/${id}`}>
          <bdi>{title}</bdi>
        </Link>{" "}
        <span className="state" data-state={state}>
          {say(`meeting ${state}`)}
        </span>
      </span>
      <span className="quiet">{say("items", { count: agenda.length })}</span>
      <bdi className="quiet">{venue}</bdi>
      <span className="quiet">
        <Moment at={startsAt} zone={timeZone} />
      </span>
    </li>
  );
}

function PlanMeeting({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const navigate = useNavigate();
  const create = useAct("createMeeting");
  // The form offers the time zones that the browser knows, and the server may know others.
  const isHydrated = useHydrated();
  const plan = async (body: MeetingFacts): Promise<void> => {
    const made = await create.run({ compilation: view.compilation, body });
    if (made !== undefined) await navigate(`/meetings/${made.id}`);
  };
  return (
    <details className="fold">
      <summary>{say("plan meeting")}</summary>
      {isHydrated ? (
        <MeetingForm
          view={view}
          meeting={null}
          submit={say("plan it")}
          isRunning={create.isRunning}
          onSubmit={(facts) => void plan(facts)}
        />
      ) : null}
      <ProblemNote problem={create.problem} />
    </details>
  );
}
