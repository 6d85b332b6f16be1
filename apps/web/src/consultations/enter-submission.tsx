import { type RoundView, type SubmissionView, WORD_FILE } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useReadAgain } from "../api/use-read-again.ts";
import { Button } from "../design/button.tsx";
import { Field, Form, fileIn, TextField, textIn } from "../design/form.tsx";
import { useHydrated } from "../design/hydrated.ts";
import { instantAt, wallTime } from "../design/zoned-time.ts";
import { DelegationOptions } from "../people/delegation-options.tsx";
import { nameOf } from "./round-list.tsx";
import { type ToConfirm, toConfirmOf } from "./to-confirm.ts";
import { Whence } from "./whence.tsx";
import { useWords } from "./words.ts";

interface EnterSubmissionProps {
  readonly round: RoundView;
  readonly submissions: readonly SubmissionView[];
}

/** Enters what came by e-mail. Asks before it replaces what stands, and where the file's name tells of somebody else. */
export function EnterSubmission({ round, submissions }: EnterSubmissionProps) {
  const say = useWords();
  const enter = useAct("enterSubmission");
  const readAgain = useReadAgain();
  /** The form as it was sent last; `null` once it was changed since, or what it asked was given up. */
  const [sent, setSent] = useState<HTMLFormElement | null>(null);
  const isHydrated = useHydrated();
  const toConfirm = sent === null ? null : toConfirmOf(enter.problem);
  const send = async (form: HTMLFormElement, confirmed: ToConfirm | null): Promise<void> => {
    const values = new FormData(form);
    const file = fileIn(values, "file");
    if (file === null) return;
    const [namedFor] = confirmed?.namedFor ?? [];
    setSent(form);
    const entered = await enter.run({
      round: round.id,
      delegation: textIn(values, "delegation"),
      name: file.name,
      arrivedAt: instantAt(textIn(values, "arrivedAt"), round.timeZone),
      ...(confirmed === null || confirmed.replaces === null ? {} : { replaces: confirmed.replaces }),
      ...(namedFor === undefined ? {} : { namedFor }),
      body: new Uint8Array(await file.arrayBuffer()),
    });
    if (entered !== undefined) form.reset();
    // Somebody may have submitted since the page was read: what is asked about must be on it.
    else void readAgain();
  };
  return (
    <details className="fold">
      <summary>{say("enter by e-mail")}</summary>
      <p>{say("enter explained")}</p>
      {isHydrated ? (
        <Form onSubmit={(_, form) => void send(form, null)} onChange={() => setSent(null)}>
          <Field label={say("delegation")}>
            <select className="field" name="delegation" required defaultValue="">
              <option value="">{say("choose delegation")}</option>
              <DelegationOptions delegations={round.delegations} />
            </select>
          </Field>
          <TextField name="file" type="file" accept={`.docx,${WORD_FILE}`} label={say("word file")} required />
          <TextField
            name="arrivedAt"
            type="datetime-local"
            label={say("arrived at")}
            hint={round.timeZone.replaceAll("_", " ")}
            defaultValue={wallTime(new Date().toISOString(), round.timeZone)}
            required
          />
          {sent === null || toConfirm === null ? (
            <Button type="submit" look="main" isDisabled={enter.isRunning}>
              {say("enter")}
            </Button>
          ) : (
            <Question
              {...toConfirm}
              round={round}
              submissions={submissions}
              delegation={nameOf(round, textIn(new FormData(sent), "delegation"))}
              onConfirmed={() => void send(sent, toConfirm)}
              onGivenUp={() => setSent(null)}
            />
          )}
          <p role="status">{enter.isRunning ? say("sending") : enter.isDone ? say("entered") : null}</p>
          {toConfirmOf(enter.problem) === null ? <ProblemNote problem={enter.problem} /> : null}
        </Form>
      ) : null}
    </details>
  );
}

interface QuestionProps extends EnterSubmissionProps, ToConfirm {
  /** By name. */
  readonly delegation: string;
  readonly onConfirmed: () => void;
  readonly onGivenUp: () => void;
}

function Question({ round, submissions, delegation, replaces, namedFor, onConfirmed, onGivenUp }: QuestionProps) {
  const say = useWords();
  const replaced = submissions.find(({ id }) => id === replaces);
  // Nobody confirms what they cannot see: it comes with the page that is being read again.
  if (replaces !== null && replaced === undefined) return null;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{say("asked before entering")}</p>
      {replaced === undefined ? null : (
        <p className="facts">
          <span>{say("stands already", { delegation, number: replaced.number })}</span>
          <Whence {...replaced} />
        </p>
      )}
      {namedFor.length === 0 ? null : (
        <p>{say("named for another", { delegations: namedFor.map((code) => nameOf(round, code)).join(", ") })}</p>
      )}
      <p className="facts">
        <Button onPress={onConfirmed}>
          {replaced === undefined
            ? say("enter all the same", { delegation })
            : say("enter and replace", { number: replaced.number })}
        </Button>
        <Button look="plain" onPress={onGivenUp}>
          {say("cancel")}
        </Button>
      </p>
    </div>
  );
}
