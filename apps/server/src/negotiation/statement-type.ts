import { WORD_FILE } from "@compendium/contract";

interface Kind {
  readonly type: string;
  /** What such a file begins with, as Latin-1; `""` for what can begin with anything. */
  readonly begins: string;
}

const ZIP = "PK\u0003\u0004";

/** By the ending of their names, lower case. */
const KINDS: Readonly<Record<string, Kind>> = {
  docx: { type: WORD_FILE, begins: ZIP },
  odt: { type: "application/vnd.oasis.opendocument.text", begins: ZIP },
  doc: { type: "application/msword", begins: "\u00d0\u00cf\u0011\u00e0" },
  pdf: { type: "application/pdf", begins: "%PDF-" },
  rtf: { type: "application/rtf", begins: "{\\rtf" },
  txt: { type: "text/plain; charset=utf-8", begins: "" },
};

/** The media type of a statement, by the ending of its name; `null` for others, and where the file is none of that kind. */
export function typeOfStatement(name: string, bytes: Uint8Array): string | null {
  const kind = KINDS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  return kind?.type !== undefined && bytes.length > 0 && start.startsWith(kind.begins) ? kind.type : null;
}
