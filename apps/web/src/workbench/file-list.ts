import type { CompilationDocument, ReceiptEntry } from "@compendium/engine";
import type { BaseRead, FileProblem, Member } from "./protocol.ts";

/** Everything that the workbench knows of the files given to it. */
export interface FileList {
  /** `illustrative`: the files that the page brings along; `own`: the person's, even if there are none yet. */
  readonly origin: "illustrative" | "own";
  readonly base: BaseFile | null;
  /** In the order in which they were given. */
  readonly submissions: readonly SubmissionFile[];
  /** What was removed last and can be brought back; `null` if nothing was. */
  readonly removed: Removed | null;
  /** `null` until there is a base text with at least one submission that was read and is named. */
  readonly compilation: CompilationDocument | null;
  /** What keeps files out of the compilation that could be read, by their ids: two of one delegation. */
  readonly conflicts: ReadonlyMap<number, FileProblem>;
}

export interface BaseFile {
  readonly id: number;
  readonly file: File;
  readonly stage: "waiting" | "reading" | "read" | "failed";
  /** Set exactly if `stage` is `read`. */
  readonly read: BaseRead | null;
  /** Set exactly if `stage` is `failed`. */
  readonly problem: FileProblem | null;
}

export interface SubmissionFile {
  readonly id: number;
  readonly file: File;
  readonly stage: "waiting" | "reading" | "read" | "failed";
  /** Whose it is; `null` until somebody says so. */
  readonly code: string | null;
  /** Codes that the file name can mean, where it does not tell one for certain. */
  readonly candidates: readonly string[];
  /** Somebody said to take it, though it does not look like a copy of this base text. */
  readonly isAccepted: boolean;
  /** Set exactly if `stage` is `read`. */
  readonly receipt: ReceiptEntry | null;
  /** Set exactly if `stage` is `failed`. */
  readonly problem: FileProblem | null;
}

export interface Removed {
  readonly origin: FileList["origin"];
  readonly base: BaseFile | null;
  /** Each with the index at which it stood. */
  readonly submissions: readonly { readonly at: number; readonly file: SubmissionFile }[];
}

export const NO_FILES: FileList = {
  origin: "own",
  base: null,
  submissions: [],
  removed: null,
  compilation: null,
  conflicts: new Map(),
};

/** The files that take part in the compilation: read, named, and in conflict with no other. */
export function membersOf({ submissions, conflicts }: FileList): readonly Member[] {
  return submissions.flatMap(({ id, code, stage }) =>
    stage === "read" && code !== null && !conflicts.has(id) ? [{ id, code }] : [],
  );
}

/** The files that are not in the compilation and will not be until somebody acts: unreadable, unnamed or in conflict. */
export function leftOut({ submissions, conflicts }: FileList): readonly SubmissionFile[] {
  return submissions.filter(
    ({ id, code, stage }) => stage === "failed" || (stage === "read" && (code === null || conflicts.has(id))),
  );
}

/** Of the files read so far and of all, the base text counted too. */
export function progressOf({ base, submissions }: FileList): { readonly done: number; readonly all: number } {
  const files = base === null ? submissions : [base, ...submissions];
  return { done: files.filter(({ stage }) => stage === "read" || stage === "failed").length, all: files.length };
}

export function withSubmission(list: FileList, id: number, change: Partial<SubmissionFile>): FileList {
  const submissions = list.submissions.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...list, submissions };
}

export function withoutSubmission(list: FileList, id: number): FileList {
  const at = list.submissions.findIndex((each) => each.id === id);
  const file = list.submissions[at];
  if (file === undefined) return list;
  const removed = { origin: list.origin, base: null, submissions: [{ at, file }] };
  return { ...list, submissions: list.submissions.filter((each) => each !== file), removed };
}

/** Takes back the last removal: every file stands where it stood. */
export function withRemovedAgain(list: FileList): FileList {
  if (list.removed === null) return list;
  const submissions = [...list.submissions];
  for (const { at, file } of list.removed.submissions) submissions.splice(at, 0, file);
  const { origin, base } = list.removed;
  return { ...list, origin, base: base ?? list.base, submissions, removed: null };
}

/** Every marked-up file has to be read again, for the base text is another one. */
export function withBase(list: FileList, base: BaseFile | null): FileList {
  const submissions = list.submissions.map((each) => ({ ...each, ...UNREAD }));
  return { ...list, base, submissions, removed: null, compilation: null, conflicts: new Map() };
}

export const UNREAD = { stage: "waiting", isAccepted: false, receipt: null, problem: null } as const;
