import type { PaperRun } from "@compendium/engine";
import type { ProposalRow } from "../../consultations/index.ts";
import type { PaperWords } from "./words.ts";

/** A wording as what is kept, struck and put in. */
export function redlineRuns(wording: string, redline: ProposalRow["redline"], say: PaperWords): PaperRun[] {
  if (redline.length === 0) return [{ text: wording === "" ? say.toBeDeleted : inOneCell(wording) }];
  return redline.map(({ kind, text }) => ({ text: inOneCell(text), ...(kind === "kept" ? {} : { look: kind }) }));
}

/** Ends of paragraphs made visible: they can be all that is proposed. */
export function inOneCell(words: string): string {
  return words.replaceAll("\n", "¶\n").replace(/\n$/, "");
}
