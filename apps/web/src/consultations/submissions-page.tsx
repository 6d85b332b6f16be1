import type { RoundView, SubmissionView } from "@compendium/contract";
import { WORD_FILE } from "@compendium/contract";
import { Link } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Field, Form, fileIn, TextArea, TextField, textIn } from "../design/form.tsx";
import { useHydrated } from "../design/hydrated.ts";
import { Nothing, Page, Section } from "../design/page.tsx";
import { instantAt, wallTime } from "../design/zoned-time.ts";
import { Deadline } from "./deadline.tsx";
import { SubmissionItem } from "./submission-item.tsx";
import { useWords } from "./words.ts";

/** For the secretariat: who has answered, and what came by e-mail or late. */
export function SubmissionsPage({ round }: { readonly round: string }) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const submissions = useOperation("listSubmissions", { round });
  const answered = new Set(
    submissions.filter(({ state }) => state === "stands").map(({ delegation }) => delegation.code),
  );
  const missing = view.delegations.filter(({ code }) => !answered.has(code));
  return (
    <Page
      title={say("submissions of round")}
      above={
        <Link to={`/rounds/${round}`}>
          <bdi>{view.title}</bdi>
        </Link>
      }
      about={<Deadline round={view} />}
    >
      {view.may.includes("enter submission") ? <EnterSubmission round={view} /> : null}
      <Section title={say("answered", { count: answered.size, all: view.delegations.length })}>
        {submissions.length === 0 ? <Nothing>{say("nobody answered")}</Nothing> : null}
        <ul className="file-list">
          {submissions.map((submission) => (
            <SubmissionItem key={submission.id} submission={submission} round={view}>
              {view.may.includes("admit") && submission.late && submission.admitted === null ? (
                <Admit submission={submission} />
              ) : null}
            </SubmissionItem>
          ))}
        </ul>
      </Section>
      {missing.length === 0 ? null : (
        <Section title={say("not answered", { count: missing.length })}>
          <ul className="names">
            {missing.map(({ code, name }) => (
              <li key={code}>
                <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Admit({ submission }: { readonly submission: SubmissionView }) {
  const say = useWords();
  const admit = useAct("admit");
  return (
    <Form
      onSubmit={(values) => void admit.run({ submission: submission.id, body: { reason: textIn(values, "reason") } })}
    >
      <TextArea name="reason" label={say("reason to admit")} hint={say("admit explained")} rows={2} required />
      <Button type="submit" isDisabled={admit.isRunning}>
        {say("admit")}
      </Button>
      <ProblemNote problem={admit.problem} />
    </Form>
  );
}

function EnterSubmission({ round }: { readonly round: RoundView }) {
  const say = useWords();
  const enter = useAct("enterSubmission");
  const isHydrated = useHydrated();
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const file = fileIn(values, "file");
    if (file === null) return;
    const entered = await enter.run({
      round: round.id,
      delegation: textIn(values, "delegation"),
      name: file.name,
      arrivedAt: instantAt(textIn(values, "arrivedAt"), round.timeZone),
      body: new Uint8Array(await file.arrayBuffer()),
    });
    if (entered !== undefined) form.reset();
  };
  return (
    <details className="fold">
      <summary>{say("enter by e-mail")}</summary>
      <p>{say("enter explained")}</p>
      {isHydrated ? (
        <Form onSubmit={(values, form) => void send(values, form)}>
          <Field label={say("delegation")}>
            <select className="field" name="delegation">
              {round.delegations.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name} ({code})
                </option>
              ))}
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
          <Button type="submit" look="main" isDisabled={enter.isRunning}>
            {say("enter")}
          </Button>
          <p role="status">{enter.isRunning ? say("sending") : enter.isDone ? say("entered") : null}</p>
          <ProblemNote problem={enter.problem} />
        </Form>
      ) : null}
    </details>
  );
}
