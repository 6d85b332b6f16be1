import { placesOf } from "../consolidate/outline.ts";
import type { Compilation } from "../model/compilation.ts";
import type { Untrackable } from "./tracked/render-tracked.ts";

/** What the Word file with tracked changes does not hold, as English sentences: what, of whom, where. */
export function wordUntrackable(one: Untrackable, compilation: Compilation): string {
  const { what, delegations } = one;
  const of = `${delegations.join(", ")} at ${placeOfUntrackable(one, compilation)}`;
  return what === "formatting"
    ? `The formatting wanted by ${of} cannot be tracked in Word beside that of others: their words are in the Word file `
        + "with tracked changes, and their formatting there is not."
    : `What is proposed by ${of} cannot be a tracked change of Word. It is left out of the Word file with tracked changes `
        + "and stands in the other formats.";
}

/** Where in the base text it is proposed: `"Part II, para. 14"`. */
export function placeOfUntrackable(
  { story: id, at }: Pick<Untrackable, "story" | "at">,
  { stories }: Compilation,
): string {
  const story = stories.find((compiled) => compiled.story.id === id)?.story;
  return story === undefined ? id : placesOf(story)(at).citation;
}
