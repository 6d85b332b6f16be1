import type { ConsolidatedSubmission, ContentRow, RoomView } from "@compendium/contract";
import type { ReceiptEntry } from "@compendium/engine";
import { Link } from "react-router";
import { DownloadLink } from "../../api/download-link.tsx";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperationLater } from "../../api/use-operation.ts";
import { anchorAt } from "../../compilation/draft-rows.tsx";
import { ReceiptView } from "../../compilation/receipt-view.tsx";
import { Button } from "../../design/button.tsx";
import { Moment } from "../../design/moment.tsx";
import { Nothing } from "../../design/page.tsx";
import { useWords } from "./words.ts";

interface ConsolidatedProps {
  readonly room: RoomView;
  /** Of the draft, to lead to where wordings are rival. */
  readonly rows: readonly ContentRow[];
}

/** Everything in the room as one submission; the head or a deputy clears exactly this, and submits it. */
export function Consolidated({ room, rows }: ConsolidatedProps) {
  const say = useWords();
  const place = { round: room.round, delegation: room.delegation.code };
  const { answer, problem } = useOperationLater("readConsolidated", place);
  if (problem !== null) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p role="status">{say("consolidating")}</p>;
  const { state, file, receipt } = answer;
  return (
    <>
      {state === "empty" ? <Nothing>{say("nothing to submit")}</Nothing> : null}
      <LostClearance room={room} />
      <Faults consolidated={answer} rows={rows} />
      {file === null ? null : (
        <>
          {receipt === null ? null : <ReceiptView receipt={receipt as ReceiptEntry} />}
          <p>
            <DownloadLink operation="downloadConsolidated" input={place} file={file}>
              {say("what would be submitted")}
            </DownloadLink>
          </p>
          <ClearAndSubmit room={room} sha256={file.sha256} />
        </>
      )}
    </>
  );
}

/** That what was cleared is so no longer, and by whose change. */
function LostClearance({ room: { lostClearance } }: { readonly room: RoomView }) {
  const say = useWords();
  if (lostClearance === null) return null;
  const { clearedBy, by, at, act, about } = lostClearance;
  return (
    <div className="problem" role="status">
      <p className="problem-title">{say("clearance lost")}</p>
      <p>
        {say("clearance lost explained", { clearedBy })} <bdi>{say(`lost by ${act}`, { by, about })}</bdi>{" "}
        <Moment at={at} />
      </p>
    </div>
  );
}

interface FaultsProps {
  readonly consolidated: ConsolidatedSubmission;
  readonly rows: readonly ContentRow[];
}

function Faults({ consolidated: { conflicts, problems }, rows }: FaultsProps) {
  const say = useWords();
  return (
    <>
      {conflicts.length === 0 ? null : (
        <div className="problem">
          <p className="problem-title">{say("rival wordings")}</p>
          <p>{say("rival wordings explained")}</p>
          {conflicts.map(({ citation, story, from, wordings }) => (
            <dl key={`${story} ${from}`}>
              <dt>
                <Link to={`#${anchorAt(rows, story, from)}`}>
                  <bdi>{citation}</bdi>
                </Link>
              </dt>
              {wordings.map(({ by, wording }) => (
                <dd key={`${by} ${wording}`}>
                  <bdi>{by}</bdi>: {wording === "" ? say("to be deleted") : <q dir="auto">{wording.trimEnd()}</q>}
                </dd>
              ))}
            </dl>
          ))}
        </div>
      )}
      {problems.length === 0 ? null : (
        <div className="problem">
          <p className="problem-title">{say("files not read")}</p>
          <ul>
            {problems.map(({ file, problem }) => (
              <li key={file}>
                <bdi>{file}</bdi>: <bdi lang="en">{problem}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function ClearAndSubmit({ room, sha256 }: { readonly room: RoomView; readonly sha256: string }) {
  const say = useWords();
  const { round, delegation, cleared, may, submissions } = room;
  const place = { round, delegation: delegation.code };
  const clear = useAct("clearRoom");
  const submit = useAct("submit");
  const isCleared = cleared?.sha256 === sha256;
  const isSubmitted = submissions.some(({ state, file }) => state === "stands" && file.sha256 === sha256);
  if (isSubmitted) return <p className="proof">{say("this is submitted")}</p>;
  return (
    <div className="acts">
      {isCleared ? (
        <p>
          {say("cleared by", { by: cleared.by })} <Moment at={cleared.at} />
        </p>
      ) : (
        <p>{say(may.includes("clear") ? "clear explained" : "not yours to clear")}</p>
      )}
      {may.includes("clear") && !isCleared ? (
        <Button isDisabled={clear.isRunning} onPress={() => void clear.run({ ...place, body: { sha256 } })}>
          {say("clear")}
        </Button>
      ) : null}
      {may.includes("submit") && isCleared ? (
        <>
          <p className="quiet">{say("submit explained")}</p>
          <Button
            look="main"
            isDisabled={submit.isRunning}
            onPress={() => void submit.run({ ...place, body: { sha256 } })}
          >
            {say("submit")}
          </Button>
        </>
      ) : null}
      <p role="status">{submit.isDone ? say("submitted now") : null}</p>
      <ProblemNote problem={clear.problem ?? submit.problem} />
    </div>
  );
}
