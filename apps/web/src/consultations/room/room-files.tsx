import { type RoomView, WORD_FILE } from "@compendium/contract";
import { DownloadLink } from "../../api/download-link.tsx";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Form, fileIn, TextField } from "../../design/form.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { useWords } from "../words.ts";

/** Marked-up Word files: what one downloads, marks up, and puts here. */
export function RoomFiles({ room, draft }: { readonly room: RoomView; readonly draft: string }) {
  const say = useWords();
  const { round, delegation, files, may } = room;
  const place = { round, delegation: delegation.code };
  const add = useAct("addRoomFile");
  const remove = useAct("removeRoomFile");
  const upload = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const file = fileIn(values, "file");
    if (file === null) return;
    const added = await add.run({ ...place, name: file.name, body: new Uint8Array(await file.arrayBuffer()) });
    if (added !== undefined) form.reset();
  };
  return (
    <>
      <p>
        {say("word files explained")}{" "}
        <DownloadLink operation="downloadDraft" input={{ draft }}>
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
        <Form layout="row" onSubmit={(values, form) => void upload(values, form)}>
          <TextField name="file" type="file" accept={`.docx,${WORD_FILE}`} label={say("marked-up file")} required />
          <Button type="submit" isDisabled={add.isRunning}>
            {say("put into room")}
          </Button>
          <p role="status">{add.isRunning ? say("sending") : null}</p>
        </Form>
      ) : null}
      <ProblemNote problem={add.problem} />
    </>
  );
}
