import type { ReactNode } from "react";
import type { MessageId } from "./messages/en.ts";
import type { FileProblem } from "./protocol.ts";
import { useWords } from "./words.ts";

interface ProblemCardProps {
  readonly problem: FileProblem;
  /** What it concerns: the name of the file. */
  readonly about: string;
  readonly children?: ReactNode;
}

/** What is wrong, where, and what to do. The engine's own sentences are in English. */
export function ProblemCard({ problem, about, children }: ProblemCardProps) {
  const say = useWords();
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{say(titleOf(problem.code))}</p>
      <dl>
        <dt>{say("what is wrong")}</dt>
        <dd lang="en" dir="auto">
          {problem.message}
        </dd>
        <dt>{say("where")}</dt>
        <dd>
          <bdi>{about}</bdi>
        </dd>
        <dt>{say("what to do")}</dt>
        <dd lang="en" dir="auto">
          {problem.advice}
        </dd>
      </dl>
      {children}
    </div>
  );
}

/** In the language of the interface at least what kind of problem it is. */
function titleOf(code: string): MessageId {
  if (code === "unrelated") return "problem unrelated";
  if (code === "base-as-submission") return "problem base given";
  if (code === "password-protected") return "problem password";
  if (code === "not-a-zip" || code === "legacy-doc" || code === "missing-part") return "problem not Word";
  if (code === "too-large") return "problem too large";
  if (code === "duplicate-delegation") return "problem duplicate";
  return code === "unexpected" ? "problem unexpected" : "problem unreadable";
}
