/** `"to para. 3"`, `"for para. 3"`; but `"after para. 3"` where the citation brings its own. */
export function withPreposition(preposition: "to" | "for" | "at", citation: string): string {
  return citation.startsWith("after ") ? citation : `${preposition} ${citation}`;
}
