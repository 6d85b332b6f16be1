import { addressOf, type FileFacts, type OperationId, operations } from "@compendium/contract";
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { Input } from "./input.ts";

/** The operations that answer with a file. */
type FileOperation = Extract<OperationId, `download${string}` | `export${string}`>;

interface DownloadLinkProps<Id extends FileOperation> {
  readonly operation: Id;
  readonly input: Input<Id>;
  readonly file?: FileFacts;
  readonly children: ReactNode;
}

/** A link to a file of the API, with its size; its name and hash are in the tip. It works without a script. */
export function DownloadLink<Id extends FileOperation>({ operation, input, file, children }: DownloadLinkProps<Id>) {
  const { i18n } = useLingui();
  const address = addressOf(operations[operation], input);
  return (
    <a className="download" href={address} download title={file && `${file.name}\nSHA-256 ${file.sha256}`}>
      {children}
      {file === undefined ? null : (
        <span className="quiet"> {i18n.number(Math.ceil(file.bytes / 1000), { style: "unit", unit: "kilobyte" })}</span>
      )}
    </a>
  );
}
