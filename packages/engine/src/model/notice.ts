/**
 * What a person should look at. Nothing that a file holds vanishes without one. The wording of notices is in
 * `wordNotice`, so that a new code does not compile until it has its line.
 */
export type Notice =
  | { readonly code: "element-not-understood"; readonly element: string; readonly at: NoticePlace }
  | { readonly code: "author-withheld"; readonly count: number }
  | { readonly code: "base-carries-changes"; readonly count: number; readonly authors: readonly string[] }
  | { readonly code: "untracked-edits"; readonly count: number }
  | { readonly code: "macros-dropped" }
  | { readonly code: "part-not-compared"; readonly part: string };

/** Where in the file: the part, and the paragraph within it from 1. `""` and 0 where unknown. */
export interface NoticePlace {
  readonly part: string;
  readonly paragraph: number;
}
