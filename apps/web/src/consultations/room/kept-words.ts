import type { ProposedChange } from "@compendium/contract";

/** What was typed into an editor of a room. */
export interface Typed {
  readonly paragraphs: Extract<ProposedChange, { readonly kind: "replace" }>["paragraphs"];
  readonly reason: string;
  /** Of the proposal that is changed, as it was seen last; 1 for a new one. */
  readonly version: number;
}

/** The same, with the editor that it was typed into. */
export interface KeptWords {
  readonly story: string;
  /** Where the paragraph begins. */
  readonly at: number;
  readonly kind: "replace" | "insert after";
  /** Identifier of the proposal that is changed; `null` for a new one. */
  readonly proposal: string | null;
  readonly typed: Typed;
}

/** Where the tab keeps what this person typed in this room and did not save: it outlives a reload, and not the tab. */
export function placeToKeep(person: string, round: string, delegation: string): string {
  return `unsaved ${person} ${round} ${delegation}`;
}

/** Empty where nothing is kept, or the browser keeps nothing. */
export function readKept(place: string): readonly KeptWords[] {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]") as readonly KeptWords[];
  } catch {
    return [];
  }
}

/** Where the browser does not keep it, it stands in the editor alone, and leaving asks. */
export function writeKept(place: string, kept: readonly KeptWords[]): void {
  try {
    if (kept.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // Nothing to be done: the words are still in the page.
  }
}
