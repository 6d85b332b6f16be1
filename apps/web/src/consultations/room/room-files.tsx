import { type RoomView, type RoundView, WORD_FILE } from "@compendium/contract";
import { useState } from "react";
import { DownloadLink } from "../../api/download-link.tsx";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Form, fileIn, TextField } from "../../design/form.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { nameOf } from "../round-list.tsx";
import { type ToConfirm, toConfirmOf } from "../to-confirm.ts";
import { FileChanges } from "./file-changes.tsx";
import { useWords } from "./words.ts";

interface RoomFilesProps {
  readonly round: RoundView;
  readonly room: RoomView;
}

/** Marked-up Word files: what one downloads, marks up, and puts here. */
export function RoomFiles({ round: view, room }: RoomFilesProps) {
  const say = useWords();
  const { round, delegation, files, may } = room;
  const place = { round, delegation: delegation.code };
  const add = useAct("addRoomFile");
  const remove = useAct("removeRoomFile");
  /** The form as it was sent last; `null` once it was changed since, or what it asked was given up. */
  const [sent, setSent] = useState<HTMLFormElement | null>(null);
  const toConfirm = toConfirmOf(add.problem);
  const upload = async (form: HTMLFormElement, confirmed: ToConfirm | null): Promise<void> => {
    const file = fileIn(new FormData(form), "file");
    if (file === null) return;
    const [namedFor] = confirmed?.namedFor ?? [];
    setSent(form);
    const added = await add.run({
      ...place,
      name: file.name,
      ...(namedFor === undefined ? {} : { namedFor }),
      body: new Uint8Array(await file.arrayBuffer()),
    });
    if (added !== undefined) form.reset();
  };
  return (
    <>
      <p>
        {say("word files explained")}{" "}
        <DownloadLink operation="downloadDraft" input={{ draft: view.draft.id }}>
          {say("draft as word")}
        </DownloadLink>
      </p>
      <ul className="file-list">
        {files.map(({ id, file, by, problem }) => (
          <li key={id} className="file">
            <div className="file-head">
              <p className="file-name">
                <DownloadLink operation="downloadRoomFile" input={{ ...place, file: id }} file={file}>
                  <bdi>{file.name}</bdi>
                </DownloadLink>
              </p>
              <span className="quiet">
                <bdi>{by}</bdi>
              </span>
              {may.includes("propose") ? (
                <Button
                  look="plain"
                  isDisabled={remove.isRunning}
                  onPress={() => void remove.run({ ...place, file: id })}
                >
                  {say("remove")}
                  <Hidden> {file.name}</Hidden>
                </Button>
              ) : null}
            </div>
            <FileChanges room={room} file={{ id, name: file.name }} />
            {problem === null ? null : (
              <p className="problem" lang="en" dir="auto">
                {problem}
              </p>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.problem} />
      {may.includes("propose") ? (
        <Form layout="row" onSubmit={(_, form) => void upload(form, null)} onChange={() => setSent(null)}>
          <TextField name="file" type="file" accept={`.docx,${WORD_FILE}`} label={say("marked-up file")} required />
          <Button type="submit" isDisabled={add.isRunning}>
            {say("put into room")}
          </Button>
          <p role="status">{add.isRunning ? say("sending") : null}</p>
        </Form>
      ) : null}
      {sent === null || toConfirm === null ? null : (
        <div className="problem" role="alert">
          <p className="problem-title">
            {say("named for another", { delegations: toConfirm.namedFor.map((code) => nameOf(view, code)).join(", ") })}
          </p>
          <p className="facts">
            <Button onPress={() => void upload(sent, toConfirm)}>{say("put in all the same")}</Button>
            <Button look="plain" onPress={() => setSent(null)}>
              {say("cancel")}
            </Button>
          </p>
        </div>
      )}
      {toConfirm === null ? <ProblemNote problem={add.problem} /> : null}
    </>
  );
}
