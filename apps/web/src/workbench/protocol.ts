import type { CompilationDocument, FormatName, LeftOutFile, NoticeEntry, ReceiptEntry } from "@compendium/engine";
import type { LanguageCode } from "../design/languages.ts";

/** What the page asks of the worker in which the engine runs; each call is answered once, in the order of asking. */
export interface EngineCalls {
  /** All delegations that a file can be from, in the order in which sponsors are named. */
  delegations(): readonly DelegationChoice[];
  /**
   * Adds a delegation that the catalogue does not have, such as a group of the round; gives all of them anew. Rejects
   * with a `FileProblem` if the code is none, or taken.
   */
  addDelegation(code: string, name: string): readonly DelegationChoice[];
  formats(): readonly FormatChoice[];
  /** Codes of the delegations that a file name tells of: none, the one, or those it can mean. */
  recognise(fileName: string): readonly string[];
  /** Reads the base text, and forgets everything read before. Rejects with a `FileProblem`. */
  readBase(file: GivenFile): BaseRead;
  /**
   * Reads a marked-up file and keeps it under `id`. `code` may be `null`, to be named later; `isAccepted` if it is to be
   * taken though it does not look like a copy of the base text. Rejects with a `FileProblem`.
   */
  readSubmission(id: number, file: GivenFile, code: string | null, isAccepted: boolean): ReceiptEntry;
  /** What keeps files of the round from standing beside each other, by their ids; empty if nothing does. */
  check(round: readonly RoundFile[]): ReadonlyMap<number, FileProblem>;
  forget(ids: readonly number[]): void;
  compile(members: readonly Member[]): CompilationDocument;
  /** The latest compilation in one format; `leftOut` are the files that are not in it. */
  write(format: FormatName, leftOut: readonly LeftOutFile[]): FormatWritten;
}

export interface DelegationChoice {
  readonly code: string;
  readonly names: Readonly<Record<LanguageCode, string>>;
  readonly invented: boolean;
}

export interface FormatChoice {
  readonly id: FormatName;
  /** Of the file name, with its dot: `".docx"`, `" (tracked).docx"`. */
  readonly ending: string;
  readonly type: string;
}

export interface FormatWritten {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the format cannot show, one English sentence each. */
  readonly remarks: readonly string[];
}

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface BaseRead {
  readonly sha256: string;
  readonly notices: readonly NoticeEntry[];
}

/** One submission that takes part in a compilation: its id, and the code of its delegation. */
export interface Member {
  readonly id: number;
  readonly code: string;
}

/** One file of the round, read or not, and whose it is; `code` is `null` where nobody said so yet. */
export interface RoundFile {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
}

/** Why a file cannot be read, and what to do; `code` is the engine's, or `"unexpected"` for a fault of ours. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export interface Question {
  readonly number: number;
  readonly call: keyof EngineCalls;
  readonly given: readonly unknown[];
}

export type Answer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly problem: FileProblem };
