import { Button } from "../design/button.tsx";
import { type FileList, leftOut } from "./file-list.ts";
import { useWords } from "./words.ts";

interface LeftOutProps {
  readonly files: FileList;
  /** `null` where the files are in view. */
  readonly onShowFiles: (() => void) | null;
}

/** Says which of the files given are not in the compilation: nobody should miss them first at the meeting. */
export function LeftOut({ files, onShowFiles }: LeftOutProps) {
  const say = useWords();
  const missing = leftOut(files);
  if (missing.length === 0) return null;
  return (
    <div className="left-out-files" role="alert">
      <p>
        <strong>{say("files left out", { count: missing.length, all: files.submissions.length })}</strong>{" "}
        {missing.map(({ id, file }, i) => (
          <span key={id}>
            {i > 0 ? say("list comma") : null}
            <bdi>{file.name}</bdi>
          </span>
        ))}
      </p>
      {onShowFiles === null ? null : <Button onPress={onShowFiles}>{say("to files")}</Button>}
    </div>
  );
}
