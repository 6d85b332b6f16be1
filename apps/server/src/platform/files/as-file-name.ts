/** Words as a part of a file's name: without what Windows and macOS do not take, and at most this many characters. */
export function asFileName(words: string, most: number): string {
  return words
    .replaceAll(/[/\\:*?"<>|]/g, "-")
    .slice(0, most)
    .trim();
}
