import { type AnswerOf, ApiProblem, type DelegationSuggestion, type Operations } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperationLater } from "../../api/use-operation.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, TextArea, TextField, textIn } from "../../design/form.tsx";
import { useWords } from "./words.ts";

/** Admits delegations, one or a whole list at once; a name where a code belongs gets a suggestion. */
export function AdmitDelegations({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const { answer: groups = [] } = useOperationLater("listGroups", {});
  const admit = useAct("addDelegations");
  const [written, setWritten] = useState("");
  const [done, setDone] = useState<AnswerOf<Operations["addDelegations"]> | null>(null);
  const suggestions = suggestionsIn(admit.problem);
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const group = textIn(values, "group");
    const answer = await admit.run({
      workspace,
      body: { codes: codesIn(written), group: group === "" ? null : group },
    });
    setDone(answer ?? null);
    if (answer === undefined) return;
    setWritten("");
    form.reset();
  };
  return (
    <>
      <h3>{say("admit delegation")}</h3>
      <Form onSubmit={(values, form) => void send(values, form)}>
        <TextArea
          name="codes"
          rows={3}
          label={say("delegation codes")}
          hint={say("delegation codes explained")}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
        <Field label={say("whole group")}>
          <select className="field" name="group" defaultValue="">
            <option value="">{say("no group")}</option>
            {groups.map(({ code, members }) => (
              <option key={code} value={code}>
                {say("group and members", { code, count: members.length })}
              </option>
            ))}
          </select>
        </Field>
        <Button type="submit" isDisabled={admit.isRunning}>
          {say("admit")}
        </Button>
        {suggestions === null ? (
          <ProblemNote problem={admit.problem} />
        ) : (
          <Suggestions suggestions={suggestions} onTaken={() => setWritten(withSuggested(written, suggestions))} />
        )}
        <p role="status">
          {done === null ? null : say("admitted", { count: done.admitted.length })}{" "}
          {done === null || done.already.length === 0
            ? null
            : say("there already", { delegations: done.already.join(", ") })}
        </p>
      </Form>
      <AdmitUnknown workspace={workspace} />
    </>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly DelegationSuggestion[];
  readonly onTaken: () => void;
}

function Suggestions({ suggestions, onTaken }: SuggestionsProps) {
  const say = useWords();
  return (
    <div className="problem" role="alert">
      <p>{say("codes not known")}</p>
      <ul>
        {suggestions.map(({ written, code, name }) => (
          <li key={written}>
            <bdi>{written}</bdi>: {code === null ? say("no suggestion") : <bdi>{`${code}, ${name}`}</bdi>}
          </li>
        ))}
      </ul>
      {suggestions.every(({ code }) => code === null) ? null : (
        <p>
          <Button onPress={onTaken}>{say("take suggestions")}</Button>
        </p>
      )}
    </div>
  );
}

/** For a delegation that the catalogue does not know: its code and its name. */
function AdmitUnknown({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const add = useAct("addDelegation");
  const admit = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const kind = values.get("organisation") === null ? "state" : "organisation";
    const body = { code: textIn(values, "code").toUpperCase(), name: textIn(values, "name"), kind } as const;
    if ((await add.run({ workspace, body })) !== undefined) form.reset();
  };
  return (
    <details className="fold">
      <summary>{say("admit unknown")}</summary>
      <Form layout="row" onSubmit={(values, form) => void admit(values, form)}>
        <TextField name="code" label={say("delegation code")} hint={say("delegation code explained")} required />
        <TextField name="name" label={say("delegation name")} required maxLength={200} />
        <label className="tick">
          <input type="checkbox" name="organisation" />
          <span>{say("organisation")}</span>
        </label>
        <Button type="submit" isDisabled={add.isRunning}>
          {say("admit")}
        </Button>
      </Form>
      <ProblemNote problem={add.problem} />
    </details>
  );
}

const CODE = /^[A-Z][A-Z0-9]{1,11}$/;

/** Between lines, commas and semicolons stands a name, or codes with spaces between. */
function codesIn(written: string): string[] {
  return written
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .flatMap((part) => {
      const words = part.split(/\s+/);
      return words.every((word) => CODE.test(word)) ? words : [part];
    })
    .filter((part) => part !== "");
}

function withSuggested(written: string, suggestions: readonly DelegationSuggestion[]): string {
  return codesIn(written)
    .map((part) => suggestions.find((each) => each.written === part)?.code ?? part)
    .join("\n");
}

function suggestionsIn(problem: Error | null): readonly DelegationSuggestion[] | null {
  if (!(problem instanceof ApiProblem) || problem.code !== "not-valid" || problem.current === undefined) return null;
  return (problem.current as { readonly suggestions: readonly DelegationSuggestion[] }).suggestions;
}
