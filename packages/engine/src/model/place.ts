import type { StoryId, StoryKind } from "./text.ts";

/** Where something stands, as a reader would cite it. */
export interface Place {
  readonly story: StoryId;
  readonly kind: StoryKind;
  /** The paragraph in the base story, counted from 0 over all paragraphs, those in tables included. */
  readonly paragraph: number;
  /** Texts of the headings above it, outermost first. */
  readonly headings: readonly string[];
  /**
   * `"Part II, para. 14 (b)"`; where nothing is numbered, `"para. 7"` counts paragraphs from 1 under the last heading.
   * Of whole paragraphs or rows that are inserted, `"after Part II, para. 14"`, with the headings above that.
   */
  readonly citation: string;
}
