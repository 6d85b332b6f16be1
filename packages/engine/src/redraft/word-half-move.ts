import { withPreposition } from "../render/with-preposition.ts";
import type { HalfMove } from "./half-moves.ts";

/** What a person has to look at before the next draft goes out, as an English sentence. */
export function wordHalfMove({ what, delegations, words, citation, citationTo }: HalfMove): string {
  const places = `${delegations.join(", ")} at ${citation}, moved ${withPreposition("to", citationTo)}`;
  const shown = words.trim().replaceAll(/\s*\n\s*/g, " ¶ ");
  return what === "lost"
    ? `“${shown}” (${places}) stands at neither place in the next draft: the two ends of the move were decided apart.`
    : `“${shown}” (${places}) stands at both places in the next draft: the two ends of the move were decided apart.`;
}
