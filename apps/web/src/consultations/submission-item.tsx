import type { RoundView, SubmissionView } from "@compendium/contract";
import type { ReceiptEntry } from "@compendium/engine";
import type { ReactNode } from "react";
import { DownloadLink } from "../api/download-link.tsx";
import { ReceiptView } from "../compilation/receipt-view.tsx";
import { Hash } from "../design/hash.tsx";
import { nameOf } from "./round-list.tsx";
import { Whence } from "./whence.tsx";
import { useWords } from "./words.ts";

interface SubmissionItemProps {
  readonly submission: SubmissionView;
  readonly round: RoundView;
  /** What may be done with it. */
  readonly children?: ReactNode;
}

/** A submission with its receipt: what was recorded, and proof that it equals the file. */
export function SubmissionItem({ submission, round, children }: SubmissionItemProps) {
  const say = useWords();
  const { delegation, number, state, file, late, replaces, takenBack, admitted, receipt } = submission;
  const { onBehalfOf, inAlignment, recordEntry } = submission;
  const named = (codes: readonly string[]): string => codes.map((code) => nameOf(round, code)).join(", ");
  return (
    <li className="file" data-state={state}>
      <div className="file-head">
        <h3 className="file-name">
          <bdi className="codes">{delegation.code}</bdi> <bdi>{delegation.name}</bdi>{" "}
          <span className="quiet">{say("submission number", { number })}</span>
        </h3>
        {late && admitted === null && state === "stands" ? null : (
          <span className="state" data-state={state}>
            {say(`submission ${state}`)}
          </span>
        )}
        {late ? (
          <span className="state" data-state="late">
            {say(admitted === null ? "late" : "late and admitted")}
          </span>
        ) : null}
      </div>
      <p className="quiet facts">
        <Whence {...submission} />
        <DownloadLink operation="downloadSubmission" input={{ submission: submission.id }} file={file}>
          <bdi>{file.name}</bdi>
        </DownloadLink>
      </p>
      {replaces === null ? null : (
        <p className="quiet facts">
          <span>{say("replaced number", { number: replaces.number })}</span> <Whence {...replaces} />
        </p>
      )}
      {takenBack === null ? null : (
        <p>
          {say("taken back by", { by: takenBack.by })} <q dir="auto">{takenBack.reason}</q>
        </p>
      )}
      {onBehalfOf.length > 0 ? <p>{say("on behalf of", { delegations: named(onBehalfOf) })}</p> : null}
      {inAlignment.length > 0 ? <p>{say("in alignment", { delegations: named(inAlignment) })}</p> : null}
      {admitted === null ? null : (
        <p>
          {say("admitted by", { by: admitted.by })} <q dir="auto">{admitted.reason}</q>
        </p>
      )}
      <details>
        <summary>{say("receipt")}</summary>
        <ReceiptView receipt={receipt as ReceiptEntry} />
        <div className="quiet">
          {say("record entry", { number: recordEntry.number })} <Hash value={recordEntry.hash} />
        </div>
      </details>
      {children}
    </li>
  );
}
