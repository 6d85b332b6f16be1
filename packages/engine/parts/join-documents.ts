import type { CompilationDocument, StoryEntry } from "../src/index.ts";

/**
 * Puts parts of a compilation together, in their order, beginning with the first; those at the end may be missing still.
 * Of the comments, those of one story keep their order. Throws `RangeError` without the first part.
 */
export function joinDocuments(parts: readonly CompilationDocument[]): CompilationDocument {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("A compilation begins with its first part.");
  if (others.length === 0) return first;
  const more = Map.groupBy(
    others.flatMap(({ stories }) => stories),
    ({ id }) => id,
  );
  return {
    ...first,
    stories: first.stories.map((story) => joined([story, ...(more.get(story.id) ?? [])])),
    comments: parts.flatMap(({ comments }) => comments),
  };
}

function joined(stories: readonly [StoryEntry, ...StoryEntry[]]): StoryEntry {
  return {
    ...stories[0],
    blocks: stories.flatMap(({ blocks }) => blocks),
    passages: stories.flatMap(({ passages }) => passages),
    formatting: stories.flatMap(({ formatting }) => formatting),
  };
}
