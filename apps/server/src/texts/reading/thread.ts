import { Problem } from "@compendium/engine";
import { newId } from "../../platform/ids.ts";
import type { Unread } from "../../platform/word/file-problem.ts";
import { type ReadDraft, readDraft as read } from "./read-draft.ts";

/** Runs in a thread: a draft's file, read; or why it cannot be. */
export function readDraft(bytes: Uint8Array<ArrayBuffer>): (ReadDraft & { readonly read: true }) | Unread {
  try {
    return { read: true, ...read(bytes, newId) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { read: false, problem: error.message, advice: error.advice };
  }
}
