import { Button } from "../design/button.tsx";
import { Hidden } from "../design/hidden.tsx";
import { SearchChoice } from "../design/search-choice.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import type { SubmissionFile } from "./file-list.ts";
import { ProblemCard } from "./problem-card.tsx";
import type { DelegationChoice } from "./protocol.ts";
import { ReceiptView } from "./receipt-view.tsx";
import { useWords } from "./words.ts";

interface SubmissionItemProps {
  readonly submission: SubmissionFile;
  readonly delegations: readonly DelegationChoice[];
  /** Another file before it is from the same delegation. */
  readonly isDuplicate: boolean;
  readonly onName: (code: string | null) => void;
  readonly onRemove: () => void;
}

/** One marked-up file: whose it is, how far it is, and its receipt or its problem. */
export function SubmissionItem({ submission, delegations, isDuplicate, onName, onRemove }: SubmissionItemProps) {
  const say = useWords();
  const nameOf = useDelegationName();
  const { file, code, candidates, stage, receipt, problem } = submission;
  const options = sorted(delegations, candidates).map((each) => ({ id: each, label: `${each} ${nameOf(each)}` }));
  return (
    <li className="file" data-stage={stage}>
      <div className="file-head">
        <h3 className="file-name">
          <bdi>{file.name}</bdi>
        </h3>
        <p className="file-stage quiet">{stage === "read" ? null : say(stage)}</p>
        <Button look="plain" onPress={onRemove}>
          {say("remove")}
          <Hidden> {file.name}</Hidden>
        </Button>
      </div>
      <SearchChoice
        label={say("delegation")}
        options={options}
        chosen={code}
        onChoose={onName}
        hint={say("name the delegation")}
        noneFits={say("no delegation fits")}
        openLabel={say("show delegations")}
      />
      {code === null ? <p className="ask">{say("file name does not tell")}</p> : null}
      {isDuplicate ? (
        <ProblemCard
          about={file.name}
          problem={{ code: "duplicate", message: say("duplicate message"), advice: say("duplicate advice") }}
        />
      ) : null}
      {receipt === null ? null : <ReceiptView receipt={receipt} />}
      {problem === null ? null : <ProblemCard problem={problem} about={file.name} />}
    </li>
  );
}

/** What the file name can mean comes first. */
function sorted(delegations: readonly DelegationChoice[], candidates: readonly string[]): readonly string[] {
  const others = delegations.map(({ code }) => code).filter((code) => !candidates.includes(code));
  return [...candidates, ...others];
}
