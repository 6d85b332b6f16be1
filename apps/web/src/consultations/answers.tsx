import type { DelegationView, RoundView, SubmissionView } from "@compendium/contract";
import { Link } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Section } from "../design/page.tsx";
import { answersIn } from "./standing-submissions.ts";
import { useWords } from "./words.ts";

/** Who has answered and who has not, for those who may see it; where nobody was asked, of whom something was carried. */
export function Answers({ round }: { readonly round: RoundView }) {
  const say = useWords();
  const submissions = useOperation("listSubmissions", { round: round.id });
  const remind = useAct("remind");
  const { answered } = answersIn(round, submissions);
  const isAsking = round.carriedFrom === null;
  return (
    <Section title={useAnswersTitle(round, answered.length)}>
      <p className="facts">
        <Link className="button button-framed" to={`/rounds/${round.id}/submissions`}>
          {say("to submissions")}
        </Link>
        {round.may.includes("remind") ? (
          <Button isDisabled={remind.isRunning} onPress={() => void remind.run({ round: round.id })}>
            {say("remind now")}
          </Button>
        ) : null}
      </p>
      <p role="status">{remind.isDone ? say("reminded") : null}</p>
      <ProblemNote problem={remind.problem} />
      <ul className="names">
        {(isAsking ? round.delegations : answered).map((delegation) => (
          <li key={delegation.code}>
            <bdi className="codes">{delegation.code}</bdi> <bdi>{delegation.name}</bdi>{" "}
            {isAsking ? <AnswerState delegation={delegation} round={round} submissions={submissions} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How many have answered; of what was carried, how many submissions it is. */
export function useAnswersTitle({ carriedFrom, delegations }: RoundView, answered: number): string {
  const say = useWords();
  return carriedFrom === null
    ? say("answered", { count: answered, all: delegations.length })
    : say("submissions", { count: answered });
}

interface AnswerStateProps {
  readonly delegation: DelegationView;
  readonly round: RoundView;
  readonly submissions: readonly SubmissionView[];
}

function AnswerState({ delegation: { code }, round, submissions }: AnswerStateProps) {
  const say = useWords();
  const { answered, late } = answersIn(round, submissions);
  const isOf = (some: readonly DelegationView[]): boolean => some.some((each) => each.code === code);
  if (isOf(answered)) {
    return (
      <span className="state" data-state="stands">
        {say("has answered")}
      </span>
    );
  }
  return isOf(late) ? (
    <span className="state" data-state="late">
      {say("answered late")}
    </span>
  ) : (
    <span className="state">{say("has not answered")}</span>
  );
}
