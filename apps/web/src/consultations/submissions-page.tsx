import type { RoundView, SubmissionView } from "@compendium/contract";
import { Link } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Form, TextArea, textIn } from "../design/form.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { useAnswersTitle } from "./answers.tsx";
import { Deadline } from "./deadline.tsx";
import { EnterSubmission } from "./enter-submission.tsx";
import { answersIn, standing } from "./standing-submissions.ts";
import { SubmissionItem } from "./submission-item.tsx";
import { TakeBack } from "./take-back.tsx";
import { useWords } from "./words.ts";

/** Who has answered, and what came by e-mail or late; for a delegation, what it submitted itself, and no count of others. */
export function SubmissionsPage({ round }: { readonly round: string }) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const submissions = useOperation("listSubmissions", { round });
  return (
    <Page
      title={say("submissions of round")}
      tab={`${say("submissions of round")} · ${view.title}`}
      above={
        <Link to={`/rounds/${round}`}>
          <bdi>{view.title}</bdi>
        </Link>
      }
      about={<Deadline round={view} />}
    >
      {view.may.includes("enter submission") ? <EnterSubmission round={view} submissions={submissions} /> : null}
      {view.may.includes("see submissions") ? (
        <AllSubmissions round={view} submissions={submissions} />
      ) : (
        <Section title={say("your submissions")}>
          <p className="quiet">{say("only your submissions")}</p>
          {submissions.length === 0 ? <Nothing>{say("nothing submitted")}</Nothing> : null}
          <Submissions round={view} submissions={submissions} />
        </Section>
      )}
    </Page>
  );
}

interface SubmissionsProps {
  readonly round: RoundView;
  readonly submissions: readonly SubmissionView[];
}

function AllSubmissions({ round, submissions }: SubmissionsProps) {
  const say = useWords();
  const { answered, missing } = answersIn(round, submissions);
  return (
    <>
      <Section title={useAnswersTitle(round, answered.length)}>
        {submissions.length === 0 ? <Nothing>{say("nobody answered")}</Nothing> : null}
        <Submissions round={round} submissions={submissions} />
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
    </>
  );
}

function Submissions({ round, submissions }: SubmissionsProps) {
  const standingOf = (code: string) => standing(submissions).find(({ delegation }) => delegation.code === code) ?? null;
  return (
    <ul className="file-list">
      {submissions.map((submission) => (
        <SubmissionItem key={submission.id} submission={submission} round={round}>
          {round.may.includes("admit")
          && submission.late
          && submission.admitted === null
          && submission.state === "stands" ? (
            <Admit submission={submission} replaced={standingOf(submission.delegation.code)} />
          ) : null}
          {round.may.includes("enter submission")
          && submission.channel === "e-mail"
          && submission.state === "stands" ? (
            <TakeBack submission={submission.id} />
          ) : null}
        </SubmissionItem>
      ))}
    </ul>
  );
}

interface AdmitProps {
  readonly submission: SubmissionView;
  /** What of its delegation stands until it is admitted. */
  readonly replaced: SubmissionView | null;
}

function Admit({ submission, replaced }: AdmitProps) {
  const say = useWords();
  const admit = useAct("admit");
  return (
    <Form
      onSubmit={(values) => void admit.run({ submission: submission.id, body: { reason: textIn(values, "reason") } })}
    >
      {replaced === null || replaced.number > submission.number ? null : (
        <p>{say("admit replaces", { number: replaced.number })}</p>
      )}
      <TextArea name="reason" label={say("reason to admit")} hint={say("admit explained")} rows={2} required />
      <Button type="submit" isDisabled={admit.isRunning}>
        {say("admit")}
      </Button>
      <ProblemNote problem={admit.problem} />
    </Form>
  );
}
