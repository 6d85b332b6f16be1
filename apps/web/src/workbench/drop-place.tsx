import type { ReactNode } from "react";
import { Button, DropZone, FileTrigger, isFileDropItem } from "react-aria-components";

interface DropPlaceProps {
  readonly label: string;
  readonly buttonLabel: string;
  readonly several: boolean;
  readonly isMain?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

const WORD = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Where files are dropped, pasted, or chosen. They are read where they are and sent nowhere. */
export function DropPlace({ label, buttonLabel, several, isMain = false, onFiles, children }: DropPlaceProps) {
  return (
    <DropZone
      className="drop-place"
      aria-label={label}
      onDrop={async ({ items }) => {
        const files = await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()));
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
      <FileTrigger
        allowsMultiple={several}
        acceptedFileTypes={[WORD]}
        onSelect={(chosen) => {
          if (chosen !== null && chosen.length > 0) onFiles([...chosen]);
        }}
      >
        <Button className={`button button-${isMain ? "main" : "framed"}`}>{buttonLabel}</Button>
      </FileTrigger>
    </DropZone>
  );
}
