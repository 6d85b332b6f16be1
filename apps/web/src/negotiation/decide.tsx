import type { NegotiatedPassage, NegotiationView, Ruling } from "@compendium/contract";
import { useRef, useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { TextArea, TextField, textIn } from "../design/form.tsx";
import { instantAt } from "../design/zoned-time.ts";
import { letterOf } from "./letter-of.ts";
import { AmendForm, ConsultForm } from "./ruling-forms.tsx";
import { type KeysWithin, useKeys } from "./use-keys.ts";
import { useWords } from "./words.ts";

interface DecideProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  readonly keysWithin: KeysWithin;
  /** In which dates are given: the meeting's; without one, the reader's own. */
  readonly timeZone?: string;
  /** Nothing can be recorded just now. */
  readonly isHeld?: boolean;
}

/** For who holds the pen: every ruling is one press or one key, those that need words open a field. */
export function Decide({ view, passage, keysWithin, timeZone, isHeld = false }: DecideProps) {
  const say = useWords();
  const record = useAct("recordDecision");
  const undo = useAct("undoDecision");
  const [asking, setAsking] = useState<"amend" | "consult" | null>(null);
  const besides = useRef<HTMLFormElement>(null);
  const { id, decision, proposals, tabled, keptWhole } = passage;
  const isRunning = isHeld || record.isRunning || undo.isRunning;
  const rule = async (ruling: Ruling): Promise<void> => {
    if (isRunning) return;
    const { note, until } = besidesIn(besides.current);
    const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const adReferendumUntil = until === "" ? null : instantAt(until, zone);
    const body = { passage: id, ruling, after: decision?.id ?? null, note, adReferendumUntil };
    if ((await record.run({ compilation: view.compilation, body })) === undefined) return;
    setAsking(null);
    besides.current?.reset();
  };
  const place = useKeys(keysWithin, (key) => {
    const number = Number(key);
    if (number >= 1 && number <= proposals.length) void rule({ kind: "as proposed", proposal: number - 1 });
    else if (key === "b") void rule({ kind: "as in the base" });
    else if (key === "k") void rule({ kind: "in brackets" });
    else if (key === "d") void rule({ kind: "deferred" });
    else if (key === "a" && !keptWhole) setAsking("amend");
    else if (key === "u" && decision !== null && !isRunning) void undo.run({ decision: decision.id });
    else return false;
    return true;
  });
  const press = (ruling: Ruling, label: string) => (
    <Button key={JSON.stringify(ruling)} isDisabled={isRunning} onPress={() => void rule(ruling)}>
      {label}
    </Button>
  );
  return (
    <div ref={place} className="acts">
      <h3 className="card-label">{say("decide")}</h3>
      <p className="facts">
        {press({ kind: "as in the base" }, say("decide base"))}
        {proposals.map((_, proposal) =>
          press({ kind: "as proposed", proposal }, say("decide wording", { number: proposal + 1 })),
        )}
        {tabled.map((each, i) =>
          press({ kind: "as tabled", tabled: each.id }, say("decide tabled", { letter: letterOf(i) })),
        )}
        {keptWhole ? null : <Button onPress={() => setAsking("amend")}>{say("decide amend")}</Button>}
        {press({ kind: "in brackets" }, say("decide brackets"))}
        {press({ kind: "deferred" }, say("decide defer"))}
        <Button onPress={() => setAsking("consult")}>{say("decide consult")}</Button>
      </p>
      {asking === "amend" ? (
        <AmendForm passage={passage} isRunning={isRunning} onRule={rule} onCancel={() => setAsking(null)} />
      ) : null}
      {asking === "consult" ? (
        <ConsultForm
          delegations={view.delegations}
          isRunning={isRunning}
          onRule={rule}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      <details className="fold">
        <summary>{say("besides")}</summary>
        <form ref={besides} className="form form-column" onSubmit={(event) => event.preventDefault()}>
          <TextArea
            name="note"
            label={say("note with decision")}
            hint={say("besides hint")}
            rows={2}
            maxLength={5_000}
          />
          <TextField
            name="until"
            type="datetime-local"
            label={say("ad referendum until")}
            {...(timeZone === undefined ? {} : { hint: timeZone.replaceAll("_", " ") })}
          />
        </form>
      </details>
      {keptWhole ? <p className="quiet">{say("kept whole")}</p> : null}
      <p className="quiet">{say(keysWithin === "page" ? "decide keys on page" : "decide keys")}</p>
      <ProblemNote problem={record.problem ?? undo.problem} />
    </div>
  );
}

/** What is recorded with a decision, whatever the ruling. */
function besidesIn(form: HTMLFormElement | null): { readonly note: string; readonly until: string } {
  const values = form === null ? new FormData() : new FormData(form);
  return { note: textIn(values, "note"), until: textIn(values, "until") };
}
