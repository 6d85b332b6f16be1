import { withPreposition } from "../render/with-preposition.ts";
import type { HalfMove } from "./half-moves.ts";

/** What a person has to look at before the next draft goes out, as English sentences. */
export function wordHalfMove({ what, delegations, words, citation, citationTo, open }: HalfMove): string {
  const places = `${delegations.join(", ")} at ${citation}, moved ${withPreposition("to", citationTo)}`;
  const shown = words.trim().replaceAll(/\s*\n\s*/g, " ¶ ");
  const stands = what === "lost" ? "stands at neither place" : "stands at both places";
  const why =
    open === null
      ? "the two ends of the move were decided apart."
      : "one end of the move was decided. "
        + (open === "to"
          ? "To put it at the new place is proposed for the next draft again."
          : "To take it out at the old place is proposed for the next draft again.");
  return `“${shown}” (${places}) ${stands} in the next draft: ${why}`;
}
