import { ApiProblem } from "@compendium/contract";

/** A file that could not be read, as a thread tells it. */
export interface Unread {
  readonly read: false;
  readonly problem: string;
  readonly advice: string;
}

/** The answer to whoever sent the file. */
export function fileNotRead({ problem, advice }: Unread): ApiProblem {
  return new ApiProblem("file-not-read", `${problem} ${advice}`.trim());
}
