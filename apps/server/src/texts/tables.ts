import type { Distribution, DraftView } from "@compendium/contract";
import type { Json, Timestamp } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
  interface Tables {
    text: TextTable;
    draft: DraftTable;
    draftRow: DraftRowTable;
    draftParagraph: DraftParagraphTable;
  }
}

interface TextTable {
  readonly id: string;
  readonly workspace: string;
  readonly title: string;
  readonly body: string;
  readonly symbol: string;
  readonly languages: Json<readonly string[]>;
  readonly distribution: Distribution;
  readonly audience: Json<readonly string[] | null>;
  readonly version: number;
  readonly createdAt: Timestamp;
}

interface DraftTable {
  readonly id: string;
  readonly text: string;
  /** 1 for the first draft. */
  readonly number: number;
  readonly symbol: string;
  readonly language: string;
  readonly fileName: string;
  /** The file that is circulated: as it was uploaded, with our bookmarks. */
  readonly sha256: string;
  readonly bytes: number;
  /** The file as it was uploaded. */
  readonly uploaded: string;
  /** The draft with tracked changes against the one before; `null` for one that was uploaded. */
  readonly trackedSha256: string | null;
  readonly trackedBytes: number | null;
  readonly outline: Json<DraftView["outline"]>;
  readonly rows: number;
  readonly paragraphs: number;
  readonly notices: Json<readonly string[]>;
  readonly createdAt: Timestamp;
}

/** One block of a draft's content, in the order of reading: the body first, then what hangs on it. */
interface DraftRowTable {
  readonly draft: string;
  readonly row: number;
  readonly story: string;
  readonly kind: string;
  readonly block: Json<unknown>;
}

interface DraftParagraphTable {
  readonly draft: string;
  readonly story: string;
  /** Where it begins in its story, in tokens. */
  readonly position: number;
  /** Its permanent identifier, the same in all drafts of the text; `null` outside the body. */
  readonly paragraph: string | null;
  readonly row: number;
  readonly citation: string;
  readonly wording: string;
}
