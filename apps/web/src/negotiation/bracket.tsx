import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { oneOf } from "../design/choice.tsx";
import { Field, Form, TextArea, TextField, textIn } from "../design/form.tsx";
import { useWords } from "./words.ts";

const STATES = ["open", "parked", "small group"] as const;

interface BracketProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
}

/** What is done about a passage that is not agreed: parked, in a small group, waiting for another passage. */
export function BracketLine({ view, passage }: BracketProps) {
  const say = useWords();
  const { state, group, dependsOn, note } = passage.bracket;
  const other = view.passages.find(({ id }) => id === dependsOn);
  if (state === "open" && other === undefined && note === "") return null;
  return (
    <p className="quiet">
      {state === "open" ? null : (
        <>
          <span className="state" data-state={state}>
            {say(`bracket ${state}`)}
          </span>{" "}
        </>
      )}
      {state === "small group" ? <bdi>{group} </bdi> : null}
      {other === undefined ? null : (
        <>
          {say("waits for")}{" "}
          <a href={`#${other.id}`}>
            <bdi>{other.citation}</bdi>
          </a>{" "}
        </>
      )}
      <bdi>{note}</bdi>
    </p>
  );
}

/** For who holds the pen. */
export function ChangeBracket({ view, passage }: BracketProps) {
  const say = useWords();
  const set = useAct("setBracket");
  const { state, group, dependsOn, note, version } = passage.bracket;
  return (
    <details className="fold">
      <summary>{say("change bracket")}</summary>
      {/* What somebody else changed meanwhile is what the fields begin with anew. */}
      <Form
        key={version}
        onSubmit={(values) =>
          void set.run({
            compilation: view.compilation,
            body: {
              passage: passage.id,
              state: oneOf(STATES, textIn(values, "state")),
              group: textIn(values, "group"),
              dependsOn: textIn(values, "dependsOn") || null,
              note: textIn(values, "note"),
              version,
            },
          })
        }
      >
        <Field label={say("bracket state")}>
          <select className="field" name="state" defaultValue={state}>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {say(`bracket ${each}`)}
              </option>
            ))}
          </select>
        </Field>
        <TextField name="group" label={say("small group")} hint={say("small group hint")} defaultValue={group} />
        <Field label={say("waits for")}>
          <select className="field" name="dependsOn" defaultValue={dependsOn ?? ""}>
            <option value="">{say("waits for nothing")}</option>
            {view.passages
              .filter(({ id }) => id !== passage.id)
              .map(({ id, citation }) => (
                <option key={id} value={id}>
                  {citation}
                </option>
              ))}
          </select>
        </Field>
        <TextArea name="note" label={say("note for all")} rows={2} defaultValue={note} maxLength={5_000} />
        <Button type="submit" isDisabled={set.isRunning}>
          {say("record")}
        </Button>
        <ProblemNote problem={set.problem} />
      </Form>
    </details>
  );
}
