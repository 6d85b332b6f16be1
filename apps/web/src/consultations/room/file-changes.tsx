import type { FileChanges as Changes, RoomView } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useOperationLater } from "../../api/use-operation.ts";
import { LongWording } from "../../compilation/long-wording.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { useWords } from "./words.ts";

interface FileChangesProps {
  readonly room: RoomView;
  readonly file: { readonly id: string; readonly name: string };
}

/** What a marked-up file proposes, so that nobody needs Word to see it. Read once somebody asks. */
export function FileChanges({ room, file }: FileChangesProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const place = { round: room.round, delegation: room.delegation.code, file: file.id };
  const { answer, problem } = useOperationLater("readRoomFileChanges", place, { enabled: isOpen });
  return (
    <details className="file-changes" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say("file changes")}
        <Hidden> {file.name}</Hidden>
      </summary>
      <ProblemNote problem={problem} />
      {answer === undefined && problem === null ? <p role="status">{say("file is read")}</p> : null}
      {answer?.changes.length === 0 ? <p className="quiet">{say("file changes nothing")}</p> : null}
      <ol>
        {answer?.changes.map((change, i) => {
          // A file never changes, nor does the order of what it says.
          const key = i;
          return (
            <li key={key}>
              <p className="card-label">
                <bdi>{change.citation}</bdi>
              </p>
              <FileChange change={change} delegation={room.delegation.code} />
            </li>
          );
        })}
      </ol>
    </details>
  );
}

interface FileChangeProps {
  readonly change: Changes["changes"][number];
  readonly delegation: string;
}

function FileChange({ change, delegation }: FileChangeProps) {
  const say = useWords();
  switch (change.kind) {
    case "wording": {
      const { before, redline, after, tracked } = change;
      const inPlace = [{ kind: "kept", text: before }, ...redline, { kind: "kept", text: after }] as const;
      return (
        <>
          {redline.length === 0 ? (
            <p className="quiet">{say("structure changes")}</p>
          ) : (
            <LongWording redline={inPlace.filter(({ text }) => text !== "")} codes={[delegation]} isOfCells={false} />
          )}
          {tracked ? null : <p className="untracked">{say("not tracked")}</p>}
        </>
      );
    }
    case "look":
      return (
        <p>
          {change.text.trim() === "" ? null : <q dir="auto">{change.text.trim()}</q>}{" "}
          <bdi lang="en">{change.change}</bdi>
        </p>
      );
    case "comment":
      return (
        <>
          <p className="quiet">
            {say("comment by", { by: change.by })}{" "}
            {change.about === "" ? null : <q dir="auto">{change.about.trim()}</q>}
          </p>
          <p className="comment-text" dir="auto">
            {change.text}
          </p>
        </>
      );
  }
}
