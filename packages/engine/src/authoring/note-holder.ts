import type { Story, StoryId } from "../model/text.ts";
import { type BaseText, sourceOf } from "../submission/base-text.ts";

/** Where a note is referred to. */
export interface NoteHolder {
  readonly story: StoryId;
  /** Position of the reference. */
  readonly at: number;
  /** Which note of the file it is: a note that is referred to twice is shown as two stories. */
  readonly note: string;
}

/** The reference on which a note hangs; `null` for the body. */
export function noteHolder(base: BaseText, note: Story): NoteHolder | null {
  for (const { id, tokens } of base.stories) {
    for (const at of base.holders.get(id) ?? []) {
      const token = tokens[at];
      const i = token?.stories.indexOf(note) ?? -1;
      if (token === undefined || i < 0) continue;
      const source = sourceOf(token);
      const inner = source?.kind === "atom" ? source.piece.stories[i] : undefined;
      return { story: id, at, note: `${note.kind} ${inner?.noteId ?? id}` };
    }
  }
  return null;
}
