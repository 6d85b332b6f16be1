import { memo } from "react";
import { ReceiptView } from "../compilation/receipt-view.tsx";
import { Button } from "../design/button.tsx";
import { Hidden } from "../design/hidden.tsx";
import { DelegationField } from "./delegation-field.tsx";
import type { SubmissionFile } from "./file-list.ts";
import { ProblemCard } from "./problem-card.tsx";
import type { DelegationChoice, FileProblem } from "./protocol.ts";
import type { Session } from "./session.ts";
import { useWords } from "./words.ts";

interface SubmissionItemProps {
  readonly submission: SubmissionFile;
  readonly delegations: readonly DelegationChoice[];
  /** What keeps it out of the compilation though it could be read; `null` if nothing does. */
  readonly conflict: FileProblem | null;
  readonly session: Session;
}

/** One marked-up file: whose it is, how far it is, and its receipt or its problem. Drawn again only when it changes. */
export const SubmissionItem = memo(function Item({ submission, delegations, conflict, session }: SubmissionItemProps) {
  const say = useWords();
  const { id, file, stage, receipt, problem } = submission;
  return (
    <li className="file" data-stage={stage}>
      <div className="file-head">
        <h3 className="file-name">
          <bdi>{file.name}</bdi>
        </h3>
        <p className="file-stage quiet">{stage === "read" ? null : say(stage)}</p>
        <Button look="plain" onPress={() => session.removeSubmission(id)}>
          {say("remove")}
          <Hidden> {file.name}</Hidden>
        </Button>
      </div>
      {/* To name whose the base text is would not help. */}
      {(conflict ?? problem)?.code === "base-as-submission" ? null : (
        <div className="file-delegation">
          <DelegationField
            submission={submission}
            delegations={delegations}
            onName={(code) => session.nameDelegation(id, code)}
            onAdd={(code, name) => session.addDelegation(code, name)}
          />
        </div>
      )}
      {conflict === null ? null : <ProblemCard problem={conflict} about={file.name} />}
      {receipt === null ? null : <ReceiptView receipt={receipt} />}
      {problem === null ? null : (
        <ProblemCard problem={problem} about={file.name}>
          {problem.code === "unrelated" ? (
            <div>
              <Button onPress={() => session.acceptUnrelated(id)}>{say("take all the same")}</Button>
            </div>
          ) : null}
        </ProblemCard>
      )}
    </li>
  );
});
