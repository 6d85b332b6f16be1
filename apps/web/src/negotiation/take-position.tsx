import type { NegotiatedPassage, NegotiationView, PositionView } from "@compendium/contract";
import { useRef } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { oneOf } from "../design/choice.tsx";
import { Field, Form, TextArea, TextField, textIn } from "../design/form.tsx";
import { DelegationOptions } from "../people/delegation-options.tsx";
import { letterOf } from "./letter-of.ts";
import { ownDelegations } from "./own-delegations.ts";
import { useWords } from "./words.ts";

const STANCES = ["supports", "can accept", "reserves", "cannot accept", "asks for clarification"] as const;
const SPEAKING = ["onBehalfOf", "inAlignment"] as const;
const READERSHIPS = ["audience", "chair", "delegation"] as const;

interface TakePositionProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
}

/** For a head or a deputy: what the delegation can live with, and who may read it. */
export function TakePosition({ view, passage }: TakePositionProps) {
  const say = useWords();
  const take = useAct("takePosition");
  const fold = useRef<HTMLDetailsElement>(null);
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const [kind, which = ""] = textIn(values, "about").split(" ");
    const readership = oneOf(READERSHIPS, textIn(values, "readership"));
    const taken = await take.run({
      compilation: view.compilation,
      body: {
        delegation: textIn(values, "delegation"),
        passage: passage.id,
        about: aboutOf(kind, which),
        stance: oneOf(STANCES, textIn(values, "stance")),
        reason: textIn(values, "reason"),
        onBehalfOf: codesIn(values, "onBehalfOf"),
        inAlignment: codesIn(values, "inAlignment"),
        readership,
        reasonReadership: oneOf(READERSHIPS, textIn(values, "reasonReadership")),
      },
    });
    if (taken === undefined) return;
    form.reset();
    if (fold.current !== null) fold.current.open = false;
  };
  return (
    <details ref={fold} className="fold">
      <summary>{say("take position")}</summary>
      <Form onSubmit={(values, form) => void send(values, form)}>
        <Field label={say("delegation")}>
          <select className="field" name="delegation">
            <DelegationOptions delegations={ownDelegations(view)} />
          </select>
        </Field>
        <Field label={say("about")}>
          <select className="field" name="about">
            <option value="passage">{say("on passage")}</option>
            {passage.proposals.map((each, i) => (
              <option key={each.delegations[0]} value={`proposal ${i}`}>
                {say("on wording", { number: i + 1 })}
              </option>
            ))}
            {passage.tabled.map(({ id, words }, i) => (
              <option key={id} value={`tabled ${id}`}>
                {say("on tabled", { letter: letterOf(i) })}: {words.slice(0, 40)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say("stance")}>
          <select className="field" name="stance">
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {say(stance)}
              </option>
            ))}
          </select>
        </Field>
        <TextArea name="reason" label={say("reason")} rows={2} />
        {SPEAKING.map((name) => (
          <TextField key={name} name={name} label={say(name)} hint={say("codes explained")} maxLength={400} />
        ))}
        {(["readership", "reasonReadership"] as const).map((name) => (
          <Field key={name} label={say(name === "readership" ? "readership" : "reason readership")}>
            <select className="field" name={name}>
              {READERSHIPS.map((each) => (
                <option key={each} value={each}>
                  {say(`for ${each}`)}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <Button type="submit" look="main" isDisabled={take.isRunning}>
          {say("say it")}
        </Button>
        <ProblemNote problem={take.problem} />
      </Form>
    </details>
  );
}

/** The codes of a field, however they are parted. */
function codesIn(values: FormData, name: (typeof SPEAKING)[number]): string[] {
  return textIn(values, name)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== "");
}

function aboutOf(kind: string | undefined, which: string): PositionView["about"] {
  if (kind === "proposal") return { kind, proposal: Number(which) };
  return kind === "tabled" ? { kind, tabled: which } : { kind: "passage" };
}
