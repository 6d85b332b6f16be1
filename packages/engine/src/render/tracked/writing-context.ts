import type { Story, StoryId, Token } from "../../model/text.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import type { Authors } from "./authors.ts";
import type { ChangeTags } from "./change-tags.ts";
import type { Imports } from "./imports.ts";
import type { Untrackable } from "./render-tracked.ts";

/** What the writer of one story must know of the whole file that is made. */
export interface WritingContext {
  readonly tags: ChangeTags;
  readonly imports: Imports;
  /** The file behind a delegation's insertions. */
  fileOf(code: string): WordFile;
  /**
   * The number, in the file that is made, of a note that a delegation inserts at base token `at` of the story `holder`;
   * writes the note.
   */
  insertNote(kind: "footnote" | "endnote", note: Story, file: WordFile, holder: StoryId, at: number): string;
  /** The content of a text box of the base with what is proposed for it, or `null` where nothing is. */
  textBox(story: StoryId): string | null;
  /** True where something is proposed inside the stories that hang on a base token and are written with it. */
  isTouched(token: Token): boolean;
  /** Ends of comments that stand at a gap, as XML. `inserted` counts tokens of the delegation's insertion there. */
  commentsAt(story: StoryId, gap: number, code: string | null, inserted: number): string;
  /** Everyone behind any of several changes. */
  join(authors: readonly Authors[]): Authors;
  /** What Word's tracked changes cannot hold; it stays in the compilation. */
  cannotTrack(what: Untrackable["what"], story: StoryId, at: number, proposal: { readonly by: Authors }): void;
}

/** Where tokens come from: the base, with `null`, or a submission. */
export interface Source {
  readonly file: WordFile | null;
  readonly part: PartName;
}
