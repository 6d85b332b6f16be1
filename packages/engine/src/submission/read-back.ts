import type { DelegationCode } from "../model/delegation.ts";
import { delegationsOf } from "../model/delegation.ts";
import type { Story, StoryId, Token } from "../model/text.ts";
import { WordFile } from "../ooxml/word-file.ts";
import type { WordPackage } from "../ooxml/word-package.ts";
import { type BaseText, readPartPieces } from "./base-text.ts";
import { readBody } from "./body-segments.ts";
import { withoutNumbers } from "./paragraph-numbers.ts";
import { type Segment, type ViewOptions, viewStory } from "./view.ts";

/**
 * Reads a tracked Word file that was made of a compilation as one delegation would have it: the changes that name it
 * accepted, all others rejected. As nobody, with `null`, everything is rejected. Gives body, headers and footers; notes
 * and text boxes hang on their tokens.
 */
export function readBack(
  base: BaseText,
  made: WordPackage,
  delegation: DelegationCode | null,
): Map<StoryId, readonly Token[]> {
  const file = new WordFile(made, base.file);
  const options: ViewOptions = {
    decide: ({ author }) => delegation !== null && delegationsOf(author).includes(delegation),
    settles: false,
    nameStory: () => "",
    numberStory: withoutNumbers,
  };
  const view = (id: StoryId, kind: Story["kind"], segments: readonly Segment[]): readonly Token[] =>
    viewStory(id, kind, segments, options).tokens;
  const body = readBody(file, null).segments.map(({ segment }) => segment);
  const stories = new Map<StoryId, readonly Token[]>([["body", view("body", "body", body)]]);
  for (const { story, part } of base.margins.values()) {
    const kind = story.startsWith("header") ? "header" : "footer";
    stories.set(story, view(story, kind, [{ kind: "pieces", pieces: readPartPieces(file, part) }]));
  }
  return stories;
}
