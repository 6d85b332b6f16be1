import type { SubmissionFile } from "../model/submission.ts";
import type { Headed } from "./heading.ts";

/** What a compilation does not know of itself and the files that it was made from, and who reads it should. */
export interface RoundFiles extends Headed {
  /** The file of the base text; it is named, with its hash, where the proofs stand. */
  readonly base?: SubmissionFile;
  /** Files that were given and are not in the compilation. */
  readonly leftOut?: readonly LeftOutFile[];
}

export interface LeftOutFile {
  readonly name: string;
  /** Why, as an English sentence. */
  readonly reason: string;
}
