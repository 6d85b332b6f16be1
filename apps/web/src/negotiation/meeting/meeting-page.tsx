import type { MeetingView, NegotiationView } from "@compendium/contract";
import { Link } from "react-router";
import { DownloadLink } from "../../api/download-link.tsx";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useHydrated } from "../../design/hydrated.ts";
import { Moment } from "../../design/moment.tsx";
import { Page, Section } from "../../design/page.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { NegotiationLinks } from "../negotiation-links.tsx";
import { usePaperLanguage } from "../use-paper-language.ts";
import { useWords } from "../words.ts";
import { Agenda } from "./agenda.tsx";
import { Floor } from "./floor.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { PassageInMeeting } from "./passage-in-meeting.tsx";
import { Statements } from "./statements.tsx";
import { Steering } from "./steering.tsx";
import { useGoTo } from "./use-go-to.ts";
import { useMeeting } from "./use-meeting.ts";

/** A meeting: where it is, what is said and decided there, who waits for the floor. Every reader's page follows the chair. */
export function MeetingPage({ meeting: id }: { readonly meeting: string }) {
  const say = useWords();
  const { meeting, view, passage } = useMeeting(id);
  const goTo = useGoTo(meeting);
  const language = usePaperLanguage();
  const { title, state, startsAt, timeZone, venue, place, agenda, participants, may } = meeting;
  return (
    <Page
      title={title}
      above={<NegotiationLinks view={view} among="meetings" />}
      about={
        <>
          <span className="state" data-state={state}>
            {say(`meeting ${state}`)}
          </span>{" "}
          <Moment at={startsAt} zone={timeZone} /> <bdi>{venue}</bdi>
        </>
      }
      actions={<Actions meeting={meeting} />}
    >
      {/* Said to those who hear the page whenever the chair goes on. */}
      <p role="status" className="now">
        {place === null || state !== "open" ? null : (
          <>
            {say("now at")} <bdi>{agenda[place.item]?.title}</bdi>
            {passage === null ? null : (
              <>
                {" · "}
                <bdi>{passage.citation}</bdi>
              </>
            )}
          </>
        )}
      </p>
      {may.includes("lead") ? <Steering meeting={meeting} goTo={goTo} /> : null}
      <div className="in-session">
        <div>
          {passage === null ? null : (
            <PassageInMeeting key={passage.id} meeting={meeting} view={view} passage={passage} isGoing={goTo.isGoing} />
          )}
          <Agenda meeting={meeting} view={view} goTo={goTo} />
        </div>
        <div>
          {state === "planned" ? null : <Floor meeting={meeting} view={view} />}
          <Section title={say("documents")}>
            <ul className="links">
              <li>
                <Link to={`/drafts/${view.draft.id}`}>{say("draft asked about", { symbol: view.draft.symbol })}</Link>
              </li>
              <li>
                <Link to={`/rounds/${view.round.id}/compilations/${view.compilation}`}>{say("to compilation")}</Link>
              </li>
              {may.includes("report") ? (
                <li>
                  <DownloadLink operation="downloadReport" input={{ meeting: id, language }}>
                    {say("report")}
                  </DownloadLink>
                </li>
              ) : null}
            </ul>
          </Section>
          <Statements meeting={meeting} view={view} />
          <Section title={say("participants")}>
            <p>
              <bdi className="codes">{participants.join(" ")}</bdi>
            </p>
          </Section>
        </div>
      </div>
      {may.includes("change") ? <ChangeMeeting meeting={meeting} view={view} /> : null}
    </Page>
  );
}

function Actions({ meeting: { id, may, state } }: { readonly meeting: MeetingView }) {
  const say = useWords();
  const open = useAct("openMeeting");
  const close = useAct("closeMeeting");
  return (
    <>
      {may.includes("open") ? (
        <Button look="main" isDisabled={open.isRunning} onPress={() => void open.run({ meeting: id })}>
          {say("open meeting")}
        </Button>
      ) : null}
      {state === "planned" ? null : <Link to={`/meetings/${id}/projector`}>{say("to projector")}</Link>}
      {may.includes("close") ? (
        <SureButton
          label={say("close meeting")}
          explained={say("close explained")}
          sure={say("close sure")}
          cancel={say("cancel")}
          look="framed"
          isDisabled={close.isRunning}
          onPress={() => void close.run({ meeting: id })}
        />
      ) : null}
      <ProblemNote problem={open.problem ?? close.problem} />
    </>
  );
}

function ChangeMeeting({ meeting, view }: { readonly meeting: MeetingView; readonly view: NegotiationView }) {
  const say = useWords();
  const change = useAct("changeMeeting");
  const isHydrated = useHydrated();
  const { id, version } = meeting;
  return (
    <details className="fold">
      <summary>{say("change meeting")}</summary>
      {isHydrated ? (
        <MeetingForm
          // What somebody else changed meanwhile is what the fields begin with anew.
          key={version}
          view={view}
          meeting={meeting}
          submit={say("record")}
          isRunning={change.isRunning}
          onSubmit={(facts) => void change.run({ meeting: id, body: { ...facts, version } })}
        />
      ) : null}
      <ProblemNote problem={change.problem} />
    </details>
  );
}
