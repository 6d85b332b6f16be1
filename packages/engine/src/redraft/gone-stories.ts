import type { Passage } from "../model/compilation.ts";
import type { Story, StoryId } from "../model/text.ts";

/** The stories that hang on tokens which these changes of their story take out, and on tokens of those in turn. */
export function goneStories({ tokens }: Story, changes: readonly Passage[]): StoryId[] {
  const gone: StoryId[] = [];
  const takeOut = (story: Story): void => {
    gone.push(story.id);
    for (const token of story.tokens) for (const inner of token.stories) takeOut(inner);
  };
  for (const { edits } of changes.flatMap(({ proposals }) => proposals.flatMap(({ variants }) => variants))) {
    for (const { fromA, toA } of edits) {
      for (const token of tokens.slice(fromA, toA)) for (const inner of token.stories) takeOut(inner);
    }
  }
  return gone;
}
