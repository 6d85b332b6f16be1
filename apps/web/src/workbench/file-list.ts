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

export const NO_FILES: FileList = { origin: "own", base: null, submissions: [], removed: null, compilation: null };

/** The files that take part in the compilation: read, named, and the first of their delegation. */
export function membersOf({ submissions }: FileList): readonly Member[] {
  const taking = new Map<string, number>();
  for (const { id, code, stage } of submissions) {
    if (stage === "read" && code !== null && !taking.has(code)) taking.set(code, id);
  }
  return [...taking].map(([code, id]) => ({ id, code }));
}

/** The ids of files whose delegation another file before them has too. They stay out of the compilation. */
export function duplicatesIn({ submissions }: FileList): ReadonlySet<number> {
  const seen = new Set<string>();
  const duplicates = new Set<number>();
  for (const { id, code } of submissions) {
    if (code === null) continue;
    if (seen.has(code)) duplicates.add(id);
    seen.add(code);
  }
  return duplicates;
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
  return { ...list, base, submissions, removed: null, compilation: null };
}

export const UNREAD = { stage: "waiting", receipt: null, problem: null } as const;
