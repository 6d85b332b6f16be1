import type { PartName } from "../ooxml/part-names.ts";
import type { BaseText } from "../submission/base-text.ts";

/** The w:id of what is numbered together in a file: bookmarks, comments, tracked changes (ECMA-376 Part 1, 17.13). */
export const ANNOTATION_NUMBER = /\sw:id="(\d{1,9})"/g;
/** The number of a drawing (20.4.2.5). */
export const DRAWING_NUMBER = /<wp:docPr [^>]*\bid="(\d{1,9})"/g;

/** The XML of every part of the base that holds a story, and of its comments. */
export function storyTexts({ file, margins }: BaseText): string[] {
  const parts: (PartName | null)[] = [
    file.package.mainPart,
    file.notesPart("footnote"),
    file.notesPart("endnote"),
    file.partOfType("comments"),
    ...[...margins.values()].map(({ part }) => part),
  ];
  return [...new Set(parts)].flatMap((part) => (part === null ? [] : [file.package.text(part)]));
}

/** The least number above all those in use; `pattern` catches one in its first group. */
export function firstFree(texts: readonly string[], pattern: RegExp): number {
  let most = 0;
  for (const text of texts) for (const match of text.matchAll(pattern)) most = Math.max(most, Number(match[1]));
  return most + 1;
}
