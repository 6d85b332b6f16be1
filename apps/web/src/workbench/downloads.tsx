import { useState } from "react";
import { useFormatName } from "../compilation/format-names.ts";
import { MenuButton } from "./menu-button.tsx";
import type { FileProblem, FormatChoice, FormatWritten } from "./protocol.ts";
import { useWords } from "./words.ts";

interface DownloadsProps {
  readonly formats: readonly FormatChoice[];
  /** Name of the base file; what is downloaded is named after it. */
  readonly baseName: string;
  readonly write: (format: FormatChoice["id"]) => Promise<FormatWritten>;
}

/** The compilation as a file, in each format that there is. It is made in this browser. */
export function Downloads({ formats, baseName, write }: DownloadsProps) {
  const say = useWords();
  const nameOf = useFormatName();
  const [failure, setFailure] = useState<FileProblem | null>(null);
  const [remarks, setRemarks] = useState<readonly string[]>([]);

  const download = async (id: string): Promise<void> => {
    const format = formats.find((each) => each.id === id);
    if (format === undefined) return;
    setFailure(null);
    setRemarks([]);
    try {
      const name = `${baseName.replace(/\.docx$/i, "")} - compilation${format.ending}`;
      const written = await write(format.id);
      saveFile(name, new Blob([written.bytes], { type: format.type }));
      setRemarks(written.remarks);
    } catch (problem) {
      setFailure(problem as FileProblem);
    }
  };

  const options = formats.map(({ id }) => ({ id, label: nameOf(id) }));
  return (
    <div className="downloads">
      <MenuButton label={say("download")} options={options} onChoose={(id) => void download(id)} />
      {failure === null ? null : (
        <p role="alert" className="problem-line">
          {say("download failed")} <bdi lang="en">{failure.message}</bdi>
        </p>
      )}
      <div role="status" className="remarks notices">
        {remarks.length === 0 ? null : (
          <>
            <p>{say("not shown in file", { count: remarks.length })}</p>
            <ul lang="en" dir="ltr">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read once the click is through; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
