import { ApiProblem } from "@compendium/contract";
import { useEffect, useRef } from "react";
import { Button } from "../design/button.tsx";
import { useReadAgain } from "./use-read-again.ts";
import { useWords } from "./words.ts";

interface ProblemNoteProps {
  readonly problem: Error | null;
  /**
   * Told once somebody has asked to see what another person made of it meanwhile: the version that it has now. A form goes
   * on from there; until then it must not, for nobody overwrites what they have not seen.
   */
  readonly onSeen?: (version: number) => void;
}

/** Says near the action why it was not done, and what to do. Shows nothing for `null`. */
export function ProblemNote({ problem, onSeen }: ProblemNoteProps) {
  const say = useWords();
  const readAgain = useReadAgain();
  const note = useRef<HTMLDivElement>(null);
  // What was pressed may be far from it, or was a key.
  useEffect(() => {
    if (problem !== null) note.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  if (problem === null) return null;
  if (!(problem instanceof ApiProblem)) {
    return (
      <div ref={note} className="problem" role="alert">
        <p className="problem-title">{say("problem no connection")}</p>
        <p>{say("try again")}</p>
      </div>
    );
  }
  const { code, detail, fields, current } = problem;
  const seeNow = (): void => {
    void readAgain();
    const { version } = (current ?? {}) as { readonly version?: unknown };
    if (typeof version === "number") onSeen?.(version);
  };
  return (
    <div ref={note} className="problem" role="alert">
      <p className="problem-title">{say(`problem ${code}`)}</p>
      <p lang="en" dir="auto">
        {detail}
      </p>
      {fields === undefined ? null : (
        <ul lang="en" dir="ltr">
          {Object.entries(fields)
            .filter(([, words]) => words !== detail)
            .map(([field, words]) => (
              <li key={field}>
                {field.replace(/^body\./, "")}: {words}
              </li>
            ))}
        </ul>
      )}
      {code === "changed-meanwhile" ? (
        <p>
          {say("changed explained")} <Button onPress={seeNow}>{say("read again")}</Button>
        </p>
      ) : null}
      {code === "sign-in-needed" ? (
        <p>
          <a href={`/sign-in?back=${encodeURIComponent(location.pathname)}`}>{say("sign in again")}</a>
        </p>
      ) : null}
    </div>
  );
}
