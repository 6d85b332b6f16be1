import type { MeetingView, NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { Link } from "react-router";
import { Button } from "../../design/button.tsx";
import { Nothing, Section } from "../../design/page.tsx";
import { inBrief } from "../in-brief.ts";
import { ProgressMark } from "../progress-mark.tsx";
import { useWords } from "../words.ts";
import { isSame, type Place } from "./places.ts";
import type { GoTo } from "./use-go-to.ts";

interface AgendaProps {
  readonly meeting: MeetingView;
  readonly view: NegotiationView;
  readonly goTo: GoTo;
}

/** The items with their passages and how far each is; who leads goes to any of them from here. */
export function Agenda({ meeting, view, goTo }: AgendaProps) {
  const say = useWords();
  const { agenda, may } = meeting;
  // Where a closed meeting ended is no place any more.
  const at = meeting.state === "open" ? meeting.place : null;
  const go = may.includes("lead") ? goTo.go : null;
  return (
    <Section title={say("agenda")}>
      {agenda.length === 0 ? <Nothing>{say("no agenda")}</Nothing> : null}
      <ol className="agenda">
        {agenda.map(({ title, passages }, item) => (
          // Two items may have one title, and items have no names of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={item}>
            <h3 aria-current={at?.item === item ? "step" : undefined}>
              {go === null ? (
                <bdi>{title}</bdi>
              ) : (
                <Button look="plain" onPress={() => go({ item, passage: passages[0] ?? null })}>
                  <bdi>{title}</bdi>
                </Button>
              )}
            </h3>
            <ul className="rows">
              {passages.map((id) => {
                const passage = view.passages.find((each) => each.id === id);
                return passage === undefined ? null : (
                  <PassageRow key={id} view={view} passage={passage} place={{ item, passage: id }} at={at} go={go} />
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface PassageRowProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  readonly place: Place;
  /** Where the meeting is. */
  readonly at: MeetingView["place"];
  /** `null` for who does not lead. */
  readonly go: ((place: Place) => void) | null;
}

function PassageRow({ view, passage, place, at, go }: PassageRowProps) {
  const { id, citation } = passage;
  return (
    <li className="row-item" aria-current={isSame(at, place) ? "step" : undefined}>
      <span className="row-main">
        {go === null ? (
          <Link to={`/compilations/${view.compilation}/negotiation#${id}`}>
            <bdi>{citation}</bdi>
          </Link>
        ) : (
          <Button look="plain" onPress={() => go(place)}>
            <bdi>{citation}</bdi>
          </Button>
        )}{" "}
        <ProgressMark passage={passage} />
      </span>
      <bdi className="quiet shortened">{inBrief(passage)}</bdi>
    </li>
  );
}
