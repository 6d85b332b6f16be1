import type { MeetingView, NegotiationView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, textIn } from "../../design/form.tsx";
import { Nothing, Section } from "../../design/page.tsx";
import { DelegationOptions } from "../../people/delegation-options.tsx";
import { useWords } from "../words.ts";

interface FloorProps {
  readonly meeting: MeetingView;
  readonly view: NegotiationView;
}

type Entry = MeetingView["floor"][number];

/** Who has the floor and who waits for it, in the order in which they asked; who has spoken is folded up below. */
export function Floor({ meeting, view }: FloorProps) {
  const say = useWords();
  const { floor, mine } = meeting;
  const waiting = floor.filter(({ state }) => state === "speaking" || state === "waiting");
  const spoken = floor.filter(({ state }) => state === "spoken");
  return (
    <Section title={say("floor")}>
      {waiting.length === 0 ? <Nothing>{say("nobody waits")}</Nothing> : null}
      <ol className="rows">
        {waiting.map((entry) => (
          <FloorItem key={entry.id} meeting={meeting} view={view} entry={entry} />
        ))}
      </ol>
      {mine.length === 0 ? null : <AskForFloor meeting={meeting} view={view} />}
      {spoken.length === 0 ? null : (
        <details className="fold">
          <summary>{say("spoken")}</summary>
          <ul className="rows">
            {spoken.map((entry) => (
              <li key={entry.id} className="row-item">
                <Speaker view={view} entry={entry} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Speaker({ view, entry }: { readonly view: NegotiationView; readonly entry: Entry }) {
  const passage = view.passages.find(({ id }) => id === entry.passage);
  const name = view.delegations.find(({ code }) => code === entry.delegation)?.name ?? entry.delegation;
  return (
    <span className="row-main">
      <bdi className="codes">{entry.delegation}</bdi> <bdi>{name}</bdi>{" "}
      {passage === undefined ? null : <bdi className="quiet">{passage.citation}</bdi>}
    </span>
  );
}

function FloorItem({ meeting, view, entry }: FloorProps & { readonly entry: Entry }) {
  const say = useWords();
  const change = useAct("changeFloor");
  const { id, may, mine } = meeting;
  const leads = may.includes("lead");
  const turn = (state: "speaking" | "spoken" | "withdrawn"): void =>
    void change.run({ meeting: id, entry: entry.id, body: { state } });
  return (
    <li className="row-item" data-state={entry.state}>
      <Speaker view={view} entry={entry} />
      {entry.state === "speaking" ? <strong className="state">{say("has the floor")}</strong> : null}
      <span className="facts">
        {leads && entry.state === "waiting" ? (
          <Button isDisabled={change.isRunning} onPress={() => turn("speaking")}>
            {say("give floor")}
          </Button>
        ) : null}
        {leads && entry.state === "speaking" ? (
          <Button isDisabled={change.isRunning} onPress={() => turn("spoken")}>
            {say("has spoken")}
          </Button>
        ) : null}
        {entry.state === "waiting" && (leads || mine.includes(entry.delegation)) ? (
          <Button look="plain" isDisabled={change.isRunning} onPress={() => turn("withdrawn")}>
            {say("off the list")}
          </Button>
        ) : null}
      </span>
      <ProblemNote problem={change.problem} />
    </li>
  );
}

/** On the passage at which the meeting is. One's only delegation needs no choice. */
function AskForFloor({ meeting, view }: FloorProps) {
  const say = useWords();
  const ask = useAct("askForFloor");
  const { id, mine, floor, place } = meeting;
  const isOnList = (code: string): boolean =>
    floor.some(({ delegation, state }) => delegation === code && (state === "waiting" || state === "speaking"));
  const free = view.delegations.filter(({ code }) => mine.includes(code) && !isOnList(code));
  if (free.length === 0) return null;
  return (
    <Form
      layout="row"
      onSubmit={(values) =>
        void ask.run({
          meeting: id,
          body: { delegation: textIn(values, "delegation"), passage: place?.passage ?? null },
        })
      }
    >
      {free.length === 1 ? (
        <input type="hidden" name="delegation" value={free[0]?.code} />
      ) : (
        <Field label={say("delegation")}>
          <select className="field" name="delegation">
            <DelegationOptions delegations={free} />
          </select>
        </Field>
      )}
      <Button type="submit" look="main" isDisabled={ask.isRunning}>
        {say(meeting.may.includes("lead") ? "put on list" : "ask for floor")}
      </Button>
      <ProblemNote problem={ask.problem} />
    </Form>
  );
}
