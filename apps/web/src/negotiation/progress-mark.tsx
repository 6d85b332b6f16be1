import type { NegotiatedPassage } from "@compendium/contract";
import { progressOf } from "./progress.ts";
import { useWords } from "./words.ts";

/** How far a passage is, in a word. */
export function ProgressMark({ passage }: { readonly passage: Pick<NegotiatedPassage, "decision"> }) {
  const say = useWords();
  const progress = progressOf(passage);
  return (
    <span className="state" data-state={progress}>
      {say(`progress ${progress}`)}
    </span>
  );
}
